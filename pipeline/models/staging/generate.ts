import {ENTITIES, ENTITY_NAMES, type Entity, type EntityName} from "../../contract/entities.js";
import {writeRecordKey} from "../../contract/record-key.js";
import {quoteName, quoteText, type Database} from "../../db.js";
import {META, writeColumns, type StagingModel} from "./columns.js";
import {isById, writeView} from "./superseded.js";

export type {StagingModel} from "./columns.js";

/** Entities whose every version is kept, to tell what a record said at an earlier time. */
const VERSIONED: readonly EntityName[] = ["handoffs", "accounts", "contacts", "leads", "opportunities"];
const SUPPLIES: StagingModel = {
  name: "stg_supplies",
  grain: "one row per entity, column and file that supplies it",
  key: ["entity", "column_name", "file_id"],
  why: "a column that a file does not have says nothing, a blank cell does",
  reads: [],
  sql: "select distinct entity, column_name, file_id from raw.file_columns",
};

/**
 * Staging as the contract says it: typed columns, one row per key. The newest export wins; of equally new ones the later file.
 * Where files supply different columns, each column is taken from the newest file that supplies it, so that a file without
 * the column blanks nothing while an emptied cell is an edit.
 */
export async function generateStaging(db: Database): Promise<StagingModel[]> {
  const files = await db.rows<{entity: string; file_id: number; loaded: number}>("select entity, file_id, loaded from raw.files order by file_id"); // prettier-ignore
  const supplied = await db.rows<{entity: string; column_name: string; files: string}>(
    "select entity, column_name, string_agg(file_id::text, ',' order by file_id) as files from raw.file_columns group by all order by all",
  );
  const ended = new Set(
    (await db.rows<{entity: string}>(`select distinct entity from raw.marks where ${IS_END}`)).map(({entity}) => entity),
  );
  const models: StagingModel[] = [SUPPLIES];
  for (const name of ENTITY_NAMES) {
    const entity = ENTITIES[name];
    const own = files.filter((file) => file.entity === name);
    const ids = own.map((file) => String(file.file_id));
    const isMany = own.reduce((sum, {loaded}) => sum + loaded, 0) > MANY_ROWS;
    const filesOf = new Map(supplied.filter((row) => row.entity === name).map((row) => [row.column_name, row.files]));
    const isAlike = [...filesOf.values()].every((suppliers) => suppliers === ids.join(","));
    if (isMany && ids.length > 1 && isAlike && !ended.has(name) && isById(entity) && !VERSIONED.includes(name)) {
      models.push(...writeView(entity, own));
      continue;
    }
    models.push({
      name: `stg_${name}`,
      grain: `one row per record of ${entity.label.toLowerCase()}, as the newest export has it`,
      key: ["row_key"],
      why: "types, and one version of each record",
      reads: [],
      isView: isMany && ids.length === 1 && !ended.has(name),
      sql: writeNewest(entity, ids, filesOf, {hasEnded: ended.has(name), isMany}),
    });
    if (!VERSIONED.includes(name)) continue;
    models.push({
      name: `stg_${name}_versions`,
      grain: `one row per record of ${entity.label.toLowerCase()} and export`,
      key: ["row_key", "_file_id"],
      why: "what a record said at an earlier time",
      reads: ids.length > 1 ? [] : [`stg_${name}`],
      isView: isMany || ids.length <= 1,
      sql: ids.length > 1 ? `select ${writeColumns(entity)} from raw.${name}` : `select * from staging.stg_${name}`,
    });
  }
  return models;
}

/**
 * Rows from which on a table of their own is dear: what stands in raw as it is to be read is made a view, which costs a cast where a column is
 * read; and only those are put in order whose key stands in more than one. Of fewer rows a table is sooner read than a view is planned.
 */
const MANY_ROWS = 20_000;

function writeNewest(
  entity: Entity,
  files: readonly string[],
  filesOf: ReadonlyMap<string, string>,
  {hasEnded, isMany}: {hasEnded: boolean; isMany: boolean},
): string {
  const source = hasEnded ? writeLiving(entity) : `raw.${entity.name}`;
  if (files.length <= 1) return `select ${writeColumns(entity)} from ${source}`;
  const all = files.join(",");
  // Columns supplied by the same files share one pass; in the common case there is one such group.
  const groups = new Map<string, string[]>();
  for (const {name} of entity.columns) {
    const suppliers = filesOf.get(name) ?? all;
    if (suppliers !== all) groups.set(suppliers, [...(groups.get(suppliers) ?? []), name]);
  }
  const partial = [...groups];
  const order =
    "qualify row_number() over (partition by row_key order by _exported_at desc nulls last, _file_id desc, _line desc) = 1";
  const newest = (...where: string[]) => `select * from typed${where.length > 0 ? ` where ${where.join(" and ")}` : ""} ${order}`;
  // Several keys may share a hash: that only puts a row in order that need not be.
  const repeated = "hash(row_key) in (select key_hash from repeated)";
  const pick = (...where: string[]) =>
    isMany ? `select * from typed where ${["not " + repeated, ...where].join(" and ")} union all (${newest(repeated, ...where)})` : newest(...where); // prettier-ignore
  const groupOf = new Map(partial.flatMap(([, columns], index) => columns.map((column) => [column, `part_${index}`] as const)));
  const columns = entity.columns.map(({name}) => `${groupOf.get(name) ?? "base"}.${quoteName(name)}`);
  return `with typed as (select ${writeColumns(entity)} from ${source}),
${isMany ? "repeated as (select hash(row_key) as key_hash from typed group by key_hash having count(*) > 1),\n" : ""}base as (${pick()})${partial.map(([suppliers], index) => `,\npart_${index} as (${pick(`_file_id in (${suppliers})`)})`).join("")}
select base.row_key, ${columns.join(", ")}, ${META.map((name) => `base.${name}`).join(", ")}
from base${partial.map((_, index) => `\nleft join part_${index} on part_${index}.row_key = base.row_key`).join("")}`;
}

const IS_END = "kind in ('deleted', 'merged')";

/** Rows of records that no newer export says were deleted, or merged into another. What an export has after that is a record again. */
function writeLiving({name}: Entity): string {
  const none = "timestamp '0001-01-01'";
  const position = (exportedAt: string, file: string, line: string) => `(coalesce(${exportedAt}, ${none}), ${file}, ${line})`;
  return `(
  with ends as (
    select record_key, max(${position("files.exported_at", "marks.file_id", "coalesce(marks.line, 9223372036854775807)")}) as ended
    from raw.marks as marks
    left join raw.files as files on files.file_id = marks.file_id and files.entity = marks.entity
    where marks.entity = ${quoteText(name)} and marks.${IS_END}
    group by record_key
  ),
  keyed as (select *, ${writeRecordKey(name)} as _record_key from raw.${name}),
  living as (
    select keyed._record_key
    from keyed
    left join ends on ends.record_key = keyed._record_key
    group by keyed._record_key
    having any_value(ends.ended) is null or max(${position("keyed._exported_at", "keyed._file_id", "keyed._line")}) > any_value(ends.ended)
  )
  select keyed.* exclude (_record_key) from keyed inner join living on living._record_key is not distinct from keyed._record_key
)`;
}
