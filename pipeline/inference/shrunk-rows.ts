/** Metric rows with people's shrunk rates beside the raw ones, of whichever periods are asked for. */
import type {Config} from "../config.js";
import type {MetricRow, ShrunkCells} from "../contract/datasets.js";
import {METRICS} from "../contract/metrics.js";
import type {Database} from "../db.js";
import {findAbsentMetrics, narrow, readMetricRows, readRules, type Narrowing} from "../metrics/index.js";
import {PERIOD_START} from "../metrics/periods.js";
import {describeMembers} from "./members.js";
import {targetsOf} from "./people.js";
import {PERSON_SCOPES, readPersonCells} from "./person-cells.js";
import {listRates, shrinkPersonRates, type PersonRate} from "./person-rates.js";
import {readQuarterScores} from "./scores.js";

type Key = Pick<MetricRow, "metric" | "scope" | "scope_id" | "period" | "period_start">;
export type ShrunkRow = ShrunkCells & Key;

/** Rates of people beside what is left of them when chance is taken out; rows of others have nulls there. */
export async function readShrunkRows(db: Database, config: Config, only: Narrowing = {}): Promise<(MetricRow & ShrunkCells)[]> {
  const rows = await readAllRows(db, config, only);
  const keyOf = (row: Key) => [row.metric, row.scope, row.scope_id, row.period, row.period_start].join("\t");
  const found = new Map((await readShrunk(db, config, only)).map((row) => [keyOf(row), row]));
  return rows.map((row) => {
    const {
      shrunk_value = null,
      shrunk_lower = null,
      shrunk_upper = null,
      prob_below_target = null,
    } = found.get(keyOf(row)) ?? ({} as Partial<ShrunkCells>);
    return {...row, shrunk_value, shrunk_lower, shrunk_upper, prob_below_target};
  });
}

/** The metric rows, those too that are worked out only when someone asks: the adjusted scores of quarters, in their places. */
async function readAllRows(db: Database, config: Config, only: Narrowing): Promise<MetricRow[]> {
  const stored = await readMetricRows(db, only);
  const {metric = ADJUSTED, scope = "sdr", period = "quarter"} = only;
  if (metric !== ADJUSTED || scope !== "sdr" || period !== "quarter") return stored;
  const isLast = stored.findIndex((row) => row.metric === ADJUSTED);
  const others = isLast === -1 ? stored : stored.slice(0, isLast);
  const scores = [...(await readQuarterScores(db, config)), ...stored.slice(others.length)];
  // The sort is stable: of one person the quarters stay first, in their order.
  return [...others, ...scores.sort((a, b) => (a.scope_id < b.scope_id ? -1 : a.scope_id > b.scope_id ? 1 : 0))];
}
const ADJUSTED = "adjusted_quality_score";

/** The shrunk rates themselves: the long periods' from `marts.person_rates`, the short ones' worked out now. */
export async function readShrunk(db: Database, config: Config, only: Narrowing): Promise<ShrunkRow[]> {
  const stored = await db.rows<ShrunkRow>(`select * from marts.person_rates where ${narrow(only)}`);
  return [...stored, ...(await shrinkShortPeriods(db, config, only))];
}

/**
 * Months and quarters of people. No page shows them, and they are nine rates of ten, so that a build does without: whoever asks
 * waits for the metrics asked for. How much people differ is learned from all time again, as at the build.
 */
async function shrinkShortPeriods(db: Database, config: Config, {metric, scope, period}: Narrowing): Promise<ShrunkRow[]> {
  const isShort = period === undefined || period === "month" || period === "quarter";
  const scopes = PERSON_SCOPES.filter((own) => scope === undefined || scope === own);
  if (!isShort || scopes.length === 0) return [];
  const absent = new Set<string>((await findAbsentMetrics(db)).map(({metric: name}) => name));
  const rates = METRICS.filter(
    ({name, kind}) => /^(clustered_)?rate$/.test(kind) && !absent.has(name) && (metric ?? name) === name,
  );
  if (rates.length === 0) return [];
  const shrunk: PersonRate[] = [];
  for (const table of describeMembers(rates, await readRules(db, config), config.timezone)) {
    for await (const cells of readPersonCells(db, table, true, scopes))
      for (const rate of listRates(
        shrinkPersonRates({cells, target: targetsOf(config)(cells.metric), wanted: ["month", "quarter"]}),
      ))
        shrunk.push(rate);
  }
  const starts = await readStarts(db, shrunk);
  return shrunk
    .filter((rate) => period === undefined || rate.period === period)
    .map(({step, ...rate}) => ({...rate, period_start: starts.get(`${rate.period}\t${step}`)!}));
}

/** First days of the periods that rates are of. */
async function readStarts(db: Database, rates: readonly PersonRate[]): Promise<Map<string, string>> {
  const steps = [...new Set(rates.map(({period, step}) => `('${period}', ${step})`))];
  if (steps.length === 0) return new Map();
  const rows = await db.rows<{period: string; step: number; period_start: string}>(
    `select period, step, ${PERIOD_START} as period_start from (values ${steps.join(", ")}) as steps(period, step)`,
  );
  return new Map(rows.map(({period, step, period_start}) => [`${period}\t${step}`, period_start]));
}
