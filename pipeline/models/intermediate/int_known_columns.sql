-- grain: one row per entity, column and source that supplies it
-- key: entity, column_name, source_index
-- why: what a column does not say counts only up to the newest export that has the column
select
    files.entity,
    supplies.column_name,
    files.source_index,
    least(max(files.exported_at), any_value(settings.as_of)) as known_at
from raw.files as files
inner join staging.stg_supplies as supplies on supplies.file_id = files.file_id and supplies.entity = files.entity
cross join config.settings as settings
group by files.entity, supplies.column_name, files.source_index
