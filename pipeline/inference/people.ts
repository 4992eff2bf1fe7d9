/** `marts.person_rates`, written. */
import type {Config} from "../config.js";
import {findMetric} from "../contract/metrics.js";
import type {Database} from "../db.js";
import {PERIOD_START} from "../metrics/periods.js";
import {begin, type Mathematician} from "./mathematician.js";
import type {MemberTable} from "./members.js";
import {readPersonCells} from "./person-cells.js";
import {listRates, type PersonRate, type PersonRates} from "./person-rates.js";
import {writeTable} from "./write.js";

const PERSON_RATE = {
  metric: "text", scope: "text", scope_id: "text", period: "text", step: "integer", shrunk_value: "double", shrunk_lower: "double",
  shrunk_upper: "double", prob_below_target: "double",
} as const; // prettier-ignore

/**
 * Reads people's rates over all time and the last 90 days, which are what pages show, and has them shrunk. Those of a
 * month or a quarter are worked out when someone asks for them: `shrinkShortPeriods`.
 */
export async function readPersonRates(
  db: Database,
  tables: readonly MemberTable[],
  config: Config,
  mathematician: Mathematician,
): Promise<Promise<PersonRates[]>[]> {
  const shrunk: Promise<PersonRates[]>[] = [];
  for (const table of tables) {
    for await (const cells of readPersonCells(db, table, false))
      shrunk.push(begin(mathematician.do("shrinkPersonRates", {cells, target: targetsOf(config)(cells.metric)})));
  }
  return shrunk;
}

/** Writes them; returns how many there are. */
export async function writePersonRates(db: Database, found: readonly PersonRates[]): Promise<number> {
  const rates = listRates(found);
  await writeTable<PersonRate>(db, "temp.person_rates", PERSON_RATE, rates);
  await db.run(`create or replace table marts.person_rates as
    select metric, scope, scope_id, period, ${PERIOD_START} as period_start, shrunk_value, shrunk_lower, shrunk_upper, prob_below_target
    from temp.person_rates; drop table temp.person_rates`);
  return rates.length;
}

/** The target of a metric that someone has confirmed. */
export function targetsOf({targets, targets_confirmed}: Config): (metric: string) => number | null {
  return (name) => (targets_confirmed ? (targets[name as keyof typeof targets] ?? findMetric(name)?.target ?? null) : null);
}
