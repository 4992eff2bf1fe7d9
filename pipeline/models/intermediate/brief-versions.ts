import {quoteName, type Database} from "../../db.js";
import type {Moment} from "./brief-parts.js";

/** Columns of an entity that the same files supply. */
export interface SupplyGroup {
  columns: string[];
  /** Files that supply them; several only where a version has to be chosen. */
  files: number[];
  /** No other file has rows of the entity: its newest rows are its only ones. */
  isAlone: boolean;
}

/** Groups the columns by the files that supply them; one group in the common case. */
export async function readSuppliers(
  db: Database,
  entity: string,
  columns: readonly string[],
  moment: Moment,
): Promise<SupplyGroup[]> {
  if (columns.length === 0) return [];
  if (moment === "now") return [{columns: [...columns], files: [], isAlone: true}];
  const rows = await db.rows<{column_name: string; files: string}>(
    `select column_name, string_agg(file_id::text, ',' order by file_id) as files
     from staging.stg_supplies where entity = '${entity}' group by column_name`,
  );
  const [all] = await db.rows<{n: number}>(
    `select count(distinct file_id)::integer as n from staging.stg_supplies where entity = '${entity}'`,
  );
  const filesOf = new Map(rows.map((row) => [row.column_name, row.files]));
  const groups = new Map<string, string[]>();
  for (const column of columns) {
    const files = filesOf.get(column) ?? "";
    groups.set(files, [...(groups.get(files) ?? []), column]);
  }
  return [...groups].map(([list, names]) => {
    const files = list === "" ? [] : list.split(",").map(Number);
    return {columns: names, files, isAlone: files.length === 0 || all!.n <= 1};
  });
}

/** What no file supplies cannot be late. */
export const isAnyLate = ({files}: Pick<SupplyGroup, "files">): boolean => files.length > 0;

/**
 * SQL over `versions` and `rows.moment`: `evidence` (1 an export made by then, 2 a later one of a brief not changed since, 3 a later
 * one) and `known`, since when the state is known.
 */
export function writeEvidence(entity: string, isAlone: boolean, moment: Moment): {evidence: string; known: string} {
  if (moment === "now") return {evidence: "1", known: "null::timestamp"};
  const updatedAt =
    entity !== "handoffs"
      ? "null::timestamp"
      : isAlone
        ? "versions.brief_updated_at"
        : "coalesce(versions.brief_updated_at, present.brief_updated_at)";
  return {
    evidence: `case when versions._exported_at <= rows.moment then 1 when ${updatedAt} <= rows.moment then 2 else 3 end`,
    known: `case when ${updatedAt} <= rows.moment then ${updatedAt} when versions._exported_at <= rows.moment then versions._exported_at end`,
  };
}

/**
 * Query of the version of each row that tells the moment best: `handoff_id`, `row_key`, the columns, `is_late` (only a later
 * export tells) and `known_at` (since when the state is known).
 */
export function writeVersions(entity: string, group: SupplyGroup, moment: Moment): string {
  const {columns, files, isAlone} = group;
  const names = columns.map((column) => `versions.${quoteName(column)}`).join(", ");
  const {evidence, known} = writeEvidence(entity, isAlone, moment);
  // The newest of the exports made by then, but the earliest of those made later.
  const choice =
    files.length <= 1
      ? ""
      : `qualify row_number() over (partition by rows.handoff_id, rows.row_key order by evidence,
    case when evidence = 1 then -epoch(versions._exported_at) else epoch(versions._exported_at) end,
    case when evidence = 1 then -versions._file_id else versions._file_id end) = 1`;
  const present =
    entity === "handoffs" && !isAlone ? `inner join staging.stg_handoffs as present on present.row_key = rows.row_key` : "";
  // A later file without the columns dates the record anew, but not what the file with them said.
  const source = isAlone ? `staging.stg_${entity}` : `staging.stg_${entity}_versions`;
  return `select rows.handoff_id, rows.row_key, ${names}, ${evidence} as evidence, ${isAnyLate(group) ? "evidence = 3" : "false"} as is_late, ${known} as known_at
  from ${entity}_rows as rows
  inner join ${source} as versions on versions.row_key = rows.row_key
  ${present}
  ${isAlone ? "" : `where versions._file_id in (${files.join(", ")})`}
  ${choice}`;
}
