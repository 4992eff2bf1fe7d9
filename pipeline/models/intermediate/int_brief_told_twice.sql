-- grain: one row per handoff whose brief has more than one version
-- key: handoff_id
-- why: most briefs have one version, which reads the same at every moment and is judged once
with records as (
    select handoff_id, 'handoffs' as entity, row_key from intermediate.int_meetings
    union all
    select handoff_id, 'accounts', account_id from intermediate.int_handoff_facts where account_id is not null
    union all
    select handoff_id, 'contacts', contact_id from intermediate.int_handoff_facts where contact_id is not null
),
versions as (
    select 'handoffs' as entity, row_key from staging.stg_handoffs_versions group by row_key having count(*) > 1
    union all
    select 'accounts', row_key from staging.stg_accounts_versions group by row_key having count(*) > 1
    union all
    select 'contacts', row_key from staging.stg_contacts_versions group by row_key having count(*) > 1
    union
    select distinct entity, row_key from intermediate.int_field_history
),
final as (
    select distinct records.handoff_id
    from records
    inner join versions on versions.entity = records.entity and versions.row_key = records.row_key
)
select * from final
