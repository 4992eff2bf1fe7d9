import {html} from "htl";
import type {Manifest, MetricInfo, MetricRow} from "../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import {countMembers, formatCount, formatDecimal, formatTime} from "./format.js";
import {nameCounted, say} from "./words.js";

/** How a number is computed, on demand: meaning, formula, what was counted out of what, what is in flight, and as of when. */
export function Explain(
  metric: MetricInfo,
  row: MetricRow | null,
  manifest: Pick<Manifest, "as_of" | "timezone">,
  {label = say("explain")} = {},
): HTMLElement {
  const entries: [string, string][] = [
    [say("definition"), metric.meaning],
    [say("formula"), metric.formula],
    [say("dated_by"), metric.dated_by],
    [say("window"), metric.window],
  ];
  if (row) {
    entries.push([
      say("numerator"),
      row.numerator === null ? "" : formatDecimal(row.numerator, Number.isInteger(row.numerator) ? 0 : 1),
    ]);
    entries.push([say("denominator"), row.denominator === null ? "" : formatCount(row.denominator)]);
    if (row.n !== undefined && row.n !== row.denominator)
      entries.push([say("members"), `${formatCount(countMembers(row))} ${nameCounted(metric.counted, countMembers(row))}`]);
    if (row.status === "not_separable") entries.push([say("reading"), say("not_separable_hint")]);
    if (row.in_flight) entries.push([say("in_flight", {n: ""}).trim(), formatCount(row.in_flight)]);
  }
  entries.push([say("data_time"), formatTime(manifest.as_of, {zone: manifest.timezone, year: true})]);
  const address = `${addressOf("glossary")}#${metric.name}`;
  return html`<details class="explain">
    <summary>${label}</summary>
    <dl>
      ${entries
        .filter(([, text]) => text)
        .map(
          ([term, text]) =>
            html`<div>
              <dt>${term}</dt>
              <dd>${text}</dd>
            </div>`,
        )}
    </dl>
    <p><a href=${address}>${say("explain_more")}</a></p>
  </details>`;
}
