/** The inference room: marts and metric rows in, what a fair person may conclude out. The mathematics is that of `stats`. */
import type {Config} from "../config.js";
import {METRICS} from "../contract/metrics.js";
import type {Database} from "../db.js";
import {findAbsentMetrics, readRules} from "../metrics/index.js";
import {workHere, type Mathematician} from "./mathematician.js";
import {dropMembers, nameCodes} from "./members.js";
import {compareFields, compareHandovers, gather, listGathered, listParts, type Ground} from "./parts.js";
import {findPractices} from "./practices.js";
import {withMathematician} from "./with-mathematician.js";

/** Does one part of the work; a benchmark looks at the clock before and after. */
type Watch = (part: string, act: () => Promise<void>) => Promise<void>;

/**
 * Writes what `TABLES` lists and `person_rates` into `marts`, and the adjusted quality scores into `marts.metrics`, which must be there.
 * Rows are few: what grows with handoffs is added up in SQL. In a large company another core does the dear part of the mathematics while
 * this one reads for the next; where `watch` looks on, one part comes after the other, so that each has its own time.
 */
export async function infer(db: Database, config: Config, watch?: Watch): Promise<string> {
  return withMathematician(db, watch !== undefined, async (mathematician) => {
    let ground!: Ground;
    await (watch ?? once)("metrics and names", async () => {
      ground = await prepare(db, config, mathematician);
    });
    const counts = {rates: 0, signals: 0};
    const endings: (() => Promise<void>)[] = [];
    for (const [name, part] of Object.entries(listParts(counts))) {
      if (watch) await watch(name, async () => (await part(ground))());
      else endings.push(await part(ground));
    }
    await dropMembers(db, ground.tables);
    for (const end of endings) await end();
    return `${counts.rates.toLocaleString("en")} shrunk rates, ${counts.signals.toLocaleString("en")} signals`;
  });
}

const once: Watch = (_, act) => act();

async function prepare(db: Database, config: Config, mathematician: Mathematician): Promise<Ground> {
  const absent = new Set<string>((await findAbsentMetrics(db)).map(({metric}) => metric));
  const metrics = METRICS.filter(({name}) => !absent.has(name));
  const names = new Set<string>(metrics.map(({name}) => name));
  const rules = await readRules(db, config);
  const practices = await findPractices(db, names);
  await nameCodes(db, listGathered(metrics));
  return {db, config, rules, metrics, names, practices, mathematician, tables: []};
}

/** Writes what goes with shows and SQLs alone. */
export async function writeAssociations(db: Database, config: Config): Promise<void> {
  const ground = await prepare(db, config, workHere());
  await gather(ground);
  for (const part of [compareFields, compareHandovers]) await (await part(ground))();
}
