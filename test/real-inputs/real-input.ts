/** Opens exports that others made, and reads the same files a second time, plainly: papaparse alone, none of the pipeline. */
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import Papa from "papaparse";
import {describe, it} from "vitest";
import {fillWarehouse} from "../../pipeline/build-data.js";
import {readConfig, type Config} from "../../pipeline/config.js";
import type {MetricRow} from "../../pipeline/contract/datasets.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {readMetricRows} from "../../pipeline/metrics/index.js";
import {addUp, type Member} from "../reference/metrics.js";
import type {Cells} from "../reference/read.js";

const folderOf = (name: string) => join(import.meta.dirname, "../../../shared/real-inputs", name);
const configOf = (name: string) => join(import.meta.dirname, name, "baton.config.yaml");

export const REAL_INPUTS = [
  "hubspot_dummy_labels",
  "hubspot_fivetran_seeds",
  "salesforce_fivetran_seeds",
  "salesforce_dataloader",
  "maven_crm_iso",
  "crm_leads_activity_opp",
  "survey_gforms_ratings",
] as const;
export type RealInput = (typeof REAL_INPUTS)[number];

/** A `describe` that is skipped, and says why, where the exports are not beside the repository. */
export function describeReal(name: string, title: string, body: () => void): void {
  if (existsSync(folderOf(name))) describe(title, body);
  // The body reads files as soon as it is collected, so it must not even be looked at.
  else it.skip(`${title}: skipped, because ../shared/real-inputs/${name} is not beside this clone`, () => {});
}

export const readRealConfig = (name: RealInput): Config => readConfig(configOf(name));
export const readConfigText = (name: RealInput): string => readFileSync(configOf(name), "utf8");

export interface Real {
  db: Database;
  config: Config;
  problems: string[];
  metrics: MetricRow[];
}

/** The warehouse of a folder's exports, in memory, with its metric rows; `changes` to its configuration come on top. */
export async function openReal(name: RealInput, changes: Partial<Config> = {}): Promise<Real> {
  const config = {...readRealConfig(name), ...changes};
  const db = await openDatabase();
  const report = await fillWarehouse(db, config);
  return {db, config, problems: report.problems.map(({where, what}) => `${where}: ${what}`), metrics: await readMetricRows(db)};
}

/** The rows of one of the folder's files as papaparse reads them. */
export function readReal(name: RealInput, file: string): Cells[] {
  const text = readFileSync(join(folderOf(name), file), "utf8").replace(/^\ufeff/, "");
  return Papa.parse<Cells>(text, {header: true, skipEmptyLines: "greedy"}).data;
}

/** How many of `rows` each key has. */
export function countBy<T>(rows: readonly T[], keyOf: (row: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
  return counts;
}

/** Rows read, and what became of them, by file and entity: `deals.csv opportunities: 3 = 2 + 0 + 1 + 0`. */
export async function readLedger(db: Database): Promise<string[]> {
  const rows = await db.rows<{line: string}>(
    `select parse_filename(path) || ' ' || entity || ': ' || rows_read || ' = ' || loaded || ' + ' || merged || ' + ' || rejected || ' + ' || set_aside as line
    from raw.files order by parse_filename(path), entity`,
  );
  return rows.map(({line}) => line);
}

type Sums = Record<string, {numerator: number; denominator: number; in_flight: number}>;

/** Numerator, denominator and in flight of a metric's rows in one scope and period, by `<scope id> <period start>`. */
export function readSums(metrics: readonly MetricRow[], metric: string, scope: string, period: string): Sums {
  const rows = metrics.filter((row) => row.metric === metric && row.scope === scope && row.period === period);
  return Object.fromEntries(
    rows.map((row) => [
      `${row.scope_id} ${row.period_start}`,
      {numerator: row.numerator ?? 0, denominator: row.denominator ?? 0, in_flight: row.in_flight},
    ]),
  );
}

/** The same sums, made from members that a test worked out itself. */
export const expectSums = (members: Member[], keyOf: (member: Member) => string): Sums =>
  Object.fromEntries(addUp(members, keyOf));
