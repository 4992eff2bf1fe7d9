/** The inference room: marts and metric rows in, what a fair person may conclude out. The mathematics is that of `stats`. */
import type {Config} from "../config.js";
import type {PracticeLine} from "../contract/datasets.js";
import {METRICS} from "../contract/metrics.js";
import type {Database} from "../db.js";
import {findAbsentMetrics, readRules, type MemberRules} from "../metrics/index.js";
import {associateFields} from "./associations.js";
import {calibrateScore} from "./calibration.js";
import {expectMixes} from "./expected.js";
import {plotFunnels} from "./funnel-plots.js";
import {estimateIncidence} from "./incidence.js";
import {dropMembers, gatherMembers, type MemberTable} from "./members.js";
import {writePersonRates, writeScores} from "./people.js";
import {comparePractices} from "./practices.js";
import {put} from "./put.js";
import {judgeRaters} from "./raters.js";
import {judgeRuns} from "./run-charts.js";
import {fitScores} from "./scores.js";
import {valueBriefs} from "./worth.js";

/** Kinds of metrics that are added up by person or week. */
const GATHERED: readonly string[] = ["rate", "clustered_rate", "mean"];

/** Does one part of the work; a benchmark looks at the clock before and after. */
type Watch = (part: string, act: () => Promise<void>) => Promise<void>;

/**
 * Writes what `TABLES` lists and `person_rates` into `marts`, and the adjusted quality scores into `marts.metrics`, which must be there.
 * Rows are few: what grows with handoffs is added up in SQL. What one part has read is let go before the next.
 */
export async function infer(db: Database, config: Config, watch: Watch = (_, act) => act()): Promise<string> {
  const absent = new Set<string>((await findAbsentMetrics(db)).map(({metric}) => metric));
  const metrics = METRICS.filter(({name}) => !absent.has(name));
  const names = new Set<string>(metrics.map(({name}) => name));
  const rules = await readRules(db, config);
  const counts = {rates: 0, signals: 0};
  const gathered = metrics.filter(({kind}) => GATHERED.includes(kind));
  let tables: MemberTable[] = [];
  await watch("members, gathered", async () => {
    tables = await gatherMembers(db, gathered, rules, config.timezone);
  });
  await watch("rates of people", async () => {
    counts.rates = await writePersonRates(db, tables, config);
  });
  await watch("ratings", async () => {
    const fits = names.has("adjusted_quality_score") ? await fitScores(db, tables) : [];
    await writeScores(db, config, fits);
    const {raters, fit} = judgeRaters(fits);
    await put(db, "raters", raters);
    await put(db, "rating_fit", fit);
  });
  await watch("run charts", async () => {
    const {points, signals} = await judgeRuns(db, tables, config.timezone);
    await put(db, "run_points", points);
    await put(db, "run_signals", signals);
    counts.signals = signals.length;
  });
  await watch("mixes", async () => put(db, "mix_expected", await expectMixes(db, tables)));
  await dropMembers(db, tables);
  await watch("funnel plots", async () => put(db, "funnel_plots", await plotFunnels(db, metrics)));
  await watch("practices and fields of the brief, and what they are worth", async () =>
    put(db, "brief_worth", await valueBriefs(db, await inferAssociations(db, rules, names))),
  );
  await watch("incidence", async () => put(db, "incidence", await estimateIncidence(db)));
  await watch("lead score", async () =>
    put(db, "score_calibration", names.has("lead_qualification_rate") ? await calibrateScore(db, rules) : []),
  );
  return `${counts.rates.toLocaleString("en")} shrunk rates, ${counts.signals.toLocaleString("en")} signals`;
}

/** Writes `marts.practices` and `marts.associations`: what goes with shows and SQLs. */
export async function inferAssociations(db: Database, rules: MemberRules, metrics: ReadonlySet<string>): Promise<PracticeLine[]> {
  const practices = await comparePractices(db, rules, metrics);
  await put(db, "practices", practices);
  await put(db, "associations", await associateFields(db, rules, metrics));
  return practices;
}
