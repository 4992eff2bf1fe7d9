import type {Config} from "../config.js";
import type {EntityName} from "../contract/entities.js";
import {writeRecordKey} from "../contract/record-key.js";
import {quoteText, type Database} from "../db.js";
import type {Problem} from "../errors.js";
import {isDated} from "./ledger.js";
import type {FileReport} from "./types.js";

/** Who has left is still who did the work: people do not go with their row. */
const KEPT: readonly EntityName[] = ["people"];

/**
 * Where a source says that each of its exports is full, a record that a later one does not have any more is marked deleted as
 * of that one. Rows that were rejected are there; exports without a single row, or without a date of their own, tell nothing.
 * @returns a problem per source and entity: what was taken for deleted, or why nothing could be.
 */
export async function markMissing(db: Database, config: Config, reports: readonly FileReport[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [index, source] of config.sources.entries()) {
    if (source.mode !== "full") continue;
    const own = reports.filter((report) => report.source_index === index && report.loaded > 0 && !KEPT.includes(report.entity));
    for (const entity of new Set(own.map((report) => report.entity))) {
      const files = own.filter((report) => report.entity === entity);
      if (files.length < 2) continue;
      if (!files.every(isDated)) {
        problems.push({
          where: `sources[${index}].mode`,
          what: `which export of ${entity} is later is not certain, so nothing is taken for deleted`,
          hint: "put the date of the export into the name of each file or its folder",
        });
        continue;
      }
      const problem = await markEntity(db, index, entity);
      if (problem) problems.push(problem);
    }
  }
  return problems;
}

async function markEntity(db: Database, source: number, entity: EntityName): Promise<Problem | undefined> {
  const files = `(select file_id, exported_at, path from raw.files where source_index = ${source} and entity = ${quoteText(entity)} and loaded > 0)`;
  await db.run(`create or replace temp table missing as
    with seen as (
      select ${writeRecordKey(entity)} as record_key, _exported_at as exported_at from raw.${entity} where _source = ${source}
      union all
      select record_key, exported_at from raw.marks inner join ${files} using (file_id) where entity = ${quoteText(entity)} and kind = 'rejected'
    ),
    last_seen as (select record_key, max(exported_at) as exported_at from seen group by record_key),
    gone as (
      select record_key, min(files.exported_at) as exported_at
      from last_seen inner join ${files} as files on files.exported_at > last_seen.exported_at
      group by record_key
    )
    select gone.record_key, arg_max(files.file_id, files.file_id) as file_id, arg_max(files.path, files.file_id) as path
    from gone inner join ${files} as files on files.exported_at = gone.exported_at
    group by gone.record_key`);
  await db.run(`insert into raw.marks (file_id, entity, line, record_key, kind, target)
      select file_id, ${quoteText(entity)}, null, record_key, 'deleted', 'missing' from missing;
    insert into raw.rejects select file_id, path, ${quoteText(entity)}, null, null, replace(substr(min(record_key), 3), chr(31), ' '),
      count(*) || ' of the export before are missing from this full one, and count as deleted', 'take mode: full away if exports are not full', 'set_aside'
      from missing group by file_id, path order by file_id`);
  const [row] = await db.rows<{n: number; example: string | null; path: string | null}>(
    "select count(*) as n, replace(substr(min(record_key), 3), chr(31), ' ') as example, arg_min(path, record_key) as path from missing",
  );
  await db.run("drop table missing");
  if (!row || row.n === 0) return undefined;
  return {
    where: row.path!,
    what: `${row.n} ${row.n === 1 ? "record" : "records"} of ${entity} of earlier exports ${row.n === 1 ? "is" : "are"} missing from a later full one and count as deleted, such as ${row.example}`,
    hint: `if exports are not full, take mode: full away from sources[${source}]`,
  };
}
