import {html} from "htl";
import type {Beside, LeadingLine, Manifest, MetricRow, OneOnOneData, PersonCell} from "../../../pipeline/contract/datasets.js";
import {DotInterval} from "../chart/dot-interval.js";
import type {FocusPlace} from "../explain/explain-focus.js";
import {askLeading} from "../explain/explain-sheet.js";
import {askRow} from "../explain/explain.js";
import {Explained} from "../explain/explained.js";
import {countMembers, formatCount, formatInterval, formatRow, formatShare} from "../base/format.js";
import {ofKind} from "../base/kinds.js";
import {namePeriod} from "../company/overview-lead.js";
import {Take} from "../picture/take.js";
import {say} from "../words/words.js";

/** Lines that are shown, and printed; the rest on demand. */
const FIRST = 8;

/** What the SDR can do before a meeting: own share with its interval beside all others together. */
export function Leading(lines: readonly LeadingLine[], place: FocusPlace): HTMLElement | null {
  if (!lines.length) return null;
  const rest = lines.slice(FIRST);
  const figure = html`<div>
    ${LeadingTable(lines.slice(0, FIRST), place)}
    ${
      rest.length
        ? html`<details class="more">
            <summary class="shown">${say("leading_more", {n: formatCount(rest.length)})}</summary>
            ${LeadingTable(rest, place)}
          </details>`
        : null
    }
  </div>`;
  return Take(figure, say("leading"));
}

function LeadingTable(lines: readonly LeadingLine[], place: FocusPlace): HTMLElement {
  const {min_n} = place.manifest;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${say("leading")}>
    <table class="leading">
      <caption class="unseen">
        ${say("leading")}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say("behaviour")}</th>
          <th scope="col">${ofKind(say("own_share"), "plain")}</th>
          <th scope="col" class="right">${say("all_others")}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map((line) => {
          const {label, eligible: n, done, value, lower, upper, others, left_out} = line;
          const cases = say("focus_count", {done: formatCount(done), n: formatCount(n)});
          const isFew = n < min_n;
          const text = isFew
            ? say("status_too_few")
            : `${formatShare(value, n)} (${formatInterval({lower, upper}, {unit: "share"}, {n})})`;
          return html`<tr>
            <th scope="row">${label}</th>
            <td>
              <span class="mark-cell"
                >${DotInterval(toRow({value, lower, upper, n}, isFew), {unit: "share", label, counted: say("focus_cases")})}
                <span class="small"
                  >${Explained(text, () => askLeading(line, place))}<span class="sub"
                    >${left_out ? `${cases}; ${say("leading_left_out", {n: formatCount(left_out)})}` : cases}</span
                  ></span
                ></span
              >
            </td>
            <td class="right">${others ? formatShare(others.done / others.eligible, n) : "–"}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

const toRow = (interval: Pick<MetricRow, "value" | "lower" | "upper" | "n">, isFew: boolean): MetricRow => ({
  metric: "", scope: "sdr", scope_id: "", scope_name: "", period: "all", period_start: "", numerator: null, denominator: null, ...interval, in_flight: 0,
  maturity: isFew ? "too_few" : "final", target: null, previous_value: null, status: "no_target", currency: "",
}); // prettier-ignore

/** Each rate of the funnel with n, interval and what is in flight, beside what the mix alone would have given; null where that is not known. */
export function MixTable({cells, slug}: Pick<OneOnOneData, "cells" | "slug">, manifest: Manifest): HTMLElement | null {
  const rows = cells.flatMap((cell) => {
    const metric = manifest.metrics.find(({name}) => name === cell.metric);
    const find = (what: Beside["what"]) => cell.beside?.find((each) => each.what === what);
    const [alone, difference] = [find("mix_expected"), find("against_mix")];
    return metric && alone && difference ? [{cell, metric, alone, difference}] : [];
  });
  if (!rows.length) return null;
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label=${say("mix_title")}>
    <table class="mix">
      <caption class="unseen">
        ${say("mix_title")}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say("metric")}</th>
          <th scope="col">${ofKind(say("own_share"), "plain")}</th>
          <th scope="col" class="right">${say("mix_alone")}</th>
          <th scope="col">${say("mix_reading")}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(({cell, metric, alone, difference}) => {
          const n = countMembers(cell);
          const isFew = cell.maturity === "too_few";
          const flight = cell.in_flight ? say("in_flight", {n: formatCount(cell.in_flight)}) : "";
          const interval = isFew ? "" : formatInterval(cell, metric, {n});
          return html`<tr>
            <th scope="row">${metric.short_label}</th>
            <td>
              ${Explained(formatRow(cell, metric), () => askRow(metric, cell, manifest, {place: {of: "sdr", slug}}))}
              <span class="sub"
                >${[interval, say("n", {n: formatCount(n)}), flight, namePeriod(cell)].filter(Boolean).join(", ")}</span
              >
            </td>
            <td class="right">${isFew ? "–" : formatShare(alone.value, n)}</td>
            <td>${say(readDifference(cell, difference))}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
  return Take(html`<div>${table}</div>`, say("mix_title"));
}

function readDifference(
  {maturity}: PersonCell,
  {lower, upper}: Pick<Beside, "lower" | "upper">,
): "mix_above" | "mix_below" | "mix_same" | "mix_none" {
  if (maturity === "too_few" || lower === null || upper === null) return "mix_none";
  return lower > 0 ? "mix_above" : upper < 0 ? "mix_below" : "mix_same";
}
