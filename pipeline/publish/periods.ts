/** Which period a metric is shown for. */
import type {MetricRow} from "../contract/datasets.js";
import type {Period} from "../contract/vocabulary.js";

/** The latest period with enough mature members: named by its start, never silently this month. Rows in order of period. */
export function findLatest(rows: readonly MetricRow[], period: Period): MetricRow | undefined {
  return rows.filter((row) => row.period === period && row.maturity !== "too_few").at(-1);
}

/** The adjacent period before, when it holds enough. */
export function findPrevious(row: MetricRow, rows: readonly MetricRow[]): MetricRow | undefined {
  const months = row.period === "month" ? 1 : row.period === "quarter" ? 3 : 0;
  if (months === 0) return undefined;
  const start = new Date(`${row.period_start}T00:00:00Z`);
  start.setUTCMonth(start.getUTCMonth() - months);
  const wanted = start.toISOString().slice(0, 10);
  return rows.find(
    (candidate) => candidate.period === row.period && candidate.period_start === wanted && candidate.maturity !== "too_few",
  );
}
