import type {Manifest, MetricInfo, RunData} from "../../../pipeline/contract/datasets.js";
import {askRow} from "./explain.js";
import type {Asked} from "./explain-panel.js";
import {askPlain} from "./explain-plain.js";
import {endOfWeek} from "./facts.js";
import type {Place} from "./facts.js";
import {formatCount, formatDay, formatMetric} from "../base/format.js";
import {makePlainRow} from "../table/plain-row.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** Members of about one point: its numbers are told no finer than these allow. */
const POINT = 10;

/** The question about what a run chart shows: how level, limits and signals come about, and the records of all its weeks. */
export function askRun(run: RunData, metric: MetricInfo, manifest: Manifest, place?: Place): Asked {
  const {points, signals} = run;
  const [first, last, signal] = [points[0]!, points.at(-1)!, signals.at(-1)];
  const format = (value: number) => formatMetric(value, metric, {n: POINT});
  const limits = ({lower, upper}: typeof last) => say("interval", {lower: format(lower), upper: format(upper)});
  const span = {from_on: first.from_on, to_on: endOfWeek(last.to_on)};
  const n = points.reduce((sum, point) => sum + point.n, 0);
  const row = makePlainRow({metric: metric.name, denominator: n, n});
  return askPlain(
    {
      title: say("run_asked", {label: metric.label}),
      value: say("run_asked_level", {level: format(last.centre)}),
      meaning: [say("run_meaning"), metric.meaning].filter(Boolean).join(" "),
      formula: say(metric.unit === "share" ? "run_formula_rate" : "run_formula_mean"),
      entries: [
        [say("run_asked_points"), formatCount(points.length)],
        [say("members"), `${formatCount(n)} ${metric.counted}`.trim()],
        [say("run_asked_time"), [span.from_on, span.to_on].map((day) => formatDay(day, {year: true})).join(" – ")],
        [say("run_limits"), limits(last)],
        [say("run_asked_signal"), signal ? say(`run_${signal.kind}_${signal.side}` as WordKey) : say("run_asked_none")],
        // A row of eight moves the level from its first point on.
        [say("run_asked_before"), signal ? format(points[Math.max(0, signal.from - 1)]!.centre) : ""],
      ],
      ...(place && {behind: askRow(metric, row, manifest, {place, span})}),
    },
    manifest,
  );
}
