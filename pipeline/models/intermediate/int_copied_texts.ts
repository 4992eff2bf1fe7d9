// grain: one row per handoff and narrative field whose text is a copy
// key: handoff_id, field
// why: a text pasted into the briefs of a third account and more says nothing about that account
// reads: intermediate.int_brief_looks, intermediate.int_brief_odd_cells, intermediate.int_brief_states, intermediate.int_brief_texts, config.brief_fields, config.brief_requirements
import {quoteText, type Database} from "../../db.js";
import {readTemplate, stateOf, textOf, type TemplateField} from "./brief-template.js";
import {hashOf, LONG, writeAlike, writeLongHash, writeSpaced} from "./copied-texts.js";
import {readEvidence} from "./int_brief_states.js";

export async function write(db: Database): Promise<string> {
  const template = await readTemplate(db);
  const narrative = template.filter((field) => field.narrative);
  await findSuspects(db, template);
  const [found] = await db.rows<{n: number}>("select count(*) as n from temp.brief_suspects");
  if (found!.n === 0) return "select null::text as handoff_id, null::text as field where false";
  // Only what somebody wrote and what counts as filled can be a copy: the rest is missing, or no fill of the field, as it is.
  const evidence = await readEvidence(db);
  const counts = (field: TemplateField) =>
    `states.${stateOf(field)} = 'filled'${evidence.includes(field.field) ? ` and not states.is_evidence_${field.position}` : ""}`;
  const whens = narrative.map(
    (field) => `when ${quoteText(field.field)} then case when ${counts(field)} then texts.${textOf(field)} end`,
  );
  return `with texts as (
  select suspects.handoff_id, suspects.field, states.sdr_id, states.meeting_at,
    coalesce(states.account_id, 'handoff ' || states.handoff_id) as account_id, case suspects.field ${whens.join(" ")} end as text
  from temp.brief_suspects as suspects
  inner join intermediate.int_brief_states as states on states.handoff_id = suspects.handoff_id
  inner join intermediate.int_brief_texts as texts on texts.handoff_id = suspects.handoff_id
),
copies as materialized (
  select handoff_id, field, sdr_id, meeting_at, account_id, text
  from (select * replace (${writeAlike("text")} as text) from (select * replace (${writeSpaced("text")} as text) from texts))
  where len(list_filter(string_split(text, ' '), lambda word: regexp_matches(word, '[\\p{L}\\p{N}]'))) >= ${LONG}
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

/** Few texts are there three times: hashes alone tell which, in temp.brief_suspects, and only those are looked at as texts. */
async function findSuspects(db: Database, template: readonly TemplateField[]): Promise<void> {
  const each = template.flatMap((field, index) =>
    field.narrative
      ? [
          `select handoff_id, ${quoteText(field.field)} as field, ${hashOf(field)} as hash from intermediate.int_brief_looks where ${hashOf(field)} is not null`,
          `select handoff_id, ${quoteText(field.field)}, ${writeLongHash("text", "true")} from intermediate.int_brief_odd_cells where is_cleaned and place = ${index + 1}`,
        ]
      : [],
  );
  await db.run(`create or replace temporary table brief_suspects as
    with hashes as materialized (${each.join("\n    union all ") || "select null::text as handoff_id, null::text as field, null::ubigint as hash where false"})
    select distinct handoff_id, field from hashes
    where hash in (select hash from hashes group by hash having count(*) >= 3 and min(handoff_id) <> max(handoff_id))`);
}
