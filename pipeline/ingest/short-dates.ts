/** Dates of three times two digits (26-09-08), whose year may stand first or last. */
import type {Count} from "./decide.js";

/** So far apart are the days of a column, and no further its years. */
const DAYS_APART = 8;
const YEARS_APART = 2;

/** Where the year stands in a column's short dates: `open` where nothing tells, undefined where it stands last, as day-first and month-first have it. */
export function judgeShort(get: Count, column: string): "year-first" | "open" | undefined {
  const short = get(column, "short");
  const isWhole = short > 0 && get(column, "year-first") >= short && get(column, "year at the beginning") >= short;
  // Among dates of another kind a few are slips, and tell nothing.
  if (!isWhole || Math.max(get(column, "day-first"), get(column, "month-first")) > short) return undefined;
  if (get(column, "year at the end") < short) return "year-first";
  const [first, last] = [get(column, "spread at the beginning"), get(column, "spread at the end")];
  if (first <= YEARS_APART && last >= DAYS_APART) return "year-first";
  if (last <= YEARS_APART && first >= DAYS_APART) return undefined;
  // With slashes or dots next to nobody writes the year first.
  return get(column, "dashed") === short ? "open" : undefined;
}

/** Where the year stands in each of a file's columns with short dates: columns of one file are written alike. */
export function settleShort(get: Count, columns: readonly string[]): Map<string, "year-first" | "open"> {
  const short = columns.filter((column) => get(column, "short") > 0);
  const verdicts = short.map((column) => judgeShort(get, column));
  const isFirst = verdicts.includes("year-first");
  return new Map(
    short.flatMap((column, index) => {
      const verdict = verdicts[index]!;
      if (verdict === undefined || (verdict === "open" && !isFirst && verdicts.includes(undefined))) return [];
      return [[column, isFirst ? "year-first" : verdict] as const];
    }),
  );
}
