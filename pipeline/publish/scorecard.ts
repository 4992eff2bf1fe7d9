/** Scorecards: a row per SDR, a cell per headline metric. */
import type {MetricRow, PersonCell, ScorecardRow} from "../contract/datasets.js";
import type {BesideBook} from "./beside.js";
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
export function makeScorecardRow({metrics}: Ground, person: Person, handoffs: number, besides: BesideBook): ScorecardRow {
  const names = listHeadlines(metrics);
  const trend = metrics.of("sdr", person.person_id).filter((row) => row.metric === names[0] && row.period === "month");
  return {
    slug: person.slug,
    name: person.name,
    tenure_days: person.tenure_days,
    is_ramping: person.tenure_days !== null && person.tenure_days < RAMP_DAYS,
    is_current: person.is_current,
    handoffs,
    cells: listCells({metrics}, person).map(besides.add),
    trend: trend.map((row) => ({month: row.period_start, numerator: row.numerator ?? 0, denominator: row.denominator ?? 0})),
  };
}

/** What a scorecard shows of a cell: the adjusted score or the shrunk rate where there is one, else the plain number. */
export const fairOf = (cell: PersonCell): Pick<MetricRow, "value" | "lower" | "upper"> =>
  cell.beside?.find(({what}) => what === "adjusted" || what === "shrunk") ?? cell;

/** Metrics of which two people's intervals do not meet. Where all meet, an order would be one of chance. */
export function listToldApart(rows: readonly ScorecardRow[]): string[] {
  const cells = rows.flatMap((row) => row.cells).filter(({maturity}) => maturity !== "too_few");
  return [...new Set(cells.map(({metric}) => metric))].filter((metric) => {
    const own = cells.filter((cell) => cell.metric === metric).map(fairOf);
    const ends = own.flatMap(({lower, upper}) => (lower === null || upper === null ? [] : [{lower, upper}]));
    return Math.max(...ends.map(({lower}) => lower)) > Math.min(...ends.map(({upper}) => upper));
  });
}
