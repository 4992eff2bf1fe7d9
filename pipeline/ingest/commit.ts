/** Adds one line to the company's commitments: checked, then written the way the file is, all of it or nothing. */
import {
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  appendFileSync,
} from "node:fs";
import type {Config} from "../config.js";
import {openDatabase, type Database} from "../db.js";
import type {Commitment} from "../contract/commitment.js";
import {UserError} from "../errors.js";
import {encodeRow} from "./append-row.js";
import {decodeBytes} from "./decode.js";
import {readFile} from "./file.js";
import {findFiles, findNamed} from "./find.js";
import {recogniseFile} from "./recognise.js";
import {scanFile} from "./scan.js";
import {sniffDialect} from "./sniff.js";
import {createTables} from "./tables.js";
import type {FoundFile, Mapping} from "./types.js";

export interface Committed {
  /** As the ledger names the file. */
  file: string;
  /** The row as it was written, without its line end. */
  written: string;
  /** A build reads the file. */
  isSource: boolean;
}

const HEADER = "sdr_id,behaviour,agreed_on,review_on,note,status";

/**
 * The file that commitments are read from: the one named, else the only one of the configuration's sources that holds some.
 * @throws UserError (exit code 2) when there is none or more than one, or it cannot be added to
 */
export async function findCommitmentsFile(db: Database, config: Config, named?: string): Promise<FoundFile> {
  const names = await db.rows<{path: string}>("select distinct path from raw.files where entity = 'commitments' order by path");
  const known = new Set(names.map(({path}) => path));
  const files = named === undefined ? findFiles(config).files.filter(({name}) => known.has(name)) : findNamed(named, config);
  if (files.length === 0)
    throw new UserError(
      `no source holds commitments\n  → make a file with the header line ${HEADER}\n    (npm run --silent baton -- template commitments > exports/commitments.csv), and name it under sources in ${config.path}`,
      2,
    );
  if (files.length > 1)
    throw new UserError(
      `${files.length} files hold commitments\n  → name one: ${files.map(({path}) => `--file ${path}`).join(" or ")}`,
      2,
    );
  const [file] = files as [FoundFile];
  if (file.entry || /\.gz$/i.test(file.path)) throw new UserError(`${file.name}: is packed, so no line can be added\n  → unpack it, and name the unpacked file under sources`, 2); // prettier-ignore
  return file;
}

/**
 * Appends the line. What stands in the file stays byte for byte; the new row is read back as a build reads it before anything is put
 * into place.
 * @throws UserError when the file has no column for a value, or would not give the row back as it was meant
 */
export async function appendCommitment(config: Config, file: FoundFile, line: Commitment): Promise<Committed> {
  const path = realpathSync(file.path);
  const before = statSync(path);
  const facts = scanFile(path, file.name, file.source.encoding);
  const dialect = sniffDialect(facts, file.name, file.source);
  const mapping = recogniseFile(file, dialect.headers, config).mappings.find(({entity}) => entity === "commitments");
  if (!mapping) throw new UserError(`${file.name}: holds no commitments\n  → its header line is to be ${HEADER}`, 2);
  const dates = await readSpellings(path, file, config);
  const cells = placeCells(line, mapping, dialect.headers, file.name, dates);
  const bytes = encodeRow(cells, facts, dialect, file.name);
  const aside = takeAside(path, file.name);
  try {
    copyFileSync(path, aside);
    appendFileSync(aside, bytes);
    await checkReadBack(aside, path, file, config, line);
    const now = statSync(path);
    if (now.size !== before.size || now.mtimeMs !== before.mtimeMs)
      throw new UserError(`${file.name}: was changed by somebody else meanwhile; nothing was written\n  → try again`);
    renameSync(aside, path);
  } finally {
    rmSync(aside, {force: true});
  }
  const isSource = findFiles(config).files.some((own) => realpathSync(own.path) === path);
  return {file: file.name, written: decodeBytes(bytes, facts.encoding).trim(), isSource};
}

/** A name beside the file that one writer at a time can have; no pattern for exports matches it. */
function takeAside(path: string, name: string): string {
  const aside = `${path}.adding`;
  try {
    const handle = openSync(aside, "wx", statSync(path).mode);
    writeSync(handle, "");
    closeSync(handle);
    return aside;
  } catch (cause) {
    const isTaken = (cause as NodeJS.ErrnoException).code === "EEXIST";
    throw new UserError(
      isTaken
        ? `${name}: somebody else is adding a line\n  → try again; if nobody is, remove ${aside}`
        : `${name}: its folder cannot be written to (${(cause as NodeJS.ErrnoException).code ?? "error"})`,
      1,
      {cause},
    );
  }
}

type Row = Record<keyof Commitment, string | null>;

/** The file's rows as a build reads them. */
async function readRows(path: string, file: FoundFile, config: Config): Promise<Row[]> {
  const db = await openDatabase();
  try {
    await createTables(db);
    const {stops} = await readFile(db, {...file, path}, 1, config);
    if (stops[0]) throw new UserError(stops[0].title);
    return await db.rows<Row>("select sdr_id, behaviour, agreed_on, review_on, note, status from raw.commitments order by _line");
  } finally {
    db.close();
  }
}

async function checkReadBack(aside: string, path: string, file: FoundFile, config: Config, line: Commitment): Promise<void> {
  const [before, after] = [await readRows(path, file, config), await readRows(aside, file, config).catch(giveNone)];
  const [last] = after.slice(-1);
  const isRight = Object.entries(line).every(
    ([column, value]) => (last?.[column as keyof Row] ?? (column === "status" ? "open" : null)) === value,
  );
  if (isRight && JSON.stringify(after.slice(0, -1)) === JSON.stringify(before)) return;
  const row = after.length > before.length ? JSON.stringify(after.at(-1)) : "no row";
  throw new UserError(
    `${file.name}: a build would read the new line as ${row}, so nothing was written\n  → look at its end and its dates: npm run baton -- inspect ${file.name}`,
  );
}

const giveNone = (error: unknown): Row[] => {
  if (error instanceof UserError) return [];
  throw error;
};

/** How the file writes days: by the first one that stands in it. */
async function readSpellings(path: string, file: FoundFile, config: Config): Promise<(day: string) => string> {
  const [first] = await readRows(path, file, config);
  if (!first?.agreed_on) return (day) => day;
  // Digits, dots and slashes are the same in every encoding once the zeros of the wide ones are out.
  const text = readFileSync(path, "latin1").replaceAll("\0", "");
  const style = STYLES.find((write) => text.includes(write(first.agreed_on!)));
  return style ?? ((day) => day);
}

const pad = (number: string) => number.replace(/^0/, "");
const STYLES: readonly ((day: string) => string)[] = [
  (day) => day,
  (day) => day.split("-").reverse().join("."),
  (day) => day.split("-").reverse().map(pad).join("."),
  (day) => day.split("-").reverse().join("/"),
  (day) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`,
  (day) => `${pad(day.slice(5, 7))}/${pad(day.slice(8))}/${day.slice(0, 4)}`,
];

/** A cell per header, in the file's own order; headers of its own stay empty. */
function placeCells(
  line: Commitment,
  mapping: Mapping,
  headers: readonly string[],
  name: string,
  date: (day: string) => string,
): string[] {
  const cells = headers.map(() => "");
  for (const [column, value] of Object.entries(line) as [keyof Commitment, string | null][]) {
    if (value === null) continue;
    const header = mapping.columns.find((own) => own.column === column)?.headers[0];
    const place = header === undefined ? -1 : headers.indexOf(header);
    // Without a column of its own, every line is open.
    if (place < 0 && column === "status" && value === "open") continue;
    if (place < 0)
      throw new UserError(
        `${name}: has no column for ${column}\n  → add a column "${column}" to its header line, or leave it out`,
        2,
      );
    cells[place] = column.endsWith("_on") ? date(value) : value;
  }
  return cells;
}
