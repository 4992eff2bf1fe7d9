import {mkdtempSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {quoteName, quoteText, type Database} from "../db.js";
import {UserError} from "../errors.js";
import {readCarefully} from "./careful.js";
import {writeClean} from "./clean.js";
import type {ByteFacts, Dialect, Landing} from "./types.js";

/**
 * Lands a file's rows, all text, blanks as null, in the temporary table `table` with the file's headers as columns.
 * DuckDB's own reader is used where nothing speaks against it and the outcome accounts for every line of the file.
 */
export async function landFile(
  db: Database,
  path: string,
  name: string,
  table: string,
  facts: ByteFacts,
  dialect: Dialect,
): Promise<Landing> {
  const fast = dialect.care === undefined ? await landFast(db, path, table, facts, dialect) : undefined;
  const landing = fast ?? (await landCarefully(db, path, name, table, facts, dialect));
  if (statSync(path).size !== facts.bytes) {
    throw new UserError(`${name}: has changed while it was read; it is still being written\n  → build again when it is complete`);
  }
  return landing;
}

async function landFast(
  db: Database,
  path: string,
  table: string,
  facts: ByteFacts,
  dialect: Dialect,
): Promise<Landing | undefined> {
  const columns = dialect.headers.map((header) => `${quoteText(header)}: 'VARCHAR'`).join(", ");
  const options = `auto_detect = false, header = false, skip = ${dialect.headerLine}, delim = ${quoteText(dialect.delimiter)}, quote = '"', escape = '"', strict_mode = true, null_padding = false`;
  try {
    await db.run(
      `create or replace temp table ${table} as select * from read_csv(${quoteText(escapeGlob(path))}, columns = {${columns}}, ${options})`,
    );
  } catch {
    return undefined;
  }
  const [{rows}] = (await db.rows<{rows: number}>(`select count(*) as rows from ${table}`)) as [{rows: number}];
  const lines = facts.lineFeeds + (facts.endsWithNewline ? 0 : 1) - dialect.headerLine;
  const first = dialect.headerLine + 1;
  const landing = {table, rows, path: "fast" as const, hasOddBlanks: facts.hasOddBlanks, malformed: [], setAside: []};
  if (lines === rows) return {...landing, line: `(rowid + ${first})`};
  // More lines than rows: line breaks inside cells, or blank lines, which only the careful reader can place.
  const breaks = `length(concat_ws('', ${names(dialect)})) - length(replace(concat_ws('', ${names(dialect)}), chr(10), ''))`;
  await db.run(
    `create or replace temp table ${table} as select *, ${first} + row_number() over () - 1
      + coalesce(sum(${breaks}) over (rows between unbounded preceding and 1 preceding), 0) as "_line" from ${table}`,
  );
  const [end] = await db.rows<{lines: number}>(`select max("_line" + ${breaks}) - ${dialect.headerLine} as lines from ${table}`);
  return end?.lines === lines ? {...landing, line: '"_line"'} : undefined;
}

async function landCarefully(
  db: Database,
  path: string,
  name: string,
  table: string,
  facts: ByteFacts,
  dialect: Dialect,
): Promise<Landing> {
  const odd: Pick<Landing, "malformed" | "setAside"> = {malformed: [], setAside: []};
  const folder = mkdtempSync(join(tmpdir(), "baton-clean-"));
  try {
    const clean = join(folder, "clean.csv");
    const {rows, longest, hasOddBlanks} = writeClean(
      clean,
      readCarefully(path, name, facts, dialect, odd),
      dialect.headers.length,
    );
    const columns = dialect.headers.map((header) => `${quoteText(header)}: 'VARCHAR'`).join(", ");
    // The reader's room for a line costs memory on every thread, so it gets more only where lines are long.
    const room = longest > 400_000 ? `, max_line_size = ${longest * 4 + 1000}` : "";
    await db.run(
      `create or replace temp table ${table} as select * from read_csv(${quoteText(escapeGlob(clean))}, columns = {'_line': 'BIGINT', ${columns}},
        auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', strict_mode = true, null_padding = false${room})`,
    );
    return {table, line: '"_line"', rows, path: "careful", hasOddBlanks, ...odd};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

const names = (dialect: Dialect) => dialect.headers.map(quoteName).join(", ");

/** DuckDB reads `*`, `?` and `[` in a file name as a pattern. */
const escapeGlob = (path: string) => path.replace(/[*?[]/g, "[$&]");
