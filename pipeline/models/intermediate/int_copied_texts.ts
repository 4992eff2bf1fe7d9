// grain: one row per handoff and narrative field whose text is a copy
// key: handoff_id, field
// why: a text pasted into the briefs of a third account and more says nothing about that account
// reads: intermediate.int_brief_states, intermediate.int_brief_texts, config.brief_fields, config.brief_requirements
import {quoteText, type Database} from "../../db.js";
import {readTemplate, stateOf, textOf, type TemplateField} from "./brief-template.js";
import {readEvidence} from "./int_brief_states.js";
import {WIDE_SPACES} from "./judge-brief.js";

/** Shorter texts may well be alike by chance. */
const WORDS = 12;
/** SQL of the signs that may part words beside a blank. */
const BLANKS = WIDE_SPACES.map((code) => `chr(${code})`);
const CLOSING = " .,;:!?…";

export async function write(db: Database): Promise<string> {
  const narrative = (await readTemplate(db)).filter((field) => field.narrative);
  if (narrative.length === 0) return "select null::text as handoff_id, null::text as field where false";
  // Only what somebody wrote and what counts as filled can be a copy: the rest is missing, or no fill of the field, as it is.
  const evidence = await readEvidence(db);
  const counts = (field: TemplateField) =>
    `states.${stateOf(field)} = 'filled'${evidence.includes(field.field) ? ` and not states.is_evidence_${field.position}` : ""}`;
  // Alike are texts that differ in case, spacing and closing punctuation only.
  const holds = (text: string, signs: readonly string[]) => signs.map((sign) => `contains(${text}, ${sign})`).join(" or ");
  const spaced = (text: string) =>
    `case when ${holds(text, ["'  '", ...BLANKS])} then regexp_replace(${text}, '[\\s\\x{a0}]+', ' ', 'g') else ${text} end`;
  const closed = (text: string) => [...CLOSING].map((sign) => `ends_with(${text}, '${sign}')`).join(" or ");
  const alike = (text: string) => `lower(case when ${closed(text)} then rtrim(${text}, '${CLOSING}') else ${text} end)`;
  // Most texts are too short, which is told by their length and their blanks: making texts alike is dear.
  const isLong = (text: string) =>
    `strlen(${text}) >= ${2 * WORDS - 1} and (${text} like '${"% ".repeat(WORDS - 1)}%' or states.has_wide_spaces and (${holds(text, BLANKS)}))`;
  // Few texts are there three times: hashes alone tell which, and only those are looked at as texts. All fields at once, then one by one.
  const each = (write: (field: TemplateField) => string) =>
    narrative.map((field) => `${write(field)} as ${textOf(field)}`).join(", ");
  const candidate = (field: TemplateField, text: string) =>
    `case when ${counts(field)} and ${isLong(text)} then ${spaced(text)} end`;
  await db.run(`create or replace temporary table brief_text_hashes as
    select handoff_id, ${each((field) => `case when ${textOf(field)} is not null then hash(sdr_id, ${alike(textOf(field))}) end`)}
    from (
      select states.handoff_id, states.sdr_id, ${each((field) => candidate(field, `texts.${textOf(field)}`))}
      from intermediate.int_brief_states as states
      inner join intermediate.int_brief_texts as texts on texts.handoff_id = states.handoff_id
    )`);
  const hashes = narrative.map(
    (field) =>
      `select handoff_id, ${quoteText(field.field)} as field, ${textOf(field)} as text_hash from temp.brief_text_hashes where ${textOf(field)} is not null`,
  );
  await db.run(`create or replace temporary table brief_hashes as ${hashes.join("\n    union all ")}`);
  await db.run(`create or replace temporary table brief_suspects as
    select handoff_id, field from temp.brief_hashes
    where text_hash in (select text_hash from temp.brief_hashes group by text_hash
      having count(*) >= 3 and min(handoff_id) <> max(handoff_id))`);
  await db.run("drop table temp.brief_hashes; drop table temp.brief_text_hashes");
  const [found] = await db.rows<{n: number}>("select count(*) as n from temp.brief_suspects");
  if (found!.n === 0) return "select null::text as handoff_id, null::text as field where false";
  const whens = narrative.map((field) => `when ${quoteText(field.field)} then texts.${textOf(field)}`);
  return `with texts as (
  select suspects.handoff_id, suspects.field, states.sdr_id, states.meeting_at,
    coalesce(states.account_id, 'handoff ' || states.handoff_id) as account_id, case suspects.field ${whens.join(" ")} end as text
  from temp.brief_suspects as suspects
  inner join intermediate.int_brief_states as states on states.handoff_id = suspects.handoff_id
  inner join intermediate.int_brief_texts as texts on texts.handoff_id = suspects.handoff_id
),
copies as materialized (
  select handoff_id, field, sdr_id, meeting_at, account_id, text
  from (select * replace (${alike("text")} as text) from (select * replace (${spaced("text")} as text) from texts))
  where len(list_filter(string_split(text, ' '), lambda word: regexp_matches(word, '[\\p{L}\\p{N}]'))) >= ${WORDS}
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
