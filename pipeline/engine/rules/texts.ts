import {asText} from "../cast.js";
import {BIGINT, BOOL, INTEGER, TEXT} from "../types.js";
import {call, escapePattern, quoteLiteral, type Value} from "../value.js";
import {format} from "./format.js";
import type {Call, Rule, Rules} from "./rule.js";

const text = (sql: string): Value => ({sql, type: TEXT});
const number = (sql: string): Value => ({sql: `toInt64(${sql})`, type: BIGINT});
const truth = (sql: string): Value => ({sql, type: BOOL});
export const literal = (constant: string): Value => ({sql: quoteLiteral(constant), type: TEXT, constant});
const of =
  (name: string, make: (sql: string) => Value = text): Rule =>
  ({args}) =>
    make(call(name, ...args.map(({sql}) => sql)));

/** Literals put together are a literal: rules of patterns and trimming need to know them. */
const join: Rule = ({args}) => {
  if (args.some(({type}) => type.kind === "list"))
    return {sql: call("arrayConcat", ...args.map(({sql}) => sql)), type: args[0]!.type};
  if (args.every(({constant}) => typeof constant === "string")) return literal(args.map(({constant}) => constant).join(""));
  return text(call("concat", ...args.map(asText)));
};

/** The texts of a list, nulls left out, with something between them. */
const between = (items: readonly string[], separator: string): string =>
  `arrayStringConcat(CAST([${items.join(", ")}] AS Array(Nullable(String))), ${separator})`;

/**
 * Trims signs, or without any all spaces. ClickHouse takes bytes for signs, so that half of a wider one would be cut off: quick where none is
 * wider, and otherwise by a pattern, which looks at a text's end first, since one for the end alone would be tried everywhere.
 */
const trim =
  (left: boolean, right: boolean): Rule =>
  (given) => {
    const {sql} = given.args[0]!;
    const signs = given.args.length === 1 ? undefined : [...given.literal(1)];
    const narrow = signs?.filter((sign) => sign < "\x80") ?? [" "];
    const side = left && right ? "Both" : left ? "Left" : "Right";
    const quick = narrow.length > 0 ? `trim${side}(${sql}, ${quoteLiteral(narrow.join(""))})` : sql;
    if (signs && narrow.length === signs.length) return text(quick);
    const any = signs ? `[${signs.map(escapePattern).join("")}]+` : "\\p{Zs}+";
    const start = left ? `replaceRegexpOne(${sql}, ${quoteLiteral(`^${any}`)}, '')` : sql;
    const end = quoteLiteral(`${any}$`);
    const both = right ? `if(match(substring(${start}, -4), ${end}), replaceRegexpOne(${start}, ${end}, ''), ${start})` : start;
    return text(`if(isASCII(${sql}), ${quick}, ${both})`);
  };

/** In ClickHouse a dot means a line's end too, unless it is told otherwise. */
function pattern(given: Call, options = ""): string {
  const flags = options.includes("i") ? "(?i-s)" : "(?-s)";
  const {constant, sql} = given.args[1]!;
  return typeof constant === "string" ? quoteLiteral(flags + constant) : `concat('${flags}', ${sql})`;
}

const replacePattern: Rule = (given) => {
  const options = given.args.length > 3 ? given.literal(3) : "";
  const name = options.includes("g") ? "replaceRegexpAll" : "replaceRegexpOne";
  return text(call(name, given.args[0]!.sql, pattern(given, options), given.args[2]!.sql));
};

const matches: Rule = (given) =>
  truth(call("match", given.args[0]!.sql, pattern(given, given.args.length > 2 ? given.literal(2) : "")));

const extract: Rule = (given) => {
  const group = given.args.length > 2 ? given.args[2]!.sql : "0";
  return text(call("regexpExtract", given.args[0]!.sql, pattern(given, given.args.length > 3 ? given.literal(3) : ""), group));
};

const extractAll: Rule = (given) => {
  const [value, , group = {constant: 0}] = given.args as [Value, Value, {constant?: unknown}?];
  const options = given.args.length > 3 ? given.literal(3) : "";
  if (group.constant === 0)
    // All that match, whatever groups are in them: one group around the whole.
    return {
      sql: `arrayMap(x -> x[1], extractAllGroupsVertical(ifNull(${value.sql}, ''), ${wholeGroup(given, options)}))`,
      type: {kind: "list", of: TEXT, empty: "either"},
    };
  return {
    sql: `arrayMap(x -> x[${String(group.constant)}], extractAllGroupsVertical(ifNull(${value.sql}, ''), ${pattern(given, options)}))`,
    type: {kind: "list", of: TEXT, empty: "either"},
  };
};

const wholeGroup = (given: Call, options: string): string =>
  quoteLiteral(`${options.includes("i") ? "(?i-s)" : "(?-s)"}(${given.literal(1)})`);

/** The first sign's number; ClickHouse knows bytes only. */
const codePoint = (x: string, empty: string): string => {
  const byte = (place: number) => `toInt32(bitAnd(reinterpretAsUInt8(substring(${x}, ${place}, 1)), 63))`;
  const first = `toInt32(reinterpretAsUInt8(substring(${x}, 1, 1)))`;
  return `if(isNull(${x}), NULL, multiIf(${x} = '', toInt32(${empty}), ${first} < 128, ${first}, ${first} < 224, bitAnd(${first}, 31) * 64 + ${byte(2)},
    ${first} < 240, bitAnd(${first}, 15) * 4096 + ${byte(2)} * 64 + ${byte(3)},
    bitAnd(${first}, 7) * 262144 + ${byte(2)} * 4096 + ${byte(3)} * 64 + ${byte(4)}))`;
};

/** DuckDB goes sign by sign; ClickHouse knows of words' ends and of signs that become two. */
const lower: Rule = ({args: [a]}) => text(`lowerUTF8(replaceAll(replaceAll(${a!.sql}, 'Σ', 'σ'), 'İ', 'i'))`);
const upper: Rule = ({args: [a]}) => text(`upperUTF8(replaceAll(${a!.sql}, 'ß', 'ẞ'))`);

const split =
  (name: string): Rule =>
  (given) => {
    const separator = name === "splitByRegexp" ? pattern(given) : given.args[1]!.sql;
    // ClickHouse's signature is (separator, text); a null text is a null list.
    return {
      sql: `if(isNull(${given.args[0]!.sql}), [], ${name}(${separator}, ifNull(${given.args[0]!.sql}, '')))`,
      type: {kind: "list", of: TEXT, empty: "null"},
    };
  };

/** Of a list that is null where it is empty, null. */
const lengthOf: Rule = ({args: [a]}) => {
  const {sql, type} = a!;
  if (type.kind !== "list") return number(call("lengthUTF8", sql));
  return number(type.empty === "null" ? `nullIf(length(${sql}), 0)` : call("length", sql));
};

const like: Rule = ({args: [a, b]}) =>
  truth(call("like", a!.sql, typeof b!.constant === "string" ? quoteLiteral(b!.constant.replaceAll("\\", "\\\\")) : b!.sql));

export const TEXTS: Rules = {
  "||": join,
  concat: ({args}) =>
    text(call("concat", "''", ...args.map((arg) => (arg.type.kind === "null" ? "''" : `ifNull(${asText(arg)}, '')`)))),
  concat_ws: ({args: [separator, ...rest]}) => text(between(rest.map(asText), separator!.sql)),
  lower,
  lcase: lower,
  upper,
  trim: trim(true, true),
  ltrim: trim(true, false),
  rtrim: trim(false, true),
  replace: of("replaceAll"),
  left: ({args: [a, n]}) => text(`substringUTF8(${a!.sql}, 1, ${n!.sql})`),
  right: ({args: [a, n]}) => text(`substringUTF8(${a!.sql}, greatest(1, toInt64(lengthUTF8(${a!.sql})) - ${n!.sql} + 1))`),
  substr: of("substringUTF8"),
  substring: of("substringUTF8"),
  repeat: of("repeat"),
  lpad: of("leftPadUTF8"),
  chr: (given) => literal(String.fromCodePoint(Number(given.constant(given.args[0]!) ?? given.refuse("chr of a column")))),
  ascii: ({args: [a]}) => ({sql: codePoint(a!.sql, "0"), type: INTEGER}),
  unicode: ({args: [a]}) => ({sql: codePoint(a!.sql, "-1"), type: INTEGER}),
  length: lengthOf,
  len: lengthOf,
  strlen: of("length", number),
  contains: ({args: [a, b], refuse}) =>
    a!.type.kind === "list" ? refuse("contains of a list: list_contains") : truth(`(position(${a!.sql}, ${b!.sql}) > 0)`),
  starts_with: of("startsWith", truth),
  prefix: of("startsWith", truth),
  ends_with: of("endsWith", truth),
  suffix: of("endsWith", truth),
  "~~": like,
  "!~~": (given) => truth(`NOT ${like(given).sql}`),
  regexp_replace: replacePattern,
  regexp_matches: matches,
  regexp_full_match: (given) => truth(call("match", given.args[0]!.sql, quoteLiteral(`(?-s)^(?:${given.literal(1)})$`))),
  regexp_extract: extract,
  regexp_extract_all: extractAll,
  string_split: split("splitByString"),
  str_split: split("splitByString"),
  split: split("splitByString"),
  string_split_regex: split("splitByRegexp"),
  // ClickHouse leaves marks that stand by themselves.
  strip_accents: ({args: [a]}) => text(`replaceRegexpAll(removeDiacriticsUTF8(${a!.sql}), ${quoteLiteral("\\p{M}")}, '')`),
  md5: ({args: [a]}) => text(`lower(hex(MD5(${a!.sql})))`),
  sha256: ({args: [a]}) => text(`lower(hex(SHA256(${a!.sql})))`),
  // Which number a hash is differs; what is alike has the same one in either.
  hash: ({args}) => ({sql: `sipHash64(tuple(${args.map(({sql}) => sql).join(", ")}))`, type: {kind: "int", name: "UBIGINT"}}),
  format,
  // How many threads there are is the server's affair; what asks for it shares work in this process.
  current_setting: () => literal("1"),
};
