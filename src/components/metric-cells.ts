import {html} from "htl";
import type {Manifest, MetricRow} from "../../pipeline/contract/datasets.js";
import {describeRow, DotInterval, findDomain} from "./dot-interval.js";
import {Explain} from "./explain.js";
import {countMembers, formatCount, formatInterval, formatRow} from "./format.js";
import {namePeriod} from "./overview-lead.js";
import {StatusMark} from "./status-mark.js";
import {say} from "./words.js";

/** Numbers of a person, a row each: value, interval, n, and how it is computed. */
export function MetricCells(cells: readonly MetricRow[], manifest: Manifest): HTMLElement | null {
  const rows = cells.flatMap((row) => {
    const metric = manifest.metrics.find(({name}) => name === row.metric);
    return metric && countMembers(row) ? [{row, metric}] : [];
  });
  if (!rows.length) return null;
  return html`<div class="number-list">
    ${rows.map(({row, metric}) => {
      const n = countMembers(row);
      return html`<details class="number">
        <summary title=${describeRow(row, metric)}>
          <span class="label">${metric.label}</span>
          <span class="trend"></span>
          <span class="mark"
            >${metric.unit === "share" ? DotInterval(row, metric, {domain: findDomain([row], metric)}) : null}</span
          >
          <span class="value"
            >${formatRow(row, metric)}
            <span class="sub"
              >${row.maturity === "too_few" ? say("status_too_few") : formatInterval(row, metric, {n})}</span
            ></span
          >
          <span class="reading"
            >${row.status === "no_target" ? null : StatusMark(row.status, {n, counted: metric.counted})}
            <span class="sub">${say("n_of", {n: formatCount(n), counted: metric.counted})}, ${namePeriod(row)}</span></span
          >
        </summary>
        <div class="behind">${Explain(metric, row, manifest)}</div>
      </details>`;
    })}
  </div>`;
}
