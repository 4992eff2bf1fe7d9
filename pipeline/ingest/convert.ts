import type {Column} from "../contract/entities.js";
import {quoteText} from "../db.js";
import {normaliseValue} from "../profiles/index.js";
import {explainNumber, isDatedRange, isScientific, LOST_DIGITS, LOST_RANGE} from "./damage.js";
import {convertDuration, isOpenClock, OPEN_CLOCK, unitOf} from "./durations.js";
import {expandSalesforceId} from "./ids.js";
import {convertNumber, type NumberStyle} from "./numbers.js";
import {convertDate, convertTime, isShortDate, type TimeStyle} from "./times.js";
import {COMMON_VALUES} from "./values.js";

/** How the cells of one column are written. */
export interface Style {
  time: TimeStyle;
  number: NumberStyle;
  zone: string;
  /** Zone in which a day without a time begins. */
  dayZone: string;
  hasSalesforceIds: boolean;
  /** A spreadsheet has spoilt cells of this column. */
  isDamaged?: boolean;
  /** Spellings, normalised, and what they stand for. */
  values: Readonly<Record<string, string>>;
}

export interface Conversion {
  /** SQL of the canonical text; null where the cell holds none. */
  sql: string;
  /** SQL condition for a cell that is partly not what the column wants; without it, a filled cell is bad when it gives null. */
  bad?: string;
  /** What is wrong with a bad cell; blank when every cell will do. */
  reason: string;
  /** SQL text of what is wrong with a particular cell, where that can be said. */
  explanation?: string;
  hint?: string;
}

/** The canonical text of cell `x` (trimmed SQL text, null when blank) for a column. */
export function convertCell(column: Column, x: string, style: Style): Conversion {
  const hasValues = Object.keys(style.values).length > 0;
  const cell =
    hasValues && column.type !== "choice" && column.type !== "choices" ? `coalesce(${lookUp(x, style.values)}, ${x})` : x;
  switch (column.type) {
    case "id": {
      const id = style.hasSalesforceIds ? expandSalesforceId(cell) : cell;
      return style.isDamaged
        ? {sql: `case when not ${isScientific(cell)} then ${id} end`, ...LOST_DIGITS}
        : {sql: id, reason: ""};
    }
    case "text":
      return style.isDamaged
        ? {sql: `case when not ${isDatedRange(cell)} then ${cell} end`, ...LOST_RANGE}
        : {sql: cell, reason: ""};
    case "integer":
    case "number": {
      const told = describeNumber(column);
      const sql = convertNumber(cell, style.number, column);
      const unit = unitOf(column);
      const explanation = explainNumber(x, told.reason);
      if (unit === undefined) return {sql, ...told, explanation};
      return {
        sql: `coalesce(${convertDuration(cell, unit)}, ${sql})`,
        ...told,
        explanation:
          unit === 1 ? explanation : `case when ${isOpenClock(x)} then ${quoteText(OPEN_CLOCK)} else ${explanation} end`,
      };
    }
    case "boolean":
      return {
        sql: lookUp(cell, {...COMMON_VALUES.boolean, ...style.values}),
        reason: "is neither true nor false",
        hint: `map it under values.${column.name}`,
      };
    case "time":
      return {
        sql: convertTime(cell, style.time, style.zone, style.dayZone),
        ...describeTime("time", x, style.time),
      };
    case "date":
      return {sql: convertDate(cell, style.time), ...describeTime("date", x, style.time)};
    case "choice":
      return {sql: chooseFast(x, column, listChoices(column, style)), ...describeChoices(column)};
    case "choices": {
      // Some tools end a list as they part it.
      const parts = `list_transform(regexp_split_to_array(regexp_replace(${x}, '[;,|\\s]+$', ''), '\\s*[;,|\\n]\\s*'), lambda part: ${lookUp("part", listChoices(column, style))})`;
      const known = `list_sort(list_distinct(list_filter(${parts}, lambda part: part is not null)))`;
      return {
        sql: `nullif(array_to_string(${known}, ';'), '')`,
        bad: `${x} is not null and list_contains(list_transform(${parts}, lambda part: part is null), true)`,
        ...describeChoices(column),
      };
    }
  }
}

/** `lookUp` for a column of choices, whose canonical words count as they stand. */
function chooseFast(x: string, {choices = []}: Column, table: Readonly<Record<string, string>>): string {
  return lookUp(x, table, choices.filter((choice) => table[normaliseValue(choice)] === choice)); // prettier-ignore
}

/**
 * SQL that finds `x`, without regard to case, hyphens or underscores, among the keys of `table`. Most cells are written as the `own` words or the
 * keys are, which spares them the search; and what is searched for is worked out once, not for each key.
 */
function lookUp(x: string, table: Readonly<Record<string, string>>, own: readonly string[] = []): string {
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
  const plain = Object.entries(table).filter(([from]) => normaliseValue(from) === from);
  const written = new Map([
    ...own.map((word) => [word, word] as const),
    ...plain,
    ...plain.map(([from, to]) => [capital(from), to] as const).filter(([word]) => Object.hasOwn(table, normaliseValue(word))),
  ]);
  const list = (words: Iterable<readonly [string, string]>) => [...words].map(([from, to]) => `when ${quoteText(from)} then ${quoteText(to)}`).join(" "); // prettier-ignore
  const found = `list_transform([replace(replace(lower(trim(${x})), '-', ' '), '_', ' ')], lambda word: case word ${list(Object.entries(table))} end)[1]`;
  return /^"?\w+"?$/.test(x) ? `case ${x} ${list(written)} else ${found} end` : found;
}

function listChoices(column: Column, style: Style): Record<string, string> {
  const own = Object.fromEntries((column.choices ?? []).map((choice) => [normaliseValue(choice), choice]));
  const common = Object.entries(COMMON_VALUES[column.name] ?? {}).filter(([, to]) => column.choices?.includes(to));
  return {...Object.fromEntries(common.map(([from, to]) => [normaliseValue(from), to])), ...own, ...style.values};
}

function describeChoices(column: Column): {reason: string; hint: string} {
  return {reason: `is none of ${(column.choices ?? []).join(", ")}`, hint: `map it under values.${column.name}`};
}

const OPEN_YEAR = "may have its year first or last: say dates for this source, such as %y-%m-%d or day-first";

/** What is wrong with a cell that is no time or date, and how it was looked at. */
function describeTime(what: "time" | "date", x: string, style: TimeStyle): Pick<Conversion, "reason" | "explanation" | "hint"> {
  const reason = `is no ${what}`;
  const form = what === "time" ? "ISO 8601" : "YYYY-MM-DD";
  const read = style === "day-first" || style === "month-first" ? `the column is read as ${style}: ` : "";
  // Days since the end of 1899, as spreadsheets count them; those of this century.
  const serial = `case when regexp_full_match(${x}, '[34567][0-9]{4}([.,][0-9]+)?') then try_cast(replace(${x}, ',', '.') as double) end`;
  const told = `strftime(timestamp '1899-12-30' + to_seconds(round(${serial} * 86400)::bigint), '%Y-%m-%d %H:%M')`;
  const short = style === "iso" ? `case when ${isShortDate(x)} then ${quoteText(OPEN_YEAR)} end, ` : "";
  const explanation = `coalesce(${short}'is a spreadsheet''s number for ' || ${told} || ': format the column as a date before it is saved as CSV', ${quoteText(reason)})`;
  return {reason, explanation, hint: `${read}use ${form}, or set dates for this source`};
}

function describeNumber({type, min, max}: Column): {reason: string; hint?: string} {
  const bounds =
    min !== undefined && max !== undefined
      ? ` from ${min} to ${max}`
      : min !== undefined
        ? ` of at least ${min}`
        : max !== undefined
          ? ` of at most ${max}`
          : "";
  return {reason: `is no ${type === "integer" ? "whole number" : "number"}${bounds}`};
}
