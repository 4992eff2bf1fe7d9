import {html} from "htl";
import type {FunnelStage, Manifest, MetricRow} from "../../../pipeline/contract/datasets.js";
import {Details} from "../base/details.js";
import {askDays, askStage} from "../explain/explain-stage.js";
import {askStep, listLeakAsks} from "../explain/explain-step.js";
import type {StepQuestion} from "../explain/explain-step.js";
import {Explained} from "../explain/explained.js";
import {COMPANY} from "../explain/facts.js";
import type {Place} from "../explain/facts.js";
import {formatCount, formatDuration} from "../base/format.js";
import {Reading} from "../explain/reading.js";
import {describeLeak, describeReach, describeStep, findStepMetric} from "./steps.js";
import {Take} from "../picture/take.js";
import {say} from "../words/words.js";

export interface FunnelBarsOptions {
  caption: string;
  /** Where the records are. */
  place?: Place;
  /** Of whom the numbers are, for the panel. */
  whose?: string;
  /** First day of the month that they are of; all time if left out. */
  month?: string;
  /** The rows that the page judges by their targets. */
  judged?: readonly MetricRow[];
  /** Whether the text above says where it leaks. */
  isLed?: boolean;
}

/** The funnel: a bar per stage, and between two bars what share of what went on, with its interval, n and median days. */
export function FunnelBars(
  stages: readonly FunnelStage[],
  manifest: Manifest,
  {caption, place = COMPANY, whose = "", month = "", judged = [], isLed = false}: FunnelBarsOptions,
): HTMLElement {
  const most = Math.max(1, ...stages.map(({count}) => count));
  const conclude = isLed ? describeReachOf(stages) : (describeLeak(stages, manifest, {month, judged}) ?? say("read_funnel_none"));
  const question = {place, whose, ...(month && {month})};
  const asks = isLed
    ? [stages[0]!, stages.at(-1)!].map((stage) => () => askStage(stage, manifest, question))
    : listLeakAsks(stages, manifest, {...question, judged});
  const figure = html`<div>
    ${Reading(conclude, say(month ? "read_funnel_not_month" : "read_funnel_not"), asks)}
    <ol class="funnel" aria-label=${caption}>
      ${stages.map(
        (stage) =>
          html`<li>
            ${Step(stage, manifest, question)}
            <div class="stage">
              <span class="label">${stage.label}</span>
              <span class="bar"><span ${{style: {width: `${(stage.count / most) * 100}%`}}}></span></span
              ><span class="count">${Explained(formatCount(stage.count), () => askStage(stage, manifest, question))}</span>
            </div>
          </li>`,
      )}
    </ol>
  </div>`;
  return Take(figure, caption);
}

/** From the first stage to the last, in counts. */
function describeReachOf(stages: readonly FunnelStage[]): string {
  const [first, last] = [stages[0]!, stages.at(-1)!];
  return say("read_reach", {n: formatCount(first.count), first: first.label, count: formatCount(last.count), last: last.label});
}

function Step(stage: FunnelStage, manifest: Manifest, question: StepQuestion): Node | null {
  const {conversion, median_days} = stage;
  if (!conversion) return null;
  const {in_flight} = conversion;
  const metric = findStepMetric(conversion, manifest);
  const details = [
    describeReach(conversion, manifest),
    // Later ones are in the bar all the same.
    metric?.window ? say("leak_window", {window: metric.window}).trim() : "",
    in_flight ? say("in_flight", {n: formatCount(in_flight)}) : "",
    median_days === null
      ? ""
      : Explained(say("funnel_days", {days: formatDuration(median_days)}), () => askDays(stage, manifest, question)),
  ].filter(Boolean);
  return html`<div class="step" title=${metric ? `${metric.label}: ${metric.meaning}` : ""}>
    ↓&nbsp;<strong class="whole"
      >${Explained(describeStep(conversion, manifest), () => askStep(stage, manifest, question))}</strong
    >
    ${Details(details)}
  </div>`;
}
