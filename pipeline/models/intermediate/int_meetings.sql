-- grain: one row per meeting, that is slot, of a handoff
-- key: row_key
-- why: a rescheduled meeting stays in its chain; everything about handoffs is told from their slots in order
with meetings as (select * from staging.stg_handoffs),
links as (select * from intermediate.int_chain_links),
contacts as (select * from staging.stg_contacts),
known as (select * from intermediate.int_known_sources where entity = 'handoffs'),
chained as (
    select
        meetings.*,
        -- Of a source with one row per handoff, a newer export has the new slot in place of the old one, which was moved.
        meetings.meeting_id is null
        and meetings.handoff_id is not null
        and coalesce(meetings.meeting_status, 'scheduled') = 'scheduled'
        and meetings._exported_at < max(meetings._exported_at) over (
            partition by meetings.handoff_id, meetings._source, meetings.meeting_id is null
        ) as is_moved,
        coalesce(openers.handoff_id, 'chain:' || coalesce(openers.meeting_id, md5(openers.row_key))) as chain_id
    from meetings
    left join links on links.row_key = meetings.row_key
    inner join meetings as openers on openers.row_key = coalesce(links.first_row_key, meetings.row_key)
),
final as (
    select
        chained.row_key,
        chained.chain_id as handoff_id,
        row_number() over slots as slot_number,
        count(*) over (partition by chained.chain_id) as slot_count,
        chained.meeting_id,
        chained.sdr_id,
        chained.ae_id,
        -- A meeting that names only the contact is with the contact's company.
        coalesce(chained.account_id, contacts.account_id) as account_id,
        chained.contact_id,
        chained.opportunity_id,
        chained.lead_id,
        chained.meeting_at,
        coalesce(chained.booked_at, chained.meeting_at) as booked_at,
        case when chained.is_moved then 'rescheduled' else coalesce(chained.meeting_status, 'scheduled') end as status,
        case
            when chained.meeting_status = 'canceled' and chained.canceled_by = 'us' then 'us_canceled'
            when chained.meeting_status = 'no_show' and chained.no_show_by = 'us' then 'us_no_show'
            when chained.meeting_status = 'canceled'
                and chained.canceled_at > chained.meeting_at - to_seconds(settings.late_cancel_hours * 3600) then 'late_cancel'
        end as twist,
        -- Without a time of export a source is known up to the moment of judging.
        coalesce(known.known_at, settings.as_of) as known_at,
        chained.meeting_at > coalesce(known.known_at, settings.as_of) as is_ahead
    from chained
    cross join config.settings as settings
    left join known on known.source_index = chained._source
    left join contacts on contacts.contact_id = chained.contact_id
    window slots as (
        partition by chained.chain_id
        -- A moved slot came before the one it was moved to, even where that one is earlier.
        order by not chained.is_moved, chained.meeting_at, coalesce(chained.booked_at, chained.meeting_at), chained.meeting_id nulls last, chained._file_id, chained._line
    )
)
select * from final
