import {html} from "htl";
import type {Headline, Manifest, MetricInfo, PersonCell, SdrData} from "../../../pipeline/contract/datasets.js";
import {describeRow, DotInterval, findDomain} from "../chart/dot-interval.js";
import {askRow} from "../explain/explain.js";
import {Explained} from "../explain/explained.js";
import {countMembers, formatInterval, formatRow} from "../base/format.js";
import {PersonReading, tellRow} from "../table/metric-cells.js";
import {Trend} from "../table/metric-table.js";
import {StatusMark} from "../chart/status-mark.js";
import {Take} from "../picture/take.js";
import {say} from "../words/words.js";

/** Every number of a person, a line each; each can be asked about. */
export function Numbers(sdr: SdrData, manifest: Manifest): HTMLElement | null {
  const metricOf = new Map(manifest.metrics.map((metric) => [metric.name, metric]));
  const lines = (rows: readonly {row: PersonCell; headline?: Headline}[]) =>
    rows.flatMap(({row, headline}) => {
      const metric = metricOf.get(row.metric);
      return metric ? [Line(row, metric, sdr.slug, manifest, headline)] : [];
    });
  const headlines = sdr.cells.map((row) => ({row, headline: sdr.headlines.find(({metric}) => metric === row.metric)}));
  if (!headlines.length && !sdr.others.length) return null;
  const others = sdr.others.filter(({denominator}) => denominator);
  const figure = html`<div>
    ${PersonReading(sdr.cells, manifest.metrics)}
    <div class="number-list">
      ${lines(headlines)}
      ${
        others.length
          ? html`<details class="more-numbers">
              <summary class="shown">${say("numbers_all", {n: others.length})}</summary>
              ${lines(others.map((row) => ({row})))}
            </details>`
          : null
      }
    </div>
  </div>`;
  return Take(figure);
}

function Line(row: PersonCell, metric: MetricInfo, slug: string, manifest: Manifest, headline?: Headline): HTMLElement {
  const n = countMembers(row);
  return html`<div class="number" title=${describeRow(row, metric)}>
    <span class="label">${metric.label}</span>
    <span class="trend">${headline ? Trend(headline, metric, row) : null}</span>
    <span class="mark"
      >${metric.unit === "share" || metric.unit === "score" ? DotInterval(row, metric, {domain: findDomain([row], metric)}) : null}</span
    >
    <span class="value">
      ${Explained(formatRow(row, metric), () => askRow(metric, row, manifest, {place: {of: "sdr", slug}}))}${row.maturity === "provisional" ? html`<span class="tag" title=${say("provisional_hint", {n: row.in_flight})}>${say("provisional")}</span>` : null}
      <span class="sub">${row.maturity === "too_few" ? "" : formatInterval(row, metric, {n, currency: row.currency})}</span>
    </span>
    <span class="reading">
      ${row.status === "no_target" ? null : StatusMark(row.status, {n, counted: metric.counted})}
      <span class="sub wrap">${tellRow(row, metric)}</span>
    </span>
  </div>`;
}
