/** One company on both engines: what each makes of the same raw tables, held against each other row by row. */
import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fillWarehouse} from "../../pipeline/build-data.js";
import type {Config} from "../../pipeline/config.js";
import {openDatabase, quoteName, type Database} from "../../pipeline/db.js";
import type {Client} from "../../pipeline/engine/client.js";
import {openEngine, type Engine} from "../../pipeline/engine/database.js";
import {describeTable, fetchTable, listTables} from "../../pipeline/engine/ship.js";
import type {Column} from "../../pipeline/engine/types.js";
import {coach} from "../../pipeline/inference/coaching.js";
import {infer} from "../../pipeline/inference/index.js";
import {computeMetrics} from "../../pipeline/metrics/index.js";
import {checkModels} from "../../pipeline/run/checks.js";
import {runModels} from "../../pipeline/run/run.js";
import {sendAll} from "./send.js";

/** Doubles that differ by less, relative to the larger, are the same: the engines add in other orders. */
const HAIR = 1e-9;

export interface Compared {
  tables: number;
  rows: number;
  /** What differs: table, how many rows each has, and columns with the number of rows that differ. */
  differences: string[];
  /** On either engine. */
  failedChecks: object[];
}

/** Builds the company with DuckDB, has the engine make everything after raw and config once more, and compares the marts. */
export async function compareCompany(config: Config, client: Client): Promise<Compared> {
  const folder = mkdtempSync(join(tmpdir(), "baton-engines-"));
  const warehouse = join(folder, "warehouse.duckdb");
  const [db, parser] = [await openDatabase(warehouse), await openDatabase()];
  try {
    await fillWarehouse(db, config);
    await client.command("CREATE DATABASE IF NOT EXISTS baton");
    const engine = openEngine(client, parser, {database: "baton"}, folder);
    await sendAll(db, engine, folder);
    await runModels(engine);
    const failedChecks = [...(await checkModels(db)), ...(await checkModels(engine))];
    await computeMetrics(engine, config);
    await infer(engine, config);
    await coach(engine, config);
    return {...(await compareMarts(db, engine, folder)), failedChecks};
  } finally {
    db.close();
    parser.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Every table of `marts`, the metrics among them: all columns of every row. */
export async function compareMarts(db: Database, engine: Engine, folder: string): Promise<Omit<Compared, "failedChecks">> {
  const path = join(folder, "fetched");
  mkdirSync(path, {recursive: true});
  const differences: string[] = [];
  const tables = await listTables(db, ["marts"]);
  let rows = 0;
  for (const name of tables) {
    const columns = await describeTable(db, name);
    if (!engine.columnsOf(name)) {
      differences.push(`${name.name}: not made`);
      continue;
    }
    const side = await openDatabase();
    await fetchTable(engine, side, name, path);
    const file = join(path, `${name.name}.parquet`);
    await side.run(`copy marts.${quoteName(name.name)} to '${file}' (format parquet)`);
    side.close();
    const [{ours, theirs, met, ...differing}] = (await db.rows<Record<string, number>>(
      compareRows(name.name, columns, file),
    )) as [Record<string, number>];
    rows += ours!;
    const odd = Object.entries(differing).filter(([, count]) => count > 0);
    if (ours !== theirs || met !== ours || odd.length > 0)
      differences.push(
        `${name.name}: ${ours} rows here, ${theirs} there, ${met} of one key; ${odd.map(([column, count]) => `${column} ${count}`).join(", ")}`,
      );
  }
  return {tables: tables.length, rows, differences};
}

/** Query of how many rows each side has, how many meet by all columns that are no doubles and no lists, and how many differ in the others. */
function compareRows(table: string, columns: readonly Column[], file: string): string {
  const isOther = ({type}: Column) => type.kind === "float" || type.kind === "list" || type.kind === "decimal";
  const key = columns.filter((column) => !isOther(column)).map(({name}) => quoteName(name));
  const rowsOf = (from: string) =>
    `select *, row_number() over (partition by ${key.join(", ")} order by ${columns.map(({name}) => quoteName(name)).join(", ")}) as copy from ${from}`;
  const different = columns.filter(isOther).map(({name, type}) => {
    const [a, b] = [`ours.${quoteName(name)}`, `theirs.${quoteName(name)}`];
    const isDifferent =
      type.kind === "list"
        ? `${a} is distinct from ${b}`
        : `(${a} is null) <> (${b} is null) or abs(${a} - ${b}) > ${HAIR} * greatest(abs(${a}), abs(${b}), ${HAIR})`;
    return `count(*) filter (${isDifferent}) as ${quoteName(name)}`;
  });
  const on = [...key, "copy"].map((name) => `ours.${name} is not distinct from theirs.${name}`).join(" and ");
  return `with ours as (${rowsOf(`marts.${quoteName(table)}`)}), theirs as (${rowsOf(`read_parquet('${file}')`)})
    select (select count(*) from ours) as ours, (select count(*) from theirs) as theirs, count(*) as met${different.map((each) => `, ${each}`).join("")}
    from ours inner join theirs on ${on}`;
}
