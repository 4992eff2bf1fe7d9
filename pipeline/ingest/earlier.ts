/** What the warehouse still has of an earlier build, so that only what follows from a changed export is made again. */
import {createHash} from "node:crypto";
import {ENTITY_NAMES, type EntityName} from "../contract/entities.js";
import {quoteText, type Database} from "../db.js";
import type {FileReport} from "./types.js";

/** The number of each file, by path; and what each table of raw was made from. */
export interface Earlier {
  numbers: Map<string, number>;
  versions: Map<EntityName, string>;
  /** Of each table whose rows stand as the exports have them: what its files were, as `describeFiles` tells it. */
  files: Map<EntityName, ReadonlySet<string>>;
}

/** Records that others are found by, or that stand for others: their tables are made anew each time, what is told of them with it. */
const ALWAYS_MADE: readonly EntityName[] = ["people", "accounts", "contacts", "opportunities", "leads"];

/** What a brief's note told in its history stands among the changes of fields too: that follows from the handoffs. */
const HISTORIES = "field_changes";

/** Reads what an earlier build noted; empty in a new warehouse. */
export async function readEarlier(db: Database): Promise<Earlier> {
  const tables = await db.rows<{name: string}>("select table_name as name from duckdb_tables() where schema_name = 'raw'");
  if (!tables.some(({name}) => name === "versions")) return {numbers: new Map(), versions: new Map(), files: new Map()};
  const files = await db.rows<{path: string; file_id: number}>("select distinct path, file_id from raw.files");
  const versions = await db.rows<{entity: EntityName; version: string; files: string | null}>("select entity, version, files from raw.versions"); // prettier-ignore
  return {
    numbers: new Map(files.map(({path, file_id}) => [path, file_id])),
    versions: new Map(versions.map(({entity, version}) => [entity, version])),
    files: new Map(versions.flatMap(({entity, files}) => (files === null ? [] : [[entity, new Set(JSON.parse(files) as string[])]]))), // prettier-ignore
  };
}

/**
 * Of each entity, what its rows in raw follow from: the files that hold them with number and date, and everything by which references
 * to other records are followed. Two builds with the same version have the same rows.
 * @param entries cache entry of each file, by number
 */
export function describeVersions(reports: readonly FileReport[], entries: ReadonlyMap<number, string>): Map<EntityName, string> {
  const tell = (report: FileReport) => tellFile(report, entries);
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

const tellFile = ({file_id, exported_at, source_index}: FileReport, entries: ReadonlyMap<number, string>) => [file_id, entries.get(file_id), exported_at, source_index]; // prettier-ignore

/** Of each entity, its files, each by all that its rows in raw follow from as long as nothing is found to stand for something else. */
export function describeFiles(
  reports: readonly FileReport[],
  entries: ReadonlyMap<number, string>,
): Map<EntityName, Map<string, number>> {
  const own = (name: EntityName) => reports.filter(({entity}) => entity === name);
  return new Map(
    ENTITY_NAMES.map((name) => [name, new Map(own(name).map((file) => [JSON.stringify(tellFile(file, entries)), file.file_id]))]),
  );
}

/**
 * The entities whose tables hold, as the exports have them, the rows of files that are all still there: these stay, and those of more files come
 * to them. With the numbers of the files that they hold.
 */
export function listGrowing(
  earlier: Earlier,
  files: ReadonlyMap<EntityName, ReadonlyMap<string, number>>,
): Map<EntityName, ReadonlySet<number>> {
  const growing = new Map<EntityName, ReadonlySet<number>>();
  for (const [name, held] of earlier.files) {
    const numbers = [...held].map((file) => files.get(name)?.get(file));
    if (name === HISTORIES || ALWAYS_MADE.includes(name) || held.size === 0) continue;
    if (numbers.every((number) => number !== undefined)) growing.set(name, new Set(numbers));
  }
  return growing;
}

/** The entities whose tables can stay as they are. */
export function listStaying(earlier: Earlier, versions: ReadonlyMap<EntityName, string>): Set<EntityName> {
  return new Set(
    ENTITY_NAMES.filter(
      (name) => name !== HISTORIES && !ALWAYS_MADE.includes(name) && earlier.versions.get(name) === versions.get(name),
    ),
  );
}

/** Notes the versions for the next build, and the files of the tables whose rows stand as these have them. */
export async function writeVersions(
  db: Database,
  versions: ReadonlyMap<EntityName, string>,
  files: ReadonlyMap<EntityName, ReadonlyMap<string, number>>,
  isAsRead: (entity: EntityName) => boolean,
): Promise<void> {
  const tell = (entity: EntityName) => (isAsRead(entity) ? quoteText(JSON.stringify([...(files.get(entity)?.keys() ?? [])])) : "null"); // prettier-ignore
  const rows = [...versions].map(([entity, version]) => `(${quoteText(entity)}, ${quoteText(version)}, ${tell(entity)})`);
  await db.run(`create or replace table raw.versions as
    select entity, version, files::varchar as files from (values ${rows.join(", ")}) as versions(entity, version, files)`);
}
