/** Rows that bring types of their own, as the texts that an export's cells are. */
import {quoteName, type Database} from "../db.js";
import type {Landing} from "./types.js";

/** A column as DuckDB describes it. */
export interface TypedColumn {
  name: string;
  type: string;
}

/** Columns of the rows that `from` names. */
export const describeRows = (db: Database, from: string): Promise<TypedColumn[]> =>
  db.rows<TypedColumn>(`select column_name as name, column_type as type from (describe select * from ${from})`);

/** SQL of a cell's text: null where blank, instants with their zone as ISO 8601 in UTC, whole numbers without a point, lists parted by `;`. */
function writeText({name, type}: TypedColumn): string {
  const cell = quoteName(name);
  if (type === "VARCHAR") return `nullif(${cell}, '')`;
  if (type === "TIMESTAMP WITH TIME ZONE") return `strftime(timezone('UTC', ${cell}), '%Y-%m-%dT%H:%M:%S.%gZ')`;
  // A column of whole numbers that may be blank is often kept as one of fractions.
  if (type === "DOUBLE" || type === "FLOAT") return `case when ${cell} = trunc(${cell}) and abs(${cell}) < 1e15 then ${cell}::bigint::varchar else ${cell}::varchar end`; // prettier-ignore
  if (type.endsWith("[]")) return `nullif(array_to_string(list_transform(${cell}, lambda part: part::varchar), ';'), '')`;
  return `nullif(${cell}::varchar, '')`;
}

/** Makes rows with types a landed view: all text, `_line` for the place of a row, the first being 1. */
export async function landRows(db: Database, from: string, columns: readonly TypedColumn[], view: string): Promise<Landing> {
  const rows = `(select ${columns.map((column) => `${writeText(column)} as ${quoteName(column.name)}`).join(", ")} from ${from})`;
  const [found] = await db.rows<{rows: number}>(`select count(*) as rows from ${from}`);
  await db.run(`create or replace temp view ${view} as select *, row_number() over () as "_line" from ${rows}`);
  return {
    table: view,
    line: '"_line"',
    inOrder: {rows, first: 1},
    rows: found!.rows,
    path: "fast",
    hasOddBlanks: true,
    malformed: [],
    setAside: [],
    close: () => db.run(`drop view if exists ${view}`),
  };
}
