-- grain: one row per answer of an AE that belongs to no handoff
-- key: feedback_key
-- why: what could not be matched is shown, not dropped
select
    feedback.row_key as feedback_key,
    feedback.feedback_id,
    feedback.submitted_at,
    feedback.handoff_id,
    feedback.ae_id,
    feedback.ae_email,
    feedback.account,
    feedback.meeting_on,
    matches.matched_by as reason,
    matches.fitting,
    files.path,
    feedback._line as line
from staging.stg_feedback as feedback
inner join intermediate.int_feedback_matches as matches on matches.row_key = feedback.row_key
left join (select distinct file_id, path from raw.files) as files on files.file_id = feedback._file_id
where matches.handoff_id is null
