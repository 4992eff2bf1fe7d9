/** Periods in SQL: a period's `step` numbers it among those of its kind, so that the adjacent one before has one less. */
import {quoteText} from "../db.js";

/** SQL type of codes that read as words and sort in the order of the list. */
export const enumOf = (words: readonly string[]): string => `enum (${words.map(quoteText).join(", ")})`;

/** SQL of a word's place in the list. */
export const placeAmong = (words: readonly string[], column: string): string => `enum_code(${column}::${enumOf(words)})::integer`;

/** Months since the year 0 of a local time. */
export const monthOf = (local: string): string => `(year(${local}) * 12 + month(${local}) - 1)::integer`;

/** An instant in local time. */
export const localOf = (column: string, zone: string): string =>
  zone === "UTC" ? column : `timezone(${quoteText(zone)}, timezone('UTC', ${column}))`;

/** Months since the year 0 of an instant, in local time. */
export const monthNumber = (column: string, zone: string): string => monthOf(localOf(column, zone));

export {RECENT_STEP} from "./steps.js";

/**
 * SQL that turns a row of a month into a row for every period that it counts in, with the columns `period` and `step`; rows of no
 * period (null) are to be left out. `recent` is the step among the last 90 days, null where it is in none.
 */
export function spreadOverPeriods(month: string, recent: string, {months = true, quarters = true} = {}): string {
  const kinds = [
    ...(months ? [`{period: 'month', step: ${month}}`] : []),
    ...(quarters ? [`{period: 'quarter', step: ${month} // 3}`] : []),
    "{period: 'all', step: 0}",
    `{period: case when ${recent} is not null then 'trailing_90d' end, step: ${recent}}`,
  ];
  return `unnest([${kinds.join(", ")}], recursive := true)`;
}

/** SQL of a period's first day as `YYYY-MM-DD`, from its step; empty for periods without one. */
export const PERIOD_START = `case period
    when 'month' then strftime(make_date(step // 12, step % 12 + 1, 1), '%Y-%m-%d')
    when 'quarter' then strftime(make_date(step // 4, step % 4 * 3 + 1, 1), '%Y-%m-%d')
    else ''
  end`;
