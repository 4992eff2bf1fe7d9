import type {Database} from "../db.js";

/**
 * What a note of a system names, each of its exports with notes supplies: a part that another note of the record leaves out was not
 * there yet, or was taken away, even where no note of that export, often of a few changed records, names it.
 */
export async function supplyNoteColumns(db: Database): Promise<void> {
  await db.run(`insert into raw.file_columns
    with noted as (
      select files.file_id, files.profile
      from raw.files as files
      inner join raw.file_columns as columns on columns.file_id = files.file_id and columns.entity = files.entity
      where files.entity = 'handoffs' and columns.column_name = 'brief_text'
      qualify count(*) over (partition by files.profile) > 1
    ),
    named as (
      select distinct noted.profile, unnest(string_split(handoffs.brief_from_note, ';')) as column_name
      from raw.handoffs as handoffs
      inner join noted on noted.file_id = handoffs._file_id
      where handoffs.brief_from_note is not null
    )
    select noted.file_id, 'handoffs', told.column_name
    from noted
    inner join (
      select profile, column_name from named
      union
      select profile, unnest(['brief_from_note', 'brief_unplaced', 'brief_certainty']) from named
    ) as told on told.profile = noted.profile
    anti join raw.file_columns as known
      on known.file_id = noted.file_id and known.entity = 'handoffs' and known.column_name = told.column_name`);
}
