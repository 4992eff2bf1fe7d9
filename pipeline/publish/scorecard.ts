/** Scorecards: a row per SDR, a cell per headline metric. */
import type {MetricRow, ScorecardRow} from "../contract/datasets.js";
import type {Ground, Person} from "./ground.js";
import {listHeadlines} from "./headline.js";

/** Until then a new SDR is compared with new SDRs. */
const RAMP_DAYS = 90;

/** A row; its cells stand over the last 90 days, and over all time where those hold too few. */
export function makeScorecardRow({metrics}: Ground, person: Person, handoffs: number): ScorecardRow {
  const names = listHeadlines(metrics);
  const find = (metric: string, period: "trailing_90d" | "all") => metrics.find("sdr", person.person_id, metric, period);
  const cells = names.flatMap((metric): MetricRow[] => {
    const recent = find(metric, "trailing_90d");
    const ever = find(metric, "all");
    if (recent && (recent.maturity !== "too_few" || !ever || ever.maturity === "too_few")) return [recent];
    return ever ? [ever] : [];
  });
  const trend = metrics.of("sdr", person.person_id).filter((row) => row.metric === names[0] && row.period === "month");
  return {
    slug: person.slug,
    name: person.name,
    tenure_days: person.tenure_days,
    is_ramping: person.tenure_days !== null && person.tenure_days < RAMP_DAYS,
    is_current: person.is_current,
    handoffs,
    cells,
    trend: trend.map((row) => ({month: row.period_start, numerator: row.numerator ?? 0, denominator: row.denominator ?? 0})),
  };
}
