/** Rows on their way to the engine: a bounded number at a time, each of them once, and none that is there already. */
import {createHash} from "node:crypto";
import {rmSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {quoteName, quoteText, type Database} from "../db.js";
import {UserError} from "../errors.js";
import {putAdded, type Added} from "./added.js";
import type {Engine} from "./database.js";
import {PassingError} from "./failures.js";
import type {Name} from "./statement.js";
import {clickhouseType, type Column, type Type} from "./types.js";

/** Cells of a batch: of wide rows it has fewer. The server takes a batch as one block, and so all of it or nothing. */
const CELLS = 2_000_000;
/** A batch that did not arrive is sent again so often, after a pause that doubles. */
const ATTEMPTS = 4;
const PAUSE_MS = 250;

/** What a table holds: a text per source file, equal where its rows are. */
interface Held {
  /** Which columns, of which types. */
  shape: string;
  files: Record<string, string>;
}

export interface Shipment {
  db: Database;
  name: Name;
  columns: readonly Column[];
  /** Where a batch lies while it is sent. */
  folder: string;
  /** Rows that the server has already, beside those of here. */
  added?: readonly Added[];
}

/**
 * Sends a table's rows to the engine, in place of what stands there under its name. Files whose rows are there as they are here are not sent.
 * @throws UserError where the server cannot be reached, or another number of rows arrived than were sent; what stood there then stays
 */
export async function sendInBatches(engine: Engine, shipment: Shipment): Promise<void> {
  const {name, columns, added = []} = shipment;
  const own = await describeHeld(shipment);
  const sent = await engine.readSent(name);
  const theirs = sent === undefined ? undefined : (JSON.parse(sent) as Held);
  // Whoever else may write there may have taken rows out.
  const there = theirs?.shape === own.shape ? await countThere(engine, engine.place(name), columns) : new Map<string, number>();
  const isKept = (file: string) => theirs?.files[file] === own.files[file] && there.get(file) === countIn(own.files[file]);
  const files = Object.keys(own.files);
  if (added.length === 0 && JSON.stringify(own) === JSON.stringify(theirs) && files.every(isKept) && there.size === files.length)
    return engine.know(name, columns);
  const counts = [...files.map((file) => countIn(own.files[file])), ...added.map(({rows}) => rows)];
  const total = counts.reduce((sum, rows) => sum + rows, 0);
  await engine.replace(
    name,
    columns,
    async (aside) => {
      await copyKept(engine, name, aside, files.filter(isKept));
      await sendFiles(engine, shipment, aside, files.filter((file) => !isKept(file))); // prettier-ignore
      for (const each of added) await putAdded(engine, each, aside, columns);
      const arrived = [...(await countThere(engine, aside, columns)).values()].reduce((sum, count) => sum + count, 0);
      if (arrived !== total)
        throw new UserError(
          `engine: ${name.schema}.${name.name}: ${total} rows were sent and ${arrived} are there\n  → build again; what stood there before was left as it was`,
        );
    },
    JSON.stringify(own),
  );
}

/** Hashes of DuckDB are the same for the same values, within one of its versions. */
async function describeHeld({db, name, columns}: Shipment): Promise<Held> {
  const [file, cells] = [fileOf(columns), columns.map((column) => quoteName(column.name)).join(", ")];
  const rows = await db.rows<{file: number; held: string; version: string}>(
    `select ${file} as file, count(*) || ' ' || sum(hash(${cells})::hugeint) as held, version() as version
    from ${tableOf({name})} group by 1 order by 1`,
  );
  const shape = columns.map((column) => `${column.name} ${clickhouseType(column.type)}`).join(", ") + (rows[0]?.version ?? "");
  return {
    shape: createHash("sha256").update(shape).digest("hex").slice(0, 16),
    files: Object.fromEntries(rows.map((row) => [String(row.file), row.held])),
  };
}

/** SQL, of either engine, of the number of the file that a row is of; 0 in tables that come from none. */
const fileOf = (columns: readonly Column[]): string => (columns.some(({name}) => name === "_file_id") ? "_file_id" : "0");
const tableOf = ({name}: Pick<Shipment, "name">): string => `${name.schema}.${quoteName(name.name)}`;

/** Rows of each file that are there. */
async function countThere(engine: Engine, place: string, columns: readonly Column[]): Promise<Map<string, number>> {
  const {data} = await engine.client.query(`SELECT ${fileOf(columns)} AS file, count() FROM ${place} GROUP BY file`);
  return new Map(data.map(([file, count]) => [String(file), Number(count)]));
}

/** What is held of a file begins with its number of rows. */
const countIn = (held = "0"): number => Number(held.split(" ")[0]);

/** Rows that an earlier build has sent go from table to table on the server. */
async function copyKept(engine: Engine, name: Name, aside: string, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  await engine.client.command(
    `INSERT INTO ${aside} SELECT * FROM ${engine.place(name)} WHERE \`_file_id\` IN (${files.join(", ")})`,
  );
}

/** One batch after the other: the next is not read before the server has taken the last. */
async function sendFiles(engine: Engine, shipment: Shipment, aside: string, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const {db, name, columns, folder} = shipment;
  const path = join(folder, `${name.schema}.${name.name}.parquet`);
  const of = `${fileOf(columns)} in (${files.join(", ")})`;
  const size = Math.max(1, Math.floor(CELLS / columns.length));
  const selected = columns.map((column) => `${sent(quoteName(column.name), column.type)} as ${quoteName(column.name)}`);
  const [range] = await db.rows<{first: number | null; last: number | null}>(
    `select min(rowid) as first, max(rowid) as last from ${tableOf(shipment)} where ${of}`,
  );
  const {first, last} = range!;
  if (first === null || last === null) return;
  for (let from = first; from <= last; from += size) {
    try {
      const [written] = await db.rows<{Count: number}>(
        `copy (select ${selected.join(", ")} from ${tableOf(shipment)} where ${of} and rowid >= ${from} and rowid < ${from + size})
        to ${quoteText(path)} (format parquet)`,
      );
      // What a batch is called tells the server whether it has it: one that was taken without an answer adds nothing when it comes again.
      const token = `${name.schema}.${name.name} of files ${files.join(" ")} rows ${from} to ${from + size - 1}`;
      if (written!.Count > 0) await persist(() => engine.client.load(path, aside, token));
    } finally {
      rmSync(path, {force: true});
    }
  }
}

/** Tries again what may come right by itself. */
async function persist(act: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof PassingError) || attempt === ATTEMPTS) throw error;
      await wait(PAUSE_MS * 2 ** attempt);
    }
  }
}

/** Days go as instants, since ClickHouse's days begin in 1900, and words of ENUMs as texts. */
function sent(column: string, type: Type): string {
  if (type.kind === "date") return `${column}::timestamp`;
  if (type.kind === "enum" || type.kind === "decimal") return `${column}::${type.kind === "enum" ? "text" : "double"}`;
  return type.kind === "list" ? `coalesce(${column}, [])` : column;
}
