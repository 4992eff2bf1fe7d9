import type {DuckDBValue} from "@duckdb/node-api";
import type {BriefField} from "../contract/brief.js";
import {findColumn} from "../contract/entities.js";
import {DOUBLE, DuckDBDataChunk, INTEGER, quoteName, VARCHAR, type Database} from "../db.js";
import {makeNoteReader, type NoteCells} from "./note-fields.js";
import type {Landing, MappedColumn, Mapping} from "./types.js";

/** Characters of notes held at once, and rows of a chunk of theirs. */
const PIECE = 4_000_000;
const CHUNK = 1024;
/** Columns beside the cells in the table of notes. */
const BESIDE = ["brief_unplaced", "brief_certainty", "brief_from_note"];

/**
 * Takes the briefs of a landed file that are one note apart, where its handoffs have `brief_text`: the landed rows with the parts
 * beside them, and a mapping by which a column of its own comes first and the note's part fills it where it is blank. A field
 * that no note of the file names is not supplied. Each distinct note is read once, a few megabytes at a time.
 */
export async function takeNotesApart(
  db: Database,
  landing: Landing,
  mapping: Mapping,
  template: readonly BriefField[],
): Promise<{landing: Landing; mapping: Mapping}> {
  const note = mapping.columns.find(({column}) => column === "brief_text");
  if (mapping.entity !== "handoffs" || !note || mapping.unpivot) return {landing, mapping};
  // In most exports nobody fills the column.
  if (note.headers.length > 0 && note.headers.every((header) => landing.filled?.get(header) === 0)) return {landing, mapping};
  const cell = `nullif(trim(${note.sql}, ' \t\r\n\u00a0'), '')`;
  await db.run(`create or replace temp table notes as
    select (row_number() over ())::integer as id, note, (sum(length(note)) over (rows unbounded preceding) // ${PIECE})::integer as piece
    from (select distinct ${cell} as note from ${landing.table} where ${cell} is not null and ${mapping.aside} is null)`);
  const columns = await readNotes(db, makeNoteReader(template));
  const table = `${landing.table}_notes`;
  if (columns) {
    await db.run(`create or replace temp table ${table} as
      select landed.*, parts.* exclude (id) from (select *, ${landing.line} as _line_of_note, ${cell} as _note from ${landing.table}) as landed
      left join (select notes.note as _text, parts.* from parts inner join notes on notes.id = parts.id) as parts on parts._text = landed._note`);
  }
  await db.run("drop table if exists temp.main.notes; drop table if exists temp.main.parts");
  if (!columns) return {landing, mapping};
  return {
    landing: {...landing, table, line: "_line_of_note", inOrder: undefined, pick: undefined},
    mapping: {...mapping, columns: extend(mapping.columns, columns, note)},
  };
}

/** Forgets the table that `takeNotesApart` made. */
export async function forgetNotes(db: Database, landing: Landing): Promise<void> {
  await db.run(`drop table if exists temp.main.${landing.table}_notes`);
}

/**
 * Reads the notes of temp table `notes` into temp table `parts`.
 * @returns the columns of handoffs that any note names; undefined when there is no note.
 */
async function readNotes(db: Database, read: (note: string) => NoteCells): Promise<string[] | undefined> {
  const [last] = await db.rows<{piece: number | null}>("select max(piece) as piece from notes");
  if (last!.piece === null) return undefined;
  await db.run("create or replace temp table parts (id integer, _unplaced varchar, _certainty double, _from varchar)");
  const columns: string[] = [];
  for (let piece = 0; piece <= last!.piece; piece++) {
    const notes = await db.rows<{id: number; note: string}>(`select id, note from notes where piece = ${piece}`);
    const parts = notes.map(({id, note}) => ({id, ...read(note)}));
    for (const column of new Set(parts.flatMap(({named}) => named))) {
      if (columns.includes(column)) continue;
      await db.run(`alter table temp.main.parts add column ${quoteName(`_note_${column}`)} varchar`);
      columns.push(column);
    }
    await append(db, columns, parts);
  }
  return columns;
}

async function append(db: Database, columns: readonly string[], notes: readonly (NoteCells & {id: number})[]): Promise<void> {
  const appender = await db.connection.createAppender("parts", "main", "temp");
  const types = [INTEGER, VARCHAR, DOUBLE, VARCHAR, ...columns.map(() => VARCHAR)];
  for (let at = 0; at < notes.length; at += CHUNK) {
    const part = notes.slice(at, at + CHUNK);
    const values: DuckDBValue[][] = [
      part.map(({id}) => id),
      part.map(({unplaced}) => unplaced || null),
      part.map(({certainty}) => certainty),
      part.map(({cells}) => [...cells.keys()].join(";") || null),
      ...columns.map((column) => part.map(({cells}) => cells.get(column) ?? null)),
    ];
    const chunk = DuckDBDataChunk.create(types, part.length);
    chunk.setColumns(values);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** The mapping with the note's parts: behind a column of the file's own, else in its place. */
function extend(mapped: readonly MappedColumn[], columns: readonly string[], note: MappedColumn): MappedColumn[] {
  const parts = new Map(columns.map((column) => [column, quoteName(`_note_${column}`)]));
  const own = mapped.filter(({column}) => !BESIDE.includes(column));
  const filled = own.map((column): MappedColumn => {
    const part = parts.get(column.column);
    if (!part) return column;
    return {...column, sql: `coalesce(nullif(trim(${column.sql}), ''), ${part})`, headers: [...new Set([...column.headers, ...note.headers])]}; // prettier-ignore
  });
  const add = (column: string, sql: string): MappedColumn => ({column, sql, headers: note.headers, how: "note"});
  const added = columns.filter((column) => !own.some((other) => other.column === column));
  const blank = own
    .filter(({column}) => parts.has(column))
    .map(({column, sql}) => `case when nullif(trim(${sql}), '') is not null then '${column}' end`);
  const from =
    blank.length === 0
      ? "_from"
      : `nullif(array_to_string(list_filter(string_split(_from, ';'), lambda name: not list_contains([${blank.join(", ")}], name)), ';'), '')`;
  return [
    ...filled,
    ...added.map((column) => add(column, parts.get(column)!)),
    add("brief_unplaced", "_unplaced"),
    add("brief_certainty", "_certainty::varchar"),
    add("brief_from_note", from),
  ].filter(({column}) => findColumn("handoffs", column) !== undefined);
}
