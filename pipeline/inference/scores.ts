/** `adjusted_quality_score`: AEs' ratings with what each AE tends to give taken out. */
import type {MetricName} from "../contract/metrics.js";
import {PERIODS, type Period} from "../contract/vocabulary.js";
import type {Database} from "../db.js";
import {groupBy} from "../group-by.js";
import {enumOf, RECENT_STEP, spreadOverPeriods} from "../metrics/periods.js";
import {readNames, type MemberTable} from "./members.js";
import {fitRatings, type RatingCell, type RatingFit} from "../stats/ratings.js";

const RATING: MetricName = "handoff_quality_score";

/** The fit of one period; `step` numbers it among those of its kind. */
export interface PeriodFit {
  period: Period;
  step: number;
  fit: RatingFit;
  /** Ratings of each SDR by each AE. */
  cells: RatingCell[];
}

/**
 * Crossed effects of SDRs and AEs on the ratings of held meetings, for all time, the last 90 days and each quarter: a month holds too
 * few.
 */
export async function fitScores(db: Database, tables: readonly MemberTable[]): Promise<PeriodFit[]> {
  const cells = await readRatings(db, tables);
  const periods = [...groupBy(cells, ({period, step}) => `${period}\t${step}`).values()];
  return periods.flatMap((own): PeriodFit[] => {
    const fit = fitRatings(own);
    return fit ? [{period: own[0]!.period, step: own[0]!.step, fit, cells: own}] : [];
  });
}

type PeriodCell = RatingCell & {period: Period; step: number};

/** Ratings of every SDR by every AE, in order of period and name. */
async function readRatings(db: Database, tables: readonly MemberTable[]): Promise<PeriodCell[]> {
  const table = tables.find(({metrics}) => metrics.some(({name}) => name === RATING));
  if (!table) return [];
  const [sdrs, aes] = [await readNames(db, "sdr_id"), await readNames(db, "ae_id")];
  const {length, period, step, sdr, ae, n, sum, sum_of_squares} = await db.columns<
    "period" | "step" | "sdr" | "ae" | "n" | "sum" | "sum_of_squares"
  >(`
    with months as (
      select sdr_id, ae_id, month // 3 * 3 as month, is_recent, count(*) as n, sum(${RATING}) as y, sum(${RATING} * ${RATING}) as yy
      from ${table.name} where ${RATING} is not null and sdr_id is not null and ae_id is not null group by all
    ),
    spread as (select *, ${spreadOverPeriods("month", `case when is_recent then ${RECENT_STEP} end`, {months: false})} from months)
    select enum_code(period::${enumOf(PERIODS)})::integer as period, step::integer as step, enum_code(sdr_id)::integer as sdr, enum_code(ae_id)::integer as ae,
      sum(n)::integer as n, round(sum(y), 6) as sum, round(sum(yy), 6) as sum_of_squares
    from spread where period is not null group by all order by all`);
  return Array.from({length}, (_, k) => ({
    period: PERIODS[period[k]!]!,
    step: step[k]!,
    sdr_id: sdrs[sdr[k]!]!,
    ae_id: aes[ae[k]!]!,
    n: n[k]!,
    sum: sum[k]!,
    sum_of_squares: sum_of_squares[k]!,
  }));
}

/** How many ratings each SDR has. */
export function countRatings(cells: readonly RatingCell[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const {sdr_id, n} of cells) counts.set(sdr_id, (counts.get(sdr_id) ?? 0) + n);
  return counts;
}
