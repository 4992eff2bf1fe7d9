import {carryExpression, type Surroundings} from "./expression.js";
import type {Relation, Scope} from "./scope.js";
import {CannotCarry, type Node} from "./tree.js";
import {NULL, type Type} from "./types.js";
import {quoteIdentifier, type Value} from "./value.js";

/** An entry of a select list: the column it makes. */
export interface Item {
  name: string;
  value: Value;
  /** Where it stands in the tree. */
  entry: Node;
}

/** Every column that the entries make, stars and lists taken apart, each under a name of its own. */
export function writeSelectList(entries: readonly Node[], scope: Scope, around: Surroundings): Item[] {
  const lists = entries.filter(isUnnest);
  const row = lists.length === 0 ? undefined : rowOf(lists, scope, around);
  const items = entries.flatMap((entry) => {
    if (entry.class === "STAR") return star(entry, scope, around);
    if (isUnnest(entry)) return unnest(entry, lists.indexOf(entry), row!);
    return [{name: nameOf(entry), value: carryExpression(entry, scope, around), entry}];
  });
  const taken = new Map<string, number>();
  return items.map((item) => {
    const count = taken.get(item.name.toLowerCase()) ?? 0;
    taken.set(item.name.toLowerCase(), count + 1);
    return count === 0 ? item : {...item, name: `${item.name}_${count}`};
  });
}

function nameOf(entry: Node): string {
  if (entry.alias) return entry.alias;
  if (entry.class === "COLUMN_REF") return (entry.column_names as string[]).at(-1)!;
  if (entry.class === "CAST") return nameOf(entry.child as Node);
  return (entry.function_name as string | undefined) ?? "value";
}

function star(entry: Node, scope: Scope, around: Surroundings): Item[] {
  if (entry.columns || entry.expr) throw new CannotCarry("COLUMNS(…)");
  const of = (entry.relation_name as string).toLowerCase();
  const excluded = new Set((entry.exclude_list as string[]).map((name) => name.toLowerCase()));
  const replaced = new Map(
    (entry.replace_list as {key: string; value: Node}[]).map(({key, value}) => [key.toLowerCase(), value]),
  );
  const renamed = new Map(
    (entry.rename_list as {key: {column: string}; value: string}[]).map(({key, value}) => [key.column.toLowerCase(), value]),
  );
  const relations = of ? scope.relations.filter(({alias}) => alias.toLowerCase() === of) : scope.relations;
  if (relations.length === 0) throw new CannotCarry(`no table ${of} is known here`);
  return relations.flatMap((relation) =>
    shown(relation, of !== "").flatMap((column): Item[] => {
      const name = column.name.toLowerCase();
      if (excluded.has(name)) return [];
      const other = replaced.get(name);
      const own: Value = {sql: `${relation.name}.${quoteIdentifier(column.name)}`, type: column.type, origin: column.origin};
      const value = other ? carryExpression(other, {...scope, aliases: new Map()}, around) : own;
      return [{name: renamed.get(name) ?? column.name, value, entry: other ?? {class: "COLUMN_REF", type: "COLUMN_REF"}}];
    }),
  );
}

const shown = ({columns, merged}: Relation, isNamed: boolean) =>
  isNamed || !merged ? columns : columns.filter(({name}) => !merged.has(name.toLowerCase()));

const isUnnest = (entry: Node): boolean => entry.class === "FUNCTION" && entry.function_name === "unnest";

/** The element of a row that several lists make together, side by side: ClickHouse would make every pair of them. */
function rowOf(lists: readonly Node[], scope: Scope, around: Surroundings): {sql: string; types: Type[]} {
  const values = lists.map((entry) => carryExpression((entry.children as Node[])[0]!, scope, around));
  const types = values.map(({type}) => (type.kind === "list" ? type.of : NULL));
  const sql =
    values.length === 1 ? `arrayJoin(${values[0]!.sql})` : `arrayJoin(arrayZip(${values.map((value) => value.sql).join(", ")}))`;
  return {sql, types};
}

function unnest(entry: Node, place: number, row: {sql: string; types: Type[]}): Item[] {
  const type = row.types[place]!;
  const sql = row.types.length === 1 ? row.sql : `tupleElement(${row.sql}, ${place + 1})`;
  const isRecursive = (entry.children as Node[]).length > 1;
  if (!isRecursive || type.kind !== "struct") return [{name: entry.alias || "unnest", value: {sql, type}, entry}];
  return type.fields.map(([name, of], at) => ({name, value: {sql: `tupleElement(${sql}, ${at + 1})`, type: of}, entry}));
}
