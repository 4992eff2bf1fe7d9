import {castTo, settle} from "./cast.js";
import {AGGREGATES, type OrderKey} from "./rules/aggregates.js";
import {field} from "./rules/elements.js";
import {LISTS} from "./rules/lists.js";
import {NUMBERS} from "./rules/numbers.js";
import type {Call, Rules} from "./rules/rule.js";
import {TEXTS} from "./rules/texts.js";
import {TIMES} from "./rules/times.js";
import {compare} from "./compare.js";
import {constant, parameter, typeOf} from "./literals.js";
import {operator, refuse} from "./operators.js";
import {findColumn, type Scope} from "./scope.js";
import {CannotCarry, type Node} from "./tree.js";
import {BOOL, commonType, NULL, type Column, type Type} from "./types.js";
import {asCondition, quoteIdentifier, type Value} from "./value.js";
import {subquery} from "./subquery.js";
import {window} from "./window.js";

export const FUNCTIONS: Rules = {...NUMBERS, ...TEXTS, ...TIMES, ...LISTS};

/** What expressions need of the statement that they stand in. */
export interface Surroundings {
  /** The cell of a table of one row, as the settings are. */
  constant(origin: string): string | number | undefined;
  type(name: string): Type | undefined;
  parameter(name: string): string | number | boolean | null | undefined;
  subquery(node: Node, scope: Scope): {sql: string; columns: readonly Column[]};
}

/**
 * Carries one expression.
 * @throws CannotCarry for what no rule knows, with its place.
 */
export function carryExpression(node: Node, scope: Scope, around: Surroundings): Value {
  const go = (other: Node) => carryExpression(other, scope, around);
  try {
    switch (node.class) {
      case "COLUMN_REF":
        return column(node, scope, around);
      case "CONSTANT":
        return constant(node);
      case "CAST":
        return castTo(go(node.child as Node), typeOf(node.cast_type as Node, around), node.try_cast as boolean);
      case "CASE":
        return choose(node, go);
      case "COMPARISON":
        return compare(node.type, go(node.left as Node), go(node.right as Node));
      case "BETWEEN": {
        const [value, lower, upper] = [go(node.input as Node), go(node.lower as Node), go(node.upper as Node)];
        const from = compare("COMPARE_GREATERTHANOREQUALTO", value, lower);
        return {sql: `(${from.sql} AND ${compare("COMPARE_LESSTHANOREQUALTO", value, upper).sql})`, type: BOOL};
      }
      case "CONJUNCTION": {
        const word = node.type === "CONJUNCTION_AND" ? " AND " : " OR ";
        const parts = (node.children as Node[]).map(go);
        const join = (each: (part: Value) => string) => `(${parts.map(each).join(word)})`;
        return {sql: join(({sql}) => sql), type: BOOL, condition: join(asCondition)};
      }
      case "OPERATOR":
        return operator(node, go);
      case "FUNCTION":
        return callFunction(node, scope, around);
      case "WINDOW":
        return window(node, go);
      case "PARAMETER":
        return parameter(around.parameter(node.identifier as string), node);
      case "SUBQUERY":
        return subquery(node, go, scope, around);
    }
    throw new CannotCarry(`no rule knows ${node.class ?? node.type} here`);
  } catch (error) {
    if (!(error instanceof CannotCarry) || error.at !== undefined) throw error;
    throw new CannotCarry(error.message, placeOf(node));
  }
}

const placeOf = ({query_location: at}: Node): number | undefined => (at !== undefined && at < 2 ** 48 ? at : undefined);

function column(node: Node, scope: Scope, around: Surroundings): Value {
  const names = node.column_names as string[];
  if (names.length === 1) {
    const lambda = scope.lambdas.get(names[0]!.toLowerCase());
    if (lambda) return {sql: quoteIdentifier(names[0]!.toLowerCase()), type: lambda};
  }
  const found = findColumn(names, scope);
  if (found) {
    // A cell of the settings is the same for all rows; zones and the widths of frames must be.
    const {origin} = found.value;
    const known = origin === undefined ? undefined : around.constant(origin);
    return found.rest.reduce(field, known === undefined ? found.value : {...found.value, constant: known});
  }
  const alias = scope.aliases.get(names[0]!.toLowerCase());
  if (!alias) throw new CannotCarry(`no column ${names.join(".")} is known here`);
  // An entry that names itself means the column, which is not there.
  const aliases = new Map([...scope.aliases].filter(([name]) => name !== names[0]!.toLowerCase()));
  return names.slice(1).reduce(field, carryExpression(alias, {...scope, aliases}, around));
}

function choose(node: Node, go: (node: Node) => Value): Value {
  const checks = node.case_checks as {when_expr: Node; then_expr: Node}[];
  const branches = [...checks.map(({then_expr}) => go(then_expr)), go(node.else_expr as Node)];
  const type = branches.map((branch) => branch.type).reduce(commonType);
  const values = branches.map((branch) => settle(branch, type));
  const parts = checks.flatMap(({when_expr}, place) => [asCondition(go(when_expr)), values[place]!]);
  return {sql: `multiIf(${[...parts, values.at(-1)!].join(", ")})`, type};
}

function callFunction(node: Node, scope: Scope, around: Surroundings): Value {
  const name = (node.function_name as string).toLowerCase();
  const go = (other: Node) => carryExpression(other, scope, around);
  const children = node.children as Node[];
  const aggregate = AGGREGATES[name];
  if (aggregate) {
    const filter = node.filter ? `ifNull(${asCondition(go(node.filter as Node))}, false)` : undefined;
    const order = (node.order_bys.orders as Node[]).map((key) => orderKey(key, go));
    return aggregate({name, args: children.map(go), isDistinct: node.distinct as boolean, filter, order, refuse});
  }
  if (name === "nullif") {
    const [a, b] = children.map(go) as [Value, Value];
    return {sql: `nullIf(${a.sql}, ${b.sql})`, type: a.type};
  }
  if (name === "ifnull") return operator({...node, type: "OPERATOR_COALESCE"}, go);
  const rule = FUNCTIONS[name];
  if (!rule) throw new CannotCarry(`no rule knows the function ${name}`);
  const args = children.map((child) => (child.class === "LAMBDA" ? {sql: "", type: NULL} : go(child)));
  const given: Call = {
    name, node, args, refuse, constant: (value) => value.constant ?? undefined,
    literal(place) {
      const value = args[place]?.constant;
      return typeof value === "string" || typeof value === "number" ? String(value) : refuse(`${name} whose argument ${place + 1} is no literal`);
    },
    lambda(place, element) {
      const {lhs, expr} = children[place] as Node & {lhs: Node; expr: Node};
      const variable = (lhs.column_names as string[])[0]!.toLowerCase();
      const inner = carryExpression(expr, {...scope, lambdas: new Map([...scope.lambdas, [variable, element]])}, around);
      return {sql: `${quoteIdentifier(variable)} -> ${inner.sql}`, type: inner.type};
    },
  }; // prettier-ignore
  return rule(given);
}

/** DuckDB puts nulls last in either direction. */
export function orderKey(key: Node, go: (node: Node) => Value): OrderKey {
  return {
    value: go(key.expression as Node),
    isDescending: key.type === "DESCENDING",
    isNullsFirst: key.null_order === "NULLS FIRST" || key.null_order === "NULLS_FIRST",
  };
}
