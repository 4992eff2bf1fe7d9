import {html} from "htl";
import type {FunnelStage, Manifest} from "../../pipeline/contract/datasets.js";
import {Details} from "./details.js";
import {formatCount, formatDuration} from "./format.js";
import {describeReach, describeStep, findStepMetric} from "./steps.js";
import {say} from "./words.js";

/** The funnel: a bar per stage, and between two bars what share of what went on, with its interval, n and median days. */
export function FunnelBars(
  stages: readonly FunnelStage[],
  {metrics}: Pick<Manifest, "metrics">,
  {caption}: {caption: string},
): HTMLElement {
  const most = Math.max(1, ...stages.map(({count}) => count));
  return html`<ol class="funnel" aria-label=${caption}>
    ${stages.map(
      (stage) =>
        html`<li>
          ${Step(stage, metrics)}
          <div class="stage">
            <span class="label">${stage.label}</span>
            <span class="bar"><span ${{style: {width: `${(stage.count / most) * 100}%`}}}></span></span
            ><span class="count">${formatCount(stage.count)}</span>
          </div>
        </li>`,
    )}
  </ol>`;
}

function Step({conversion, median_days}: FunnelStage, metrics: Manifest["metrics"]): Node | null {
  if (!conversion) return null;
  const {in_flight} = conversion;
  const metric = findStepMetric(conversion, {metrics});
  const details = [
    describeReach(conversion),
    in_flight ? say("in_flight", {n: formatCount(in_flight)}) : "",
    median_days === null ? "" : say("funnel_days", {days: formatDuration(median_days)}),
  ].filter(Boolean);
  return html`<div class="step" title=${metric ? `${metric.label}: ${metric.meaning}` : ""}>
    ↓ <strong class="whole">${describeStep(conversion, {metrics})}</strong> ${Details(details)}
  </div>`;
}
