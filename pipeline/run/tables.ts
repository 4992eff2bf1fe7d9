import {quoteText, type Database} from "../db.js";

export type Value = string | number | boolean | null;

/** Makes a table of schema config with these rows, anew. */
export async function writeTable(
  db: Database,
  name: string,
  columns: string,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  await db.run(`create or replace table config.${name} (${columns})`);
  if (rows.length === 0) return;
  await db.run(
    `insert into config.${name} values ${rows.map((row) => `(${row.map((value) => literal(value as Value)).join(", ")})`).join(", ")}`,
  );
}

export const literal = (value: Value): string => (typeof value === "string" ? quoteText(value) : String(value));
export const list = (values: readonly string[]): string => `[${values.map(quoteText).join(", ")}]`;
