/** The parts of what inference does: each reads, has its mathematics begun, and writes when that has ended. */
import type {Config} from "../config.js";
import type {PracticeLine} from "../contract/datasets-inference.js";
import type {Metric} from "../contract/metrics.js";
import type {Database} from "../db.js";
import type {MemberRules} from "../metrics/index.js";
import {readFields} from "./associations.js";
import {calibrateScore} from "./calibration.js";
import {readMixes} from "./expected.js";
import {plotFunnels} from "./funnel-plots.js";
import {estimateIncidence} from "./incidence.js";
import {begin, type Mathematician} from "./mathematician.js";
import {gatherMembers, type MemberTable} from "./members.js";
import {readPersonRates, writePersonRates} from "./people.js";
import {markOf, readPractices, type Practice} from "./practices.js";
import {put} from "./put.js";
import {judgeRaters} from "./raters.js";
import {judgeRuns} from "./run-charts.js";
import {RATING, readRatings, writeScores} from "./scores.js";
import {valueBriefs} from "./worth.js";

/** What the parts rest on. */
export interface Ground {
  db: Database;
  config: Config;
  rules: MemberRules;
  /** The metrics there are, and their names. */
  metrics: readonly Metric[];
  names: ReadonlySet<string>;
  practices: readonly Practice[];
  mathematician: Mathematician;
  /** None before they are gathered. */
  tables: readonly MemberTable[];
}

/** Reads, and has the mathematics begun; what is to be written when that has ended is what it comes back with. */
type Part = (ground: Ground) => Promise<() => Promise<void>>;

/** Kinds of metrics that are added up by person or week. */
const GATHERED: readonly string[] = ["rate", "clustered_rate", "mean"];
export const listGathered = (metrics: readonly Metric[]): Metric[] => metrics.filter(({kind}) => GATHERED.includes(kind));

/** Gathers the members that most parts read. */
export async function gather(ground: Ground): Promise<void> {
  const {db, config, rules, metrics, practices} = ground;
  ground.tables = await gatherMembers(db, listGathered(metrics), rules, config.timezone, practices.map(markOf));
}

/** In the order in which they begin: first those whose mathematics is dear and that need no members. */
export const listParts = (counts: {rates: number; signals: number}): Record<string, Part> => ({
  ratings: rateQuality,
  "fields of the brief": compareFields,
  "members, gathered": async (ground) => {
    await gather(ground);
    return nothing;
  },
  "mixes and funnel plots": expectAndPlot,
  "practices, and what briefs are worth": valueHandovers,
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

const rateQuality: Part = async ({db, config, rules, names, mathematician}) => {
  const ratings = names.has("adjusted_quality_score") && names.has(RATING) ? await readRatings(db, rules, config.timezone) : null;
  const fits = ratings ? begin(mathematician.do("fitPeriods", ratings)) : Promise.resolve([]);
  return async () => {
    const found = await mathematician.wait(fits);
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

/** What goes with shows and SQLs: one thing at a time, other things being equal. */
export async function compareHandovers({db, tables, practices, mathematician}: Ground): Promise<() => Promise<PracticeLine[]>> {
  const compared = (await readPractices(db, tables, practices)).map((rows) => begin(mathematician.do("comparePractices", rows)));
  return async () => {
    const lines = (await mathematician.wait(Promise.all(compared))).flat();
    await put(db, "practices", lines);
    return lines;
  };
}

/** The same, and what it would be worth, for which metrics must be there. */
const valueHandovers: Part = async (ground) => {
  const compared = await compareHandovers(ground);
  return async () => put(ground.db, "brief_worth", await valueBriefs(ground.db, await compared()));
};

/** Fields of the brief, all at once. */
export const compareFields: Part = async ({db, rules, names, mathematician}) => {
  const fields = await readFields(db, rules, names);
  const associated = fields ? begin(mathematician.do("associateFields", fields)) : Promise.resolve([]);
  return async () => put(db, "associations", await mathematician.wait(associated));
};
