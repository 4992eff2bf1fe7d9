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
open_answers as (
    select
        answers.row_key,
        coalesce(answers.ae_id, people.person_id, answers.ae_email) as ae_id,
        lower(trim(answers.account)) as account,
        answers.meeting_on
    from answers
    left join named on named.row_key = answers.row_key
    left join (
        select lower(trim(email)) as email, min(person_id) as person_id
        from intermediate.int_person_names where email is not null group by lower(trim(email)) having count(*) = 1
    ) as people
        on people.email = lower(trim(answers.ae_email))
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
guessed as (
    select open_answers.row_key, min(candidates.handoff_id) as handoff_id, count(distinct candidates.handoff_id) as fitting
    from open_answers
    inner join candidates
        on candidates.ae_id = open_answers.ae_id
        and candidates.meeting_on = open_answers.meeting_on
        and (lower(trim(candidates.account_id)) = open_answers.account or candidates.account_name = open_answers.account)
    group by open_answers.row_key
),
final as (
    select
        answers.row_key,
        coalesce(named.handoff_id, case when guessed.fitting = 1 then guessed.handoff_id end) as handoff_id,
        case
            when named.handoff_id is not null then 'handoff_id'
            when guessed.fitting = 1 then 'ae_account_day'
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
