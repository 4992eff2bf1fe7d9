import type {Node} from "./tree.js";
import type {Column, Type} from "./types.js";
import {quoteIdentifier, type Value} from "./value.js";

/** A column that an expression may name; `origin` is the column of the warehouse that it is a plain copy of. */
export interface BoundColumn extends Column {
  origin?: string;
}

/** A table in a FROM: the name it goes by in the statement, and the one that is unlike every other in what is written. */
export interface Relation {
  alias: string;
  schema?: string;
  name: string;
  columns: readonly BoundColumn[];
  /** Columns of a USING that the relation before has already shown. */
  merged?: ReadonlySet<string>;
}

/** What names mean at a place of the statement. */
export interface Scope {
  relations: readonly Relation[];
  /** Select-list entries by name, for what comes after them. */
  aliases: ReadonlyMap<string, Node>;
  lambdas: ReadonlyMap<string, Type>;
  /** Of a subquery: the query around it. */
  outer?: Scope;
  /** Names of relations that were met, where somebody wants to know. */
  touched?: Set<string>;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const columnOf = (relation: Relation, name: string): BoundColumn | undefined =>
  relation.columns.find((column) => same(column.name, name));

function valueOf(relation: Relation, {name, type, origin}: BoundColumn, scope: Scope): Value {
  for (let at: Scope | undefined = scope; at; at = at.outer) at.touched?.add(relation.name);
  return {sql: `${relation.name}.${quoteIdentifier(name)}`, type, origin};
}

/**
 * The column that names lead to (`column`, `table.column`, `schema.table.column`), and which names are left over (fields of a struct).
 * Inner queries go before the outer ones.
 */
export function findColumn(names: readonly string[], scope: Scope): {value: Value; rest: readonly string[]} | undefined {
  const [first, second, third] = names as [string, string?, string?];
  for (const relation of scope.relations) {
    if (third !== undefined && relation.schema && same(relation.schema, first) && same(relation.alias, second!)) {
      const column = columnOf(relation, third);
      if (column) return {value: valueOf(relation, column, scope), rest: names.slice(3)};
    }
    if (second !== undefined && same(relation.alias, first)) {
      const column = columnOf(relation, second);
      if (column) return {value: valueOf(relation, column, scope), rest: names.slice(2)};
    }
  }
  for (const relation of scope.relations) {
    const column = relation.merged?.has(first.toLowerCase()) ? undefined : columnOf(relation, first);
    if (column) return {value: valueOf(relation, column, scope), rest: names.slice(1)};
  }
  return scope.outer && findColumn(names, scope.outer);
}
