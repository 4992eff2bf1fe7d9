import type {Database, Parameters} from "../db.js";
import {carryQuery, type Query, type Statement} from "./query.js";
import type {Source} from "./from.js";
import type {Type} from "./types.js";
import {CannotCarry, lineOf, mapTree, parseExpression, parseQuery, type Node} from "./tree.js";

/** What is known of the warehouse when a statement is carried. */
export interface Catalog {
  table(schema: string, name: string): Source | undefined;
  /** The cell of a table of one row, as `config.settings.timezone`. */
  constant(origin: string): string | number | undefined;
  /** A type that has been given a name. */
  type?(name: string): Type | undefined;
}

/** An expression with parameters, put in wherever it is called. */
export interface Macro {
  parameters: readonly string[];
  body: Node;
}

/** Reads `create … macro name(a, b) as expression`. */
export async function readMacro(db: Database, parameters: readonly string[], body: string): Promise<Macro> {
  return {parameters, body: await parseExpression(db, body)};
}

export interface CarryOptions {
  /** What the query is of, for messages: a model's name. */
  where?: string;
  macros?: ReadonlyMap<string, Macro>;
  /** Values of `$name`. */
  parameters?: Parameters;
}

/**
 * Writes a query of DuckDB's dialect for ClickHouse, with the columns it yields. `db` is any DuckDB: its parser reads the query.
 * @throws CannotCarry whose message names `where`, the line and what stands there.
 */
export async function carry(
  db: Database,
  sql: string,
  catalog: Catalog,
  {where = "a statement", macros = new Map(), parameters = {}}: CarryOptions = {},
): Promise<Query> {
  try {
    const counts = new Map<string, number>();
    const statement: Statement = {
      table: (schema, name) => catalog.table(schema, name),
      constant: (origin) => catalog.constant(origin),
      type: (name) => catalog.type?.(name),
      parameter: (name) => parameters[name] as string | number | boolean | null | undefined,
      name(stem) {
        const plain = stem.toLowerCase().replace(/[^a-z0-9_]/g, "_");
        const count = (counts.get(plain) ?? 0) + 1;
        counts.set(plain, count);
        return `${plain}_${count}_`;
      },
    };
    return carryQuery(putIn(await parseQuery(db, sql), macros), statement);
  } catch (error) {
    if (!(error instanceof CannotCarry)) throw error;
    const line =
      error.at === undefined
        ? ""
        : `, line ${lineOf(sql, error.at)}: ${sql.split("\n")[lineOf(sql, error.at) - 1]!.trim().slice(0, 100)}`;
    throw new CannotCarry(`${where}${line}\n  cannot be carried to ClickHouse: ${error.message}`, error.at);
  }
}

/** The tree with macros in place of their calls. */
function putIn(tree: Node, macros: ReadonlyMap<string, Macro>): Node {
  if (macros.size === 0) return tree;
  const change = (node: Node): Node | undefined => {
    const macro = node.class === "FUNCTION" ? macros.get(node.function_name as string) : undefined;
    if (!macro) return undefined;
    const args = (node.children as Node[]).map((child) => mapTree(child, change));
    const body = mapTree(macro.body, (inner) => {
      const names = inner.class === "COLUMN_REF" ? (inner.column_names as string[]) : [];
      const place = names.length === 1 ? macro.parameters.indexOf(names[0]!) : -1;
      return place < 0 ? undefined : args[place];
    });
    return {...mapTree(body, change), alias: node.alias};
  };
  return mapTree(tree, change);
}
