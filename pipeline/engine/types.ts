/**
 * What the engines must agree upon: the type of every expression. A value's type decides how it is written as text, how it is ordered
 * and what a null of it is, so types are followed through the whole statement and not guessed from its words.
 */
export type Type =
  | {kind: Plain}
  | {kind: "int"; name: string}
  | {kind: "enum"; words: readonly string[]}
  | {kind: "list"; of: Type; empty?: Empty}
  | {kind: "struct"; fields: readonly (readonly [name: string, type: Type])[]};
/**
 * ClickHouse has no null lists: there a null list is an empty one. What an empty list means is followed from where it comes: null (one that
 * would never be empty), a list without elements (one that is never null), either; undefined where it is neither empty nor null.
 */
export type Empty = "null" | "list" | "either";
export type Plain =
  "bool" | "float" | "decimal" | "text" | "date" | "timestamp" | "zoned" | "time" | "interval" | "span" | "null";

export interface Column {
  name: string;
  type: Type;
}

export const BOOL: Type = {kind: "bool"};
export const FLOAT: Type = {kind: "float"};
export const TEXT: Type = {kind: "text"};
export const DATE: Type = {kind: "date"};
export const TIMESTAMP: Type = {kind: "timestamp"};
export const NULL: Type = {kind: "null"};
export const INTEGER: Type = {kind: "int", name: "INTEGER"};
export const BIGINT: Type = {kind: "int", name: "BIGINT"};
/** What lies between two instants, in microseconds; an `interval` is what an instant is moved by. */
export const SPAN: Type = {kind: "span"};
export const HUGEINT: Type = {kind: "int", name: "HUGEINT"};

/** Whole numbers by width, and what ClickHouse calls them. Sums of ours fit 64 bits by far. */
const INTEGERS: Record<string, string> = {
  UTINYINT: "UInt8", TINYINT: "Int8", USMALLINT: "UInt16", SMALLINT: "Int16", UINTEGER: "UInt32", INTEGER: "Int32",
  BIGINT: "Int64", UBIGINT: "UInt64", HUGEINT: "Int64", UHUGEINT: "UInt64",
}; // prettier-ignore
const WIDTHS = Object.keys(INTEGERS);

const PLAIN: Record<string, Plain> = {
  BOOLEAN: "bool", DOUBLE: "float", FLOAT: "float", VARCHAR: "text", TEXT: "text", DATE: "date", TIMESTAMP: "timestamp",
  "TIMESTAMP WITH TIME ZONE": "zoned", TIMESTAMP_TZ: "zoned", TIMESTAMPTZ: "zoned", TIME: "time", INTERVAL: "interval", NULL: "null", SQLNULL: "null",
}; // prettier-ignore

/**
 * Reads a type as DuckDB writes it in its catalogue: `VARCHAR`, `ENUM('a', 'b')`, `STRUCT(a INTEGER, b VARCHAR[])[]`.
 * @throws Error naming a type that no rule knows.
 */
export function readType(text: string): Type {
  const type = text.trim();
  if (type.endsWith("[]")) return {kind: "list", of: readType(type.slice(0, -2))};
  if (type.startsWith("DECIMAL")) return {kind: "decimal"};
  if (type.startsWith("ENUM"))
    return {kind: "enum", words: splitParts(inParentheses(type)).map((word) => word.slice(1, -1).replaceAll("''", "'"))};
  if (type.startsWith("STRUCT")) {
    const fields = splitParts(inParentheses(type)).map((part) => {
      const [, quoted, bare, rest] = /^(?:"((?:[^"]|"")*)"|(\S+))\s+(.+)$/s.exec(part)!;
      return [quoted ?? bare!, readType(rest!)] as const;
    });
    return {kind: "struct", fields};
  }
  const name = type.toUpperCase();
  if (name in INTEGERS) return {kind: "int", name};
  if (name in PLAIN) return {kind: PLAIN[name]!};
  throw new Error(`no rule knows the type ${type}`);
}

const inParentheses = (text: string): string => text.slice(text.indexOf("(") + 1, -1);

/** Parts between commas that stand in no quotes and no parentheses. */
function splitParts(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (quote) quote = sign === quote ? "" : quote;
    else if (sign === "'" || sign === '"') quote = sign;
    else if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (sign === "," && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, text.slice(start).trim()];
}

const DATE_TIMES: Partial<Record<Type["kind"], string>> = {
  bool: "Bool", float: "Float64", decimal: "Float64", text: "String", enum: "String", null: "String",
  // ClickHouse's own dates begin in 1900 and end in 2299, and exports and sentinels do not: days are instants of whole seconds at midnight.
  span: "Int64", date: "DateTime64(0, 'UTC')", timestamp: "DateTime64(6, 'UTC')", zoned: "DateTime64(6, 'UTC')", time: "Int64",
}; // prettier-ignore

/** ClickHouse's type of values that may be null. A list is never null there: a null list is an empty one. */
export function clickhouseType(type: Type): string {
  if (type.kind === "list") return `Array(${clickhouseType(type.of)})`;
  if (type.kind === "struct") return `Tuple(${type.fields.map(([, field]) => clickhouseType(field)).join(", ")})`;
  const name = type.kind === "int" ? INTEGERS[type.name] : DATE_TIMES[type.kind];
  if (!name) throw new Error(`ClickHouse has no type for ${type.kind}`);
  return `Nullable(${name})`;
}

/** The type that holds values of both, as DuckDB decides it for the branches of a CASE or a UNION. */
export function commonType(a: Type, b: Type): Type {
  if (a.kind === "null") return orNull(b);
  if (b.kind === "null") return orNull(a);
  if (a.kind === "int" && b.kind === "int") return WIDTHS.indexOf(a.name) >= WIDTHS.indexOf(b.name) ? a : b;
  if (a.kind === "enum" && b.kind === "enum") return a.words.join("\0") === b.words.join("\0") ? a : TEXT;
  if (a.kind === "list" && b.kind === "list")
    return {kind: "list", of: commonType(a.of, b.of), empty: eitherEmpty(a.empty, b.empty)};
  if (a.kind === b.kind) return a;
  const either = (kind: Type["kind"]) => (a.kind === kind ? a : b.kind === kind ? b : undefined);
  // An ENUM's word beside a text is a text, and a text literal beside a day is a day.
  if (either("enum")) return TEXT;
  return either("float") ?? either("decimal") ?? either("zoned") ?? either("timestamp") ?? either("date") ?? either("int") ?? a;
}

const eitherEmpty = (a?: Empty, b?: Empty): Empty | undefined =>
  a === undefined || a === b ? b : b === undefined ? a : "either";

/** The type of what may be null besides: of a CASE without ELSE, the far side of a LEFT JOIN, an aggregate of nothing. */
export const orNull = (type: Type): Type => (type.kind === "list" ? {...type, empty: eitherEmpty(type.empty, "null")} : type);

/** The type of a sum of such values. */
export const sumType = (type: Type): Type => (type.kind === "int" || type.kind === "bool" ? HUGEINT : type);

export const isNumeric = (type: Type): boolean => ["int", "float", "decimal", "bool"].includes(type.kind);
export const isInstant = (type: Type): boolean => ["date", "timestamp", "zoned"].includes(type.kind);
