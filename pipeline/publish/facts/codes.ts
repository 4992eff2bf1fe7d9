import {quoteName, type Database} from "../../db.js";

/** Texts as numbers: SQL of the columns, each by its own name, and what their numbers stand for. */
export interface Codes {
  columns: string[];
  names: Record<string, readonly string[]>;
}

/**
 * Columns of texts of a table as whole numbers, so that no text is read row by row: each text once, by an ENUM of those that stand there. None may
 * be null. An ENUM read as such would be handed over with all its texts, thousands of rows by thousands.
 */
export async function codeTexts(db: Database, table: string, columns: readonly string[]): Promise<Codes> {
  const names: Record<string, readonly string[]> = {};
  const [found] = await db.rows(`select 1 from ${table} limit 1`);
  // Of no texts there is no ENUM.
  if (!found) return {columns: columns.map(quoteName), names};
  for (const column of columns) {
    await db.run(
      `create or replace temp type ${typeOf(column)} as enum (select distinct ${quoteName(column)} from ${table} order by 1)`,
    );
    const texts = await db.rows<{text: string}>(`select unnest(enum_range(null::${typeOf(column)}))::text as text`);
    names[column] = texts.map(({text}) => text);
  }
  return {
    names,
    columns: columns.map((column) => `enum_code(${quoteName(column)}::${typeOf(column)})::integer as ${quoteName(column)}`),
  };
}

const typeOf = (column: string): string => quoteName(`code_${column}`);
