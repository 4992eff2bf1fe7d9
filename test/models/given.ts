import {parseConfig} from "../../pipeline/config.js";
import {ENTITIES, ENTITY_NAMES, type EntityName} from "../../pipeline/contract/entities.js";
import {quoteName, quoteText, type Database} from "../../pipeline/db.js";
import {runModels} from "../../pipeline/run/run.js";
import {writeSettings} from "../../pipeline/run/settings.js";
import {openSmall} from "../open-small.js";
import {closeAfterFile} from "../opened.js";

type Cell = string | number | boolean | null | undefined;
export type Cells = Record<string, Cell>;

/** One file of an entity: its rows, and what is known of the file. */
export interface GivenFile {
  rows: Cells[];
  exported_at?: string;
  source?: number;
  /** Columns the file supplies; those named in any of its rows if left out. */
  columns?: string[];
}
export type Given = Partial<Record<EntityName, Cells[] | GivenFile[]>>;

/** When nothing else is said, everything was exported then: a Monday, 06:00 UTC. */
export const EXPORTED_AT = "2026-10-05 06:00:00";

/**
 * A warehouse from a few rows: writes raw tables as ingestion would, then runs settings and all models; where a test looks at a few
 * tables, `givenAsAsked` spares the others. Closed after the file's last test.
 * Times are UTC texts. A handoff without an SDR is by "sdr", and its account is "acme" unless one is named. The brief is one
 * field, `next_steps`, unless the configuration says otherwise (`brief: undefined` for the default template).
 */
export async function given(entities: Given, config: object = {}): Promise<Database> {
  const db = await givenGround(entities, config);
  await runModels(db);
  return db;
}

/** The same before any model has run. */
export async function givenGround(entities: Given, config: object = {}): Promise<Database> {
  const db = closeAfterFile(await openSmall());
  await writeRaw(db, entities);
  const settings = parseConfig(
    JSON.stringify({company: "Test", brief: [{field: "next_steps"}], ...config}),
    "/test/baton.config.yaml",
  );
  await writeSettings(db, settings);
  return db;
}

/** The tables of schema raw, as ingestion leaves them. */
export async function writeRaw(db: Database, entities: Given): Promise<void> {
  await db.run(`create schema raw;
    create table raw.files (file_id integer, source_index integer, source_name text, path text, entity text, profile text, kind text, exported_at timestamp,
      exported_at_from text, bytes bigint, encoding text, delimiter text, quote text, header_line integer,
      rows_read bigint, loaded bigint, merged bigint, rejected bigint, set_aside bigint);
    create table raw.file_columns (file_id integer, entity text, column_name text);
    create table raw.unread_headers (file_id integer, header text);
    create table raw.marks (file_id integer, entity text, line bigint, record_key text, kind text, target text);
    create table raw.rejects (file_id integer, path text, entity text, line bigint, column_name text, value text, reason text, hint text, effect text)`);
  const insert = async (table: string, rows: readonly string[]) => {
    if (rows.length > 0) await db.run(`insert into ${table} values ${rows.map((row) => `(${row})`).join(", ")}`);
  };
  let fileId = 0;
  for (const name of ENTITY_NAMES) {
    const columns = ENTITIES[name].columns.map((column) => column.name);
    await db.run(`create table raw.${name} (${columns.map((column) => `${quoteName(column)} text`).join(", ")},
      _file_id integer, _source integer, _line bigint, _exported_at timestamp)`);
    for (const file of toFiles(entities[name])) {
      fileId += 1;
      const exportedAt = file.exported_at ?? EXPORTED_AT;
      const source = file.source ?? fileId;
      const rows = file.rows.map((row) => complete(name, row));
      const supplied = file.columns ?? [...new Set(rows.flatMap((row) => Object.keys(row)))];
      const unknown = supplied.filter((column) => !columns.includes(column));
      if (unknown.length > 0) throw new Error(`${name} has no column ${unknown.join(", ")}`);
      await db.run(`insert into raw.files values (${fileId}, ${source}, 'given', '${name}-${fileId}.csv', '${name}', 'canonical', '${name}', timestamp '${exportedAt}',
        'configuration', 0, 'utf-8', ',', '"', 1, ${rows.length}, ${rows.length}, 0, 0, 0)`);
      await insert("raw.file_columns", supplied.map((column) => `${fileId}, '${name}', '${column}'`)); // prettier-ignore
      const cell = (value: Cell) => (value == null || value === "" ? "null" : quoteText(String(value)));
      const values = rows.map((row, index) =>
        [...columns.map((column) => cell(row[column])), fileId, source, index + 2, `timestamp '${exportedAt}'`].join(", "),
      );
      await insert(`raw.${name}`, values);
    }
  }
}

function toFiles(given: Cells[] | GivenFile[] | undefined): GivenFile[] {
  if (!given || given.length === 0) return [];
  return "rows" in given[0]! ? (given as GivenFile[]) : [{rows: given as Cells[]}];
}

function complete(entity: EntityName, row: Cells): Cells {
  if (entity !== "handoffs") return row;
  return {sdr_id: "sdr", account_id: "acme", ...row};
}

/** Rows of marts.handoffs in order of their first slot, with the columns asked for. */
export function readHandoffs(db: Database, ...columns: string[]): Promise<Record<string, unknown>[]> {
  return db.rows(`select ${columns.join(", ")} from marts.handoffs order by first_slot_at, handoff_id`);
}
