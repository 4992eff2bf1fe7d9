-- grain: one row per handoff whose AE said what was missing and theme the comment is put under
-- key: handoff_id, theme
-- why: what AEs miss, by theme, with the words that say so; other and nothing are themes too
with handoffs as (from marts.handoffs),
comments as (from intermediate.int_comment_themes),
final as (
    select
        handoffs.handoff_id,
        handoffs.feedback_id,
        comments.theme,
        comments.spans,
        comments.words
    from handoffs
    inner join comments on comments.comment = handoffs.missing
)
select * from final
