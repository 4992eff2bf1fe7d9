import {asText} from "../cast.js";
import {BIGINT, BOOL, FLOAT, TEXT, clickhouseType, orNull, sumType, type Type} from "../types.js";
import {call, type Value} from "../value.js";
import {placeOf} from "./lists.js";

/** One key of an order, as DuckDB means it: nulls last either way unless asked for. */
export interface OrderKey {
  value: Value;
  isDescending: boolean;
  isNullsFirst: boolean;
}

/** A call of an aggregate. Rules for windows are the same ones. */
export interface AggregateCall {
  name: string;
  args: readonly Value[];
  isDistinct: boolean;
  /** The condition of its FILTER. */
  filter?: string;
  order: readonly OrderKey[];
  refuse(why: string): never;
}
/** Of a list the aggregate of no rows is null. */
const none = orNull;
export type AggregateRule = (given: AggregateCall) => Value;

/** The call with its filter, where there is one. */
const apply = (given: Pick<AggregateCall, "filter">, name: string, ...args: string[]): string =>
  given.filter === undefined ? call(name, ...args) : call(`${name}If`, ...args, given.filter);

/** What a value is ordered by: an ENUM by the place of its word. */
export const orderable = ({sql, type}: Value): string => (type.kind === "enum" ? placeOf(sql, type.words) : sql);

const plain =
  (name: string, type: (of: Type) => Type): AggregateRule =>
  (given) => ({sql: apply(given, name, ...given.args.map(({sql}) => sql)), type: type(given.args[0]!.type)});

const extreme =
  (name: string): AggregateRule =>
  (given) => {
    const [value] = given.args as [Value];
    if (value.type.kind !== "enum") return {sql: apply(given, name, value.sql), type: value.type};
    return {sql: apply(given, name === "max" ? "argMax" : "argMin", value.sql, orderable(value)), type: value.type};
  };

/** Rows in which either is null are left out by both engines. A list is wrapped, for it cannot be null itself. */
const atExtreme =
  (name: string): AggregateRule =>
  (given) => {
    const [value, by] = given.args as [Value, Value];
    return {sql: apply(given, name, value.sql, orderable(by)), type: none(value.type)};
  };

const count: AggregateRule = (given) => {
  const args = given.args.map(({sql, type}) => (type.kind === "list" ? `if(empty(${sql}), NULL, 1)` : sql));
  // Unsigned beside signed has no common type in ClickHouse.
  return {sql: `toInt64(${apply(given, given.isDistinct ? "uniqExact" : "count", ...args)})`, type: BIGINT};
};

/** Keys in ClickHouse's only order: ascending, without nulls. */
function sortKeys(order: readonly OrderKey[], given: AggregateCall): string[] {
  return order.flatMap(({value, isDescending, isNullsFirst}) => {
    const {type} = value;
    const isNull = `isNull(${value.sql})`;
    const flag = isNullsFirst ? `NOT ${isNull}` : isNull;
    if (type.kind === "text" && isDescending) given.refuse("an aggregate in descending order of texts");
    if (type.kind === "text") return [flag, `ifNull(${value.sql}, '')`];
    const number = ["date", "timestamp", "zoned"].includes(type.kind)
      ? `toUnixTimestamp64Micro(toDateTime64(${value.sql}, 6, 'UTC'))`
      : orderable(value);
    return [flag, `ifNull(${isDescending ? `-(${number})` : number}, 0)`];
  });
}

/** All values in order, nulls kept, each in a tuple. */
function inOrder(given: AggregateCall): string {
  const [value] = given.args as [Value];
  const keys = sortKeys(given.order, given);
  const wrapped = `CAST(${value.sql} AS ${clickhouseType(value.type)})`;
  const group = apply(given, "groupArray", `tuple(${[wrapped, ...keys].join(", ")})`);
  return keys.length === 0 ? group : `arraySort(t -> tuple(${keys.map((_, place) => `t.${place + 2}`).join(", ")}), ${group})`;
}

const list: AggregateRule = (given) => {
  const [value] = given.args as [Value];
  const type: Type = {kind: "list", of: value.type, empty: "null"};
  if (!given.isDistinct) return {sql: `arrayMap(t -> t.1, ${inOrder(given)})`, type};
  const isOwnOrder = given.order.every(({value: key, isDescending}) => key.sql === value.sql && !isDescending);
  if (!isOwnOrder) given.refuse("list(distinct …) in another order than its own");
  return {sql: `arraySort(${apply(given, "groupUniqArray", value.sql)})`, type};
};

const first: AggregateRule = (given) => {
  const [value] = given.args as [Value];
  if (given.order.length === 0) return {sql: apply(given, "first_value_respect_nulls", value.sql), type: value.type};
  return {sql: `tupleElement(arrayElement(${inOrder(given)}, 1), 1)`, type: none(value.type)};
};

/** Texts with something between them; of none, null. */
const joined: AggregateRule = (given) => {
  const [value, separator] = given.args as [Value, Value];
  const items = list({...given, args: [{sql: asText(value), type: TEXT}], order: given.order}).sql;
  const known = `arrayFilter(x -> isNotNull(x), ${items})`;
  return {sql: `if(empty(${known}), NULL, arrayStringConcat(${known}, ${separator.sql}))`, type: TEXT};
};

/** Of one value there is no spread, where ClickHouse has NaN. */
const spread =
  (name: string): AggregateRule =>
  (given) => {
    const [{sql}] = given.args as [Value];
    return {sql: `if(${apply(given, "count", sql)} < 2, NULL, ${apply(given, name, sql)})`, type: FLOAT};
  };

export const AGGREGATES: Readonly<Record<string, AggregateRule>> = {
  count,
  count_star: count,
  sum: plain("sum", sumType),
  avg: plain("avg", () => FLOAT),
  mean: plain("avg", () => FLOAT),
  min: extreme("min"),
  max: extreme("max"),
  arg_min: atExtreme("argMin"),
  arg_max: atExtreme("argMax"),
  min_by: atExtreme("argMin"),
  max_by: atExtreme("argMax"),
  bool_or: plain("max", () => BOOL),
  bool_and: plain("min", () => BOOL),
  bit_or: plain("groupBitOr", (type) => type),
  bit_and: plain("groupBitAnd", (type) => type),
  any_value: plain("any", none),
  first,
  arbitrary: first,
  list,
  array_agg: list,
  string_agg: joined,
  stddev_samp: spread("stddevSamp"),
  var_samp: spread("varSamp"),
};
