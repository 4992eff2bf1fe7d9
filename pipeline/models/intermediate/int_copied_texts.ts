// grain: one row per handoff and narrative field whose text is a copy
// key: handoff_id, field
// why: a text pasted into the briefs of a third account and more says nothing about that account
// reads: intermediate.int_brief_then, intermediate.int_handoff_facts, intermediate.int_outcomes
import {quoteText, type Database} from "../../db.js";
import {readTemplate, valueOf} from "./brief-template.js";
import {writeClean, writeWordCount} from "./judge-field.js";

/** Texts of fewer words may well be alike by chance. */
const FEWEST_WORDS = 12;
/** Twelve words of a letter with eleven spaces between: shorter texts need no counting. */
const FEWEST_LETTERS = FEWEST_WORDS * 2 - 1;
/** The same text for a third account, by meeting time, and for every one after it. */
const FIRST_COPY = 3;

/**
 * Texts are alike without case, spacing and closing punctuation. Of the accounts that an SDR's text was used for, in the
 * order of their first meeting with it, the third and later ones have copies; the same account's own text may return.
 */
export async function write(db: Database): Promise<string> {
  const fields = (await readTemplate(db)).filter((field) => field.narrative && field.entity === "handoffs");
  const texts = fields.map((field) => {
    const value = valueOf(field);
    return `select handoff_id, ${quoteText(field.field)} as field, ${writeClean(value)} as text from intermediate.int_brief_then where length(${value}) >= ${FEWEST_LETTERS}`;
  });
  const nothing = "select null::text as handoff_id, null::text as field, null::text as text where false";
  return `with texts as (${texts.length > 0 ? texts.join("\n  union all ") : nothing}),
alike as (
  select texts.handoff_id, texts.field, facts.sdr_id, outcomes.meeting_at,
    coalesce(facts.account_id, 'handoff ' || facts.handoff_id) as account_id,
    rtrim(lower(case when regexp_matches(texts.text, '\\s\\s|[\\t\\r\\n]') then regexp_replace(texts.text, '\\s+', ' ', 'g') else texts.text end), ' .,;:!?') as text
  from texts
  inner join intermediate.int_handoff_facts as facts on facts.handoff_id = texts.handoff_id
  inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = texts.handoff_id
),
suspects as (
  select sdr_id, hash(text) as text_hash from alike group by all having count(distinct account_id) >= ${FIRST_COPY}
),
copies as (
  select alike.*
  from alike
  inner join suspects on suspects.sdr_id = alike.sdr_id and suspects.text_hash = hash(alike.text)
  where ${writeWordCount("alike.text")} >= ${FEWEST_WORDS}
),
accounts as (
  select sdr_id, text, account_id,
    row_number() over (partition by sdr_id, text order by min(meeting_at), min(handoff_id)) as turn
  from copies
  group by sdr_id, text, account_id
)
select copies.handoff_id, copies.field
from copies
inner join accounts on accounts.sdr_id = copies.sdr_id and accounts.text = copies.text and accounts.account_id = copies.account_id
where accounts.turn >= ${FIRST_COPY}`;
}
