import {castTo} from "./cast.js";
import {orderable} from "./rules/aggregates.js";
import {CannotCarry} from "./tree.js";
import {BOOL, isInstant, isNumeric} from "./types.js";
import type {Value} from "./value.js";

const SIGNS: Record<string, string> = {
  COMPARE_EQUAL: "=", COMPARE_NOTEQUAL: "!=", COMPARE_LESSTHAN: "<", COMPARE_GREATERTHAN: ">",
  COMPARE_LESSTHANOREQUALTO: "<=", COMPARE_GREATERTHANOREQUALTO: ">=",
}; // prettier-ignore

/** A comparison; what stands as a text literal beside a day or a number is one, and ENUMs are ordered by their words' places. */
export function compare(type: string, first: Value, second: Value): Value {
  const [left, right] = [like(first, second), like(second, first)];
  const [a, b] = [alike(left, right), alike(right, left)];
  if (type === "COMPARE_DISTINCT_FROM") return {sql: `NOT ${isSame(a, b)}`, type: BOOL};
  if (type === "COMPARE_NOT_DISTINCT_FROM") return {sql: isSame(a, b), type: BOOL};
  const sign = SIGNS[type];
  if (!sign) throw new CannotCarry(`no rule knows the comparison ${type}`);
  // Fields that are both null are alike.
  if (a.type.kind === "struct" && sign === "=") return {sql: isSame(a, b), type: BOOL};
  if (a.type.kind === "struct") throw new CannotCarry(`${sign} of structs`);
  const isOrder = sign !== "=" && sign !== "!=";
  if (isOrder && (a.type.kind === "enum") !== (b.type.kind === "enum"))
    throw new CannotCarry("an ENUM in order beside what is none");
  const [before, after] = isOrder ? [orderable(a), orderable(b)] : [a.sql, b.sql];
  return {sql: `(${before} ${sign} ${after})`, type: BOOL};
}

function isSame(a: Value, b: Value): string {
  if (a.type.kind === "struct") {
    const pairs = a.type.fields.map((_, place) => [a, b].map(({sql}) => `tupleElement(${sql}, ${place + 1})`).join(", "));
    return `(${pairs.map((pair) => `isNotDistinctFrom(${pair})`).join(" AND ")})`;
  }
  return a.type.kind === "list" ? `(${a.sql} = ${b.sql})` : `isNotDistinctFrom(${a.sql}, ${b.sql})`;
}

function like(value: Value, other: Value): Value {
  if (value.type.kind === "interval" && other.type.kind === "span" && typeof value.constant === "number")
    return {sql: String(value.constant), type: other.type};
  if (value.type.kind !== "text" || typeof value.constant !== "string") return value;
  return isInstant(other.type) || isNumeric(other.type) ? castTo(value, other.type) : value;
}

/** Whole numbers of 64 bits and doubles have no common type in ClickHouse. */
function alike(value: Value, other: Value): Value {
  const isFloat = other.type.kind === "float" || other.type.kind === "decimal";
  return isFloat && value.type.kind === "int" && value.constant === undefined ? castTo(value, other.type) : value;
}
