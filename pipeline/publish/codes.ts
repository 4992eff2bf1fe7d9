import {quoteName, type Database} from "../db.js";

/**
 * SQL of columns of a table, each by its own name and as an ENUM of the texts that stand there, so that they are read as numbers. For texts that
 * come back often; none may be null.
 */
export async function codeTexts(db: Database, table: string, columns: readonly string[]): Promise<string[]> {
  const [found] = await db.rows(`select 1 from ${table} limit 1`);
  // Of no texts there is no ENUM.
  if (!found) return columns.map(quoteName);
  for (const column of columns)
    await db.run(
      `create or replace temp type ${quoteName(`code_${column}`)} as enum (select distinct ${quoteName(column)} from ${table} order by 1)`,
    );
  return columns.map((column) => `${quoteName(column)}::${quoteName(`code_${column}`)} as ${quoteName(column)}`);
}
