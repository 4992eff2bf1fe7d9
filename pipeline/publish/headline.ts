/** The six numbers every page leads with. */
import type {Headline} from "../contract/datasets.js";
import {METRICS} from "../contract/metrics.js";
import type {Scope} from "../contract/vocabulary.js";
import type {MetricIndex} from "./metric-rows.js";
import {findLatest} from "./periods.js";

const HEADLINES = METRICS.filter((metric) => metric.headline).map((metric) => metric.name as string);

/** Names of the headline metrics that the company has at all; the others are absent. */
export const listHeadlines = (metrics: MetricIndex): string[] => HEADLINES.filter((metric) => metrics.has(metric));

/** Headlines of one scope, in order of the registry. */
export function makeHeadlines(metrics: MetricIndex, scope: Scope, id: string, names = listHeadlines(metrics)): Headline[] {
  return names.map((metric) => {
    const rows = metrics.of(scope, id).filter((row) => row.metric === metric);
    const steps = rows.filter((row) => row.period === metrics.step && row.period_start >= metrics.since);
    const latest = findLatest(rows, metrics.opening);
    return {
      metric,
      latest: latest ?? null,
      is_change_signal: latest ? metrics.isSignal(latest) : null,
      months: steps,
      trailing: rows.find((row) => row.period === "trailing_90d") ?? null,
    };
  });
}
