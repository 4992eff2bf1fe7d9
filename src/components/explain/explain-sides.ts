import {html} from "htl";
import type {Beside, MetricInfo, PersonCell} from "../../../pipeline/contract/datasets.js";
import {formatPoints, formatSigned} from "../chart/difference-mark.js";
import {countMembers, formatInterval, formatMetric, formatShare, NOTHING} from "../base/format.js";
import {nameKind} from "../base/kinds.js";
import {say, startSentence} from "../words/words.js";

/** One way to look at a person's number. */
export interface Side {
  what: "plain" | "mix" | Beside["what"];
  value: number | null;
  lower: number | null;
  upper: number | null;
  n: number;
  prob_below_target?: number | null;
}

/** The plain number and what stands beside it; nothing where it stands alone. @param mix the number with the mix allowed for */
export function listSides(row: PersonCell, mix: number | null = null): Side[] {
  const beside = [...(row.beside ?? []), ...(mix === null ? [] : [{what: "mix" as const, value: mix, lower: null, upper: null}])];
  const n = countMembers(row);
  return beside.length ? [{what: "plain", ...pick(row), n}, ...beside.map((entry) => ({...entry, n}))] : [];
}

const pick = ({value, lower, upper}: PersonCell) => ({value, lower, upper});

const nameSide = (what: Side["what"]): string =>
  what === "mix_expected" || what === "against_mix" ? say(`side_${what}`) : startSentence(nameKind(what));

/** As counted, chance taken out, AEs or mix allowed for, and the mix alone together: the only place where they are. */
export function Sides(rows: readonly Side[], metric: Pick<MetricInfo, "unit">): HTMLElement | null {
  if (!rows.length) return null;
  return html`<section>
    <h3>${say("explain_side")}</h3>
    <p class="muted small">${say("explain_side_hint")}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${say("explain_side")}>
      <table class="sides">
        <thead>
          <tr>
            <th scope="col">${say("side_what")}</th>
            <th scope="col" class="right">${say("side_value")}</th>
            <th scope="col" class="right">${say("side_reach")}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (side) =>
              html`<tr>
                <th scope="row">${nameSide(side.what)}<span class="sub wrap">${describe(side)}</span></th>
                <td class="right">${format(side.value, side, metric)}</td>
                <td class="right">${reach(side, metric)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function describe({what, prob_below_target: chance}: Side): string {
  const hint = say(`side_${what}_hint`);
  return chance == null ? hint : `${hint} ${say("side_below", {share: formatShare(chance)})}`;
}

function format(value: number | null, {what, n}: Side, metric: Pick<MetricInfo, "unit">): string {
  if (value === null) return NOTHING;
  if (what === "against_mix") return metric.unit === "share" ? formatPoints(value) : formatSigned(value);
  return formatMetric(value, metric, {n});
}

function reach(side: Side, metric: Pick<MetricInfo, "unit">): string {
  const {what, lower, upper, n} = side;
  if (lower === null || upper === null) return NOTHING;
  return what === "against_mix"
    ? say("interval", {lower: format(lower, side, metric), upper: format(upper, side, metric)})
    : formatInterval({lower, upper}, metric, {n});
}
