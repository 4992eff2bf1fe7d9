/** The focus engine's way from marts to marts: counts in, focuses, evidence and verdicts out. The rules are those of `coaching`. */
import {chooseFocus} from "../coaching/focus.js";
import type {Chosen} from "../coaching/focus-types.js";
import {listReviews} from "../coaching/replay.js";
import {RULES, type Rules} from "../coaching/rules.js";
import type {Candidate} from "../coaching/types.js";
import type {Commitment} from "../contract/commitment.js";
import type {Config} from "../config.js";
import {listBehaviours, type Behaviour} from "../contract/behaviours.js";
import {quoteText, type Database} from "../db.js";
import {groupBy} from "../group-by.js";
import type {WeekCount} from "../stats/weeks.js";
import {readToday} from "../today.js";
import {findCounted} from "./behaviour-members.js";
import {countBehaviours} from "./behaviour-weeks.js";
import {writeCoaching} from "./coaching-writes.js";
import * as reads from "./coaching-reads.js";
import {listFollowed, readCommitments} from "./commitments.js";
import type {Mathematician} from "./mathematician.js";
import {withMathematician} from "./with-mathematician.js";

/** What was found for one SDR. */
export interface Found extends Chosen {
  sdr_id: string;
}

/** What the rules are given: read once, so that they can be asked more than once. */
export interface CoachingGround {
  behaviours: Behaviour[];
  /** In order of time. */
  reviews: string[];
  candidates: Map<string, Map<string, Candidate[]>>;
  situations: reads.PersonSituation[];
  handoffs: reads.OfReview<{sdr_id: string; handoffs: number}>[];
  weeks: Map<string, WeekCount[]>;
  today: string;
  rules: Rules;
}

/**
 * Writes `behaviour_weeks`, `behaviours`, `commitments`, `focuses`, `focus_evidence`, `focus_cases`, `verdict_cases`, `commitment_verdicts`, `behaviour_points` and `behaviour_signals` into `marts`.
 * Needs `marts.associations` and `marts.practices`; `marts.comment_themes` where there are comments.
 */
export async function coach(db: Database, config: Config): Promise<string> {
  const hasThemes = await reads.hasTable(db, "comment_themes");
  const behaviours = listBehaviours(config);
  const counted = await findCounted(db, behaviours, hasThemes);
  await countBehaviours(db, counted, config.timezone);
  const commitments = await readCommitments(db, behaviours, counted);
  const followed = listFollowed(commitments);
  const ground = await readCoachingGround(db, config, counted, followed, hasThemes);
  const found = chooseFocuses(ground, followed);
  await writeCoaching(db, {ground, found, commitments, hasThemes, zone: config.timezone});
  const chosen = found.filter(({focus}) => focus).length;
  return `${chosen.toLocaleString("en")} focuses`;
}

/** Candidates at every review date, and the weeks of whatever may become a focus. */
export async function readCoachingGround(
  db: Database,
  config: Config,
  behaviours: Behaviour[],
  commitments: readonly Commitment[],
  hasThemes: boolean,
  {day, rules = RULES}: {day?: string | undefined; rules?: Rules} = {},
): Promise<CoachingGround> {
  const today = day ?? (await readToday(db)) ?? rules.first_review;
  const reviews = listReviews(today, rules);
  await reads.openWindows(db, reviews, commitments, rules);
  const tallies = groupBy(await reads.readTallies(db), ({review_on}) => review_on);
  const handoffs = await reads.readHandoffs(db, config.timezone);
  const comments = groupBy(await reads.readCommentCounts(db, config.timezone, hasThemes), ({review_on}) => review_on);
  const associations = await reads.readAssociations(db, behaviours);
  const situations = await reads.readSituations(db, rules);
  const wanted = new Set(commitments.filter(({status}) => status === "open").map(({behaviour}) => behaviour));
  const teams = new Map(situations.map(({sdr_id, team}) => [sdr_id, team]));
  const rank = (review_on: string, {do: ask}: Mathematician) => {
    const rows = comments.get(review_on) ?? [];
    return ask("rankBehaviours", {
      behaviours: behaviours.map(({behaviour, themes, weight, is_partly_known}) => ({
        behaviour,
        themes,
        weight,
        is_partly_known,
      })),
      tallies: tallies.get(review_on) ?? [],
      teams,
      handoffs: new Map(handoffs.filter((row) => row.review_on === review_on).map((row) => [row.sdr_id, row.handoffs])),
      comments: rows.flatMap(({theme, ...row}) => (theme === null ? [] : [{...row, theme}])),
      commented: new Map(rows.filter(({theme}) => theme === null).map((row) => [row.sdr_id, row.comments])),
      associations,
      wanted,
      rules,
    });
  };
  const ranked = await withMathematician(db, false, (mathematician) =>
    mathematician.wait(Promise.all(reviews.map((review_on) => rank(review_on, mathematician)))),
  );
  const candidates = new Map(reviews.map((review_on, index) => [review_on, ranked[index]!]));
  const pairs = new Set(commitments.map(({sdr_id, behaviour}) => `${sdr_id}\t${behaviour}`));
  for (const people of candidates.values())
    for (const [sdr, own] of people) for (const each of own) if (each.stands_out) pairs.add(`${sdr}\t${each.behaviour}`);
  return {behaviours, reviews, candidates, situations, handoffs, weeks: await readWeeks(db, pairs), today, rules};
}

/** Every SDR's focus, or why there is none. */
export function chooseFocuses(ground: CoachingGround, commitments: readonly Commitment[]): Found[] {
  const {reviews, candidates, situations, handoffs, weeks, today, rules} = ground;
  const byPerson = groupBy(commitments, ({sdr_id}) => sdr_id);
  const last = new Map(handoffs.filter(({review_on}) => review_on === reviews.at(-1)).map((row) => [row.sdr_id, row.handoffs]));
  return situations.map(({sdr_id, team: _, ...situation}) => ({
    sdr_id,
    ...chooseFocus({
      situation: {...situation, handoffs: last.get(sdr_id) ?? 0},
      reviews: reviews.map((review_on) => ({review_on, candidates: candidates.get(review_on)?.get(sdr_id) ?? []})),
      commitments: byPerson.get(sdr_id) ?? [],
      weeksOf: (behaviour) => weeks.get(`${sdr_id}\t${behaviour}`) ?? [],
      today,
      rules,
    }),
  }));
}

async function readWeeks(db: Database, pairs: ReadonlySet<string>): Promise<Map<string, WeekCount[]>> {
  if (pairs.size === 0) return new Map();
  const wanted = [...pairs].map((pair) => `(${pair.split("\t").map(quoteText).join(", ")})`);
  const rows = await db.rows<WeekCount & {sdr_id: string; behaviour: string}>(`
    select sdr_id, behaviour, strftime(week_start, '%Y-%m-%d') as week_on, eligible as n, done as sum
    from marts.behaviour_weeks where (sdr_id, behaviour) in (values ${wanted.join(", ")}) order by sdr_id, behaviour, week_start`);
  return groupBy(rows, ({sdr_id, behaviour}) => `${sdr_id}\t${behaviour}`);
}
