/**
 * The Handoff Brief: which fields it has, where each is found in the canonical entities and what counts as filled.
 * The configuration may replace the list; what an entry there leaves out is taken from here.
 */
import {FIELD_HEADINGS} from "./brief-headings.js";
import {ASKS} from "./brief-specific.js";

export const BRIEF_SECTIONS = [
  ["account", "Account overview"],
  ["contact", "Primary contact"],
  ["qualification", "Qualification summary"],
  ["stakeholders", "Stakeholder mapping"],
  ["engagement", "Engagement history"],
  ["meeting", "Meeting details"],
  ["recommendations", "AE recommendations"],
] as const;
export type BriefSection = (typeof BRIEF_SECTIONS)[number][0];

export interface BriefField {
  field: string;
  section: BriefSection;
  label: string;
  /** Entity and column that hold it. */
  entity: "handoffs" | "accounts" | "contacts";
  column: string;
  required: boolean;
  /** Weight in `weighted_documentation`. */
  weight: number;
  /** Fewest words that count as filled. */
  min_words: number;
  /** Free prose, judged for copies when it has 12 words or more. */
  narrative: boolean;
  /** "none" is an answer here, not a placeholder. */
  allows_none: boolean;
  /** By what it is known in a brief that is one note, beside its label. */
  headings: readonly string[];
  /** What to ask when it is missing or vague. */
  ask: string;
}

type Traits = Partial<Pick<BriefField, "entity" | "column" | "weight" | "min_words" | "narrative" | "allows_none">>;
const field =
  (required: boolean) =>
  (section: BriefSection, name: string, label: string, traits: Traits = {}): BriefField => ({
    field: name,
    section,
    label,
    entity: "handoffs",
    column: name,
    required,
    weight: 1,
    min_words: 1,
    narrative: false,
    allows_none: false,
    headings: FIELD_HEADINGS[name] ?? [],
    ask: ASKS[name] ?? "",
    ...traits,
  });
const required = field(true);
const optional = field(false);
const account = (column: string): Traits => ({entity: "accounts", column});
const contact = (column: string): Traits => ({entity: "contacts", column});
const prose: Traits = {narrative: true};

/** The complete default template, in reading order. */
export const BRIEF_FIELDS: readonly BriefField[] = [
  required("account", "company", "Company", account("name")),
  required("account", "industry", "Industry", account("industry")),
  required("account", "size", "Size", account("employees")),
  optional("account", "annual_revenue", "Annual revenue", account("annual_revenue")),
  optional("account", "location", "Location", account("country")),
  optional("account", "website", "Website", account("website")),
  optional("account", "company_fit", "Company fit", prose),
  required("contact", "contact_name", "Name", contact("name")),
  required("contact", "contact_title", "Title", contact("title")),
  optional("contact", "contact_department", "Department", contact("department")),
  optional("contact", "contact_email", "E-mail", contact("email")),
  optional("contact", "contact_phone", "Phone", contact("phone")),
  optional("contact", "contact_linkedin", "LinkedIn", contact("linkedin_url")),
  required("qualification", "pain_primary", "Primary pain", prose),
  optional("qualification", "pain_secondary", "Second pain", {...prose, allows_none: true}),
  optional("qualification", "pain_tertiary", "Third pain", {...prose, allows_none: true}),
  optional("qualification", "business_impact", "Business impact", prose),
  required("qualification", "current_solution", "Current solution", {...prose, allows_none: true}),
  required("qualification", "limitations", "Limitations", prose),
  required("qualification", "timeline", "Timeline"),
  optional("qualification", "timeline_reason", "Why then", prose),
  required("qualification", "budget", "Budget"),
  optional("qualification", "competitive_context", "Competitive context", {...prose, allows_none: true}),
  required("stakeholders", "champion", "Champion"),
  optional("stakeholders", "champion_commitment", "Champion's commitment", prose),
  required("stakeholders", "economic_buyer", "Economic buyer"),
  optional("stakeholders", "technical_buyer", "Technical buyer", {allows_none: true}),
  optional("stakeholders", "end_users", "End users"),
  optional("stakeholders", "committee_size", "Committee size"),
  optional("stakeholders", "political_landscape", "Political landscape", prose),
  optional("stakeholders", "access_status", "Access status"),
  required("engagement", "first_contact", "First contact"),
  optional("engagement", "key_moments", "Key moments", prose),
  optional("meeting", "prospect_attendees", "Attendees (prospect)"),
  optional("meeting", "our_attendees", "Attendees (our side)"),
  optional("meeting", "meeting_link", "Meeting link"),
  required("meeting", "next_steps", "Next steps committed", prose),
  required("recommendations", "focus_area", "Focus for the AE", prose),
  optional("recommendations", "personality", "Personality"),
  optional("recommendations", "hot_buttons", "Hot buttons", prose),
  optional("recommendations", "objections", "Objections to anticipate", {...prose, allows_none: true}),
  optional("recommendations", "case_study", "Relevant case study", {allows_none: true}),
  optional("recommendations", "talking_points", "Talking points", prose),
  optional("recommendations", "usage_summary", "Product usage", prose),
  optional("recommendations", "use_cases_observed", "Use cases observed", prose),
  optional("recommendations", "regional_context", "Regional context", prose),
];

/** Fields that only variants ask for; they join the template where one does. */
export const VARIANT_FIELDS: readonly BriefField[] = [
  optional("recommendations", "related_accounts", "Related accounts", {weight: 0}),
];

/** Fields that tell of one meeting: what an earlier brief of the same account says there answers nothing of a later one. */
export const OF_ONE_MEETING: readonly string[] = [
  "prospect_attendees", "our_attendees", "meeting_link", "next_steps", "focus_area", "talking_points", "access_status",
]; // prettier-ignore

/** What people write when they have nothing to write. Compared without case, outer space and closing punctuation. */
export const PLACEHOLDERS = [
  "tbd",
  "tba",
  "tbc",
  "n/a",
  "na",
  "n.a",
  "?",
  "??",
  "???",
  "-",
  "--",
  "---",
  "—",
  ".",
  "...",
  "x",
  "xx",
  "xxx",
  "unknown",
  "not known",
  "todo",
  "to do",
  "null",
  "nil",
] as const;

/** A placeholder, unless the field allows it as an answer. */
export const NONE_WORDS = ["none", "nothing"] as const;

/** Words that say: asked, and not told. A value that begins with one counts as filled and is shown apart. */
export const NOT_DISCLOSED_WORDS = [
  "not disclosed",
  "undisclosed",
  "would not say",
  "wouldn't say",
  "would not share",
  "wouldn't share",
  "declined to share",
  "declined to say",
  "asked, not told",
  "asked, not shared",
  "asked but not told",
  "did not want to share",
  "won't share",
] as const;

/**
 * Column of handoffs that holds what a brief's note says of a field: the field's own where it is the handoff's, else one beside,
 * since what a note says of a company is no edit of the company's record.
 */
export const noteColumnOf = ({field, entity, column}: Pick<BriefField, "field" | "entity" | "column">): string =>
  entity === "handoffs" ? column : `brief_${field}`;

/** What a note tells of the meeting beside the fields, and the columns of handoffs that keep it. */
export const TOLD_BESIDE: Readonly<Record<string, string>> = {
  meeting_time: "brief_meeting_time",
  duration: "brief_duration",
  touchpoints: "brief_touchpoints",
};
