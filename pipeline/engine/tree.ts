import {quoteText, type Database} from "../db.js";

/** A node of the tree that DuckDB's own parser makes of a query (`json_serialize_sql`); which members it has depends on its class or type. */
export interface Node {
  class?: string;
  type: string;
  alias?: string;
  query_location?: number;
  [member: string]: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- the tree of another program
}

/** A construct that cannot be carried: what, and where in the statement it stands. */
export class CannotCarry extends Error {
  constructor(
    message: string,
    readonly at?: number,
  ) {
    super(message);
  }
}

/**
 * The tree of one query, from the parser that also runs it: what DuckDB can run is read as DuckDB reads it, with nothing lost on the way.
 * @throws CannotCarry with DuckDB's message for what is no single query.
 */
export async function parseQuery(db: Database, sql: string): Promise<Node> {
  const [row] = await db.rows<{tree: string}>(`select json_serialize_sql(${quoteText(sql)}) as tree`);
  const tree = JSON.parse(row!.tree) as {error: boolean; error_message: string; statements: {node: Node}[]};
  if (tree.error) throw new CannotCarry(tree.error_message);
  if (tree.statements.length !== 1) throw new CannotCarry("more than one query at once");
  return tree.statements[0]!.node;
}

/** The tree of one expression. */
export async function parseExpression(db: Database, sql: string): Promise<Node> {
  return (await parseQuery(db, `select ${sql}`)).select_list[0] as Node;
}

/** The line, from 1, of a byte of the text. */
export const lineOf = (text: string, at: number): number => Buffer.from(text).subarray(0, at).toString().split("\n").length;

/** A copy in which `change` has had its say about every node, the outer ones first; what it returns instead is gone through no more. */
export function mapTree<T>(value: T, change: (node: Node) => Node | undefined): T {
  if (Array.isArray(value)) return value.map((item: unknown) => mapTree(item, change)) as T;
  if (value === null || typeof value !== "object") return value;
  const changed = "class" in value ? change(value as unknown as Node) : undefined;
  if (changed) return changed as T;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTree(item as unknown, change)])) as T;
}
