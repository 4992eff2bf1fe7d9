import type {EntityName} from "../../contract/entities.js";
import {quoteName, quoteText} from "../../db.js";

/**
 * Query of what a column said at a moment: `row_key`, `moment`, `value` (text; null for blank) and `told_by`, the best witness:
 * `history` (the field's own history), `export` (the newest made by then), or `later` (only one made afterwards tells).
 * @param rows query that gives `row_key`, `record_id` (as field history names the record; several rows when it has several)
 *   and `moment`
 * @param entity one of those whose versions staging keeps
 */
export function writeRecordAsOf(entity: EntityName, column: string, rows: string): string {
  return `with asked as (${rows}),
moments as (select distinct row_key, moment from asked),
history as (
  select asked.row_key, asked.moment, coalesce(
    arg_max(coalesce(changes.new_value, ''), changes.changed_at) filter (where changes.changed_at <= asked.moment),
    arg_min(coalesce(changes.old_value, ''), changes.changed_at) filter (where changes.changed_at > asked.moment)) as value
  from asked
  inner join staging.stg_field_changes as changes
    on changes.record_id = asked.record_id
    and lower(trim(changes.entity)) = ${quoteText(entity)}
    and lower(trim(changes.field)) = ${quoteText(column)}
  group by asked.row_key, asked.moment
),
-- A file without the column says nothing, a blank cell does.
suppliers as (select file_id from staging.stg_supplies where entity = ${quoteText(entity)} and column_name = ${quoteText(column)}),
exports as (
  select
    moments.row_key,
    moments.moment,
    versions.${quoteName(column)}::text as value,
    versions._exported_at <= moments.moment as is_in_time
  from moments
  inner join staging.stg_${entity}_versions as versions on versions.row_key = moments.row_key
  inner join suppliers on suppliers.file_id = versions._file_id
  -- The newest of those made by then, else the first made later.
  qualify row_number() over (
    partition by moments.row_key, moments.moment
    order by
      versions._exported_at > moments.moment,
      case when versions._exported_at <= moments.moment then -epoch(versions._exported_at) else epoch(versions._exported_at) end,
      case when versions._exported_at <= moments.moment then -versions._file_id else versions._file_id end
  ) = 1
)
select
  moments.row_key,
  moments.moment,
  nullif(coalesce(history.value, exports.value), '') as value,
  case when history.value is not null then 'history' when exports.is_in_time then 'export' else 'later' end as told_by
from moments
left join history on history.row_key = moments.row_key and history.moment = moments.moment
left join exports on exports.row_key = moments.row_key and exports.moment = moments.moment
where history.value is not null or exports.row_key is not null`;
}
