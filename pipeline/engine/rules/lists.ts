import {settle} from "../cast.js";
import {commonType, INTEGER, BIGINT, BOOL, NULL, TEXT, clickhouseType, readType, sumType, type Type} from "../types.js";
import {quoteLiteral, type Value} from "../value.js";
import {elementAt} from "./elements.js";
import {series} from "./series.js";
import type {Rule, Rules} from "./rule.js";

const elementOf = ({type}: Value): Type => (type.kind === "list" ? type.of : NULL);
const list = (sql: string, of: Type): Value => ({sql, type: {kind: "list", of}});

/** A list that is empty, or null, where another one is. */
const like = ({type}: Value, sql: string, of: Type): Value => ({
  sql,
  type: {kind: "list", of, empty: type.kind === "list" ? type.empty : undefined},
});

const make: Rule = ({args}) => {
  const of = args.map(({type}) => type).reduce(commonType, NULL);
  if (args.length === 0) return {sql: "[]", type: {kind: "list", of: NULL, empty: "list"}};
  // Of literals alone the type is sure; elsewhere an element may be null.
  const sql = `[${args.map((arg) => (of.kind === "struct" ? arg.sql : settle(arg, of))).join(", ")}]`;
  return list(
    of.kind === "null" || of.kind === "struct" || of.kind === "list" ? sql : `CAST(${sql} AS Array(${clickhouseType(of)}))`,
    of,
  );
};

const struct: Rule = ({args, node}) => {
  const names = (node.children as {alias: string}[]).map(({alias}) => alias);
  const casts = args.map(({sql, type}) =>
    type.kind === "null" ? "CAST(NULL AS Nullable(String))" : `CAST(${sql} AS ${clickhouseType(type)})`,
  );
  return {
    sql: `tuple(${casts.join(", ")})`,
    type: {kind: "struct", fields: args.map(({type}, place) => [names[place]!, type] as const)},
  };
};

const filter: Rule = (given) => {
  const [of] = given.args as [Value];
  const empty = of.type.kind === "list" && of.type.empty === "null" ? "either" : "list";
  return {sql: `arrayFilter(${given.lambda(1, elementOf(of)).sql}, ${of.sql})`, type: {kind: "list", of: elementOf(of), empty}};
};

const map: Rule = (given) => {
  const lambda = given.lambda(1, elementOf(given.args[0]!));
  return like(given.args[0]!, `arrayMap(${lambda.sql}, ${given.args[0]!.sql})`, lambda.type);
};

/** Sorted, nulls last in either direction unless asked for. */
const sort: Rule = (given) => {
  const [of] = given.args as [Value];
  const isDescending = given.args.length > 1 && given.literal(1).toLowerCase().startsWith("desc");
  const isNullsFirst = given.args.length > 2 && given.literal(2).toLowerCase().replace("_", " ") === "nulls first";
  const sorted = `${isDescending ? "arrayReverseSort" : "arraySort"}(arrayFilter(x -> isNotNull(x), ${of.sql}))`;
  const nulls = `arrayFilter(x -> isNull(x), ${of.sql})`;
  return like(of, `arrayConcat(${isNullsFirst ? nulls : sorted}, ${isNullsFirst ? sorted : nulls})`, elementOf(of));
};

/** Lists of a list, one after the other; of lists that are all empty it would be empty itself. */
function flat(of: Value): Value {
  const inner = elementOf(of);
  return {
    sql: `arrayFlatten(${of.sql})`,
    type: inner.kind === "list" ? {...inner, empty: inner.empty === "list" ? "either" : "null"} : inner,
  };
}

/** `from_json(text, '[["integer"]]')`: lists of whole numbers or texts. */
const fromJson: Rule = (given) => {
  const read = (shape: unknown): Type =>
    Array.isArray(shape) ? {kind: "list", of: read(shape[0])} : readType(String(shape).toUpperCase());
  const type = read(JSON.parse(given.literal(1)));
  // A null text is a null list, and a text of an empty list an empty one; ours name one element at least, or none at all.
  return {
    sql: `JSONExtract(ifNull(${given.args[0]!.sql}, ''), ${quoteLiteral(clickhouseType(type))})`,
    type: type.kind === "list" ? {...type, empty: "list"} : type,
  };
};

const enumRange: Rule = ({args: [of], refuse}) => {
  const words = of!.type.kind === "enum" ? of!.type.words : refuse(`enum_range of ${of!.type.kind}`);
  return list(`[${words.map(quoteLiteral).join(", ")}]`, of!.type);
};

/** Whether null is in a list, or anything in a null list, nobody knows. */
const contains: Rule = ({args: [of, one]}) => {
  const unknown = [
    one!.constant === undefined ? `isNull(${one!.sql})` : "",
    of!.type.kind === "list" && of!.type.empty === "null" ? `empty(${of!.sql})` : "",
  ];
  const known = `has(${of!.sql}, ${one!.sql})`;
  return {sql: unknown.some(Boolean) ? `if(${unknown.filter(Boolean).join(" OR ")}, NULL, ${known})` : known, type: BOOL};
};

export const LISTS: Rules = {
  unnest: ({args: [of]}) => ({sql: `arrayJoin(${of!.sql})`, type: elementOf(of!)}),
  generate_series: series,
  enum_range: enumRange,
  list_value: make,
  struct_pack: struct,
  row: ({args}) => ({
    sql: `tuple(${args.map(({sql}) => sql).join(", ")})`,
    type: {kind: "struct", fields: args.map(({type}, place) => [String(place + 1), type] as const)},
  }),
  list_contains: contains,
  list_has: contains,
  list_filter: filter,
  list_transform: map,
  list_apply: map,
  list_sort: sort,
  list_distinct: ({args: [of]}) => like(of!, `arrayDistinct(${of!.sql})`, elementOf(of!)),
  flatten: ({args: [of]}) => flat(of!),
  list_concat: ({args}) => list(`arrayConcat(${args.map(({sql}) => sql).join(", ")})`, elementOf(args[0]!)),
  array_to_string: ({args: [of, by]}) => ({sql: `arrayStringConcat(${of!.sql}, ${by!.sql})`, type: TEXT}),
  list_position: ({args: [of, one]}) => ({sql: `nullIf(toInt32(indexOf(${of!.sql}, ${one!.sql})), 0)`, type: INTEGER}),
  list_sum: ({args: [of]}) => {
    const known = `arrayFilter(x -> isNotNull(x), ${of!.sql})`;
    return {sql: `if(empty(${known}), NULL, arraySum(x -> assumeNotNull(x), ${known}))`, type: sumType(elementOf(of!))};
  },
  list_max: ({args: [of]}) => ({sql: `arrayMax(${of!.sql})`, type: elementOf(of!)}),
  list_min: ({args: [of]}) => ({sql: `arrayMin(${of!.sql})`, type: elementOf(of!)}),
  from_json: fromJson,
  list_extract: (given) => elementAt(given.args, given),
  enum_code: (given) => {
    const {sql, type} = given.args[0]!;
    if (type.kind !== "enum") return given.refuse(`enum_code of ${type.kind}`);
    return {sql: placeOf(sql, type.words), type: BIGINT};
  },
};

/** Where a word stands in its ENUM, from 0; null of null. */
export const placeOf = (sql: string, words: readonly string[]): string =>
  `if(isNull(${sql}), NULL, toInt64(indexOf([${words.map(quoteLiteral).join(", ")}], ${sql})) - 1)`;
