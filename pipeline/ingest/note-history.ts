import type {BriefField} from "../contract/brief.js";
import {noteColumnOf} from "../contract/brief.js";
import {quoteName, quoteText, type Database} from "../db.js";
import {listNoteFields, makeNoteReader} from "./note-fields.js";

/** Texts of the history held at once. */
const PIECE = 2000;

/**
 * The history of a brief that is one note, as the history of its fields: each change of `brief_text` becomes one of every field that
 * the note fills for the handoff (a column of the export's own keeps its own history). Nothing is done where there is none.
 */
export async function spreadNoteHistory(db: Database, template: readonly BriefField[]): Promise<void> {
  const where = "lower(trim(entity)) = 'handoffs' and lower(trim(field)) = 'brief_text'";
  const [found] = await db.rows<{n: number}>(`select count(*) as n from raw.field_changes where ${where}`);
  if (found!.n === 0) return;
  const fields = listNoteFields(template);
  const columns = [...new Set(fields.map(noteColumnOf))];
  await db.run(`create or replace temp table told as
      select row_number() over () as id, note from (
        select distinct unnest([old_value, new_value]) as note from raw.field_changes where ${where}) where note is not null;
    create or replace temp table told_parts (note varchar, column_name varchar, text varchar)`);
  const read = makeNoteReader(template);
  for (let from = 0; ; from += PIECE) {
    const notes = await db.rows<{note: string}>(`select note from told where id > ${from} and id <= ${from + PIECE}`);
    if (notes.length === 0) break;
    const rows = notes.flatMap(({note}) =>
      [...read(note).cells].map(([column, text]) => `(${[note, column, text].map(quoteText).join(", ")})`),
    );
    if (rows.length > 0) await db.run(`insert into told_parts values ${rows.join(", ")}`);
  }
  const cells = columns.map((column) => `{'name': ${quoteText(column)}, 'is_own': ${quoteName(column)} is not null and not contains(';' || coalesce(brief_from_note, '') || ';', ${quoteText(`;${column};`)})}`); // prettier-ignore
  await db.run(`insert into raw.field_changes by name
    with changes as (select * from raw.field_changes where ${where}),
    own as (
      select distinct record_id, cell.name as column_name
      from (select record_id, unnest([${cells.join(", ")}]) as cell
        from (select unnest([handoff_id, meeting_id]) as record_id, * from raw.handoffs) where record_id is not null)
      where record_id is not null and cell.is_own
    ),
    spread as (
      select changes.entity, changes.record_id, columns.name as field, changes.changed_at, olds.text as old_value, news.text as new_value,
        changes.changed_by, changes._file_id, changes._source, changes._line, changes._exported_at
      from changes
      cross join (select unnest([${columns.map(quoteText).join(", ")}]) as name) as columns
      left join told_parts as olds on olds.note = changes.old_value and olds.column_name = columns.name
      left join told_parts as news on news.note = changes.new_value and news.column_name = columns.name
    )
    select spread.* from spread
    anti join own on own.record_id = spread.record_id and own.column_name = spread.field
    where not exists (
      select 1 from raw.field_changes as known
      where known.record_id = spread.record_id and known.changed_at = spread.changed_at and lower(trim(known.field)) = spread.field
    );
    drop table told; drop table told_parts`);
}
