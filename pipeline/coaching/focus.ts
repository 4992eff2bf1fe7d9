/** The one behaviour to work on now. Pure. */
import {addDays, findOpen, reviewOf} from "./commitments.js";
import type {Chosen, Focus, FocusInput, NoFocus} from "./focus-types.js";
import {isAway, isUnmoved, nextReview, replay} from "./replay.js";
import type {Candidate} from "./types.js";

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
    const {behaviour, agreed_on} = open;
    const focus = {
      behaviour,
      since: agreed_on,
      is_since_before: false,
      is_unmoved: false,
      review_on: reviewOf(open, rules),
      commitment: open,
      candidate: find(behaviour),
    };
    return {focus, next: listNext(focus, standing), reason: null, moved};
  }
  if (state) {
    const focus = {behaviour: state.behaviour, since: state.since, is_since_before: state.isBefore, is_unmoved: isUnmoved(input, state), review_on: nextReview(newest!, rules), commitment: null, candidate: find(state.behaviour)}; // prettier-ignore
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
