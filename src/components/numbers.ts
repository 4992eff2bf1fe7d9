import {html} from "htl";
import type {Headline, Manifest, MetricInfo, MetricRow, SdrData} from "../../pipeline/contract/datasets.js";
import {describeRow, DotInterval, findDomain} from "./dot-interval.js";
import {Explain} from "./explain.js";
import {FactList} from "./fact-list.js";
import {countMembers, formatCount, formatInterval, formatRow} from "./format.js";
import {namePeriod} from "./overview-lead.js";
import {describeRun} from "./metric-table.js";
import {Sparkline} from "./sparkline.js";
import {StatusMark} from "./status-mark.js";
import {say} from "./words.js";

/** Every number of a person, a line each; opened, it says how it is computed and lists the records behind it. */
export function Numbers(sdr: SdrData, manifest: Manifest): HTMLElement | null {
  const metricOf = new Map(manifest.metrics.map((metric) => [metric.name, metric]));
  const lines = (rows: readonly {row: MetricRow; headline?: Headline}[]) =>
    rows.flatMap(({row, headline}) => {
      const metric = metricOf.get(row.metric);
      return metric ? [Line(row, metric, sdr.slug, manifest, headline)] : [];
    });
  const headlines = sdr.cells.map((row) => ({row, headline: sdr.headlines.find(({metric}) => metric === row.metric)}));
  if (!headlines.length && !sdr.others.length) return null;
  const others = sdr.others.filter(({denominator}) => denominator);
  return html`<div class="number-list">
    ${lines(headlines)}
    ${
      others.length
        ? html`<details class="more-numbers">
            <summary>${say("numbers_all", {n: others.length})}</summary>
            ${lines(others.map((row) => ({row})))}
          </details>`
        : null
    }
  </div>`;
}

function Line(row: MetricRow, metric: MetricInfo, slug: string, manifest: Manifest, headline?: Headline): HTMLElement {
  const n = countMembers(row);
  const node = html`<details class="number">
    <summary title=${describeRow(row, metric)}>
      <span class="label">${metric.label}</span>
      <span class="trend">${headline ? Trend(headline, metric) : null}</span>
      <span class="mark"
        >${metric.unit === "share" || metric.unit === "score" ? DotInterval(row, metric, {domain: findDomain([row], metric)}) : null}</span
      >
      <span class="value">
        ${formatRow(row, metric)}${row.maturity === "provisional" ? html`<span class="tag" title=${say("provisional_hint", {n: row.in_flight})}>${say("provisional")}</span>` : null}
        <span class="sub">${row.maturity === "too_few" ? "" : formatInterval(row, metric, {n, currency: row.currency})}</span>
      </span>
      <span class="reading">
        ${row.status === "no_target" ? null : StatusMark(row.status, {n, counted: metric.counted})}
        <span class="sub">${say("n_of", {n: formatCount(n), counted: metric.counted})}, ${namePeriod(row)}</span>
      </span>
    </summary>
    <div class="behind"></div>
  </details>`;
  node.addEventListener("toggle", () => void fill(), {once: true});
  async function fill(): Promise<void> {
    const explain = Explain(metric, row, manifest) as HTMLDetailsElement;
    explain.open = true;
    const behind = node.querySelector(".behind")!;
    behind.append(explain, html`<h3>${say("records")}</h3>`);
    behind.append(await FactList(slug, row, metric, manifest));
  }
  return node;
}

function Trend({months}: Headline, metric: MetricInfo): Node {
  const points = months.map((row) => ({
    month: row.period_start,
    value: row.maturity === "too_few" ? null : row.value,
    provisional: row.maturity === "provisional",
  }));
  return Sparkline(points, {target: months.at(-1)?.target ?? null, label: describeRun(points, metric)});
}
