import {literal} from "./rules/texts.js";
import {CannotCarry, type Node} from "./tree.js";
import {BOOL, FLOAT, INTEGER, NULL, readType, type Type} from "./types.js";
import type {Value} from "./value.js";

interface Literal {
  type: {id: string; type_info: {scale: number} | null};
  is_null: boolean;
  value: string | number;
}

/** A literal of the statement. */
export function constant(node: Node): Value {
  const {type, is_null: isNull, value} = node.value as Literal;
  if (isNull) return {sql: "NULL", type: type.id === "NULL" ? NULL : readType(type.id), constant: null};
  if (type.id === "VARCHAR") return literal(String(value));
  if (type.id === "DECIMAL") {
    const number = Number(value) / 10 ** type.type_info!.scale;
    return {sql: Number.isInteger(number) ? number.toFixed(1) : String(number), type: {kind: "decimal"}, constant: number};
  }
  const known = readType(type.id);
  if (typeof value !== "number") throw new CannotCarry(`no rule writes a literal of ${type.id}`);
  // JSON's numbers end at 2^53, and DuckDB's largest whole number must not become one more.
  const safe =
    Number.isSafeInteger(value) || known.kind === "float"
      ? String(value)
      : value > 0
        ? "9223372036854775807"
        : "-9223372036854775808";
  const sql =
    known.kind === "float" ? `toFloat64(${safe})` : safe.length > 9 ? `toInt64(${safe})` : value < 0 ? `(${safe})` : safe;
  return {sql, type: known, constant: value};
}

/** The value of `$name`. */
export function parameter(value: string | number | boolean | null | undefined, {identifier}: Node): Value {
  if (value === undefined) throw new CannotCarry(`no value for $${String(identifier)}`);
  if (value === null) return {sql: "NULL", type: NULL, constant: null};
  if (typeof value === "string") return literal(value);
  if (typeof value === "boolean") return {sql: String(value), type: BOOL};
  return {sql: String(value), type: Number.isInteger(value) ? INTEGER : FLOAT, constant: value};
}

/** The type of a cast; an ENUM comes as an unbound one. */
export function typeOf(
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the tree of another program
  {id, type_info: info}: {id?: string; type_info?: any} & object,
  around: {type(name: string): Type | undefined},
): Type {
  if (id === "LIST") return {kind: "list", of: typeOf(info.child_type, around)};
  if (id === "DECIMAL") return {kind: "decimal"};
  if (id === "ENUM") return {kind: "enum", words: (info.values ?? []) as string[]};
  if (id !== "UNBOUND") return readType(id!);
  const words = (info.user_type_modifiers as {value: string}[] | undefined)?.map(({value}) => value);
  if (info.name === "ENUM" && words) return {kind: "enum", words};
  return around.type(String(info.name)) ?? readType(String(info.name));
}
