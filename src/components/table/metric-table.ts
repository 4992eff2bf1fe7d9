import {html} from "htl";
import type {Headline, Manifest, MetricInfo, MetricRow} from "../../../pipeline/contract/datasets.js";
import {describeRow} from "../chart/dot-interval.js";
import {askRow} from "../explain/explain.js";
import {askTargets, listJudged} from "../explain/explain-lead.js";
import {Explained} from "../explain/explained.js";
import {COMPANY} from "../explain/facts.js";
import type {Place} from "../explain/facts.js";
import {countMembers, formatCount, formatMetric, formatMonth, formatRow, NOTHING} from "../base/format.js";
import {HeldMark} from "../chart/held-mark.js";
import {describeHeld, JUDGING} from "../explain/judged.js";
import {Missing} from "../base/missing.js";
import {isUnderWay} from "../company/overview-lead.js";
import {Reading} from "../explain/reading.js";
import {Sparkline} from "../chart/sparkline.js";
import {StatusMark} from "../chart/status-mark.js";
import {Take} from "../picture/take.js";
import {nameCounted, say, startSentence, withinSentence} from "../words/words.js";

/** The rows that a table of headlines judges by their targets. */
export const listLatest = (headlines: readonly Headline[]): MetricRow[] =>
  headlines.flatMap(({latest, trailing}) => latest ?? trailing ?? []);

/**
 * Metrics as rows: twelve months, value of the latest usable period, the one before, target, reading, n; each number can be asked about.
 * @param place where the records behind them are
 */
export function MetricTable(
  headlines: readonly Headline[],
  manifest: Manifest,
  {caption = say("metric"), place = COMPANY as Place} = {},
): HTMLElement {
  const metricOf = new Map(manifest.metrics.map((metric) => [metric.name, metric]));
  const rows = headlines.flatMap((headline) => {
    const metric = metricOf.get(headline.metric);
    return metric ? [Row(headline, metric, manifest, place)] : [];
  });
  if (!rows.length) return Missing(manifest);
  const figure = html`<div>
    ${Reading(describeTable(headlines, manifest), say("read_metrics_not"), [() => askTargets(headlines, manifest)])}
    <div class="scroll" tabindex="0" role="region" aria-label=${caption}>
      <table class="metrics">
        <caption class="unseen">
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${say("metric")}</th>
            <th scope="col" class="wide">${say("months_12")}</th>
            <th scope="col" class="right">${say("value")}</th>
            <th scope="col" class="right wide">${say("previous")}</th>
            <th scope="col" class="right wide">${say("target")}</th>
            <th scope="col">${say("against_target")}</th>
            <th scope="col" class="right wide">${say("members")}</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    ${headlines.some(({latest, trailing}) => describeHeld(latest ?? trailing)) ? html`<p class="legend muted small" aria-hidden="true">${say("held_note", {held: startSentence(say("target_held"))})}</p>` : null}
  </div>`;
  return Take(figure);
}

/** How many meet their target, and which changed by more than noise. */
function describeTable(headlines: readonly Headline[], {metrics}: Manifest): string {
  const {judged, met} = listJudged(headlines);
  const told = headlines.filter(({is_change_signal}) => is_change_signal !== null);
  const list = told
    .filter(({is_change_signal}) => is_change_signal)
    .map(({metric}) => metrics.find(({name}) => name === metric)?.label ?? metric);
  const start =
    judged.length === 1
      ? met
        ? "read_metrics_met"
        : "read_metrics_unmet"
      : judged.length
        ? "read_metrics"
        : "read_metrics_bare";
  const values = {met, n: judged.length, list: list.join(", ")};
  return say(!told.length ? `${start}_untold` : list.length ? start : `${start}_same`, values);
}

function Row(headline: Headline, metric: MetricInfo, manifest: Manifest, place: Place): HTMLElement {
  const row = headline.latest ?? headline.trailing;
  const n = countMembers(row);
  const format = (value: number | null | undefined) => formatMetric(value, metric, {n, currency: row?.currency});
  const before = row ? findBefore(headline, row) : undefined;
  const ask = (asked: MetricRow | null | undefined, text: string) =>
    asked && text !== NOTHING ? Explained(text, () => askRow(metric, asked, manifest, {place})) : text;
  return html`<tr>
    <th scope="row"><span title=${metric.meaning}>${metric.label}</span></th>
    <td class="wide">${Trend(headline, metric, row)}</td>
    <td class="right value" title=${row ? describeRow(row, metric) : ""}>
      ${row ? Explained(formatRow(row, metric), () => askRow(metric, row, manifest, {place})) : NOTHING}${row?.maturity === "provisional" ? html`<span class="tag" title=${say("provisional_hint", {n: row.in_flight})}>${say("provisional")}</span>` : null}
      <span class="sub">${row?.period_start ? sayMonth(row, manifest) : ""}</span>
      ${row ? html`<span class="sub slim">${[say("n", {n: formatCount(n)}), row.target === null ? "" : say("target_is", {target: format(row.target)})].filter(Boolean).join(", ")}</span>` : null}
    </td>
    <td class="right muted wide">${ask(before, format(row?.previous_value))}</td>
    <td class="right muted wide">${row?.target == null ? NOTHING : format(row.target)}</td>
    <td class="told">
      ${StatusMark(row?.status ?? "too_few", {n, counted: metric.counted})}${HeldMark(row)}${AgainstTarget(row)}${Signal(headline, row)}
    </td>
    <td class="right muted wide">
      ${row ? html`${formatCount(n)} <span class="sub">${nameCounted(metric.counted, n)}</span>` : NOTHING}${row?.in_flight ? html`<span class="sub">${say("in_flight", {n: formatCount(row.in_flight)})}</span>` : null}
    </td>
  </tr>`;
}

/** The month or the start of the quarter, and that it is not over where it is not. */
function sayMonth(row: MetricRow, manifest: Manifest): string {
  const month = formatMonth(row.period_start);
  return isUnderWay(row, manifest) ? say("so_far", {when: month}) : month;
}

/** The row of the period before, where it is known. */
function findBefore({months}: Headline, {period, period_start}: MetricRow): MetricRow | undefined {
  const place = months.findIndex((month) => month.period === period && month.period_start === period_start);
  return place > 0 ? months[place - 1] : undefined;
}

/** Whether the change is more than noise, where it can be said. */
function Signal({is_change_signal}: Headline, row: MetricRow | null): Node | null {
  if (is_change_signal === null) return null;
  const before = say(`before_${row?.period ?? "month"}`);
  return html`<span class="sub wrap">${say(is_change_signal ? "change_signal" : "change_noise", {before})}</span>`;
}

/** What a status is about, where no head above the column says so. */
const AgainstTarget = (row: MetricRow | null): Node | null =>
  row && JUDGING.includes(row.status)
    ? html`<span class="muted small slim">&nbsp;${withinSentence(say("against_target"))}</span>`
    : null;

/** Twelve months of a number, which is a dot where it is of one of them. */
export function Trend({months}: Headline, metric: MetricInfo, row: MetricRow | null): Node {
  const points = months.map((row) => ({
    month: row.period_start,
    value: row.maturity === "too_few" ? null : row.value,
    provisional: row.maturity === "provisional",
  }));
  const dotAt = row?.period === "month" ? row.period_start : null;
  return Sparkline(points, {target: months.at(-1)?.target ?? null, label: describeRun(points, metric), dotAt});
}

/** A run of months in a sentence: what a sighted reader takes from the line. */
export function describeRun(
  points: readonly {month: string; value: number | null}[],
  metric: Pick<MetricInfo, "label" | "unit">,
): string {
  const known = points.filter((point): point is {month: string; value: number} => point.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  const format = (value: number) => formatMetric(value, metric);
  if (!first || !last) return say("run_empty", {label: metric.label});
  if (first === last)
    return say("run_summary_short", {label: metric.label, from: formatMonth(first.month), last: format(last.value)});
  const values = known.map(({value}) => value);
  return say("run_summary", {
    label: metric.label,
    from: formatMonth(first.month),
    to: formatMonth(last.month),
    first: format(first.value),
    last: format(last.value),
    low: format(Math.min(...values)),
    high: format(Math.max(...values)),
  });
}
