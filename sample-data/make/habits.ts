import {readDay, type Day} from "../calendar.js";
import type {Focus, Habit, Sdr} from "../types.js";

/** One SDR has each; who gets which follows from the seed. */
export const HABITS: readonly Habit[] = [
  "field:champion",
  "late_brief",
  "no_confirmation",
  "field:next_steps",
  "field:economic_buyer",
  "field:timeline",
  "field:budget",
  "no_sync",
  "slow_first_touch",
  "few_touches",
  "vague_pain",
  "copied_pain",
  "placeholders",
  "weak_fit",
  "field:limitations",
];

type Plan = readonly [
  behaviour: string,
  agreedOn: string,
  reviewOn: string,
  status: Focus["status"],
  worked: boolean | null,
  note: string,
];
const PLANS: Partial<Record<Habit, Plan>> = {
  "field:champion": [
    "champion",
    "2026-02-16",
    "2026-04-13",
    "done",
    true,
    "Ask in every call who would push this inside, and write down name and title",
  ],
  late_brief: [
    "brief_lead_time",
    "2026-04-13",
    "2026-06-08",
    "done",
    true,
    "Brief finished the day after booking, blocked half an hour for it",
  ],
  no_confirmation: [
    "confirmation_sent",
    "2026-03-02",
    "2026-04-27",
    "done",
    true,
    "Reminder the day before, with the agenda in it",
  ],
  "field:next_steps": [
    "next_steps",
    "2026-03-16",
    "2026-05-11",
    "done",
    false,
    "Close each call with one thing the prospect brings along",
  ],
  "field:budget": ["budget", "2026-08-31", "2026-10-12", "open", null, "Ask how such things were paid for last time"],
  no_sync: ["verbal_sync", "2026-09-07", "2026-10-19", "open", null, "Five minutes with the AE before each first meeting"],
  few_touches: [
    "touches_before_booking",
    "2026-05-04",
    "2026-06-29",
    "dismissed",
    null,
    "Plays to strengths by phone; we leave it for now",
  ],
};

/** The focus agreed for a habit, if there was one. */
export function planFocus(habit: Habit): Focus | null {
  const plan = PLANS[habit];
  if (!plan) return null;
  const [behaviour, agreedOn, reviewOn, status, worked, note] = plan;
  return {behaviour, agreedOn: readDay(agreedOn), reviewOn: readDay(reviewOn), status, worked, note};
}

/** Whether the SDR shows the habit that day: a focus that worked ends it a week later. */
export function hasHabit(sdr: Sdr, habit: Habit, day: Day): boolean {
  if (sdr.habit !== habit) return false;
  return !(sdr.focus?.worked === true && day >= sdr.focus.agreedOn + 7);
}
