-- grain: one row per answer of an AE
-- key: row_key
-- why: answers without a handoff id are matched by AE, account and day, and only where exactly one handoff fits
with answers as (select * from staging.stg_feedback),
meetings as (select * from intermediate.int_meetings),
settings as (select timezone from config.settings),
-- A form prefilled with the meeting's id instead of the handoff's is understood too.
ids as (
    select handoff_id as id, handoff_id, 1 as preference from meetings where slot_number = 1
    union all
    select meeting_id, handoff_id, 2 from meetings where meeting_id is not null
),
named as (
    select answers.row_key, first(ids.handoff_id order by ids.preference) as handoff_id
    from answers
    inner join ids on ids.id = answers.handoff_id
    group by answers.row_key
),
-- People by whatever a form may name them with, where only one goes by it.
aliases as (
    select alias, min(person_id) as person_id
    from (
        select person_id, lower(trim(person_id)) as alias from intermediate.int_person_names
        union
        select person_id, lower(trim(email)) from intermediate.int_person_names where email is not null
        union
        select person_id, lower(trim(name)) from intermediate.int_person_names where name is not null
    ) as named_people
    group by alias
    having count(distinct person_id) = 1
),
open_answers as (
    select
        answers.row_key,
        coalesce(by_id.person_id, by_email.person_id, answers.ae_id, answers.ae_email) as ae_id,
        lower(trim(answers.account)) as account,
        answers.meeting_on
    from answers
    left join named on named.row_key = answers.row_key
    left join aliases as by_id on by_id.alias = lower(trim(answers.ae_id))
    left join aliases as by_email on by_email.alias = lower(trim(answers.ae_email))
    where named.row_key is null and answers.account is not null and answers.meeting_on is not null
),
candidates as (
    select
        meetings.handoff_id,
        meetings.ae_id,
        meetings.account_id,
        lower(trim(accounts.name)) as account_name,
        timezone(settings.timezone, timezone('UTC', meetings.meeting_at))::date as meeting_on
    from meetings
    cross join settings
    left join staging.stg_accounts as accounts on accounts.account_id = meetings.account_id
    where meetings.ae_id in (select ae_id from open_answers)
),
met as (
    select
        open_answers.row_key,
        candidates.handoff_id,
        candidates.account_name,
        open_answers.account,
        coalesce(lower(trim(candidates.account_id)) = open_answers.account or candidates.account_name = open_answers.account, false) as is_same
    from open_answers
    inner join candidates
        on candidates.ae_id = open_answers.ae_id
        and candidates.meeting_on = open_answers.meeting_on
),
-- Names that differ in punctuation, accents or legal form only are the same company's: "Acme" is "ACME, Inc.".
bare as (
    select
        name,
        nullif(
            regexp_replace(
                trim(regexp_replace(replace(strip_accents(name), '.', ''), '[^\p{L}\p{N}]+', ' ', 'g')),
                '( (inc|incorporated|llc|llp|lp|ltd|limited|corp|corporation|co|company|plc|pty|gmbh|ag|se|kg|kgaa|ohg|ug|gbr|ek|mbh|and|und|bv|nv|sa|sas|sasu|sarl|srl|sl|slu|spa|ab|as|asa|oy|oyj|aps|holding|holdings|group))+$',
                ''
            ),
            ''
        ) as bare_name
    from (select account as name from met union select account_name from met) as names
    where name is not null
),
fitting as (
    select met.row_key, met.handoff_id, met.is_same
    from met
    left join bare as asked on asked.name = met.account
    left join bare as known on known.name = met.account_name
    where met.is_same or asked.bare_name = known.bare_name
),
guessed as (
    select row_key, min(handoff_id) as handoff_id, count(distinct handoff_id) as fitting, any_value(is_same) as is_same
    from fitting
    -- The very name goes before one like it.
    where is_same or row_key not in (select row_key from fitting where is_same)
    group by row_key
),
final as (
    select
        answers.row_key,
        coalesce(named.handoff_id, case when guessed.fitting = 1 then guessed.handoff_id end) as handoff_id,
        case
            when named.handoff_id is not null then 'handoff_id'
            when guessed.fitting = 1 and guessed.is_same then 'ae_account_day'
            when guessed.fitting = 1 then 'ae_similar_account_day'
            when guessed.fitting > 1 then 'several_fit'
            when answers.handoff_id is not null then 'unknown_handoff'
            else 'none_fits'
        end as matched_by,
        coalesce(guessed.fitting, 0)::integer as fitting
    from answers
    left join named on named.row_key = answers.row_key
    left join guessed on guessed.row_key = answers.row_key
)
select * from final
