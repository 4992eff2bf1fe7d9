import type {Manifest, MetricInfo, RunData} from "../../../pipeline/contract/datasets.js";
import {askRow} from "./explain.js";
import type {Asked} from "./explain-panel.js";
import {endOfWeek} from "./facts.js";
import type {Place} from "./facts.js";
import {addEntries, askPlain} from "./explain-plain.js";
import {formatCount, formatDay, formatMetric} from "../base/format.js";
import {makePlainRow} from "../table/plain-row.js";
import {say} from "../words/words.js";

/** Members of about one point: its numbers are told no finer than these allow. */
const POINT = 10;

/** The question about a point of a run chart: the metric over the weeks that were pooled. */
export function askPoint(metric: MetricInfo, point: RunData["points"][number], manifest: Manifest, place: Place): Asked {
  const {from_on, to_on, n, value, centre, lower, upper} = point;
  const format = (each: number) => formatMetric(each, metric, {n: POINT});
  const last = endOfWeek(to_on);
  const span = {from_on, to_on: last};
  const row = makePlainRow({metric: metric.name, denominator: n, value});
  const whose = `${formatDay(from_on, {year: true})} – ${formatDay(last, {year: true})}`;
  return addEntries(
    askRow(metric, row, manifest, {place, whose, span, meaning: say("count_week_meaning")}),
    [say("run_level"), format(centre)],
    [say("run_limits"), say("interval", {lower: format(lower), upper: format(upper)})],
  );
}

/** The question about a point of a behaviour's run chart: how often it was done in these weeks. */
export function askWeeks({label, ...metric}: MetricInfo, point: RunData["points"][number], manifest: Manifest): Asked {
  const {from_on, to_on, n, value, centre, lower, upper} = point;
  const format = (each: number) => formatMetric(each, metric, {n: POINT});
  const whose = `${formatDay(from_on, {year: true})} – ${formatDay(endOfWeek(to_on), {year: true})}`;
  return askPlain(
    {
      title: `${label}, ${whose}`,
      value: format(value),
      meaning: say("count_week_meaning"),
      formula: say("leading_formula"),
      entries: [
        [say("members"), formatCount(n)],
        [say("run_level"), format(centre)],
        [say("run_limits"), say("interval", {lower: format(lower), upper: format(upper)})],
      ],
    },
    manifest,
  );
}
