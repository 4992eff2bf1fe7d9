/** Shards of briefs that the build before made, as the warehouse remembers them. It holds for one state of our own code: whoever changes that starts a new one. */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Manifest} from "../../contract/datasets.js";
import type {Database} from "../../db.js";
import type {Written} from "../write.js";

/** A shard as it was written. */
export interface StandingShard extends Written {
  shard: string;
  /** What it was made from. */
  print: string;
  /** Keys of what looked like an address or a number in it, one after the other, and those of them that were contacts'. */
  looked: string;
  hidden: string;
}

/** The shards that come out the same by what they are made from; none unless the warehouse's datasets are those in the folder `before`. */
export async function readStanding(db: Database, before: string): Promise<StandingShard[]> {
  const [found] = await db.rows("select 1 from duckdb_tables() where schema_name = 'build' and table_name = 'briefs'");
  if (!found) return [];
  const [noted] = await db.rows<{version: string}>("from build.datasets");
  if (!noted || noted.version !== readVersion(before)) return [];
  return db.rows<StandingShard>(`
    select briefs.* from build.briefs as briefs
    inner join temp.brief_prints as prints on prints.shard = briefs.shard and prints.print = briefs.print`);
}

function readVersion(folder: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest).version;
  } catch {
    // Not there, or not written to its end.
    return undefined;
  }
}

/** Remembers the shards of this build. They count when its version is noted. */
export async function noteShards(db: Database, shards: readonly StandingShard[]): Promise<void> {
  await db.run(`create schema if not exists build;
    create or replace temp table noted_briefs (shard text, print text, content text, bytes integer, looked text, hidden text)`);
  const appender = await db.connection.createAppender("noted_briefs", "main", "temp");
  for (const {shard, print, content, bytes, looked, hidden} of shards) {
    for (const text of [shard, print, content]) appender.appendVarchar(text);
    appender.appendInteger(bytes);
    for (const text of [looked, hidden]) appender.appendVarchar(text);
    appender.endRow();
  }
  appender.closeSync();
  await db.run("create or replace table build.briefs as from temp.noted_briefs order by shard; drop table temp.noted_briefs");
}

/** Says which datasets the remembered shards belong to. */
export const noteVersion = (db: Database, version: string): Promise<void> =>
  db.run(`create schema if not exists build; create or replace table build.datasets as select '${version}' as version`);
