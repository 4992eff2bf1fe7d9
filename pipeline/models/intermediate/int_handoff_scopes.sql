-- grain: one row per handoff
-- key: handoff_id
-- why: who and what a handoff counts for: people, team of the time, source, motion, segment, region
with facts as (
    select facts.*, timezone(settings.timezone, timezone('UTC', facts.booked_at))::date as booked_on
    from intermediate.int_handoff_facts as facts
    cross join config.settings as settings
),
final as (
    select
        facts.handoff_id,
        facts.sdr_id,
        sdrs.name as sdr_name,
        facts.ae_id,
        aes.name as ae_name,
        facts.sdr_id || '|' || facts.ae_id as pair_id,
        facts.account_id,
        accounts.name as account_name,
        facts.contact_id,
        contacts.name as contact_name,
        periods.team,
        coalesce(teams.name, periods.team) as team_name,
        periods.manager_id,
        managers.name as manager_name,
        coalesce(facts.source, leads.source) as source,
        facts.motion,
        coalesce(facts.segment, accounts.segment, periods.segment) as segment,
        coalesce(facts.region, periods.region) as region
    from facts
    left join intermediate.int_person_periods as periods
        on periods.person_id = facts.sdr_id
        and periods.valid_from <= facts.booked_on
        and periods.valid_to > facts.booked_on
    left join intermediate.int_person_names as sdrs on sdrs.person_id = facts.sdr_id
    left join intermediate.int_person_names as aes on aes.person_id = facts.ae_id
    left join intermediate.int_person_names as managers on managers.person_id = periods.manager_id
    left join config.teams as teams on teams.team = periods.team
    left join staging.stg_accounts as accounts on accounts.account_id = facts.account_id
    left join staging.stg_contacts as contacts on contacts.contact_id = facts.contact_id
    left join staging.stg_leads as leads on leads.lead_id = facts.lead_id
)
select * from final
