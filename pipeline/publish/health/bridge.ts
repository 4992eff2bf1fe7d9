/** From the rows of the exports to what the funnel counts of them: each step with its count, and the records that a step is made of. */
import {COUNTED, FUNNEL_KINDS, type BridgeData, type BridgeStep, type FunnelKind} from "../../contract/bridge.js";
import {quoteText, type Database} from "../../db.js";
import {encodeArrow} from "../arrow.js";
import type {Ground} from "../ground.js";
import {iso} from "../sql.js";

interface Counts {
  entity: FunnelKind;
  rows_read: number;
  merged: number;
  rejected: number;
  set_aside: number;
  loaded: number;
  older: number;
  deleted: number;
  records: number;
  counted: number;
}

/** The kinds of record that the funnel counts and an export has, each with its steps: what stands between two levels adds up to their difference. */
export async function readBridge(db: Database): Promise<BridgeData[]> {
  const files = await db.rows<Omit<Counts, "older" | "deleted" | "records" | "counted"> & {files: number}>(`
    select entity, count(*)::integer as files, sum(rows_read)::integer as rows_read, sum(merged)::integer as merged, sum(rejected)::integer as rejected,
      sum(set_aside)::integer as set_aside, sum(loaded)::integer as loaded
    from raw.files where entity in (${FUNNEL_KINDS.map(quoteText).join(", ")}) group by entity`);
  if (files.length === 0) return [];
  const queries = files.map(({entity, files: n}) => writeRecords(entity, n > 1));
  const records = await db.rows<Pick<Counts, "entity" | "older" | "deleted" | "records" | "counted">>(
    queries.join("\nunion all"),
  );
  const differences = await db.rows<{entity: FunnelKind; step: BridgeStep; effect: number; count: number}>(
    "select entity, why as step, effect, count(*)::integer as count from marts.funnel_differences group by all order by effect, count desc, step",
  );
  return FUNNEL_KINDS.flatMap((entity): BridgeData[] => {
    const counts = {...files.find((each) => each.entity === entity), ...records.find((each) => each.entity === entity)} as Counts;
    if (counts.rows_read === undefined) return [];
    const level = (step: BridgeStep & keyof Counts) => ({step, effect: 0, count: counts[step]});
    const less = (step: BridgeStep & keyof Counts) => (counts[step] ? [{step, effect: -1, count: counts[step]}] : []);
    return [
      {
        entity,
        steps: [
          level("rows_read"),
          ...(["merged", "rejected", "set_aside"] as const).flatMap(less),
          level("loaded"),
          ...(["older", "deleted"] as const).flatMap(less),
          ...(counts.older || counts.deleted ? [level("records")] : []),
          ...differences.filter((each) => each.entity === entity).map(({step, effect, count}) => ({step, effect, count})),
          level("counted"),
        ] as BridgeData["steps"],
      },
    ];
  });
}

/** Records of a kind, the rows that are an older version of one, and those that a newer export ends. */
function writeRecords(entity: FunnelKind, isMany: boolean): string {
  const versions = `staging.stg_${entity}_versions`;
  const lost = `row_key not in (select row_key from staging.stg_${entity})`;
  // Of a single export there are no versions, and what ended stands in raw alone.
  const older = isMany ? `(select count(*) - count(distinct row_key) from ${versions})` : "0";
  const deleted = isMany
    ? `(select count(distinct row_key) from ${versions} where ${lost})`
    : `(select count(*) from raw.${entity}) - (select count(*) from staging.stg_${entity})`;
  return `
    select ${quoteText(entity)} as entity, (${older})::integer as older, (${deleted})::integer as deleted,
      (select count(*) from staging.stg_${entity})::integer as records, (${COUNTED[entity]})::integer as counted`;
}

/** The records of the steps from records to the funnel as Arrow, in order of step and line. */
export async function encodeSteps({db}: Pick<Ground, "db">): Promise<Uint8Array> {
  const texts = ["entity", "step", "record_id", "handoff_id", "dated_at", "path"] as const;
  const rows = await db.rows<Record<(typeof texts)[number], string> & {line: number}>(`
    select differences.entity, why as step, coalesce(record_id, '') as record_id, coalesce(handoff_id, '') as handoff_id,
      coalesce(${iso("dated_at")}, '') as dated_at, coalesce(path, '') as path, coalesce(line, 0)::integer as line
    from marts.funnel_differences as differences
    left join raw.files on files.file_id = differences.file_id and files.entity = differences.entity
    order by differences.entity, why, differences.file_id nulls last, line, row_key`);
  const columns = Object.fromEntries(texts.map((name) => [name, {text: rows.map((row) => row[name])}]));
  return encodeArrow({...columns, line: {number: rows.map((row) => row.line)}}, rows.length);
}
