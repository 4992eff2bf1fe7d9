import {carryExpression, orderKey, type Surroundings} from "./expression.js";
import {writeFrom, type Source} from "./from.js";
import {writeSelectList, type Item} from "./select-list.js";
import type {BoundColumn, Scope} from "./scope.js";
import {CannotCarry, type Node} from "./tree.js";
import type {Type} from "./types.js";
import {asCondition, quoteIdentifier, type Value} from "./value.js";
import {unite} from "./unite.js";
import {writeOrder} from "./window.js";

/** A query carried over, and the columns it yields. */
export interface Query {
  sql: string;
  columns: readonly BoundColumn[];
}

/** Tables that stand in a WITH, under the names that they are given in what is written. */
export type Withs = ReadonlyMap<string, Source>;

/** What a whole statement shares. */
export interface Statement {
  /** The table of a name, or undefined. */
  table(schema: string, name: string): Source | undefined;
  constant(origin: string): string | number | undefined;
  type(name: string): Type | undefined;
  parameter(name: string): string | number | boolean | null | undefined;
  /** A name that nothing else in the statement has. */
  name(stem: string): string;
}

/** Carries a query with everything in it. */
export function carryQuery(node: Node, statement: Statement, withs: Withs = new Map(), outer?: Scope): Query {
  const known = new Map(withs);
  const written: {name: string; sql: string; source: Source}[] = [];
  for (const {key, value} of node.cte_map.map as {key: string; value: {aliases: string[]; query: {node: Node}}}[]) {
    const {sql, columns} = carryQuery(value.query.node, statement, known, outer);
    const name = statement.name(key);
    const source = {sql: name, columns, rename: value.aliases, reads: 0};
    written.push({name, sql, source});
    // A table of a WITH may have the name of one that it reads.
    known.set(key.toLowerCase(), source);
  }
  const {sql, columns} =
    node.type === "SET_OPERATION_NODE" ? unite(node, statement, known, outer) : select(node, statement, known, outer);
  if (written.length === 0) return {sql, columns};
  // ClickHouse takes no parenthesis right after a WITH.
  const body = node.type === "SET_OPERATION_NODE" ? `SELECT * FROM (${sql})` : sql;
  // What is read more than once is made once; ClickHouse would put it in wherever it is read.
  const tables = written.map((each) => `${each.name} AS ${each.source.reads! > 1 ? "MATERIALIZED " : ""}(\n${each.sql})`);
  return {sql: `WITH ${tables.join(",\n")}\n${body}`, columns};
}

function select(node: Node, statement: Statement, withs: Withs, outer?: Scope): Query {
  if (node.sample) throw new CannotCarry("a sample");
  const around: Surroundings = {
    ...statement,
    subquery: (inner, scope) => carryQuery(inner, statement, withs, scope),
  };
  const from = writeFrom(node.from_table as Node, {statement, withs, around, outer});
  const plain: Scope = {relations: from.relations, aliases: new Map(), lambdas: new Map(), outer};
  const entries = node.select_list as Node[];
  const aliases = new Map(entries.filter(({alias}) => alias).map((entry) => [entry.alias!.toLowerCase(), entry]));
  const scope: Scope = {...plain, aliases};
  const go = (other: Node): Value => carryExpression(other, scope, around);
  const items = writeSelectList(entries, scope, around);
  const modifiers = node.modifiers as Node[];
  const distinct = modifiers.find(({type}) => type === "DISTINCT_MODIFIER");
  if (distinct?.distinct_on_targets?.length > 0) throw new CannotCarry("DISTINCT ON");
  const clauses = [
    `SELECT${distinct ? " DISTINCT" : ""} ${items.map(({name, value}) => `${value.sql} AS ${quoteIdentifier(name)}`).join(",\n  ")}`,
    from.sql && `FROM ${from.sql}`,
    node.where_clause && `WHERE ${asCondition(go(node.where_clause as Node))}`,
    groupBy(node, items, go),
    node.having && `HAVING ${asCondition(go(node.having as Node))}`,
    node.qualify && `QUALIFY ${go(node.qualify as Node).sql}`,
    ...endings(modifiers, items, (other) => orderValue(other, items, scope, around)),
  ];
  const columns = items.map(({name, value}) => ({name, type: value.type, origin: value.origin}));
  return {sql: clauses.filter(Boolean).join("\n"), columns};
}

function groupBy(node: Node, items: readonly Item[], go: (node: Node) => Value): string {
  if (node.aggregate_handling === "FORCE_AGGREGATES") {
    const keys = items.filter(({entry}) => !holdsAggregate(entry)).map(({value}) => value.sql);
    return keys.length > 0 ? `GROUP BY ${keys.join(", ")}` : "";
  }
  const expressions = node.group_expressions as Node[];
  if (expressions.length === 0) return "";
  const written = expressions.map((key) => groupKey(key, items, go));
  const sets = node.group_sets as number[][];
  if (sets.length < 2) return `GROUP BY ${written.join(", ")}`;
  return `GROUP BY GROUPING SETS (${sets.map((set) => `(${set.map((place) => written[place]).join(", ")})`).join(", ")})`;
}

function groupKey(key: Node, items: readonly Item[], go: (node: Node) => Value): string {
  const place = placeIn(key);
  return place === undefined ? go(key).sql : items[place]!.value.sql;
}

const placeIn = (node: Node): number | undefined =>
  node.class === "CONSTANT" && typeof node.value.value === "number" ? (node.value.value as number) - 1 : undefined;

const AGGREGATE_NAMES =
  /^(count|count_star|sum|min|max|avg|arg_min|arg_max|bool_or|bool_and|bit_or|any_value|first|list|string_agg)$/;

function holdsAggregate(node: Node): boolean {
  if (node.class === "FUNCTION" && AGGREGATE_NAMES.test(node.function_name as string)) return true;
  return Object.values(node).some((value) =>
    (Array.isArray(value) ? value : [value]).some((item) => item && typeof item === "object" && holdsAggregate(item as Node)),
  );
}

/** In an ORDER BY the names of the select list go before columns, and a number is a place in it. */
export function orderValue(node: Node, items: readonly Item[], scope: Scope, around: Surroundings): Value {
  const place = placeIn(node);
  if (place !== undefined) return items[place]!.value;
  const names = node.class === "COLUMN_REF" ? (node.column_names as string[]) : [];
  const item = names.length === 1 ? items.find(({name}) => name.toLowerCase() === names[0]!.toLowerCase()) : undefined;
  return item?.value ?? carryExpression(node, scope, around);
}

export function endings(modifiers: readonly Node[], items: readonly Item[], go: (node: Node) => Value): string[] {
  return modifiers.flatMap((modifier) => {
    if (modifier.type === "ORDER_MODIFIER") {
      const orders = modifier.orders as Node[];
      const isAll = orders.length === 1 && orders[0]!.expression.class === "STAR";
      if (isAll)
        return [
          `ORDER BY ${writeOrder(items.map(({value}) => ({value, isDescending: orders[0]!.type === "DESCENDING", isNullsFirst: false})))}`,
        ];
      return [`ORDER BY ${writeOrder(orders.map((key) => orderKey(key, go)))}`];
    }
    if (modifier.type === "LIMIT_MODIFIER")
      return [bound("LIMIT", modifier.limit as Node | null), bound("OFFSET", modifier.offset as Node | null)];
    if (modifier.type === "DISTINCT_MODIFIER") return [];
    throw new CannotCarry(`no rule knows ${modifier.type}`);
  });
}

function bound(word: string, node: Node | null): string {
  if (!node) return "";
  if (node.class !== "CONSTANT") throw new CannotCarry(`${word} of something else than a literal`);
  return `${word} ${String(node.value.value)}`;
}
