import {html} from "htl";
import type {Manifest, PersonCell} from "../../../pipeline/contract/datasets.js";
import {describeRow, DotInterval, findDomain} from "../chart/dot-interval.js";
import {askRow} from "../explain/explain.js";
import {Explained} from "../explain/explained.js";
import type {Place} from "../explain/facts.js";
import {countMembers, formatCount, formatInterval, formatMetric, formatRow} from "../base/format.js";
import {describeOnlyCounted} from "../explain/judged.js";
import {namePeriod} from "../company/overview-lead.js";
import {Reading} from "../explain/reading.js";
import {StatusMark} from "../chart/status-mark.js";
import {Take} from "../picture/take.js";
import {say} from "../words/words.js";

/** Numbers of a person, a row each: value, interval, n; each can be asked about. */
export function MetricCells(cells: readonly PersonCell[], manifest: Manifest, place: Place): HTMLElement | null {
  const rows = cells.flatMap((row) => {
    const metric = manifest.metrics.find(({name}) => name === row.metric);
    return metric && countMembers(row) ? [{row, metric}] : [];
  });
  if (!rows.length) return null;
  const figure = html`<div>
    ${PersonReading(
      rows.map(({row}) => row),
      manifest.metrics,
    )}
    <div class="number-list">
      ${rows.map(({row, metric}) => {
        const n = countMembers(row);
        return html`<div class="number" title=${describeRow(row, metric)}>
          <span class="label">${metric.label}</span>
          <span class="trend"></span>
          <span class="mark"
            >${metric.unit === "share" || metric.unit === "score" ? DotInterval(row, metric, {domain: findDomain([row], metric)}) : null}</span
          >
          <span class="value"
            >${Explained(formatRow(row, metric), () => askRow(metric, row, manifest, {place}))}
            <span class="sub"
              >${row.maturity === "too_few" ? say("status_too_few") : formatInterval(row, metric, {n})}</span
            ></span
          >
          <span class="reading"
            >${row.status === "no_target" ? null : StatusMark(row.status, {n, counted: metric.counted})}
            <span class="sub wrap">${tellRow(row, metric)}</span></span
          >
        </div>`;
      })}
    </div>
  </div>`;
  return Take(figure);
}

/** How many a number is of, when, and against what; what the status says already is not said twice. */
export function tellRow(row: PersonCell, metric: Manifest["metrics"][number]): string {
  const n = countMembers(row);
  return [
    describeOnlyCounted(row),
    ...(row.status === "not_separable" ? [] : [say("n_of", {n: formatCount(n), counted: metric.counted})]),
    namePeriod(row),
    ...(row.target === null ? [] : [say("target_is", {target: formatMetric(row.target, metric, {n, currency: row.currency})})]),
  ].filter(Boolean).join(", "); // prettier-ignore
}

/** What of a person's numbers can be told from its target, and what not. */
export function PersonReading(rows: readonly PersonCell[], metrics: Manifest["metrics"]): HTMLElement {
  const few = rows.filter(({status}) => status === "too_few").length;
  if (rows.length > 0 && few === rows.length) return Reading(say("read_person_few"), say("read_person_not"));
  const name = (status: PersonCell["status"]) =>
    rows
      .flatMap((row) => (row.status === status ? (metrics.find((known) => known.name === row.metric)?.label ?? []) : []))
      .join(", ") || say("read_person_nobody");
  return Reading(
    say(few ? "read_person_some" : "read_person", {above: name("above_target"), below: name("below_target")}),
    say("read_person_not"),
  );
}
