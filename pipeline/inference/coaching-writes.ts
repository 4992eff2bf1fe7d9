/** What the focus engine found, as tables in `marts`. */
import type {Candidate} from "../coaching/types.js";
import {judgeChange, type Change} from "../coaching/verdict.js";
import type {Behaviour} from "../contract/behaviours.js";
import {quoteText, type Database} from "../db.js";
import {judgeRun} from "../stats/run-chart.js";
import {poolWeeks} from "../stats/weeks.js";
import {writeCases} from "./focus-cases.js";
import {writeMembers} from "./behaviour-members.js";
import type {CoachingGround, Found} from "./coaching.js";
import type {CommitmentRow} from "./commitments.js";
import {put} from "./put.js";

/** Handoffs of each kind that stand beside a focus, and comments. */
const EVIDENCE = {missed: 3, good: 2, comment: 3};

export interface CoachingResult {
  ground: CoachingGround;
  found: readonly Found[];
  commitments: readonly CommitmentRow[];
  hasThemes: boolean;
  /** Configured zone, in which weeks begin. */
  zone: string;
}

export async function writeCoaching(db: Database, {ground, found, commitments, hasThemes, zone}: CoachingResult): Promise<void> {
  await put(db, "commitments", commitments);
  const focuses = found.flatMap((each) => listRows(each, commitments));
  await put(db, "focuses", focuses);
  const verdicts = commitments.flatMap((row) => judge(row, ground));
  await put(
    db,
    "commitment_verdicts",
    verdicts.map(({row, change}) => ({
      ...row,
      verdict: change.verdict,
      why: change.why,
      before_n: change.before.n,
      before_done: change.before.done,
      after_n: change.after.n,
      after_done: change.after.done,
    })),
  );
  const charts = [
    ...verdicts.map(({row, change}) => ({sdr_id: row.sdr_id, behaviour: row.behaviour!, since: row.agreed_on, ...change})),
    ...found.flatMap((each) => drawFocus(each, ground, verdicts)),
  ];
  await put(db, "behaviour_points", charts.flatMap(({points, after_from, signals: _, ...of}) => points.map((point, index) => ({...of, ...point, point: index, is_after: index >= after_from ? 1 : 0})))); // prettier-ignore
  await put(db, "behaviour_signals", charts.flatMap(({signals, sdr_id, behaviour, since}) => signals.map((signal) => ({sdr_id, behaviour, since, ...signal})))); // prettier-ignore
  await writeEvidence(db, focuses, ground.behaviours, hasThemes);
  const chosen = focuses.flatMap(({sdr_id, place, behaviour}) =>
    place === 1 && behaviour !== null ? [{sdr_id, behaviour}] : [],
  );
  const weeks = verdicts.flatMap(({row: {commitment, sdr_id, behaviour}, change: {before, after}}) =>
    [before, after].flatMap(({from_on, to_on}, place) =>
      from_on && to_on ? [{commitment, sdr_id, behaviour: behaviour!, is_after: place === 1, from_on, to_on}] : [],
    ),
  );
  await writeCases(db, {chosen, verdicts: weeks, behaviours: ground.behaviours, zone, review_on: ground.reviews.at(-1)!});
}

interface FocusRow extends Partial<Omit<Candidate, "behaviour" | "themes" | "stands_out">> {
  sdr_id: string;
  place: number;
  behaviour: string | null;
  reason: string | null;
  since?: string;
  is_since_before?: number;
  is_unmoved?: number;
  review_on?: string | null;
  commitment?: number | null;
  moved_behaviour?: string | null;
  moved_since?: string | null;
}

/** The focus, what else stood out, or one row that says why there is none. */
function listRows({sdr_id, focus, next, reason, moved}: Found, commitments: readonly CommitmentRow[]): FocusRow[] {
  const past = {moved_behaviour: moved?.behaviour ?? null, moved_since: moved?.since ?? null};
  if (!focus) return [{sdr_id, place: 1, behaviour: null, reason, ...past}];
  const agreed = commitments.find((row) => row.sdr_id === sdr_id && row.behaviour === focus.behaviour && row.agreed_on === focus.commitment?.agreed_on); // prettier-ignore
  const first = {
    sdr_id, place: 1, ...numbersOf(focus.candidate), behaviour: focus.behaviour, reason: null, since: focus.since,
    is_since_before: focus.is_since_before ? 1 : 0, is_unmoved: focus.is_unmoved ? 1 : 0, review_on: focus.review_on, commitment: agreed?.commitment ?? null, ...past,
  }; // prettier-ignore
  return [
    first,
    ...next.map((each, index) => ({sdr_id, place: index + 2, ...numbersOf(each), behaviour: each.behaviour, reason: null})),
  ];
}

const numbersOf = (candidate: Candidate | null): Partial<Omit<Candidate, "behaviour" | "themes" | "stands_out">> => {
  if (!candidate) return {};
  const {stands_out: _, behaviour: __, themes: ___, ...numbers} = candidate;
  return numbers;
};

interface Judged {
  row: CommitmentRow;
  change: Change;
}

/** What was dismissed was not worked on: there is nothing to judge. */
function judge(row: CommitmentRow, {weeks, today}: CoachingGround): Judged[] {
  if (row.problem !== null || row.status === "dismissed") return [];
  const own = weeks.get(`${row.sdr_id}\t${row.behaviour}`) ?? [];
  return [{row, change: judgeChange(own, row.agreed_on, row.review_on, today)}];
}

/** The run chart of a focus that no commitment has drawn; none with too few points. */
function drawFocus({sdr_id, focus}: Found, {weeks}: CoachingGround, verdicts: readonly Judged[]) {
  if (!focus) return [];
  const isDrawn = verdicts.some(({row, change}) => row.sdr_id === sdr_id && row.behaviour === focus.behaviour && row.agreed_on === focus.since && change.points.length > 0); // prettier-ignore
  if (isDrawn) return [];
  const {points} = poolWeeks(weeks.get(`${sdr_id}\t${focus.behaviour}`) ?? []);
  const chart = judgeRun(points, "rate");
  if (!chart) return [];
  const after = points.findIndex(({from_on}) => from_on >= focus.since);
  return [{
    sdr_id, behaviour: focus.behaviour, since: focus.since, after_from: after < 0 ? points.length : after, signals: chart.signals,
    points: chart.points.map((point, index) => ({...points[index]!, ...point})),
  }]; // prettier-ignore
}

/**
 * How much a handoff has to tell, 1 the most: held, and the AE's comment is on what was missed; held with a comment; held; a no-show; our own
 * doing or not known; and what is still to come or was cancelled, which tells nothing.
 */
const writeTelling = (
  hasThemes: boolean,
): string => `case${hasThemes ? "\n          when not members.is_done and handoffs.is_held and (wanted.behaviour, handoffs.handoff_id) in (select asked.behaviour, themes.handoff_id from marts.comment_themes as themes inner join asked on asked.theme = themes.theme) then 1" : ""}
          when handoffs.is_held and coalesce(handoffs.missing, handoffs.helpful) is not null then 2
          when handoffs.is_held then 3
          when handoffs.is_no_show then 4
          when handoffs.outcome in ('pending', 'canceled') then 6
          else 5
        end`;

/** `marts.focus_evidence`: of the handoffs in which it was missed those that tell most, of those in which it was done the best rated, and the newest comments. */
async function writeEvidence(
  db: Database,
  focuses: readonly FocusRow[],
  behaviours: readonly Behaviour[],
  hasThemes: boolean,
): Promise<void> {
  const named = focuses.filter(({behaviour}) => behaviour !== null);
  const used = behaviours.filter(({behaviour}) => named.some((focus) => focus.behaviour === behaviour));
  const rows = (list: readonly string[], empty: string) =>
    list.length ? `values ${list.join(", ")}` : `select ${empty} where false`;
  const wanted = rows(named.map(({sdr_id, place, behaviour}) => `(${quoteText(sdr_id)}, ${place}, ${quoteText(behaviour!)})`), "null::text, 0, null::text"); // prettier-ignore
  const themes = rows(used.flatMap(({behaviour, themes}) => themes.map((theme) => `(${quoteText(behaviour)}, ${quoteText(theme)})`)), "null::text, null::text"); // prettier-ignore
  const comments = `select wanted.sdr_id, wanted.place, wanted.behaviour, 'comment' as kind, handoffs.handoff_id, handoffs.meeting_at as dated_at, null::double as score, 0 as telling, ${hasThemes ? "themes.feedback_id" : "null::text"} as feedback_id
    from wanted inner join marts.handoffs as handoffs on handoffs.sdr_id = wanted.sdr_id
    ${hasThemes ? "inner join marts.comment_themes as themes on themes.handoff_id = handoffs.handoff_id inner join asked on asked.behaviour = wanted.behaviour and asked.theme = themes.theme" : "where false"}`;
  await db.run(`create or replace table marts.focus_evidence as
    with wanted(sdr_id, place, behaviour) as (${wanted}), asked(behaviour, theme) as (${themes}),
    members as (select * from (${writeMembers(used)}) where sdr_id in (select sdr_id from wanted)),
    handoffs as (
      select wanted.sdr_id, wanted.place, wanted.behaviour, case when members.is_done then 'good' else 'missed' end as kind, members.handoff_id, members.dated_at,
        case when members.is_done then handoffs.quality_score end as score, ${writeTelling(hasThemes)} as telling, handoffs.feedback_id
      from wanted
      inner join members on members.sdr_id = wanted.sdr_id and members.behaviour = wanted.behaviour and members.handoff_id is not null
      inner join marts.handoffs as handoffs on handoffs.handoff_id = members.handoff_id
      cross join config.settings as settings
      where members.dated_at <= settings.as_of and members.dated_at > settings.as_of - interval 182 day
    ),
    ranked as (
      select *, row_number() over (partition by sdr_id, place, kind order by telling = 6, score desc nulls last, telling, dated_at desc, handoff_id) as position
      from (select * from handoffs union all select distinct * from (${comments}))
    )
    select sdr_id, place, behaviour, kind, position::integer as position, handoff_id, feedback_id, dated_at from ranked
    where position <= case kind ${Object.entries(EVIDENCE)
      .map(([kind, most]) => `when '${kind}' then ${most}`)
      .join(" ")} end
    order by sdr_id, place, kind, position`);
}
