/** Many records of several exports, read where they stand. */
import type {Entity} from "../../contract/entities.js";
import {writeColumns, writeKey, type StagingModel} from "./columns.js";

/** A record goes by one id alone, so that no line of a file is two of them. */
export const isById = ({keys}: Entity): boolean => keys.length === 1 && keys[0]!.length === 1;

/** Many rows of several exports stay where they are: those that a newer one stands for are noted, and left out where they are read. */
export function writeView(entity: Entity, files: readonly {file_id: number; loaded: number}[]): StagingModel[] {
  const largest = files.toSorted((a, b) => b.loaded - a.loaded)[0]!.file_id;
  const superseded = `stg_${entity.name}_superseded`;
  return [
    {
      name: superseded,
      grain: `one row per row of raw.${entity.name} that another version of the record stands for`,
      key: ["_file_id", "_line"],
      why: "few of many rows have a newer version, and only these need be looked for",
      reads: [],
      // An export has a record once: what has several versions has one outside the largest.
      sql: `with versions as (
  select ${writeKey(entity)} as row_key, _file_id, _line, _exported_at from raw.${entity.name}
),
ranked as (
  select _file_id, _line, row_number() over (partition by row_key order by _exported_at desc nulls last, _file_id desc, _line desc) as place
  from versions
  where row_key in (select row_key from versions where _file_id <> ${largest})
)
select _file_id, _line from ranked where place > 1`,
    },
    {
      name: `stg_${entity.name}`,
      grain: `one row per record of ${entity.label.toLowerCase()}, as the newest export has it`,
      key: ["row_key"],
      why: "types, and one version of each record",
      reads: [superseded],
      isView: true,
      // Asked with "not exists", the database would group all rows by file and line each time.
      sql: `select ${writeColumns(entity)} from raw.${entity.name} as records
anti join staging.${superseded} as superseded on superseded._file_id = records._file_id and superseded._line = records._line`,
    },
  ];
}
