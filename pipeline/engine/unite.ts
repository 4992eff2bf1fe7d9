import {castTo} from "./cast.js";
import type {Surroundings} from "./expression.js";
import {carryQuery, endings, orderValue, type Query, type Statement, type Withs} from "./query.js";
import type {Scope} from "./scope.js";
import type {Item} from "./select-list.js";
import {CannotCarry, type Node} from "./tree.js";
import {clickhouseType, commonType, type Type} from "./types.js";
import {quoteIdentifier, type Value} from "./value.js";

const WORDS: Record<string, string> = {UNION: "UNION", EXCEPT: "EXCEPT", INTERSECT: "INTERSECT"};

/** UNION and its like: branches of one type each column, whatever stands in them. */
export function unite(node: Node, statement: Statement, withs: Withs, outer?: Scope): Query {
  const word = WORDS[node.setop_type as string];
  if (!word) throw new CannotCarry(`no rule knows ${String(node.setop_type)}`);
  const isAll = Boolean(node.setop_all);
  const branches = flatten(node, node.setop_type as string, isAll).map((branch) => carryQuery(branch, statement, withs, outer));
  const types = branches[0]!.columns.map((_, place) => branches.map(({columns}) => columns[place]!.type).reduce(commonType));
  const parts = branches.map((branch) => `(${alike(branch, types, statement)})`);
  const sql = parts.join(`\n${word} ${isAll ? "ALL" : "DISTINCT"}\n`);
  const columns = branches[0]!.columns.map(({name}, place) => ({name, type: types[place]!}));
  const modifiers = node.modifiers as Node[];
  if (modifiers.length === 0) return {sql, columns};
  const items: Item[] = columns.map(({name, type}) => ({name, value: {sql: quoteIdentifier(name), type}, entry: {type: ""}}));
  const scope: Scope = {relations: [], aliases: new Map(), lambdas: new Map(), outer};
  const around: Surroundings = {...statement, subquery: () => ({sql: "", columns: []})};
  const ends = endings(modifiers, items, (other) => orderValue(other, items, scope, around));
  return {sql: `SELECT * FROM (${sql})\n${ends.join("\n")}`, columns};
}

/** The branches of a chain of the same operation, which the parser nests to the left. */
function flatten(node: Node, word: string, isAll: boolean): Node[] {
  const isSame = node.type === "SET_OPERATION_NODE" && node.setop_type === word && Boolean(node.setop_all) === isAll;
  if (!isSame || word === "EXCEPT") return isSame ? [node.left as Node, node.right as Node] : [node];
  return [...flattenSide(node.left as Node, word, isAll), ...flattenSide(node.right as Node, word, isAll)];
}

const flattenSide = (node: Node, word: string, isAll: boolean): Node[] =>
  (node.modifiers as Node[]).length > 0 || node.cte_map.map.length > 0 ? [node] : flatten(node, word, isAll);

/** The branch with its columns in the types that all branches share. */
function alike({sql, columns}: Query, types: readonly Type[], statement: Statement): string {
  const isSame = columns.every(({type}, place) => {
    const wanted = types[place]!;
    return (
      wanted.kind === "struct" ||
      wanted.kind === "null" ||
      (type.kind === wanted.kind && (type.kind !== "list" || clickhouseType(type) === clickhouseType(wanted)))
    );
  });
  if (isSame) return sql;
  const name = statement.name("branch");
  const list = columns.map((column, place) => {
    const value: Value = {sql: `${name}.${quoteIdentifier(column.name)}`, type: column.type};
    const wanted = types[place]!;
    const isKept = column.type.kind === wanted.kind || wanted.kind === "null";
    return `${isKept ? value.sql : castTo(value, wanted).sql} AS ${quoteIdentifier(column.name)}`;
  });
  return `SELECT ${list.join(", ")} FROM (${sql}) AS ${name}`;
}
