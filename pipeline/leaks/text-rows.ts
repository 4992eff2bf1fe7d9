/** All texts that people wrote about somebody, from the exports, with whose they are. */
import {ENTITIES, type Column} from "../contract/entities.js";
import {quoteName, type Database} from "../db.js";
import {MEETING_FEEDBACK} from "./match-feedback.js";
import {VERSIONS} from "./marks.js";

/** What a text is: only read for the names in it, a comment, a part of a brief, or a note on one person. */
export const MENTIONS = 0;
export const COMMENT = 1;
export const BRIEF = 2;
export const NOTE = 3;

/** Columns of a brief that list people and days: a page puts the same together from records. */
const LISTS = new Set(["champion", "economic_buyer", "technical_buyer", "end_users", "prospect_attendees", "our_attendees", "invite_stakeholders", "first_contact", "related_accounts", "access_status"]); // prettier-ignore
const NOTES = ENTITIES.handoffs.columns.filter(({personal, type, name}) => personal && type === "text" && !name.startsWith("brief_contact")); // prettier-ignore
const join = (names: readonly string[]) => `concat_ws(chr(10), ${names.map((name) => `versions.${quoteName(name)}`).join(", ")})`;

/** Of a note that was taken apart the parts count: what it says of company and contact stands in their records, too. */
const isProse = ({name, derived}: Column) => !LISTS.has(name) && name !== "brief_text" && (!derived || name === "brief_unplaced");

/** One row per text: `parties` (0 where the record is gone), `person` whose own it is instead, `kind`, `author` of a brief. */
const TEXTS = `
select coalesce(parties, 0) as parties, null as person, unnest([${BRIEF}, ${MENTIONS}, ${MENTIONS}, ${COMMENT}, ${COMMENT}]) as kind, versions.sdr_id as author,
    unnest([
        ${join(NOTES.filter(isProse).map(({name}) => name))},
        brief_text,
        concat_ws(chr(10), ${join(NOTES.filter((column) => !isProse(column) && column.name !== "brief_text").map(({name}) => name))}, opportunities.name, brief_contact_name, brief_contact_title),
        rejection_reason,
        disqualification_reason
    ]) as text
from ${VERSIONS} as versions
left join leak_keys on leak_keys.id = versions.row_key
left join staging.stg_opportunities as opportunities on opportunities.opportunity_id = versions.opportunity_id
union all
select coalesce(parties, 0), null, ${BRIEF}, null, unnest([old_value, new_value])
from raw.field_changes left join leak_keys on leak_keys.id = record_id
where entity = 'handoffs' and field in (${NOTES.filter(isProse)
  .map(({name}) => `'${name}'`)
  .join(", ")})
union all
select parties, person_id, ${COMMENT}, null, unnest([missing, helpful]) from (${MEETING_FEEDBACK})
union all
select parties, case when parties is null then raised_by end, ${NOTE}, null, unnest([reason, resolution])
from raw.disputes left join leak_keys on leak_keys.id = record_id
union all
select null, sdr_id, ${NOTE}, null, note from raw.commitments`;

export interface TextRow {
  parties: number | null;
  person: string | null;
  kind: number;
  author: string | null;
  text: string;
}

/**
 * Hands every text to `take`, in pieces as the database has them. They are put into a table before: a query of several parts would never begin to be
 * streamed once one of them has filled the room for answers (duckdb/duckdb#22215).
 */
export async function streamTexts(db: Database, take: (row: TextRow) => void): Promise<void> {
  await db.run(`create or replace temp table leak_texts as select parties::integer as parties, person, kind::integer as kind, author, text from (${TEXTS}) where text is not null and text <> ''`); // prettier-ignore
  await takeTexts(db, take);
  await db.run("drop table temp.leak_texts");
}

async function takeTexts(db: Database, take: (row: TextRow) => void): Promise<void> {
  const result = await db.connection.stream("from temp.leak_texts");
  // The database fetches the next piece while this one is read.
  let coming = result.fetchChunk();
  for (;;) {
    const chunk = await coming;
    if (!chunk || chunk.rowCount === 0) return;
    coming = result.fetchChunk();
    const [parties, person, kind, author, text] = [0, 1, 2, 3, 4].map((column) => chunk.getColumnVector(column));
    for (let row = 0; row < chunk.rowCount; row++)
      take({
        parties: parties!.getItem(row),
        person: person!.getItem(row),
        kind: kind!.getItem(row),
        author: author!.getItem(row),
        text: text!.getItem(row),
      } as TextRow);
  }
}
