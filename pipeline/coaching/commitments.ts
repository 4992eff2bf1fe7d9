/** What was agreed with a manager, and what it does to the focus. Pure. */
import type {Commitment} from "../contract/commitment.js";
import type {Rules} from "./rules.js";

const DAY = 86_400_000;
export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** The one that is the focus: the open one agreed on last, by the day. */
export function findOpen(own: readonly Commitment[], day: string): Commitment | null {
  const open = own.filter(({status, agreed_on}) => status === "open" && agreed_on <= day);
  return open.reduce<Commitment | null>((last, each) => (last && last.agreed_on >= each.agreed_on ? last : each), null);
}

/** The review that was named, else so many weeks after the agreement. */
const namedOrIn = ({agreed_on, review_on}: Commitment, weeks: number): string =>
  review_on !== null && review_on > agreed_on ? review_on : addDays(agreed_on, 7 * weeks);

/** When what was agreed is looked at again. */
export const reviewOf = (agreed: Commitment, {review_weeks}: Rules): string => namedOrIn(agreed, review_weeks);

/** Until when a dismissed behaviour stays out. */
export const dismissedUntil = (dismissed: Commitment, {dismissed_weeks}: Rules): string => namedOrIn(dismissed, dismissed_weeks);

/** Behaviours that are kept out on a day. */
export function listDismissed(own: readonly Commitment[], day: string, rules: Rules): Set<string> {
  const out = own.filter((each) => each.status === "dismissed" && each.agreed_on <= day && day < dismissedUntil(each, rules));
  return new Set(out.map(({behaviour}) => behaviour));
}
