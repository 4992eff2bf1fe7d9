import {carryExpression, type Surroundings} from "./expression.js";
import type {Statement, Withs} from "./query.js";
import {carryQuery} from "./query.js";
import type {BoundColumn, Relation, Scope} from "./scope.js";
import {CannotCarry, type Node} from "./tree.js";
import {BIGINT, clickhouseType, commonType, NULL, orNull, TIMESTAMP} from "./types.js";
import {asCondition, quoteIdentifier, quoteLiteral} from "./value.js";
import {settle} from "./cast.js";

/** Something to read from: its ClickHouse text, and its columns. */
export interface Source {
  sql: string;
  columns: readonly BoundColumn[];
  /** Other names for the first columns. */
  rename?: readonly string[];
  /** Of a table of a WITH: how many times it has been read so far. */
  reads?: number;
}

interface Place {
  statement: Statement;
  withs: Withs;
  around: Surroundings;
  outer?: Scope;
}

export interface From {
  sql: string;
  relations: Relation[];
}

/** Carries what stands in a FROM. */
export function writeFrom(node: Node, place: Place): From {
  switch (node.type) {
    case "EMPTY":
      return {sql: "", relations: []};
    case "BASE_TABLE":
      return baseTable(node, place);
    case "SUBQUERY": {
      const query = carryQuery(node.subquery.node as Node, place.statement, place.withs, place.outer);
      return relation(
        node,
        {sql: `(${query.sql})`, columns: query.columns, rename: node.column_name_alias as string[]},
        place,
        "query",
      );
    }
    case "EXPRESSION_LIST":
      return relation(node, values(node, place), place, "rows");
    case "TABLE_FUNCTION":
      return relation(node, tableFunction(node, place), place, "series");
    case "JOIN":
      return join(node, place);
  }
  throw new CannotCarry(`no rule reads from ${node.type}`);
}

function baseTable(node: Node, place: Place): From {
  const schema = node.schema_name as string;
  const name = node.table_name as string;
  const source = (schema === "" ? place.withs.get(name.toLowerCase()) : undefined) ?? place.statement.table(schema, name);
  if (!source) throw new CannotCarry(`no table ${schema ? `${schema}.` : ""}${name} is known`, node.query_location);
  if (source.reads !== undefined) source.reads++;
  const rename = (node.column_name_alias as string[]).length > 0 ? (node.column_name_alias as string[]) : source.rename;
  return relation(node, {...source, rename}, place, name, schema);
}

/** The source under a name of its own; columns that are given other names get them in a query around it. */
function relation(node: Node, source: Source, {statement}: Place, stem: string, schema?: string): From {
  const name = statement.name(node.alias || stem);
  const alias = node.alias || stem;
  const rename = source.rename ?? [];
  if (rename.length === 0) return {sql: `${source.sql} AS ${name}`, relations: [{alias, schema, name, columns: source.columns}]};
  const columns = source.columns.map((column, place) => ({...column, name: rename[place] ?? column.name}));
  const list = source.columns.map(({name: own}, place) => `${quoteIdentifier(own)} AS ${quoteIdentifier(columns[place]!.name)}`);
  return {sql: `(SELECT ${list.join(", ")} FROM ${source.sql}) AS ${name}`, relations: [{alias, schema, name, columns}]};
}

function values(node: Node, {around, outer}: Place): Source {
  const scope: Scope = {relations: [], aliases: new Map(), lambdas: new Map(), outer};
  const rows = (node.values as Node[][]).map((row) => row.map((cell) => carryExpression(cell, scope, around)));
  const types = rows[0]!.map((_, place) => rows.map((row) => row[place]!.type).reduce(commonType));
  const columns = types.map((type, place) => ({name: `col${place}`, type}));
  const structure = columns.map(({name, type}) => `${name} ${clickhouseType(type)}`).join(", ");
  const written = rows.map((row) => `(${row.map((cell, place) => settle(cell, types[place]!)).join(", ")})`);
  return {sql: `(SELECT * FROM values(${quoteLiteral(structure)}, ${written.join(", ")}))`, columns};
}

function tableFunction(node: Node, {around, outer, statement}: Place): Source {
  const scope: Scope = {relations: [], aliases: new Map(), lambdas: new Map(), outer};
  const name = node.function.function_name as string;
  const known = statement.table("", `${name}()`);
  if (known) return known;
  const args = (node.function.children as Node[]).map((arg) => carryExpression(arg, scope, around));
  const rename = (node.column_name_alias as string[]).length > 0 ? (node.column_name_alias as string[]) : [node.alias || name];
  const from = (list: string, type = BIGINT): Source => ({
    sql: `(SELECT arrayJoin(${list}) AS item)`,
    columns: [{name: "item", type}],
    rename,
  });
  const [first, second] = args;
  if (name === "unnest") return from(first!.sql, first!.type.kind === "list" ? first!.type.of : NULL);
  if (args.some(({type}) => type.kind === TIMESTAMP.kind)) throw new CannotCarry(`${name} of instants`);
  if (name === "range")
    return from(second ? `range(toInt64(${first!.sql}), toInt64(${second.sql}))` : `range(toInt64(${first!.sql}))`);
  if (name === "generate_series") return from(`range(toInt64(${first!.sql}), toInt64(${second!.sql}) + 1)`);
  throw new CannotCarry(`no rule knows the table function ${name}`);
}

function join(node: Node, place: Place): From {
  const left = writeFrom(node.left as Node, place);
  const right = writeFrom(node.right as Node, place);
  const far = (relation: Relation): Relation =>
    node.join_type === "LEFT"
      ? {...relation, columns: relation.columns.map((column) => ({...column, type: orNull(column.type)}))}
      : relation;
  const relations = [...left.relations, ...right.relations.map(far)];
  if (node.ref_type === "CROSS") return {sql: `${left.sql}\nCROSS JOIN ${right.sql}`, relations};
  const type = node.join_type as string;
  if (!["INNER", "LEFT"].includes(type) || !["REGULAR", "ASOF"].includes(node.ref_type as string))
    throw new CannotCarry(`no rule knows a join ${type} ${String(node.ref_type)}`, node.query_location);
  const using = node.using_columns as string[];
  if (using.length > 0) return joinUsing(left, right, using, type);
  const word = `${node.ref_type === "ASOF" ? "ASOF " : ""}${type} JOIN`;
  return {sql: `${left.sql}\n${word} ${right.sql} ON ${condition(node.condition as Node, left, right, place)}`, relations};
}

function joinUsing(left: From, right: From, using: readonly string[], type: string): From {
  const find = (relations: readonly Relation[], name: string): string => {
    for (const each of relations) {
      const column = each.columns.find((other) => other.name.toLowerCase() === name.toLowerCase());
      if (column) return `${each.name}.${quoteIdentifier(column.name)}`;
    }
    throw new CannotCarry(`no column ${name} to join by`);
  };
  const on = using.map((name) => `${find(left.relations, name)} = ${find(right.relations, name)}`);
  const merged = new Set(using.map((name) => name.toLowerCase()));
  const [first, ...rest] = right.relations as [Relation, ...Relation[]];
  return {
    sql: `${left.sql}\n${type} JOIN ${right.sql} ON ${on.join(" AND ")}`,
    relations: [...left.relations, {...first, merged: new Set([...(first.merged ?? []), ...merged])}, ...rest],
  };
}

/** ClickHouse joins by equalities; where a condition has none that holds left against right, one that always holds is added. */
function condition(node: Node, left: From, right: From, {around, outer}: Place): string {
  const scope: Scope = {relations: [...left.relations, ...right.relations], aliases: new Map(), lambdas: new Map(), outer};
  const parts = node.class === "CONJUNCTION" && node.type === "CONJUNCTION_AND" ? (node.children as Node[]) : [node];
  const names = (from: From) => new Set(from.relations.map(({name}) => name));
  const [lefts, rights] = [names(left), names(right)];
  const side = (part: Node): string => {
    const touched = new Set<string>();
    carryExpression(part, {...scope, touched}, around);
    const [inLeft, inRight] = [[...touched].some((name) => lefts.has(name)), [...touched].some((name) => rights.has(name))];
    return inLeft && inRight ? "both" : inLeft ? "left" : inRight ? "right" : "none";
  };
  const isKey = (part: Node) => {
    if (part.class !== "COMPARISON" || !["COMPARE_EQUAL", "COMPARE_NOT_DISTINCT_FROM"].includes(part.type)) return false;
    const sides = [side(part.left as Node), side(part.right as Node)];
    return sides.includes("left") && sides.includes("right");
  };
  const written = parts.map((part) => asCondition(carryExpression(part, scope, around)));
  if (parts.some(isKey)) return written.join(" AND ");
  const any = (from: From) => `${from.relations[0]!.name}.${quoteIdentifier(from.relations[0]!.columns[0]!.name)}`;
  return [`ignore(${any(left)}) = ignore(${any(right)})`, ...written].join(" AND ");
}
