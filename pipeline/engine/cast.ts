import {floatAsText} from "./float-text.js";
import {readInstant} from "./read-instant.js";
import {CannotCarry} from "./tree.js";
import {clickhouseType, isInstant, orNull, type Type} from "./types.js";
import {call, quoteLiteral, type Value} from "./value.js";

// A literal of such a size is unsigned there, and a rest by it one of an unsigned number.
const DAY = "toInt64(86400000000)";
const micros = (sql: string): string => `toUnixTimestamp64Micro(toDateTime64(${sql}, 6, 'UTC'))`;

/** Microseconds since 1970 of an instant or a day. */
export const microsOf = (value: Value): string =>
  value.type.kind === "date" ? micros(value.sql) : call("toUnixTimestamp64Micro", value.sql);

/** A value as DuckDB writes it. */
export function asText(value: Value): string {
  const {sql, type} = value;
  switch (type.kind) {
    case "text":
    case "enum":
      return sql;
    case "null":
      return "CAST(NULL AS Nullable(String))";
    case "int":
      return call("toString", sql);
    case "bool":
      return `multiIf(${sql}, 'true', isNull(${sql}), NULL, 'false')`;
    case "date":
      return `substring(toString(${sql}), 1, 10)`;
    case "timestamp":
      return `replaceRegexpOne(toString(${sql}), '\\\\.?0+$', '')`;
    case "float":
      return floatAsText(sql);
    default:
      throw new CannotCarry(`no rule writes ${type.kind} as text`);
  }
}

/** CAST and TRY_CAST (`gently`: null instead of an error). */
export function castTo(value: Value, type: Type, gently = false): Value {
  const {type: from} = value;
  const to: Type =
    type.kind === "list" && from.kind === "list" ? {...type, empty: from.empty} : from.kind === "null" ? orNull(type) : type;
  if (type.kind === "interval" && typeof value.constant === "string") return toInterval(value.constant);
  return {
    sql: cast(value, type, gently),
    type: to,
    origin: value.origin,
    constant: typeof value.constant === "number" ? value.constant : undefined,
  };
}

function cast(value: Value, type: Type, gently: boolean): string {
  const {sql, type: from} = value;
  if (from.kind === "null")
    return type.kind === "list" ? `CAST([] AS ${clickhouseType(type)})` : `CAST(NULL AS ${clickhouseType(type)})`;
  switch (type.kind) {
    case "text":
      return asText(value);
    case "enum":
      if (from.kind === "text" || from.kind === "enum") return sql;
      break;
    case "int":
      return toInteger(value, type.name, gently);
    case "float":
    case "decimal":
      if (from.kind === "text") return gently ? call("toFloat64OrNull", `trimBoth(${sql})`) : `CAST(${sql} AS Nullable(Float64))`;
      return call("toFloat64", sql);
    case "bool":
      return toBoolean(value, gently);
    case "date":
      return toDate(value, gently);
    case "timestamp":
    case "zoned":
      return gently && from.kind === "text" && value.constant === undefined
        ? readInstant(sql, type.kind === "zoned")
        : toInstant(value);
    case "time":
      if (typeof value.constant === "string") return String(microsOfDay(value.constant));
      if (isInstant(from)) return `positiveModulo(${microsOf(value)}, ${DAY})`;
      break;
    case "list":
      if (from.kind === "list") return `CAST(${sql} AS ${clickhouseType(type)})`;
      break;
  }
  throw new CannotCarry(`no rule casts ${from.kind} to ${type.kind}`);
}

/** `interval '14 days'`. */
function toInterval(text: string): Value {
  const [, count, unit] = /^(-?\d+) (second|minute|hour|day|week|month|year)s?$/.exec(text) ?? [];
  if (!unit) throw new CannotCarry(`no rule reads the interval ${text}`);
  const long = UNITS[unit];
  const sql = `toInterval${unit[0]!.toUpperCase()}${unit.slice(1)}(${count})`;
  return {sql, type: {kind: "interval"}, constant: long === undefined ? undefined : Number(count) * long};
}

/** Microseconds of the units that are always as long. */
export const UNITS: Readonly<Record<string, number>> = {second: 1e6, minute: 60e6, hour: 3600e6, day: 86_400e6, week: 604_800e6};

const microsOfDay = (clock: string): number => {
  const [hours, minutes, seconds = "0"] = clock.split(":");
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1e6;
};

/** DuckDB rounds a double to even and a decimal away from zero; ClickHouse cuts either. */
function toInteger({sql, type}: Value, name: string, gently: boolean): string {
  const to = name === "INTEGER" ? "toInt32" : "toInt64";
  if (type.kind === "float") return call(to, `roundBankers(${sql})`);
  if (type.kind === "decimal") return call(to, `if(${sql} < 0, ceil(${sql} - 0.5), floor(${sql} + 0.5))`);
  if (type.kind === "text" && !gently) return `CAST(${sql} AS Nullable(${to.slice(2)}))`;
  if (type.kind === "text") {
    // A text of a broken number is rounded away from zero.
    const number = `toFloat64OrNull(trimBoth(${sql}))`;
    const rounded = `if(abs(${number}) < 9e18, if(${number} < 0, ceil(${number} - 0.5), floor(${number} + 0.5)), NULL)`;
    return `coalesce(${to}OrNull(trimBoth(${sql})), ${to}(${rounded}))`;
  }
  if (type.kind === "int" || type.kind === "bool" || type.kind === "time") return call(to, sql);
  throw new CannotCarry(`no rule casts ${type.kind} to a whole number`);
}

function toBoolean({sql, type, constant}: Value, gently: boolean): string {
  if (typeof constant === "string") return /^(t|true|1|y|yes)$/i.test(constant) ? "true" : "false";
  if (type.kind === "bool") return sql;
  if (type.kind === "int" || type.kind === "float") return `(${sql} != 0)`;
  if (type.kind !== "text") throw new CannotCarry(`no rule casts ${type.kind} to a truth`);
  const other = gently ? "CAST(NULL AS Nullable(Bool))" : "toBool(lower(" + sql + "))";
  return `multiIf(lower(${sql}) IN ('true', 't', '1', 'yes', 'y'), true, lower(${sql}) IN ('false', 'f', '0', 'no', 'n'), false, isNull(${sql}), CAST(NULL AS Nullable(Bool)), ${other})`;
}

function toDate(value: Value, gently: boolean): string {
  const {sql, type, constant} = value;
  if (typeof constant === "string") return `toDateTime64(${quoteLiteral(constant.slice(0, 10))}, 0, 'UTC')`;
  if (type.kind === "date") return sql;
  if (isInstant(type)) return dayOf(microsOf(value));
  if (type.kind !== "text") throw new CannotCarry(`no rule casts ${type.kind} to a day`);
  if (!gently) return `CAST(substring(${sql}, 1, 10) AS Nullable(DateTime64(0, 'UTC')))`;
  const parsed = `toDateTime64OrNull(substring(${sql}, 1, 10), 0, 'UTC')`;
  // ClickHouse takes the 30th of February for the 1st of March.
  return `if(substring(toString(${parsed}), 1, 10) = substring(${sql}, 1, 10), ${parsed}, NULL)`;
}

/** The day in which so many microseconds since 1970 lie. */
const dayOf = (sql: string): string =>
  `fromUnixTimestamp64Second(intDiv(${sql} - positiveModulo(${sql}, ${DAY}), 1000000), 'UTC')`;

function toInstant({sql, type, constant}: Value): string {
  if (typeof constant === "string") return `toDateTime64(${quoteLiteral(constant.replace("T", " "))}, 6, 'UTC')`;
  if (type.kind === "date") return `toDateTime64(${sql}, 6, 'UTC')`;
  if (isInstant(type)) return sql;
  if (type.kind !== "text") throw new CannotCarry(`no rule casts ${type.kind} to an instant`);
  return `CAST(replaceOne(${sql}, 'T', ' ') AS Nullable(DateTime64(6, 'UTC')))`;
}

/** A branch's value where all branches must be of one type: ClickHouse does not turn days into instants, or truths into numbers, by itself. */
export function settle(value: Value, type: Type): string {
  if (value.type.kind === "null") return type.kind === "list" ? castTo(value, type).sql : "NULL";
  if (value.type.kind === type.kind || type.kind === "null")
    return value.type.kind === "bool" ? `toBool(${value.sql})` : value.sql;
  if (value.type.kind === "list") return value.sql;
  return castTo(value, type).sql;
}
