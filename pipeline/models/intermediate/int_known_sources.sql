-- grain: one row per entity and source
-- key: entity, source_index
-- why: a record's silence counts only up to its own source's newest export, never up to another's
select
    files.entity,
    files.source_index,
    least(max(files.exported_at), any_value(settings.as_of)) as known_at
from raw.files as files
cross join config.settings as settings
group by files.entity, files.source_index
