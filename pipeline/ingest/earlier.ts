/** What the warehouse still has of an earlier build, so that only what follows from a changed export is made again. */
import {createHash} from "node:crypto";
import {ENTITY_NAMES, type EntityName} from "../contract/entities.js";
import {quoteText, type Database} from "../db.js";
import type {FileReport} from "./types.js";

/** The number of each file, by path; and what each table of raw was made from. */
export interface Earlier {
  numbers: Map<string, number>;
  versions: Map<EntityName, string>;
}

/** Records that others are found by, or that stand for others: their tables are made anew each time, what is told of them with it. */
const ALWAYS_MADE: readonly EntityName[] = ["people", "accounts", "contacts", "opportunities", "leads"];

/** What a brief's note told in its history stands among the changes of fields too: that follows from the handoffs. */
const HISTORIES = "field_changes";

/** Reads what an earlier build noted; empty in a new warehouse. */
export async function readEarlier(db: Database): Promise<Earlier> {
  const tables = await db.rows<{name: string}>("select table_name as name from duckdb_tables() where schema_name = 'raw'");
  if (!tables.some(({name}) => name === "versions")) return {numbers: new Map(), versions: new Map()};
  const files = await db.rows<{path: string; file_id: number}>("select distinct path, file_id from raw.files");
  const versions = await db.rows<{entity: EntityName; version: string}>("select entity, version from raw.versions");
  return {
    numbers: new Map(files.map(({path, file_id}) => [path, file_id])),
    versions: new Map(versions.map(({entity, version}) => [entity, version])),
  };
}

/**
 * Of each entity, what its rows in raw follow from: the files that hold them with number and date, and everything by which references
 * to other records are followed. Two builds with the same version have the same rows.
 * @param entries cache entry of each file, by number
 */
export function describeVersions(reports: readonly FileReport[], entries: ReadonlyMap<number, string>): Map<EntityName, string> {
  const tell = (report: FileReport) => [report.file_id, entries.get(report.file_id), report.exported_at, report.source_index];
  const ways = reports.filter(({entity}) => ALWAYS_MADE.includes(entity)).map(tell);
  return new Map(
    ENTITY_NAMES.map((name) => {
      const own = reports.filter(({entity}) => entity === name || (name === HISTORIES && entity === "handoffs")).map(tell);
      return [
        name,
        createHash("sha256")
          .update(JSON.stringify([own, ways]))
          .digest("hex")
          .slice(0, 32),
      ];
    }),
  );
}

/** The entities whose tables can stay as they are. */
export function listStaying(earlier: Earlier, versions: ReadonlyMap<EntityName, string>): Set<EntityName> {
  return new Set(
    ENTITY_NAMES.filter(
      (name) => name !== HISTORIES && !ALWAYS_MADE.includes(name) && earlier.versions.get(name) === versions.get(name),
    ),
  );
}

/** Notes the versions for the next build. */
export async function writeVersions(db: Database, versions: ReadonlyMap<EntityName, string>): Promise<void> {
  const rows = [...versions].map(([entity, version]) => `(${quoteText(entity)}, ${quoteText(version)})`);
  await db.run(`create or replace table raw.versions as from (values ${rows.join(", ")}) as versions(entity, version)`);
}
