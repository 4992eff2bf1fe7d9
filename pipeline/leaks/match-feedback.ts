/**
 * Which handoff an AE's answer is about: by its id, or, where a form has none, by AE, day and account where one handoff alone fits. An
 * answer that fits nowhere is the AE's own.
 */

const bare = (column: string) =>
  `regexp_replace(regexp_replace(lower(strip_accents(${column})), '[^\\p{L}\\p{N}]+', ' ', 'g'), '( (inc|llc|ltd|limited|corp|corporation|co|company|plc|gmbh|ag|se|kg|bv|nv|sa|sarl|srl|spa|ab|as|oy))+ *$', '')`;

/** One row per answer: `parties` or `person_id`, `missing`, `helpful`. */
export const MEETING_FEEDBACK = `
with answers as (select *, row_number() over () as answer from raw.feedback),
names as (
    select distinct person_id, lower(trim(unnest([person_id, email, name]))) as alias from raw.people
    union select distinct ae_id, lower(trim(ae_id)) from raw.handoffs where ae_id is not null
),
guessed as (
    select answers.answer, min(leak_chains.parties) as parties
    from answers
    inner join names on names.alias in (lower(trim(answers.ae_id)), lower(trim(answers.ae_email)))
    inner join leak_meetings as meetings on meetings.ae_id = names.person_id and meetings.meeting_on = try_cast(answers.meeting_on as date)
    inner join leak_chains on leak_chains.chain = meetings.chain
    left join staging.stg_accounts as accounts on accounts.account_id = meetings.account_id
    where answers.account is not null
        and (lower(trim(meetings.account_id)) = lower(trim(answers.account)) or ${bare("accounts.name")} = ${bare("answers.account")})
    group by answers.answer
    having count(distinct meetings.chain) = 1
)
select coalesce(leak_keys.parties, guessed.parties) as parties, answers.missing, answers.helpful,
    case when coalesce(leak_keys.parties, guessed.parties) is null then names.person_id end as person_id
from answers
left join leak_keys on leak_keys.id = answers.handoff_id
left join guessed on guessed.answer = answers.answer
left join (select alias, min(person_id) as person_id from names group by alias) as names
    on names.alias = coalesce(lower(trim(answers.ae_id)), lower(trim(answers.ae_email)))`;
