/**
 * What an SDR can do better, as data: one entry per behaviour. All are leading: they are done before the meeting, by the SDR, and
 * are counted as "done well" of those where they could have been done; no result of a meeting may stand here.
 */
import {PRACTICES, OTHER_PRACTICES} from "./behaviours-practice.js";
import type {BriefField} from "./brief.js";
import type {Criterion} from "./criteria.js";
import {themesOfField} from "./behaviours-themes.js";

/** From what a behaviour is counted. All conditions are SQL. */
export type Counted =
  /** A field of the brief: of the briefs that ask for it and hold no copy or placeholder there, those in which it is filled. */
  | {from: "fields"; field: string}
  /** Criteria of the checklists: all met; or `not_failed`: none that is known is not met. */
  | {from: "criteria"; criteria: readonly string[]; rule: "met" | "not_failed"}
  /**
   * Rows of a mart: `handoffs` has `briefs` beside it (`has_copy`, `has_placeholder`, `is_pain_filled`, `is_pain_vague`).
   * `present`: condition on the whole mart without which nothing is counted, since nothing would be known.
   */
  | {from: "handoffs" | "leads"; eligible: string; done: string; dated_by: string; present: string}
  /** Of the comments on something missing, those after which the SDR's next brief has it. */
  | {from: "answers"};

export interface Behaviour {
  behaviour: string;
  label: string;
  counted: Counted;
  /** Column whose mix is allowed for when people are compared. */
  mix: "motion" | "source" | null;
  /** Themes of AEs' comments that ask for it. */
  themes: readonly string[];
  /** What goes with SQL: a line of `marts.associations` or of `marts.practices`. */
  association: {field: string} | {practice: string} | null;
  /** How much it matters beside a required field, which is 1. */
  weight: number;
  /** The exports tell of some handoffs only; the others are taken to be alike, not to be without it. */
  is_partly_known: boolean;
  /** What to do about it in the next calls. */
  practice: string;
}

/** Handoffs whose brief is judged. */
const JUDGED = "handoffs.outcome in ('held', 'no_show')";
const HANDOFF = {from: "handoffs", eligible: JUDGED, dated_by: "handoffs.meeting_at"} as const;

type Other = keyof typeof OTHER_PRACTICES;
const other = (behaviour: Other, label: string, counted: Counted, more: Partial<Behaviour> = {}): Behaviour => ({
  behaviour,
  label,
  counted,
  mix: counted.from === "leads" ? "source" : "motion",
  themes: [],
  association: null,
  weight: 1,
  is_partly_known: false,
  practice: OTHER_PRACTICES[behaviour],
  ...more,
});

/** What is no field of the brief. */
const OTHERS: readonly Behaviour[] = [
  other(
    "specificity",
    "Pain specific enough to act on",
    {...HANDOFF, eligible: `${JUDGED} and briefs.is_pain_filled`, done: "not briefs.is_pain_vague", present: "true"},
    {themes: ["pain"], association: {field: "pain_primary"}},
  ),
  other(
    "copied_texts",
    "Texts written for this account",
    {...HANDOFF, done: "not coalesce(briefs.has_copy, false)", present: "true"},
    {themes: ["thin", "pain"], association: {field: "pain_primary"}},
  ),
  other(
    "placeholders",
    "No placeholders in required fields",
    {...HANDOFF, done: "not coalesce(briefs.has_placeholder, false)", present: "true"},
    {themes: ["thin", "budget", "timeline", "economic_buyer"]},
  ),
  other(
    "brief_lead_time",
    "Brief there a day before the meeting",
    {
      ...HANDOFF,
      eligible: `${JUDGED} and handoffs.is_written_day_before is not null`,
      done: "handoffs.is_written_day_before",
      present: "bool_or(is_written_day_before)",
    },
    {themes: ["late"], association: {practice: "brief_day_before"}, is_partly_known: true},
  ),
  other(
    "confirmation_sent",
    "Confirmation sent before the meeting",
    {
      ...HANDOFF,
      done: "coalesce(handoffs.confirmation_sent_at < handoffs.meeting_at, false)",
      present: "bool_or(confirmation_sent_at is not null)",
    },
    {themes: ["meeting", "next_steps"], association: {practice: "confirmation_sent"}},
  ),
  other(
    "verbal_sync",
    "Talk with the AE before the meeting",
    {
      ...HANDOFF,
      done: "coalesce(handoffs.sync_call_at < handoffs.meeting_at, false)",
      present: "bool_or(sync_call_at is not null)",
    },
    {themes: ["sync"], association: {practice: "verbal_sync"}},
  ),
  other("speed_to_lead", "First touch within a day of the lead's assignment", {
    from: "leads",
    eligible: "leads.first_touch_at is not null and coalesce(leads.assigned_at, leads.created_at) <= leads.first_touch_at",
    done: "leads.first_touch_at <= coalesce(leads.assigned_at, leads.created_at) + interval 24 hour",
    dated_by: "leads.first_touch_at",
    present: "bool_or(first_touch_at is not null)",
  }),
  other("touches_before_booking", "Three touches or more before the booking", {
    from: "handoffs",
    eligible: "handoffs.touches_to_meeting is not null",
    done: "handoffs.touches_to_meeting >= 3",
    dated_by: "handoffs.booked_at",
    present: "bool_or(touches_to_meeting > 0)",
  }),
  other("feedback_response", "What an AE missed is in the next brief", {from: "answers"}, {mix: null, weight: 0.5}),
  other(
    "fit",
    "Companies that fit",
    {from: "criteria", criteria: ["employees", "industry", "revenue", "geography"], rule: "not_failed"},
    {themes: ["fit", "company"]},
  ),
  other(
    "authority",
    "Contacts with a say",
    {from: "criteria", criteria: ["seniority", "department"], rule: "not_failed"},
    {themes: ["fit", "contact"]},
  ),
  ...(
    [
      ["invitation", "Invitation accepted", ["meeting"]],
      ["stakeholders", "Stakeholders named for the meeting", ["stakeholders"]],
      ["duration", "30 to 45 minutes agreed", ["meeting"]],
      ["decision_involvement", "Part in the decision confirmed", ["economic_buyer"]],
      ["active_evaluation", "Active evaluation confirmed", ["timeline", "fit"]],
      ["decision_date", "Decision date within six months", ["timeline"]],
      ["budget_cycle", "Budget cycle asked about", ["budget"]],
      ["crm_records", "Company and contact in the CRM", ["contact", "company"]],
      ["opportunity", "Opportunity with notes", []],
    ] as const
  ).map(([criterion, label, themes]) =>
    other(criterion, label, {from: "criteria", criteria: [criterion], rule: "met"}, {themes, weight: 0.5}),
  ),
];

/** The parts of the configuration that the catalogue follows. */
export interface BehaviourRules {
  brief: readonly Pick<BriefField, "field" | "label" | "required" | "ask">[];
  qualification: readonly Pick<Criterion, "criterion">[];
  readiness: readonly Pick<Criterion, "criterion">[];
}

/** The company's behaviours: a field of its brief each, and of the others those whose criteria its checklists have. A field goes before a criterion of its name. */
export function listBehaviours({brief, qualification, readiness}: BehaviourRules): Behaviour[] {
  const fields = brief.map(({field, label, required, ask}): Behaviour => ({
    behaviour: field,
    label: `${label} in the brief`,
    counted: {from: "fields", field},
    mix: "motion",
    themes: themesOfField(field),
    association: {field},
    weight: required ? 1 : 0.4,
    is_partly_known: false,
    practice: PRACTICES[field] ?? (ask ? `Ask in the call: “${ask}” Write down the answer as it was given.` : `Fill “${label}” while the call is fresh.`), // prettier-ignore
  }));
  const taken = new Set(fields.map(({behaviour}) => behaviour));
  const criteria = new Set([...qualification, ...readiness].map(({criterion}) => criterion));
  const others = OTHERS.filter(
    ({behaviour, counted}) =>
      !taken.has(behaviour) && (counted.from !== "criteria" || counted.criteria.some((criterion) => criteria.has(criterion))),
  );
  return [...fields, ...others];
}

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .replaceAll(/^_|_$/g, "");

/** The behaviour that somebody named, by id or label, whatever the case and signs between; undefined when there is none of that name. */
export function findBehaviour(name: string, behaviours: readonly Behaviour[]): Behaviour | undefined {
  const wanted = plain(name);
  return behaviours.find(({behaviour, label}) => plain(behaviour) === wanted || plain(label) === wanted || `${plain(behaviour)}_in_the_brief` === wanted); // prettier-ignore
}
