import type {Database} from "../../db.js";
import type {TemplateField} from "./brief-template.js";

/** The column of handoffs that names those which the note filled, and what a note tells beside the fields. */
export const FROM_NOTE = "brief_from_note";
export const NOTE_BESIDE: readonly string[] = [
  "brief_unplaced",
  "brief_certainty",
  "brief_meeting_time",
  "brief_duration",
  "brief_touchpoints",
];

/** Name of the column of wide tables that says whether a field's value came from the note. */
export const noteFlagOf = ({position}: TemplateField): string => `is_note_${position}`;

/** Columns of handoffs that some file's notes supply; none where no export has `brief_text`. */
export async function readNoteColumns(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.rows<{column_name: string}>(
    "select distinct column_name from staging.stg_supplies where entity = 'handoffs' and starts_with(column_name, 'brief_')",
  );
  return new Set(rows.map(({column_name}) => column_name));
}

/** The note's columns as if they were fields, to be told as of the same moment: parts for accounts and contacts, and the rest if wanted. */
export function carry(notes: ReadonlySet<string>, template: readonly TemplateField[], wantsAll: boolean): TemplateField[] {
  const parts = template.flatMap(({entity, note_column}) => (entity !== "handoffs" && note_column !== null ? [note_column] : []));
  const wanted = [...new Set([...parts, ...(wantsAll ? [FROM_NOTE, ...NOTE_BESIDE] : [])])].filter((column) => notes.has(column));
  return wanted.map((column_name, index) => ({
    position: 1000 + index, field: column_name, section: "", label: "", entity: "handoffs", column_name, note_column: null,
    required: false, is_asked: false, weight: 0, min_words: 1, narrative: false, allows_none: false,
  })); // prettier-ignore
}
