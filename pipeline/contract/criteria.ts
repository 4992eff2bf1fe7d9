/**
 * The seed's two checklists as rules over the facts of `criteria-facts.ts`: a rule that is true is met, one that is false is not
 * met, one that is null is unknown. The configuration may replace either list; what an entry leaves out comes from here.
 */
import {sayDay} from "./say-day.js";

export const CHECKLISTS = ["qualification", "readiness"] as const;
export type Checklist = (typeof CHECKLISTS)[number];

export const LETTERS = ["B", "A", "N", "T"] as const;
/** BANT: budget, authority, need, timeline. */
export type Letter = (typeof LETTERS)[number];

export const CRITERION_STATES = ["met", "not_met", "unknown"] as const;
export type CriterionState = (typeof CRITERION_STATES)[number];

export interface Criterion {
  criterion: string;
  label: string;
  group: string;
  letter: Letter | null;
  /** DuckDB condition over the facts. */
  rule: string;
  /** DuckDB text of what the rule saw; null for what the facts in the rule show. */
  shows: string | null;
  /** What a reader is told was looked for where the rule saw nothing and is not met; null where the label says it. */
  looks_for: string | null;
}

const group =
  (name: string, letter: Letter | null = null) =>
  (
    criterion: string,
    label: string,
    rule: string,
    more: Partial<Pick<Criterion, "letter" | "shows" | "looks_for">> = {},
  ): Criterion => ({
    criterion,
    label,
    group: name,
    letter,
    rule,
    shows: null,
    looks_for: null,
    ...more,
  });
const fit = group("Company fit");
const authority = group("Authority", "A");
const need = group("Need", "N");
const time = group("Timeline", "T");
const meeting = group("Meeting commitment");
const ready = group("Handoff readiness");

/** Minimum qualification (MSQ). */
export const QUALIFICATION: readonly Criterion[] = [
  fit("employees", "250 to 2,500 employees", "employees between 250 and 2500"),
  fit(
    "industry",
    "B2B SaaS, technology or professional services",
    "industry_group in ('b2b_saas', 'technology', 'professional_services')",
  ),
  fit("revenue", "25 to 500 M$ annual revenue", "revenue_usd between 25e6 and 500e6"),
  fit("geography", "North America or Western Europe", "market in ('north_america', 'western_europe')"),
  authority("seniority", "Director or above, or budget owner", "is_director or is_budget_owner"),
  authority("department", "Sales, marketing, RevOps or IT", "department_group in ('sales', 'marketing', 'revops', 'it')"),
  authority("decision_involvement", "Part in the decision confirmed", "is_involved"),
  need("pain", "Specific pain named", "has_pain_primary"),
  need("solution_gap", "Gaps of the current solution named", "has_limitations"),
  // The seed's template asks for pain and impact in one line, so a figure in the pain tells the impact too.
  need(
    "business_impact",
    "Impact on business metrics discussed",
    "has_business_impact or coalesce(regexp_matches(pain_primary, '[0-9]'), false)",
  ),
  time("active_evaluation", "Active evaluation", "active_evaluation"),
  time(
    "decision_date",
    "Decision within 6 months of the meeting",
    "decision_by between meeting_on and meeting_on + interval 6 month",
    {shows: sayDay("decision_by", "decision by")},
  ),
  time("budget_cycle", "Budget cycle confirmed or investigated", "is_budget_cycle_known", {letter: "B"}),
  meeting("duration", "30 to 45 minutes agreed", "duration_minutes between 30 and 45"),
  meeting("invitation", "Invitation accepted", "is_invite_accepted"),
  // "Identified for inclusion": whom the brief names as champion or buyer is mapped, but not by that invited.
  meeting("stakeholders", "Stakeholders named for the meeting", "has_stakeholders", {
    looks_for: "a name for the invitation, among the prospect's attendees, or in the export of stakeholders",
  }),
];

/** Handoff readiness. */
export const READINESS: readonly Criterion[] = [
  ready("criteria_documented", "All qualification criteria documented", "are_criteria_documented"),
  ready("crm_records", "CRM has contact and company", "has_contact and has_account"),
  ready("opportunity", "Opportunity with qualification notes", "has_opportunity and has_notes", {
    // Which of the two is not there; the deal by its id where one is named.
    shows: `nullif(concat_ws(', ',
      case when has_opportunity then 'opportunity ' || opportunity_id
        when not has_opportunity then 'no opportunity when the meeting began' end,
      case when has_notes then 'notes there' when not has_notes then 'no qualification notes' end), '')`,
  }),
  ready("meeting", "Meeting scheduled and accepted", "meeting_at is not null and is_invite_accepted", {
    shows: sayDay("invite_accepted_on", "accepted"),
  }),
  ready("routing", "AE assigned by the routing rule", "is_routed_by_rule"),
  ready("notes", "Notes complete in the standard format", "required_filled = required_fields", {
    shows: "format('{} of {} required fields', required_filled, required_fields)",
  }),
  ready(
    "talking_points",
    "Focus or talking points for the AE",
    "coalesce(has_talking_points or has_focus_area, has_talking_points, has_focus_area)",
  ),
];

export const DEFAULT_CRITERIA: Record<Checklist, readonly Criterion[]> = {qualification: QUALIFICATION, readiness: READINESS};
