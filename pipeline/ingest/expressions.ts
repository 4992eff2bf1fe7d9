import {ENTITIES} from "../contract/entities.js";
import type {Database} from "../db.js";
import type {Problem} from "../errors.js";
import type {FoundFile, Landing, Mapping, Stop} from "./types.js";

/**
 * Tries the configuration's own SQL on the landed file, each expression by itself, so that a slip in it is told as what it is:
 * a mistake of the configuration, with its place, and not as an error in a statement nobody wrote.
 */
export async function checkExpressions(
  db: Database,
  file: FoundFile,
  mappings: readonly Mapping[],
  landing: Landing,
  headers: readonly string[],
): Promise<Stop | undefined> {
  const {source, sourceIndex} = file;
  const isWanted = (name: string) => mappings.some(({entity}) => ENTITIES[entity].columns.some((column) => column.name === name));
  const expressions = Object.entries(source.sql)
    .filter(([column]) => isWanted(column))
    .map(([column, sql]) => ({place: `sql.${column}`, sql}));
  if (source.where) expressions.push({place: "where", sql: source.where});
  const problems: Problem[] = [];
  for (const {place, sql} of expressions) {
    const what = await tryExpression(db, landing.table, sql);
    if (what) problems.push({where: `sources[${sourceIndex}].${place}`, what});
  }
  if (problems.length === 0) return undefined;
  return {
    title: `${file.name}: SQL of the configuration does not work on this file`,
    problems,
    advice: `cells are text: cast them with try_cast; the headers are ${headers.join(", ")}`,
  };
}

/** The first line of DuckDB's message; undefined when the expression works on every row. */
async function tryExpression(db: Database, table: string, sql: string): Promise<string | undefined> {
  try {
    await db.rows(`select count((\n${sql}\n)) as n from ${table}`);
    return undefined;
  } catch (error) {
    const message = ((error as Error).cause as Error | undefined)?.message ?? (error as Error).message;
    return message.split("\n")[0]!.trim();
  }
}
