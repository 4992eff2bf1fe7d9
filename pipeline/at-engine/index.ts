/** Sources whose rows the engine reads itself: they never come to this machine, but for what is wrong with them and whom they name. */
import type {Config} from "../config.js";
import {quoteText, type Database} from "../db.js";
import type {Added} from "../engine/added.js";
import type {ServerOptions} from "../engine/server.js";
import {withEngine} from "../engine/with-engine.js";
import type {FileResult} from "../ingest/file.js";
import {readForgotten} from "../privacy/forgotten.js";
import {gatherNames, settleNames, writeRenamed} from "./names.js";
import {cellsOf, readSource, type SourceRead} from "./read.js";

/** Numbers of files begin here that are none of this machine. */
export const FIRST_NUMBER = 2_000_000_000;

/** The server, if any source is read by it: what is in that nobody here knows before it is read. */
export const findServer = ({sources, engine}: Pick<Config, "sources" | "engine">): ServerOptions | undefined =>
  engine !== "duckdb" && sources.some(({at}) => at === "engine") ? engine.clickhouse : undefined;

export interface Reader {
  /** Has every such source read; rows that stand for what they name are then in raw. */
  read(db: Database): Promise<FileResult[]>;
  /** Once it is known what is named: where the rows are, and how they are to be written. */
  settle(db: Database): Promise<Added[]>;
}

/** What reads the sources that the engine reads. */
export function makeReader(config: Config, server: ServerOptions): Reader {
  const read: {source: SourceRead; number: number; columns: Added["held"]["columns"]}[] = [];
  const forgotten = readForgotten(config.path);
  return {
    read: (db) =>
      withEngine(server, async (engine, folder) => {
        const results: FileResult[] = [];
        for (const [index, {at}] of config.sources.entries()) {
          if (at !== "engine") continue;
          const number = FIRST_NUMBER + index;
          const options = {db, engine, config, index, number, folder};
          const source = await readSource(options);
          results.push(source);
          if (!source.plan) continue;
          await gatherNames(options, source, forgotten);
          read.push({source, number, columns: engine.columnsOf(cellsOf(index))!});
          if (forgotten && source.plan.columns.some(({column}) => column === "subject"))
            source.problems.push({where: source.file.name, what: "subjects are left out: the engine does not look through them for who is to be forgotten"}); // prettier-ignore
        }
        return results;
      }),
    async settle(db) {
      const added: Added[] = [];
      for (const {source, number, columns} of read) {
        const renames = await settleNames(db, source, number);
        const [report] = source.reports;
        const values = source.plan!.columns.filter(({column}) => !(forgotten && column === "subject")).map(({column}) => [column, writeRenamed(column, renames)]); // prettier-ignore
        const exported = report!.exported_at === null ? "NULL" : `toDateTime64(${quoteText(report!.exported_at)}, 6, 'UTC')`;
        const meta = {_file_id: `${number}`, _source: `${report!.source_index}`, _line: "`_line`", _exported_at: exported};
        added.push({
          entity: report!.entity,
          held: {name: cellsOf(report!.source_index), columns},
          rows: report!.loaded,
          values: {...Object.fromEntries(values), ...meta},
          // Of each key the row on the latest line counts.
          where: (place) => `_is_ok AND (_key, _line) IN (SELECT _key, max(_line) FROM ${place} WHERE _is_ok GROUP BY _key)`,
        });
      }
      return added;
    },
  };
}

/** Takes rows out of raw that an earlier build has fetched from the engine for pages to show. */
export async function dropFetched(db: Database): Promise<void> {
  const tables = await db.rows("from duckdb_tables() where schema_name = 'raw' and table_name = 'activities'");
  if (tables.length > 0) await db.run(`delete from raw.activities where _file_id >= ${FIRST_NUMBER}`);
}
