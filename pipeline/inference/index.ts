/** The inference room: marts and metric rows in, what a fair person may conclude out. The mathematics is that of `stats`. */
import type {Config} from "../config.js";
import type {PracticeLine} from "../contract/datasets.js";
import {METRICS, type Metric} from "../contract/metrics.js";
import type {Database} from "../db.js";
import {findAbsentMetrics, readRules, type MemberRules} from "../metrics/index.js";
import {readFields} from "./associations.js";
import {calibrateScore} from "./calibration.js";
import {readMixes} from "./expected.js";
import {plotFunnels} from "./funnel-plots.js";
import {estimateIncidence} from "./incidence.js";
import {begin, workBeside, workHere, type Mathematician} from "./mathematician.js";
import {dropMembers, gatherMembers, type MemberTable} from "./members.js";
import {readPersonRates, writePersonRates} from "./people.js";
import {findPractices, markOf, readPractices, type Practice} from "./practices.js";
import {put} from "./put.js";
import {judgeRaters} from "./raters.js";
import {judgeRuns} from "./run-charts.js";
import {readRatings, writeScores} from "./scores.js";
import {valueBriefs} from "./worth.js";

/** Kinds of metrics that are added up by person or week. */
const GATHERED: readonly string[] = ["rate", "clustered_rate", "mean"];

/** Does one part of the work; a benchmark looks at the clock before and after. */
type Watch = (part: string, act: () => Promise<void>) => Promise<void>;

/** Handoffs from which on mathematics is done on another core. */
const MANY_HANDOFFS = 50_000;

/** What the parts rest on. */
interface Ground {
  db: Database;
  config: Config;
  rules: MemberRules;
  /** The metrics there are, and their names. */
  metrics: readonly Metric[];
  names: ReadonlySet<string>;
  tables: readonly MemberTable[];
  practices: readonly Practice[];
  mathematician: Mathematician;
}

/** Reads, and has the mathematics begun; what is to be written when that has ended is what it comes back with. */
type Part = (ground: Ground) => Promise<() => Promise<void>>;

/**
 * Writes what `TABLES` lists and `person_rates` into `marts`, and the adjusted quality scores into `marts.metrics`, which must be there.
 * Rows are few: what grows with handoffs is added up in SQL. In a large company another core does the dear part of the mathematics while
 * this one reads for the next; where `watch` looks on, one part comes after the other, so that each has its own time.
 */
export async function infer(db: Database, config: Config, watch?: Watch): Promise<string> {
  const [{handoffs}] = (await db.rows<{handoffs: number}>("select count(*) as handoffs from marts.handoffs")) as [{handoffs: number}]; // prettier-ignore
  const mathematician = watch || handoffs < MANY_HANDOFFS ? workHere() : workBeside();
  try {
    let ground!: Ground;
    await (watch ?? once)("members, gathered", async () => {
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
  } finally {
    await mathematician.close();
  }
}

const once: Watch = (_, act) => act();

async function prepare(db: Database, config: Config, mathematician: Mathematician): Promise<Ground> {
  const absent = new Set<string>((await findAbsentMetrics(db)).map(({metric}) => metric));
  const metrics = METRICS.filter(({name}) => !absent.has(name));
  const names = new Set<string>(metrics.map(({name}) => name));
  const rules = await readRules(db, config);
  const practices = await findPractices(db, names);
  const gathered = metrics.filter(({kind}) => GATHERED.includes(kind));
  const tables = await gatherMembers(db, gathered, rules, config.timezone, practices.map(markOf));
  return {db, config, rules, metrics, names, tables, practices, mathematician};
}

/** In the order in which they begin: first those whose mathematics is dear. */
const listParts = (counts: {rates: number; signals: number}): Record<string, Part> => ({
  ratings: rateQuality,
  "mixes and funnel plots": expectAndPlot,
  "practices and fields of the brief, and what they are worth": compareBriefs,
  "rates of people": async ({db, tables, config, mathematician}) => {
    const shrunk = await readPersonRates(db, tables, config, mathematician);
    return async () => {
      counts.rates = await writePersonRates(db, (await mathematician.wait(Promise.all(shrunk))).flat());
    };
  },
  "run charts": async ({db, tables, config}) => {
    const {points, signals} = await judgeRuns(db, tables, config.timezone);
    await put(db, "run_points", points);
    await put(db, "run_signals", signals);
    counts.signals = signals.length;
    return nothing;
  },
  incidence: async ({db}) => {
    await put(db, "incidence", await estimateIncidence(db));
    return nothing;
  },
  "lead score": async ({db, rules, names}) => {
    await put(db, "score_calibration", names.has("lead_qualification_rate") ? await calibrateScore(db, rules) : []);
    return nothing;
  },
});

const nothing = async () => {};

const rateQuality: Part = async ({db, config, names, tables, mathematician}) => {
  const ratings = names.has("adjusted_quality_score") ? await readRatings(db, tables) : null;
  const fits = ratings ? begin(mathematician.do("fitPeriods", ratings)) : [];
  return async () => {
    const found = await mathematician.wait(Promise.resolve(fits));
    await writeScores(db, config, found);
    const {raters, fit} = judgeRaters(found);
    await put(db, "raters", raters);
    await put(db, "rating_fit", fit);
  };
};

const expectAndPlot: Part = async ({db, metrics, tables, mathematician}) => {
  const mixes = (await readMixes(db, tables)).map((members) => begin(mathematician.do("expectMixes", members)));
  return async () => {
    await put(db, "mix_expected", (await mathematician.wait(Promise.all(mixes))).flat());
    await put(db, "funnel_plots", await plotFunnels(db, metrics));
  };
};

const compareBriefs: Part = async (ground) => {
  const write = await inferAssociations(ground);
  return async () => put(ground.db, "brief_worth", await valueBriefs(ground.db, await write()));
};

/** `marts.practices` and `marts.associations`: what goes with shows and SQLs. */
async function inferAssociations({
  db,
  rules,
  names,
  tables,
  practices,
  mathematician,
}: Ground): Promise<() => Promise<PracticeLine[]>> {
  const compared = (await readPractices(db, tables, practices)).map((rows) => begin(mathematician.do("comparePractices", rows)));
  const fields = await readFields(db, rules, names);
  const associated = fields ? begin(mathematician.do("associateFields", fields)) : [];
  return async () => {
    const lines = (await mathematician.wait(Promise.all(compared))).flat();
    await put(db, "practices", lines);
    await put(db, "associations", await mathematician.wait(Promise.resolve(associated)));
    return lines;
  };
}

/** Writes these two tables alone. */
export async function writeAssociations(db: Database, config: Config): Promise<void> {
  const write = await inferAssociations(await prepare(db, config, workHere()));
  await write();
}
