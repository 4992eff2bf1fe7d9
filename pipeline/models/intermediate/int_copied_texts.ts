// grain: one row per handoff and narrative field whose text is a copy
// key: handoff_id, field
// why: a text pasted into the briefs of a third account and more says nothing about that account
// reads: intermediate.int_brief_states
import {quoteText, type Database} from "../../db.js";
import {readTemplate, textOf} from "./brief-template.js";

/** Twelve words have at least twelve letters and eleven spaces; shorter texts may well be alike by chance. */
const SHORTEST = 23;

export async function write(db: Database): Promise<string> {
  const narrative = (await readTemplate(db)).filter((field) => field.narrative);
  if (narrative.length === 0) return "select null::text as handoff_id, null::text as field where false";
  // Alike are texts that differ in case, spacing and closing punctuation only.
  const alike = (
    text: string,
  ) => `rtrim(lower(case when contains(${text}, '  ') or contains(${text}, chr(10)) or contains(${text}, chr(9))
      then regexp_replace(${text}, '\\s+', ' ', 'g') else ${text} end), ' .,;:!?')`;
  const each = (columns: (text: string, field: string) => string, where = "") =>
    narrative
      .map(
        (field) =>
          `select ${columns(textOf(field), quoteText(field.field))} from intermediate.int_brief_states where strlen(${textOf(field)}) >= ${SHORTEST} ${where}`,
      )
      .join("\n  union all ");
  return `with hashes as (
  ${each((text) => `hash(sdr_id, ${alike(text)}) as text_hash`)}
),
-- Few texts are there three times; only those are looked at as texts.
suspects as materialized (select text_hash from hashes group by text_hash having count(*) >= 3),
texts as (
  ${each((text, field) => `handoff_id, ${field} as field, sdr_id, meeting_at, coalesce(account_id, 'handoff ' || handoff_id) as account_id, ${alike(text)} as text`, "and exists (select 1 from suspects)")}
),
copies as materialized (
  select texts.*
  from texts
  inner join suspects on suspects.text_hash = hash(texts.sdr_id, texts.text)
  where len(list_filter(string_split(texts.text, ' '), lambda word: regexp_matches(word, '[\\p{L}\\p{N}]'))) >= 12
),
-- Of the accounts that a text was used for, in the order of their first meeting with it, the third and later ones have
-- copies; the same account's own text may return.
accounts as (
  select sdr_id, text, account_id, row_number() over (partition by sdr_id, text order by min(meeting_at), min(handoff_id)) as turn
  from copies
  group by sdr_id, text, account_id
)
select copies.handoff_id, copies.field
from copies
inner join accounts
  on accounts.sdr_id is not distinct from copies.sdr_id
  and accounts.text = copies.text
  and accounts.account_id = copies.account_id
where accounts.turn >= 3`;
}
