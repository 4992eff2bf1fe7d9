import {settle} from "./cast.js";
import {compare} from "./compare.js";
import {elementAt} from "./rules/elements.js";
import {CannotCarry, type Node} from "./tree.js";
import {BOOL, commonType, INTEGER} from "./types.js";
import type {Value} from "./value.js";

/** NOT, IS NULL, COALESCE, IN and their like. */
export function operator(node: Node, go: (node: Node) => Value): Value {
  const args = (node.children as Node[]).map(go);
  const [first, ...rest] = args as [Value, ...Value[]];
  const isList = first.type.kind === "list";
  switch (node.type) {
    case "OPERATOR_NOT":
      return {sql: `NOT (${first.sql})`, type: BOOL};
    case "OPERATOR_IS_NULL":
      return {sql: isList ? isNullList(first) : `isNull(${first.sql})`, type: BOOL};
    case "OPERATOR_IS_NOT_NULL":
      return {sql: isList ? `NOT ${isNullList(first)}` : `isNotNull(${first.sql})`, type: BOOL};
    case "OPERATOR_COALESCE": {
      const type = args.map((arg) => arg.type).reduce(commonType);
      if (type.kind !== "list") return {sql: `coalesce(${args.map((arg) => settle(arg, type)).join(", ")})`, type};
      const last = args.at(-1)!.type;
      // What comes last decides what an empty one is.
      const empty = last.kind === "list" ? last.empty : "null";
      return {
        sql: args.map((arg) => settle(arg, type)).reduceRight((after, arg) => `if(empty(${arg}), ${after}, ${arg})`),
        type: {...type, empty},
      };
    }
    case "OPERATOR_NULLIF":
      return {sql: `nullIf(${first.sql}, ${rest[0]!.sql})`, type: first.type};
    case "COMPARE_IN":
    case "COMPARE_NOT_IN": {
      const isIn =
        rest.every(({constant: known}) => known !== undefined && known !== null) &&
        first.type.kind !== "date" &&
        first.type.kind !== "timestamp";
      const sql = isIn
        ? `${first.sql} IN (${rest.map((item) => item.sql).join(", ")})`
        : `(${rest.map((item) => compare("COMPARE_EQUAL", first, item).sql).join(" OR ")})`;
      return {sql: node.type === "COMPARE_IN" ? `(${sql})` : `NOT (${sql})`, type: BOOL};
    }
    case "GROUPING_FUNCTION":
      return {sql: `grouping(${args.map((arg) => arg.sql).join(", ")})`, type: INTEGER};
    case "ARRAY_EXTRACT":
    case "STRUCT_EXTRACT":
      return elementAt(args, {refuse: (why) => refuse(why)});
  }
  throw new CannotCarry(`no rule knows the operator ${node.type}`);
}

/** Whether a list is null; of one that is never null, nothing. */
const isNullList = ({sql, type}: Value): string =>
  type.kind === "list" && type.empty === "list" ? `(${sql} IS NULL)` : `empty(${sql})`;

/** Refuses what no rule knows. */
export const refuse = (why: string): never => {
  throw new CannotCarry(why);
};
