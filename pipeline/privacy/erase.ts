/** Takes those who are to be forgotten out of the rows that a file has just put into raw. */
import type {EntityName} from "../contract/entities.js";
import {quoteName, quoteText, type Database} from "../db.js";
import {hashSql, type ForgottenList} from "./forgotten.js";
import {listMentioning, listNaming, listRecords, listTelling, SELVES, WHOLLY} from "./holdings.js";
import {makeScrubber} from "./scrub.js";

/** Rows of an entity that went as a whole. */
export interface Erased {
  entity: EntityName;
  rows: number;
}

const REASON = "of somebody who is to be forgotten";
const HINT = "take it out of the export, too";

/**
 * Rows that are somebody on the list, or about nobody else, go; elsewhere their id is blanked, and with it what the row says of them in
 * words; names and addresses are taken out of every other text, of the rejects too. Each row that goes stays in the rejects with its line
 * alone.
 * @param file number and path of the file whose rows are looked at
 */
export async function eraseForgotten(
  db: Database,
  file: {number: number; path: string},
  entities: readonly EntityName[],
  list: ForgottenList,
): Promise<Erased[]> {
  const fileId = file.number;
  const {salt, forgotten} = list;
  const values = forgotten.flatMap(({kind, ids, names, records}) => [
    ...ids.map((hash) => `(${quoteText(hash)}, 'id', ${quoteText(kind)})`),
    ...names.map(({hash}) => `(${quoteText(hash)}, 'name', ${quoteText(kind)})`),
    ...records.map((hash) => `(${quoteText(hash)}, 'record', ${quoteText(kind)})`),
  ]);
  await db.run(`create or replace temp table forgotten as from (values ${values.join(", ")}) as forgotten(hash, what, kind)`);
  const is = (column: string, what: string, kind?: string) =>
    `(${quoteName(column)} is not null and ${hashSql(salt, quoteName(column))} in (select hash from temp.forgotten where what in (${what})${kind ? ` and kind = '${kind}'` : ""}))`;
  const own = `_file_id = ${fileId}`;
  const erased: Erased[] = [];
  for (const entity of entities) {
    const rows = await db.rows<{line: number}>(
      `delete from raw.${entity} where ${own} and (${writeGoes(entity, is)}) returning _line as line`,
    );
    if (rows.length > 0) {
      erased.push({entity, rows: rows.length});
      const lines = rows.map(({line}) => line).join(", ");
      await db.run(`update raw.rejects set value = null where file_id = ${fileId} and entity = ${quoteText(entity)} and line in (${lines});
        insert into raw.rejects select ${fileId}, ${quoteText(file.path)}, ${quoteText(entity)}, line, null, null, ${quoteText(REASON)}, ${quoteText(HINT)}, 'set_aside'
        from (select unnest([${lines}]) as line)`);
    }
    await blank(db, entity, own, is);
  }
  await scrubTexts(db, fileId, entities, makeScrubber(list));
  await db.run(`delete from raw.marks where file_id = ${fileId} and list_has_any(
      list_transform(string_split(record_key, chr(31)), lambda part: ${hashSql(salt, "part")}), (select list(hash) from temp.forgotten where what = 'id'));
    drop table temp.forgotten`);
  return erased;
}

type Is = (column: string, what: string, kind?: string) => string;

/** SQL condition: the row goes as a whole. */
function writeGoes(entity: EntityName, is: Is): string {
  const self = SELVES[entity];
  const conditions = [
    ...(self?.ids.map((column) => is(column, "'id'")) ?? []),
    ...(self?.name ? [`${self.ids[0]} is null and ${isName(self.name, is)}`] : []),
    ...(WHOLLY[entity]?.map((column) => is(column, "'id', 'name'")) ?? []),
    // What a field of theirs said before.
    ...(entity === "field_changes" ? [is("record_id", "'id', 'record'")] : []),
    // An answer that nothing but its author's address tells apart.
    ...(entity === "feedback" ? [`feedback_id is null and handoff_id is null and (${is("ae_id", "'id', 'name'")} or ${is("ae_email", "'id'")})`] : []), // prettier-ignore
  ];
  return conditions.join(" or ") || "false";
}

const isName = (column: string, is: Is) => is(column, "'name'");

/** Blanks ids of those on the list, and what the same rows say of them. */
async function blank(db: Database, entity: EntityName, own: string, is: Is): Promise<void> {
  const naming = listNaming(entity).map(({name}) => name);
  const records = listRecords(entity);
  const telling = listTelling(entity).map(({name}) => name);
  const named = naming.map((column) => is(column, "'id', 'name'"));
  // Of a handoff all is about the prospect; what an SDR or AE wrote there is not about them.
  const isAbout =
    entity === "handoffs"
      ? [is("contact_id", "'id', 'name'"), ...records.map((column) => is(column, "'record'", "prospect"))]
      : [...named, ...records.map((column) => is(column, "'record'"))];
  const keepsKey = (column: string) =>
    entity === "handoffs" && column === "sdr_id"
      ? "case when meeting_id is null and handoff_id is null then 'forgotten' end"
      : "null";
  const sets = [
    ...naming.map(
      (column, index) =>
        `${quoteName(column)} = case when ${named[index]} then ${keepsKey(column)} else ${quoteName(column)} end`,
    ),
    ...telling.map(
      (column) => `${quoteName(column)} = case when ${isAbout.join(" or ")} then null else ${quoteName(column)} end`,
    ),
  ];
  if (sets.length === 0 || isAbout.length === 0) return;
  await db.run(`update raw.${entity} set ${sets.join(",\n ")} where ${own} and (${[...named, ...isAbout].join(" or ")})`);
}

/** Takes names and addresses out of texts in which they are only mentioned, and out of the rejects. */
async function scrubTexts(
  db: Database,
  fileId: number,
  entities: readonly EntityName[],
  scrub: (text: string) => string,
): Promise<void> {
  const tables = [
    ...entities.map((entity) => ({
      table: `raw.${entity}`,
      own: `_file_id = ${fileId}`,
      columns: listMentioning(entity, ["people"]),
    })),
    {table: "raw.rejects", own: `file_id = ${fileId}`, columns: ["value", "reason"]},
  ];
  for (const {table, own, columns} of tables)
    for (const column of columns) {
      const texts = await db.rows<{text: string}>(`select distinct ${quoteName(column)} as text from ${table} where ${own} and ${quoteName(column)} is not null`); // prettier-ignore
      const changed = texts.flatMap(({text}) => {
        const scrubbed = scrub(text);
        return scrubbed === text ? [] : [`(${quoteText(text)}, ${quoteText(scrubbed)})`];
      });
      if (changed.length === 0) continue;
      await db.run(`update ${table} set ${quoteName(column)} = changed.scrubbed
        from (values ${changed.join(", ")}) as changed(text, scrubbed) where ${own} and ${quoteName(column)} = changed.text`);
    }
}
