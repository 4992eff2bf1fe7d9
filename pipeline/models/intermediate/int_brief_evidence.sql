-- grain: one row per handoff and field that another export tells of
-- key: handoff_id, field
-- why: usage that the product records, and accounts that the AE has, need not be typed into a brief
with wanted as (
    select variants.handoff_id, fields.field, rules.evidence, facts.account_id, facts.ae_id, outcomes.meeting_at
    from intermediate.int_brief_variants as variants
    inner join config.brief_requirements as rules on rules.variant = variants.variant and rules.evidence is not null
    inner join config.brief_fields as fields on fields.position = rules.position
    inner join intermediate.int_handoff_facts as facts on facts.handoff_id = variants.handoff_id
    inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = variants.handoff_id
),
-- The newest week that had begun by the meeting.
usage as (
    select
        wanted.handoff_id,
        wanted.field,
        signals.week::timestamp as since,
        concat_ws(
            ', ',
            case
                when signals.seats is not null and signals.active_users is not null
                    then signals.active_users || ' of ' || signals.seats || ' seats active'
                when signals.seats is not null then signals.seats || ' seats'
                when signals.active_users is not null then signals.active_users || ' active users'
            end,
            signals.features_adopted || ' features adopted',
            signals.logins || ' logins',
            replace(strftime(signals.week, 'week of %-d %b %Y'), ' Sep ', ' Sept ')
        ) as text
    from wanted
    asof inner join staging.stg_product_signals as signals
        on signals.account_id = wanted.account_id
        and signals.week::timestamp <= wanted.meeting_at
    where wanted.evidence = 'product_signals'
        and coalesce(signals.seats, signals.active_users, signals.features_adopted, signals.logins) is not null
),
domains as (
    select
        account_id,
        name,
        country,
        owner_id,
        regexp_extract(lower(website), '^(?:https?://)?(?:[^/@]*\.)?([a-z0-9-]+\.(?:(?:co|com|org|net|ac)\.)?[a-z]{2,})(?:[/:?#]|$)', 1) as domain
    from staging.stg_accounts
),
-- What an AE has: accounts owned, met or with a deal, each since when.
held as (
    select ae_id, account_id, min(since) as since
    from (
        select owner_id as ae_id, account_id, timestamp '0001-01-01' as since from staging.stg_accounts where owner_id is not null
        union all
        select facts.ae_id, facts.account_id, outcomes.meeting_at
        from intermediate.int_handoff_facts as facts
        inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = facts.handoff_id
        union all
        select owner_id, account_id, coalesce(created_at, timestamp '0001-01-01') from staging.stg_opportunities
    )
    where ae_id is not null and account_id is not null and exists (select 1 from wanted where evidence = 'related_accounts')
    group by ae_id, account_id
),
-- Four of each place are enough to name three beside the handoff's own; the oldest first.
places as (
    select ae_id, since, account_id, name, kind, place
    from (
        select
            held.ae_id,
            held.since,
            domains.account_id,
            domains.name,
            unnest(['country', 'domain']) as kind,
            unnest([nullif(domains.country, ''), nullif(domains.domain, '')]) as place
        from held
        inner join domains on domains.account_id = held.account_id
    )
    where place is not null
    qualify row_number() over (partition by ae_id, kind, place order by since, account_id) <= 4
),
related as (
    select
        wanted.handoff_id,
        wanted.field,
        min(places.since) as since,
        string_agg(distinct coalesce(places.name, places.account_id), ', ' order by coalesce(places.name, places.account_id)) as text
    from wanted
    inner join domains on domains.account_id = wanted.account_id
    inner join places
        on places.ae_id = wanted.ae_id
        and places.account_id <> wanted.account_id
        and places.since < wanted.meeting_at
        and places.place = case places.kind when 'country' then domains.country else domains.domain end
    where wanted.evidence = 'related_accounts'
    group by wanted.handoff_id, wanted.field
),
final as (
    select handoff_id, field, text, since from usage
    union all
    select handoff_id, field, text, since from related
)
select * from final
