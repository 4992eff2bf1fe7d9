-- grain: one row per handoff with an answer
-- key: handoff_id
-- why: the last answer for a handoff wins; the first one tells whether the AE answered in time
with answers as (
    select matches.handoff_id, feedback.* exclude (handoff_id)
    from staging.stg_feedback as feedback
    inner join intermediate.int_feedback_matches as matches on matches.row_key = feedback.row_key
    where matches.handoff_id is not null
),
final as (
    select
        handoff_id,
        coalesce(feedback_id, row_key) as feedback_id,
        min(submitted_at) over (partition by handoff_id) as feedback_first_at,
        submitted_at as feedback_last_at,
        showed_up,
        qualification_accuracy,
        most_valuable_context,
        missing,
        helpful,
        will_advance,
        quality_score
    from answers
    qualify row_number() over (partition by handoff_id order by submitted_at desc, _exported_at desc, _file_id desc, _line desc) = 1
)
select * from final
