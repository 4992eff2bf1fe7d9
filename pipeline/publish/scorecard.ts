/** Scorecards: a row per SDR, a cell per headline metric. */
import type {MetricRow, ScorecardRow} from "../contract/datasets.js";
import type {Ground, Person} from "./ground.js";
import {listHeadlines} from "./headline.js";

/** Until then a new SDR is compared with new SDRs. */
export const RAMP_DAYS = 90;

/** The cells stand over the last 90 days, and over all time where those hold too few. */
export function listCells({metrics}: Pick<Ground, "metrics">, {person_id}: Pick<Person, "person_id">): MetricRow[] {
  const find = (metric: string, period: "trailing_90d" | "all") => metrics.find("sdr", person_id, metric, period);
  return listHeadlines(metrics).flatMap((metric): MetricRow[] => {
    const recent = find(metric, "trailing_90d");
    const ever = find(metric, "all");
    if (recent && (recent.maturity !== "too_few" || !ever || ever.maturity === "too_few")) return [recent];
    return ever ? [ever] : [];
  });
}

/** A person's row. */
export function makeScorecardRow({metrics}: Ground, person: Person, handoffs: number): ScorecardRow {
  const names = listHeadlines(metrics);
  const trend = metrics.of("sdr", person.person_id).filter((row) => row.metric === names[0] && row.period === "month");
  return {
    slug: person.slug,
    name: person.name,
    tenure_days: person.tenure_days,
    is_ramping: person.tenure_days !== null && person.tenure_days < RAMP_DAYS,
    is_current: person.is_current,
    handoffs,
    cells: listCells({metrics}, person),
    trend: trend.map((row) => ({month: row.period_start, numerator: row.numerator ?? 0, denominator: row.denominator ?? 0})),
  };
}
