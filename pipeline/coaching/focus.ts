/** The one behaviour to work on now. Pure: the same weeks give the same focus, whenever they are looked at. */
import {addDays, findOpen, listDismissed, type Commitment} from "./commitments.js";
import type {Rules} from "./rules.js";
import type {Candidate} from "./types.js";
import {judgeChange} from "./verdict.js";
import type {WeekCount} from "../stats/weeks.js";

/** Why there is no focus. `starter`: the first-week path instead; `away`: not judged over a leave; `no_colleagues`: nobody to be compared with. */
export const NO_FOCUS = ["left", "other_role", "away", "starter", "too_few", "no_colleagues", "nothing_stands_out"] as const;
export type NoFocus = (typeof NO_FOCUS)[number];

/** What is known of an SDR beside the counts. */
export interface Situation {
  is_current: boolean;
  /** Is an SDR now, or passed handoffs on lately, whatever else they are. */
  is_sdr: boolean;
  /** First and last day of each absence. */
  absences: readonly {from: string; to: string}[];
  started_on: string | null;
  /** Handoffs of the weeks looked back on. */
  handoffs: number;
}

/** A review date and what stood out then, best first. */
export interface Review {
  review_on: string;
  candidates: readonly Candidate[];
}

export interface Focus {
  behaviour: string;
  /** Review date on which it was chosen, or the day it was agreed; `is_since_before`: it was already there at the first review gone through. */
  since: string;
  is_since_before: boolean;
  /** When it is looked at again. */
  review_on: string | null;
  /** The commitment that makes it the focus; null where the engine chose it. */
  commitment: Commitment | null;
  /** Its numbers at the last review; null where it could not be counted then. */
  candidate: Candidate | null;
}

export interface Chosen {
  focus: Focus | null;
  /** What else stood out, at most two. */
  next: Candidate[];
  reason: NoFocus | null;
  /** What was in focus before and moved since. */
  moved: {behaviour: string; since: string} | null;
}

export interface FocusInput {
  situation: Situation;
  /** In order of time. */
  reviews: readonly Review[];
  commitments: readonly Commitment[];
  /** Weeks of a behaviour in order, weeks without cases too. */
  weeksOf(behaviour: string): readonly WeekCount[];
  /** Day of the data. */
  today: string;
  rules: Rules;
}

interface State {
  behaviour: string;
  since: string;
  isBefore: boolean;
  /** What it was held against when it was chosen. */
  quartile: number;
}

/**
 * An open commitment is the focus. Else the review dates are gone through again: a focus is kept until it moved, is dismissed, or no
 * longer stands out on a review date; nothing is chosen or dropped while the SDR is away.
 */
export function chooseFocus(input: FocusInput): Chosen {
  const {situation, reviews, commitments, today, rules} = input;
  const newest = reviews.at(-1);
  const open = findOpen(commitments, today);
  const none = (reason: NoFocus): Chosen => ({focus: null, next: [], reason, moved: null});
  if (!situation.is_current) return none("left");
  if (!situation.is_sdr) return none("other_role");
  if (isAway(situation, today)) return none("away");
  const find = (behaviour: string) => newest?.candidates.find((each) => each.behaviour === behaviour) ?? null;
  const {state, moved, out} = replay(input);
  const standing = (newest?.candidates ?? []).filter(({stands_out, behaviour}) => stands_out && !out.has(behaviour));
  if (open) {
    const {behaviour, agreed_on, review_on} = open;
    const focus = {behaviour, since: agreed_on, is_since_before: false, review_on, commitment: open, candidate: find(behaviour)};
    return {focus, next: listNext(focus, standing), reason: null, moved};
  }
  if (state) {
    const focus = {behaviour: state.behaviour, since: state.since, is_since_before: state.isBefore, review_on: nextReview(newest!, rules), commitment: null, candidate: find(state.behaviour)}; // prettier-ignore
    return {focus, next: listNext(focus, standing), reason: null, moved};
  }
  return {...none(whyNone(input)), moved};
}

/** What else stood out, at most two; what AEs' words would not tell apart from one above it is the same thing again. */
function listNext({behaviour, candidate}: Focus, standing: readonly Candidate[]): Candidate[] {
  const next: Candidate[] = [];
  const taken = new Set(candidate?.themes ?? standing.find((each) => each.behaviour === behaviour)?.themes ?? []);
  for (const each of standing) {
    if (each.behaviour === behaviour || next.length === 2 || each.themes.some((theme) => taken.has(theme))) continue;
    next.push(each);
    for (const theme of each.themes) taken.add(theme);
  }
  return next;
}

function whyNone({situation, reviews, today, rules}: FocusInput): NoFocus {
  const {started_on, handoffs} = situation;
  if (handoffs < rules.least)
    return started_on !== null && addDays(started_on, rules.starter_days) > today ? "starter" : "too_few";
  return reviews.some(({candidates}) => candidates.length > 0) ? "nothing_stands_out" : "no_colleagues";
}

/** Goes through the review dates, and from the last one to today. */
function replay(input: FocusInput): {state: State | null; moved: Chosen["moved"]; out: Set<string>} {
  const {situation, reviews, commitments, today, rules} = input;
  let state: State | null = null;
  let moved: Chosen["moved"] = null;
  const done = new Set<string>();
  const drop = (day: string): Set<string> => {
    if (state && hasMoved(input, state, day)) {
      moved = {behaviour: state.behaviour, since: state.since};
      done.add(state.behaviour);
      state = null;
    }
    const out = new Set([...done, ...listDismissed(commitments, day, rules)]);
    if (state && out.has(state.behaviour)) state = null;
    return out;
  };
  reviews.forEach(({review_on, candidates}, index) => {
    if (isAway(situation, review_on)) return;
    const out = drop(review_on);
    const held = candidates.find(({behaviour}) => behaviour === state?.behaviour);
    if (state && (!held || held.sure < rules.keep)) state = null;
    const best = candidates.find(({stands_out, behaviour}) => stands_out && !out.has(behaviour));
    if (!state && best) state = {behaviour: best.behaviour, since: review_on, isBefore: index === 0, quartile: best.quartile};
  });
  const out = drop(today);
  const newest = reviews.at(-1);
  const best = newest?.candidates.find(({stands_out, behaviour}) => stands_out && !out.has(behaviour));
  if (!state && best) state = {behaviour: best.behaviour, since: newest!.review_on, isBefore: false, quartile: best.quartile};
  return {state, moved, out};
}

/** Whether the behaviour's own chart has shown a gain since it was chosen, and half the gap is closed, as far as was known on a day. */
function hasMoved({weeksOf, rules}: FocusInput, {behaviour, since, isBefore, quartile}: State, day: string): boolean {
  // What was in focus before the first review gone through may have been so for long: nothing is known of a before.
  if (isBefore && day <= since) return false;
  const known = weeksOf(behaviour).filter(({week_on}) => addDays(week_on, 7) <= day);
  const {verdict, before, after} = judgeChange(known, since, null, day);
  if (verdict !== "signal") return false;
  const [was, is] = [before.done / before.n, after.done / after.n];
  return is - was >= rules.moved * (quartile - was);
}

const isAway = ({absences}: Situation, day: string): boolean => absences.some(({from, to}) => from <= day && day <= to);

const nextReview = ({review_on}: Review, {review_weeks}: Rules): string => addDays(review_on, 7 * review_weeks);

/** The review dates up to a day, oldest first: Mondays, the same for every build. */
export function listReviews(today: string, rules: Rules): string[] {
  const span = 7 * rules.review_weeks;
  const days = Math.floor((Date.parse(today) - Date.parse(rules.first_review)) / 86_400_000);
  const last = Math.floor(days / span);
  return Array.from({length: rules.reviews}, (_, index) =>
    addDays(rules.first_review, (last - rules.reviews + 1 + index) * span),
  );
}
