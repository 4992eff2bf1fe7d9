/** The review dates gone through again. Pure: the same weeks give the same focus, whenever they are looked at. */
import {addDays, listDismissed} from "./commitments.js";
import type {Chosen, FocusInput, Review, Situation} from "./focus-types.js";
import type {Rules} from "./rules.js";
import {judgeChange} from "./verdict.js";

export interface State {
  behaviour: string;
  since: string;
  isBefore: boolean;
  /** What it was held against when it was chosen. */
  quartile: number;
}

/** Goes through the review dates, and from the last one to today. */
export function replay(input: FocusInput): {state: State | null; moved: Chosen["moved"]; out: Set<string>} {
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

/** Whether several reviews at work have gone by since it was chosen, and enough is known after it to say that the chart shows no gain. */
export function isUnmoved({situation, reviews, weeksOf, today, rules}: FocusInput, {behaviour, since}: State): boolean {
  const later = reviews.filter(({review_on}) => review_on > since && !isAway(situation, review_on));
  if (later.length < rules.stalled) return false;
  const {verdict} = judgeChange(weeksOf(behaviour), since, null, today);
  return verdict === "no_signal" || verdict === "regressed";
}

/** Whether somebody is on leave on a day. */
export const isAway = ({absences}: Situation, day: string): boolean => absences.some(({from, to}) => from <= day && day <= to);

/** When a focus is looked at again. */
export const nextReview = ({review_on}: Pick<Review, "review_on">, {review_weeks}: Rules): string =>
  addDays(review_on, 7 * review_weeks);

/** The review dates up to a day, oldest first: Mondays, the same for every build. */
export function listReviews(today: string, rules: Rules): string[] {
  const span = 7 * rules.review_weeks;
  const days = Math.floor((Date.parse(today) - Date.parse(rules.first_review)) / 86_400_000);
  const last = Math.floor(days / span);
  return Array.from({length: rules.reviews}, (_, index) =>
    addDays(rules.first_review, (last - rules.reviews + 1 + index) * span),
  );
}
