-- grain: one row per handoff and narrative field whose text is a copy
-- key: handoff_id, field
-- why: a text pasted into the briefs of a third account and more says nothing about that account
with texts as (
    select
        cells.handoff_id,
        cells.field,
        facts.sdr_id,
        outcomes.meeting_at,
        coalesce(facts.account_id, 'handoff ' || facts.handoff_id) as account_id,
        -- Alike are texts that differ in case, spacing and closing punctuation only.
        rtrim(
            lower(
                case
                    when contains(cells.text, '  ') or contains(cells.text, chr(10)) or contains(cells.text, chr(9))
                        then regexp_replace(cells.text, '\s+', ' ', 'g')
                    else cells.text
                end
            ),
            ' .,;:!?'
        ) as text
    from intermediate.int_brief_cells as cells
    inner join intermediate.int_handoff_facts as facts on facts.handoff_id = cells.handoff_id
    inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = cells.handoff_id
    -- Twelve words have at least twelve letters and eleven spaces; shorter texts may well be alike by chance.
    where cells.narrative and length(cells.text) >= 23
),
suspects as (
    select sdr_id, hash(text) as text_hash
    from texts
    group by sdr_id, hash(text)
    having count(distinct account_id) >= 3
),
copies as (
    select texts.*
    from texts
    inner join suspects on suspects.sdr_id = texts.sdr_id and suspects.text_hash = hash(texts.text)
    where len(list_filter(string_split(texts.text, ' '), lambda word: regexp_matches(word, '[\p{L}\p{N}]'))) >= 12
),
-- Of the accounts that a text was used for, in the order of their first meeting with it, the third and later ones have
-- copies; the same account's own text may return.
accounts as (
    select
        sdr_id,
        text,
        account_id,
        row_number() over (partition by sdr_id, text order by min(meeting_at), min(handoff_id)) as turn
    from copies
    group by sdr_id, text, account_id
),
final as (
    select copies.handoff_id, copies.field
    from copies
    inner join accounts
        on accounts.sdr_id = copies.sdr_id
        and accounts.text = copies.text
        and accounts.account_id = copies.account_id
    where accounts.turn >= 3
)
select * from final
