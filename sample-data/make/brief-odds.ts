import {DAY, readDay} from "../calendar.js";
import type {Chain} from "../types.js";
import {hasHabit} from "./habits.js";
import {rampOf} from "./tenure.js";

/** The fields of the handoff itself that the template requires; company and contact fields stand in their own exports. */
export const REQUIRED = [
  "pain_primary",
  "current_solution",
  "limitations",
  "timeline",
  "budget",
  "champion",
  "economic_buyer",
  "first_contact",
  "next_steps",
  "focus_area",
];
/** Required fields of account and contact, nearly always filled. */
export const OTHER_REQUIRED = 5;
/** The template's optional part came with the year 2026; before it, only these were asked. */
export const ALWAYS_OPTIONAL: readonly (readonly [string, number])[] = [
  ["pain_secondary", 0.35],
  ["competitive_context", 0.2],
];
export const NEW_OPTIONAL: readonly (readonly [string, number])[] = [
  ["pain_tertiary", 0.06],
  ["business_impact", 0.3],
  ["timeline_reason", 0.15],
  ["champion_commitment", 0.12],
  ["technical_buyer", 0.25],
  ["end_users", 0.2],
  ["access_status", 0.15],
  ["key_moments", 0.18],
  ["personality", 0.25],
  ["hot_buttons", 0.12],
  ["objections", 0.15],
  ["case_study", 0.1],
  ["talking_points", 0.25],
  ["company_fit", 0.12],
];
export const BY_MOTION: Record<string, readonly (readonly [string, number])[]> = {
  enterprise: [
    ["political_landscape", 0.35],
    ["committee_size", 0.5],
  ],
  product_led: [
    ["usage_summary", 0.7],
    ["use_cases_observed", 0.5],
  ],
  mid_market: [["regional_context", 0.3]],
};
export const EXTENDED_ON = readDay("2026-01-12");
/** Some fields are harder to get than others (logit). */
export const EASE: Record<string, number> = {
  pain_primary: 1.2,
  first_contact: 1,
  current_solution: 0.5,
  budget: -0.6,
  economic_buyer: -0.7,
  champion: -0.2,
  limitations: -0.1,
};
const HABIT_DROP = -3.7;
/** Everybody else gets better meanwhile; whose focus failed does not. */
const FAILED_FOCUS_DROP = -0.9;

export function scoreField(chain: Chain, field: string): number {
  const day = Math.floor(chain.bookedAt / DAY);
  const ramp = rampOf(chain.sdr.startedOn, day).skill;
  const hasFailed = chain.sdr.focus?.worked === false && day >= chain.sdr.focus.agreedOn;
  const isLate = field !== "pain_primary" && field !== "first_contact" && hasHabit(chain.sdr, "late_brief", day);
  const isPlaceholder =
    field === "budget" || field === "timeline" || field === "economic_buyer" ? hasHabit(chain.sdr, "placeholders", day) : false;
  const isCopied = field === "pain_primary" && hasHabit(chain.sdr, "copied_pain", day);
  return (
    (EASE[field] ?? 0) -
    0.9 * (1 - ramp) +
    (hasHabit(chain.sdr, `field:${field}`, day) ? HABIT_DROP + (hasFailed ? FAILED_FOCUS_DROP : 0) : 0) +
    (isLate ? -1.4 : 0) +
    (isPlaceholder ? -3 : 0) +
    (isCopied ? -4.2 : 0)
  );
}
