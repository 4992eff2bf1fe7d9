/** Which of many changes to name. */
import type {MetricRow} from "../contract/datasets.js";
import {METRICS} from "../contract/metrics.js";
import type {Scope} from "../contract/vocabulary.js";
import {adjustForMany, differencePValue, FALSE_DISCOVERY_RATE} from "../stats/discoveries.js";
import type {Difference} from "../stats/interval.js";
import {combineDifference} from "../stats/proportion.js";
import type {MetricIndex} from "./metric-rows.js";
import {findLatest, findPrevious} from "./periods.js";

const MOST_CHANGES = 5;
/** A company, its region and its team often move together: one metric does not take all the lines. */
const MOST_PER_METRIC = 2;
const SCOPES = new Set<Scope>(["company", "team", "source", "motion", "segment", "region"]);

/**
 * How far a difference reaches beyond its own interval: it over the half-width on the side of zero, above 1 when zero is
 * outside. The interval is made from the rows' own by square-and-add: Newcombe's for rates, and for means and clustered
 * shares what Zou and Donner (Statistics in Medicine 27, 2008) generalise it to.
 */
export function measureChange(now: MetricRow, before: MetricRow): number {
  const {value, lower, upper} = compare(now, before);
  if (value === 0) return 0;
  const reach = value > 0 ? value - lower : upper - value;
  return reach === 0 ? Infinity : Math.abs(value) / reach;
}

const NONE: Difference = {value: 0, lower: 0, upper: 0};
function compare(now: MetricRow, before: MetricRow): Difference {
  const [a, b] = [toLimits(now), toLimits(before)];
  return a && b && a.value !== b.value ? combineDifference(a, b) : NONE;
}

const toLimits = ({value, lower, upper}: MetricRow) =>
  value === null || lower === null || upper === null ? null : {value, lower, upper};

/**
 * Changes of headline metrics between the latest usable period and the one before, strongest first, at most five. Since many
 * are looked at at once, only those are named that hold at a false-discovery rate of 10 %.
 */
export function listChanges(metrics: MetricIndex): MetricRow[] {
  const headlines = new Set<string>(METRICS.filter((metric) => metric.headline).map((metric) => metric.name));
  const series = new Map<string, MetricRow[]>();
  for (const row of metrics.all) {
    if (!SCOPES.has(row.scope) || !headlines.has(row.metric) || row.period !== metrics.step) continue;
    const key = `${row.metric}\0${row.scope}\0${row.scope_id}`;
    series.set(key, [...(series.get(key) ?? []), row]);
  }
  const newest = new Map(
    [...headlines].map((metric) => [metric, findLatest(series.get(`${metric}\0company\0`) ?? [], metrics.step)?.period_start]),
  );
  const compared = [...series.values()].flatMap((rows) => {
    const latest = findLatest(rows, metrics.step);
    // A team that last held enough half a year ago has not changed now.
    if (!latest || latest.period_start !== newest.get(latest.metric)) return [];
    const previous = findPrevious(latest, rows);
    return previous
      ? [{row: latest, strength: measureChange(latest, previous), p: differencePValue(compare(latest, previous))}]
      : [];
  });
  compared.sort((a, b) => b.strength - a.strength);
  const found = adjustForMany(compared.map(({p}) => p));
  return compared
    .filter((_, index) => found[index]! <= FALSE_DISCOVERY_RATE)
    .filter(({row}) => metrics.isSignal(row))
    .filter(
      ({row}, index, all) => all.slice(0, index).filter((other) => other.row.metric === row.metric).length < MOST_PER_METRIC,
    )
    .slice(0, MOST_CHANGES)
    .map(({row}) => row);
}
