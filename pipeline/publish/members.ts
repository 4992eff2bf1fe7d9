/** The members behind the numbers: the metrics room says who they are, this joins them into one relation. */
import {METRICS, type Metric, type MetricKind} from "../contract/metrics.js";
import {quoteText, type Database} from "../db.js";
import {listMembers} from "../metrics/members.js";
import type {MemberRules} from "../metrics/rules.js";
import type {MetricIndex} from "./metric-rows.js";

/** Metrics that the company has, of the kinds given (of all kinds if none is). */
export function listPresent(metrics: MetricIndex, kinds?: readonly MetricKind[]): Metric[] {
  return METRICS.filter((metric) => metrics.has(metric.name) && (!kinds || kinds.includes(metric.kind)));
}

/** SQL of all members of the metrics, with the metric's name and the kind of its record; nothing without metrics. */
export function joinMembers(metrics: readonly Metric[], rules: MemberRules): string | undefined {
  if (metrics.length === 0) return undefined;
  const select = (metric: Metric) =>
    `select ${quoteText(metric.name)} as metric, ${quoteText(metric.from)} as mart, * from (${listMembers(metric, rules)})`;
  return metrics.map(select).join("\nunion all\n");
}

/** A query's columns as arrays, one after the other: for long tables, many times faster than a record per row. */
export async function readColumns(db: Database, sql: string): Promise<Record<string, unknown[]>> {
  const reader = await db.connection.runAndReadAll(sql);
  return reader.getColumnsObjectJS() as Record<string, unknown[]>;
}
