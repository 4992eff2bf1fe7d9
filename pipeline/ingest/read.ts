import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {quoteName, quoteText, type Database} from "../db.js";
import {escapeGlob} from "../escape.js";
import {readCarefully, type OddRows} from "./careful.js";
import {CLEAN_DELIMITER, writeClean, type CleanFile} from "./clean.js";
import {copyLines} from "./copy-lines.js";
import type {ByteFacts, Dialect, Landing} from "./types.js";

/**
 * Makes a file's rows, all text, blanks as null, readable as the temporary view `view` with the file's headers as columns and
 * `_line` for the line a row begins on. Nothing is copied into the database: each query over the view streams the file, which costs
 * little beside what becomes of its rows, and no memory. DuckDB's own reader is used where nothing speaks against it and the outcome
 * accounts for every line of the file.
 */
export async function landFile(
  db: Database,
  path: string,
  name: string,
  view: string,
  facts: ByteFacts,
  dialect: Dialect,
  isTrusted = false,
): Promise<Landing> {
  if (isTrusted && dialect.care === undefined && !hasBreaks(facts)) return landTrusted(db, path, view, facts, dialect);
  const fast = dialect.care === undefined ? await landFast(db, path, view, facts, dialect) : undefined;
  return fast ?? (await landCarefully(db, path, name, view, facts, dialect));
}

/** Whether a cell of the file's beginning goes on on the next line: then an odd number of quotes stands on one. */
const hasBreaks = ({sample}: ByteFacts): boolean => sample.split("\n").slice(0, -1).some((line) => line.split('"').length % 2 === 0); // prettier-ignore

const countLines = ({lineFeeds, endsWithNewline}: ByteFacts, {headerLine}: Dialect): number =>
  lineFeeds + (endsWithNewline ? 0 : 1) - headerLine;

const writeFastReader = (path: string, {headers, headerLine, delimiter}: Dialect): string =>
  writeReader(path, headers, `, skip = ${headerLine}, delim = ${quoteText(delimiter)}`);

async function landTrusted(db: Database, path: string, view: string, facts: ByteFacts, dialect: Dialect): Promise<Landing> {
  const [rows, expected] = [writeFastReader(path, dialect), countLines(facts, dialect)];
  return {
    ...(await landInOrder(db, path, view, rows, dialect, facts)),
    rows: expected,
    inOrder: {rows, first: dialect.headerLine + 1, expected},
  };
}

/** Lands a file of which each line is a row. */
async function landInOrder(db: Database, path: string, view: string, rows: string, dialect: Dialect, {hasOddBlanks}: ByteFacts) {
  await db.run(
    `create or replace temp view ${view} as select *, row_number() over () + ${dialect.headerLine} as "_line" from ${rows}`,
  );
  const pick = (lines: readonly number[]) => pickLines(path, dialect, lines);
  return {...describeView(db, view), pick, path: "fast" as const, hasOddBlanks, malformed: [], setAside: []};
}

async function landFast(
  db: Database,
  path: string,
  view: string,
  facts: ByteFacts,
  dialect: Dialect,
): Promise<Landing | undefined> {
  const rows = writeFastReader(path, dialect);
  const lines = countLines(facts, dialect);
  // Every column is asked for, so that every cell is parsed: what is no clean CSV shows here and nowhere later.
  const found = await tryCount(
    db,
    `count(*) as rows, ${dialect.headers.map((header, index) => `count(${quoteName(header)}) as n${index}`).join(", ")}`,
    rows,
  );
  if (!found) return undefined;
  const filled = new Map(dialect.headers.map((header, index) => [header, found[`n${index}`]!]));
  const first = dialect.headerLine + 1;
  const landing = {rows: found.rows, path: "fast" as const, hasOddBlanks: facts.hasOddBlanks, malformed: [], setAside: []};
  if (lines === found.rows)
    return {...(await landInOrder(db, path, view, rows, dialect, facts)), rows: found.rows, inOrder: {rows, first}, filled};
  // More lines than rows: line breaks inside cells, or blank lines, which only the careful reader can place.
  const breaks = dialect.headers
    .map(quoteName)
    .map((cell) => `coalesce(length(${cell}) - length(replace(${cell}, chr(10), '')), 0)`)
    .join(" + ");
  const broken = await tryCount(db, `coalesce(sum(${breaks}), 0)::bigint as rows`, rows);
  if (broken?.rows !== lines - found.rows) return undefined;
  await db.run(`create or replace temp view ${view} as select * exclude (_breaks),
    ${first - 1} + row_number() over () + sum(_breaks) over (rows between unbounded preceding and current row)::bigint - _breaks as "_line"
    from (select *, ${breaks} as _breaks from ${rows})`);
  return {...landing, ...describeView(db, view)};
}

/** The rows of some lines, from a copy of these alone. */
function pickLines(path: string, {headers, delimiter}: Dialect, lines: readonly number[]): {table: string; close(): void} {
  const folder = mkdtempSync(join(tmpdir(), "baton-lines-"));
  const copy = join(folder, "lines.csv");
  copyLines(path, copy, lines, delimiter);
  const rows = writeReader(copy, ["_line", ...headers], `, delim = ${quoteText(delimiter)}`);
  return {
    table: `(select * replace ("_line"::bigint as "_line") from ${rows})`,
    close: () => rmSync(folder, {recursive: true, force: true}),
  };
}

type Counts = Record<string, number> & {rows: number};

async function tryCount(db: Database, counts: string, rows: string): Promise<Counts | undefined> {
  try {
    return (await db.rows<Counts>(`select ${counts} from ${rows}`))[0];
  } catch {
    return undefined;
  }
}

async function landCarefully(
  db: Database,
  path: string,
  name: string,
  view: string,
  facts: ByteFacts,
  dialect: Dialect,
): Promise<Landing> {
  const odd: OddRows = {malformed: [], setAside: []};
  const folder = mkdtempSync(join(tmpdir(), "baton-clean-"));
  try {
    const clean = join(folder, "clean.csv");
    const written = writeClean(clean, readCarefully(path, name, facts, dialect, odd), dialect.headers.length);
    return {...(await landClean(db, view, clean, dialect.headers, written)), ...describeView(db, view, folder), ...odd};
  } catch (error) {
    rmSync(folder, {recursive: true, force: true});
    throw error;
  }
}

/** Lands what `writeClean` wrote. The file stays whoever made it's to remove. */
export async function landClean(
  db: Database,
  view: string,
  clean: string,
  headers: readonly string[],
  {rows, longest, hasOddBlanks}: CleanFile,
): Promise<Landing> {
  const source = readClean(clean, headers, longest);
  await db.run(`create or replace temp view ${view} as select * replace ("_line"::bigint as "_line") from ${source}`);
  return {...describeView(db, view), rows, path: "careful", hasOddBlanks, malformed: [], setAside: []};
}

function describeView(db: Database, view: string, folder?: string): Pick<Landing, "table" | "line" | "close"> {
  return {
    table: view,
    line: '"_line"',
    async close() {
      await db.run(`drop view if exists ${view}`);
      if (folder) rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** SQL of the rows of a file that `writeClean` wrote, all text, `_line` first. */
export function readClean(path: string, headers: readonly string[], longest: number): string {
  // The reader's room for a line costs memory on every thread, so it gets more only where lines are long.
  const room = longest > 400_000 ? `, max_line_size = ${longest * 4 + 1000}` : "";
  return writeReader(path, ["_line", ...headers], `, delim = ${quoteText(CLEAN_DELIMITER)}, new_line = '\\n'${room}`);
}

/** What databases write for a cell that holds nothing; nobody writes a name so, and a person called Null is none of them. */
export const NOTHING = ["", "\\N", "NULL", "null", "(null)", "<null>"] as const;

/** SQL of a file's rows, all text. */
function writeReader(path: string, headers: readonly string[], options: string): string {
  const columns = headers.map((header) => `${quoteText(header)}: 'VARCHAR'`).join(", ");
  return `read_csv(${quoteText(escapeGlob(path))}, columns = {${columns}}, auto_detect = false, header = false, quote = '"', escape = '"', strict_mode = true, null_padding = false, nullstr = [${NOTHING.map(quoteText).join(", ")}]${options})`;
}
