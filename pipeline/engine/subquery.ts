import type {Surroundings} from "./expression.js";
import type {Scope} from "./scope.js";
import {CannotCarry, type Node} from "./tree.js";
import {BOOL} from "./types.js";
import {quoteIdentifier, type Value} from "./value.js";

/** Whether null is among values, or one that is not found among some of which one is null, nobody knows; ClickHouse says that it is not. */
function isAmong({sql, type}: Value, {sql: query, columns: [column]}: ReturnType<Surroundings["subquery"]>): Value {
  const isFound = `${sql} IN (${query})`;
  // Several values side by side are no null together; ours are keys, of which none is null alone either.
  if (type.kind === "struct") return {sql: isFound, type: BOOL};
  const hasNull = `(SELECT count() FROM (${query}) WHERE isNull(${quoteIdentifier(column!.name)})) > 0`;
  const isUnknown = `(isNull(${sql}) AND (SELECT count() FROM (${query})) > 0) OR ${hasNull}`;
  return {sql: `multiIf(${isFound}, true, ${isUnknown}, NULL, false)`, type: BOOL, condition: isFound};
}

/** A query as a value: one cell, whether it has rows, whether a value is among its rows. */
export function subquery(node: Node, go: (node: Node) => Value, scope: Scope, around: Surroundings): Value {
  const query = around.subquery(node.subquery.node as Node, scope);
  switch (node.subquery_type) {
    case "EXISTS":
      return {sql: `exists(${query.sql})`, type: BOOL};
    case "NOT_EXISTS":
      return {sql: `NOT exists(${query.sql})`, type: BOOL};
    case "SCALAR":
      return {sql: `(${query.sql})`, type: query.columns[0]!.type};
    case "ANY":
      if (node.comparison_type === "COMPARE_EQUAL") return isAmong(go(node.child as Node), query);
  }
  throw new CannotCarry(`no rule knows a subquery of ${String(node.subquery_type)} with ${String(node.comparison_type)}`);
}
