import {castTo, microsOf, UNITS as LENGTHS} from "../cast.js";
import {BIGINT, DATE, FLOAT, TEXT, TIMESTAMP, type Type} from "../types.js";
import {call, quoteLiteral, type Value} from "../value.js";
import type {Call, Rule, Rules} from "./rule.js";

const INTERVAL: Type = {kind: "interval"};
const interval =
  (unit: string): Rule =>
  ({args: [a]}) => ({
    sql: call(`toInterval${unit}`, `toInt64(${a!.sql})`),
    type: INTERVAL,
    constant:
      typeof a!.constant === "number" && LENGTHS[unit.toLowerCase()] ? a!.constant * LENGTHS[unit.toLowerCase()]! : undefined,
  });
const part =
  (name: string): Rule =>
  ({args: [a]}) => ({sql: `toInt64(${name}(${a!.sql}))`, type: BIGINT});

/** ClickHouse wants a zone that is the same for all rows; it stands in the settings, a table of one row. */
function timezone(given: Call): Value {
  const [zone, at] = given.args as [Value, Value];
  const name = given.constant(zone);
  if (typeof name !== "string") given.refuse("a time zone that is no setting");
  if (at.type.kind === "zoned") {
    if (name === "UTC") return {sql: at.sql, type: TIMESTAMP};
    return {sql: `addSeconds(${at.sql}, timezoneOffset(toTimeZone(${at.sql}, ${quoteLiteral(name)})))`, type: TIMESTAMP};
  }
  const local = castTo(at, TIMESTAMP).sql;
  return {sql: name === "UTC" ? local : fromLocal(local, name), type: {kind: "zoned"}};
}

/**
 * The instant of a local time. One that clocks show twice is the later one, and one that they skip goes by the clock before; ClickHouse
 * takes the earlier one by itself.
 */
function fromLocal(local: string, zone: string): string {
  const offset = (at: string) => `timezoneOffset(toTimeZone(${at}, ${quoteLiteral(zone)}))`;
  const [before, after] = [offset(`subtractDays(${local}, 1)`), offset(`addDays(${local}, 1)`)];
  const later = `subtractSeconds(${local}, ${after})`;
  return `if(${offset(later)} = ${after}, ${later}, subtractSeconds(${local}, ${before}))`;
}

const UNITS = ["microsecond", "millisecond", "second", "minute", "hour", "day", "month", "quarter", "year"];

/** Boundaries between two instants, which both engines count alike; but weeks, before 1970. */
const difference: Rule = (given) => {
  const unit = given.literal(0).replace(/s$/, "");
  if (!UNITS.includes(unit)) given.refuse(`date_diff of ${unit}`);
  return {sql: `toInt64(dateDiff('${unit}', ${given.args[1]!.sql}, ${given.args[2]!.sql}, 'UTC'))`, type: BIGINT};
};

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const nameOf = (names: readonly string[], place: string): string => `[${names.map(quoteLiteral).join(", ")}][${place}]`;
const twoDigits = (sql: string): string => `leftPad(toString(${sql}), 2, '0')`;

/** What each letter of strftime writes. */
const LETTERS: Record<string, (x: string) => string> = {
  Y: (x) => `leftPad(toString(toYear(${x})), 4, '0')`,
  m: (x) => twoDigits(`toMonth(${x})`),
  d: (x) => twoDigits(`toDayOfMonth(${x})`),
  H: (x) => twoDigits(`toHour(${x})`),
  M: (x) => twoDigits(`toMinute(${x})`),
  S: (x) => twoDigits(`toSecond(${x})`),
  b: (x) => nameOf(MONTHS.map((month) => month.slice(0, 3)), `toMonth(${x})`),
  B: (x) => nameOf(MONTHS, `toMonth(${x})`),
  "-d": (x) => `toString(toDayOfMonth(${x}))`,
  "-m": (x) => `toString(toMonth(${x}))`,
  "-H": (x) => `toString(toHour(${x}))`,
}; // prettier-ignore

const write: Rule = (given) => {
  const at = given.args[0]!;
  const parts = given.literal(1).match(/%-?[A-Za-z]|[^%]+/g) ?? [];
  const written = parts.map((sign) => {
    if (!sign.startsWith("%")) return quoteLiteral(sign);
    return LETTERS[sign.slice(1)]?.(at.sql) ?? given.refuse(`strftime with ${sign}`);
  });
  return {sql: `if(isNull(${at.sql}), NULL, concat('', ${written.join(", ")}))`, type: TEXT};
};

/** The day that a text says; what stands behind a null of ClickHouse's is read too, and may be no day. */
const dayFrom = (text: string): string => `if(isNull(${text}), NULL, toDateTime64(ifNull(${text}, '1970-01-01'), 0, 'UTC'))`;

const makeDate: Rule = ({args}) => {
  const padded = (sql: string, width: number) => `leftPad(toString(${sql}), ${width}, '0')`;
  const [year, month, day] = args as [Value, Value, Value];
  return {sql: dayFrom(`concat(${padded(year.sql, 4)}, '-', ${padded(month.sql, 2)}, '-', ${padded(day.sql, 2)})`), type: DATE};
};

/** The first of a month, quarter or year, from its number of months; ClickHouse's own function knows no year before 1900. */
const truncate: Rule = (given) => {
  const [unit, at] = [given.literal(0), given.args[1]!];
  const day = castTo(at, DATE).sql;
  const monday = `subtractDays(${day}, toDayOfWeek(${day}) - 1)`;
  const ofMonth = (month: string) => dayFrom(`concat(leftPad(toString(toYear(${day})), 4, '0'), '-', ${month}, '-01')`);
  const sql = {
    day,
    week: monday,
    month: ofMonth(twoDigits(`toMonth(${day})`)),
    quarter: ofMonth(twoDigits(`toQuarter(${day}) * 3 - 2`)),
    year: ofMonth("'01'"),
  }[unit];
  return castTo({sql: sql ?? given.refuse(`date_trunc to ${unit}`), type: DATE}, TIMESTAMP);
};

export const TIMES: Rules = {
  timezone,
  date_diff: difference,
  datediff: difference,
  date_trunc: truncate,
  strftime: write,
  make_date: makeDate,
  make_timestamp: ({args: [a]}) => ({sql: `fromUnixTimestamp64Micro(toInt64(${a!.sql}), 'UTC')`, type: TIMESTAMP}),
  to_timestamp: ({args: [a]}) => ({sql: `fromUnixTimestamp64Micro(toInt64(${a!.sql} * 1000000), 'UTC')`, type: {kind: "zoned"}}),
  epoch: ({args: [a]}) => ({sql: `(${a!.type.kind === "span" ? a!.sql : microsOf(a!)} / 1000000)`, type: FLOAT}),
  epoch_us: ({args: [a]}) => ({sql: microsOf(a!), type: BIGINT}),
  epoch_ms: ({args: [a]}) => ({sql: `intDiv(${microsOf(a!)}, 1000)`, type: BIGINT}),
  to_days: interval("Day"),
  to_hours: interval("Hour"),
  to_minutes: interval("Minute"),
  to_seconds: interval("Second"),
  to_months: interval("Month"),
  to_years: interval("Year"),
  to_weeks: interval("Week"),
  year: part("toYear"),
  month: part("toMonth"),
  day: part("toDayOfMonth"),
  hour: part("toHour"),
  minute: part("toMinute"),
  isodow: part("toDayOfWeek"),
  quarter: part("toQuarter"),
  dayname: ({args: [a]}) => ({sql: call("dateName", "'weekday'", a!.sql), type: TEXT}),
  monthname: ({args: [a]}) => ({sql: nameOf(MONTHS, `toMonth(${a!.sql})`), type: TEXT}),
};
