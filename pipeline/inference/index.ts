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
import {fitBeside} from "./fit-beside.js";
import {fitPeriods, type PeriodFit, type RatingColumns} from "./rating-fits.js";
import {readRatings} from "./scores.js";
import {valueBriefs} from "./worth.js";

/** Kinds of metrics that are added up by person or week. */
const GATHERED: readonly string[] = ["rate", "clustered_rate", "mean"];

/** Does one part of the work; a benchmark looks at the clock before and after. */
type Watch = (part: string, act: () => Promise<void>) => Promise<void>;

/** Ratings of one SDR by one AE in one period from which on they are fitted on another core. */
const MANY_RATINGS = 20_000;

/**
 * Writes what `TABLES` lists and `person_rates` into `marts`, and the adjusted quality scores into `marts.metrics`, which must be there.
 * Rows are few: what grows with handoffs is added up in SQL. What one part has read is let go before the next. Of many ratings the
 * model is fitted beside the other parts; where `watch` looks on, after them, so that each has its own time.
 */
export async function infer(db: Database, config: Config, watch?: Watch): Promise<string> {
  const part: Watch = watch ?? ((_, act) => act());
  const absent = new Set<string>((await findAbsentMetrics(db)).map(({metric}) => metric));
  const metrics = METRICS.filter(({name}) => !absent.has(name));
  const names = new Set<string>(metrics.map(({name}) => name));
  const rules = await readRules(db, config);
  const gathered = metrics.filter(({kind}) => GATHERED.includes(kind));
  let tables: MemberTable[] = [];
  let fits: Promise<PeriodFit[]> = Promise.resolve([]);
  await part("members, gathered", async () => {
    tables = await gatherMembers(db, gathered, rules, config.timezone);
  });
  const hasRatings = names.has("adjusted_quality_score");
  // One connection does one thing at a time: the ratings are read before the next part asks for something.
  if (!watch && hasRatings) fits = fitScores(await readRatings(db, tables));
  // An error is told where the scores are waited for; one of another part must not leave it untold.
  fits.catch(() => undefined);
  const counts = {rates: 0, signals: 0};
  await part("rates of people", async () => {
    counts.rates = await writePersonRates(db, tables, config);
  });
  await part("run charts", async () => {
    const {points, signals} = await judgeRuns(db, tables, config.timezone);
    await put(db, "run_points", points);
    await put(db, "run_signals", signals);
    counts.signals = signals.length;
  });
  await part("mixes", async () => put(db, "mix_expected", await expectMixes(db, tables)));
  await part("funnel plots", async () => put(db, "funnel_plots", await plotFunnels(db, metrics)));
  await part("practices and fields of the brief, and what they are worth", async () =>
    put(db, "brief_worth", await valueBriefs(db, await inferAssociations(db, rules, names))),
  );
  await part("incidence", async () => put(db, "incidence", await estimateIncidence(db)));
  await part("lead score", async () =>
    put(db, "score_calibration", names.has("lead_qualification_rate") ? await calibrateScore(db, rules) : []),
  );
  await part("ratings", async () => {
    const found = await (watch && hasRatings ? fitScores(await readRatings(db, tables)) : fits);
    await writeScores(db, config, found);
    const {raters, fit} = judgeRaters(found);
    await put(db, "raters", raters);
    await put(db, "rating_fit", fit);
  });
  await dropMembers(db, tables);
  return `${counts.rates.toLocaleString("en")} shrunk rates, ${counts.signals.toLocaleString("en")} signals`;
}

/** Fits the ratings, on another core where they are many. */
async function fitScores(ratings: RatingColumns | null): Promise<PeriodFit[]> {
  if (!ratings) return [];
  return ratings.length < MANY_RATINGS ? fitPeriods(ratings) : fitBeside(ratings);
}

/** Writes `marts.practices` and `marts.associations`: what goes with shows and SQLs. */
export async function inferAssociations(db: Database, rules: MemberRules, metrics: ReadonlySet<string>): Promise<PracticeLine[]> {
  const practices = await comparePractices(db, rules, metrics);
  await put(db, "practices", practices);
  await put(db, "associations", await associateFields(db, rules, metrics));
  return practices;
}
