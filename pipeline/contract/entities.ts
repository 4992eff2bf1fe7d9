/**
 * Every canonical entity and column, once: the staging casts, the reject rules, the templates, the
 * data dictionary page and the JSON Schema all follow from this list.
 */
import {
  ACCURACY,
  ADVANCE,
  ATTENDED,
  CHANNELS,
  COMMITMENT_STATUS,
  CONTEXT,
  DIRECTIONS,
  MEETING_STATUS,
  ROLES,
  SHOWED_UP,
  SIDES,
  STAKEHOLDER_ROLES,
} from "./vocabulary.js";

/**
 * What a cell may hold. `time` is an instant (ISO 8601; without a zone it is in the source's zone), `date` a calendar
 * day, `choice` one of `choices`, `choices` several of them separated by `;`.
 */
export type ColumnType = "id" | "text" | "integer" | "number" | "boolean" | "time" | "date" | "choice" | "choices";

export interface Column {
  name: string;
  type: ColumnType;
  meaning: string;
  /** A row without it is rejected. */
  required?: boolean;
  /** Allowed values of `choice` and `choices`. */
  choices?: readonly string[];
  /** Identifies or describes a natural person. */
  personal?: boolean;
  /** Entity whose key this id refers to; an orphan loads and is flagged. */
  references?: EntityName;
  /** A time that lies in the past when the export is made: it can date the export. A text is the SQL condition under which it does. */
  past?: true | string;
  /** Read out of another column of the same row (the brief's note); exports need not have it. */
  derived?: true;
  /** Inclusive bounds of a number; outside them the cell is bad. */
  min?: number;
  max?: number;
}

export interface Entity {
  name: EntityName;
  label: string;
  meaning: string;
  /** Columns that together identify a row. The first that is wholly filled counts. */
  keys: readonly (readonly string[])[];
  /** Columns that a file must have, beside those of a key, to be taken for it: where a key alone could be anything's. */
  shownBy?: readonly string[];
  columns: readonly Column[];
}

export const ENTITY_NAMES = [
  "people",
  "accounts",
  "contacts",
  "leads",
  "handoffs",
  "opportunities",
  "stage_changes",
  "activities",
  "stakeholders",
  "feedback",
  "calls",
  "product_signals",
  "territories",
  "field_changes",
  "commitments",
  "disputes",
] as const;
export type EntityName = (typeof ENTITY_NAMES)[number];

type Options = Omit<Column, "name" | "type" | "meaning">;
const column =
  (type: ColumnType) =>
  (name: string, meaning: string, options: Options = {}): Column => ({name, type, meaning, ...options});
const id = column("id");
const text = column("text");
const integer = column("integer");
const number = column("number");
const boolean = column("boolean");
const date = column("date");
const time = column("time");
/** A time that has happened by the time of the export. */
const event = (name: string, meaning: string, options: Options = {}) => time(name, meaning, {past: true, ...options});
const choice = (name: string, choices: readonly string[], meaning: string, options: Options = {}): Column => ({
  name,
  type: "choice",
  choices,
  meaning,
  ...options,
});
const person = (name: string, meaning: string, options: Options = {}) =>
  id(name, meaning, {references: "people", personal: true, ...options});
const note = (name: string, meaning: string) => text(name, meaning, {personal: true});
/** What `brief_text` says of something, where it is taken apart. */
const told = (name: string, what: string) => text(name, `What the brief's note says of ${what}`, {personal: true, derived: true});

const ENTITIES_LIST: readonly Entity[] = [
  {
    name: "people",
    label: "People",
    meaning: "SDRs, AEs, managers and leaders, with their history of teams",
    keys: [["person_id", "valid_from"], ["person_id"]],
    columns: [
      id("person_id", "Id of the person in the exporting system", {required: true, personal: true}),
      text("name", "Display name", {personal: true}),
      text("email", "Work e-mail", {personal: true}),
      choice("role", ROLES, "What the person does"),
      text("team", "Team the person belongs to"),
      person("manager_id", "The person's manager"),
      text("region", "Sales region"),
      text("segment", "Market segment"),
      date("started_on", "First working day in the role; ramp counts from here"),
      date("ended_on", "Last working day"),
      date("valid_from", "From when on this row's team, manager and territory hold; several rows are a history"),
      date("absent_from", "First day of an absence"),
      date("absent_to", "Last day of an absence"),
    ],
  },
  {
    name: "accounts",
    label: "Accounts",
    meaning: "Companies that are sold to",
    keys: [["account_id"]],
    columns: [
      id("account_id", "Id of the account", {required: true}),
      text("name", "Company name"),
      text("industry", "Industry"),
      integer("employees", "Number of employees", {min: 0}),
      number("annual_revenue", "Annual revenue in `currency`"),
      text("currency", "ISO 4217 code of the revenue"),
      text("city", "City of the head office"),
      text("state", "State or province"),
      text("country", "Country"),
      text("website", "Web address"),
      text("segment", "Market segment"),
      person("owner_id", "Owner of the account"),
    ],
  },
  {
    name: "contacts",
    label: "Contacts",
    meaning: "People at the accounts",
    keys: [["contact_id"]],
    columns: [
      id("contact_id", "Id of the contact", {required: true, personal: true}),
      id("account_id", "The contact's account", {references: "accounts"}),
      text("name", "Full name", {personal: true}),
      text("title", "Job title"),
      text("department", "Department"),
      text("email", "E-mail", {personal: true}),
      text("phone", "Telephone", {personal: true}),
      text("linkedin_url", "LinkedIn profile", {personal: true}),
      boolean("is_budget_owner", "Owns the budget"),
    ],
  },
  {
    name: "leads",
    label: "Leads",
    meaning: "Leads as they came in and were worked",
    keys: [["lead_id"]],
    columns: [
      id("lead_id", "Id of the lead", {required: true}),
      person("sdr_id", "SDR who works the lead"),
      id("account_id", "Account of the lead", {references: "accounts"}),
      id("contact_id", "Contact of the lead", {references: "contacts", personal: true}),
      text("source", "Where the lead came from"),
      event("created_at", "When the lead was created"),
      event("assigned_at", "When it was assigned to the SDR"),
      event("first_touch_at", "First time the SDR reached out"),
      event("conversation_at", "First two-way conversation"),
      event("qualified_at", "When the SDR qualified it"),
      event("disqualified_at", "When it was disqualified"),
      text("disqualification_reason", "Why it was disqualified"),
      number("score", "Lead score of the marketing system"),
    ],
  },
  {
    name: "handoffs",
    label: "Handoffs",
    meaning: "Meetings that SDRs booked for AEs, with the Handoff Brief; one row per meeting, or one per handoff",
    // The shorter ones are for exports that name the prospect by halves, or not at all; one SDR starts one meeting at a time.
    keys: [
      ["meeting_id"],
      ["handoff_id", "meeting_at"],
      ["sdr_id", "account_id", "contact_id", "meeting_at"],
      ["sdr_id", "opportunity_id", "meeting_at"],
      ["sdr_id", "account_id", "meeting_at"],
      ["sdr_id", "contact_id", "meeting_at"],
      ["sdr_id", "lead_id", "meeting_at"],
      ["sdr_id", "meeting_at"],
    ],
    columns: [
      id("handoff_id", "Id of the handoff; rows that share it are one meeting chain"),
      id("meeting_id", "Id of the single meeting"),
      id("account_id", "Account met", {references: "accounts"}),
      id("contact_id", "Primary contact met", {references: "contacts", personal: true}),
      id("opportunity_id", "Opportunity the meeting belongs to", {references: "opportunities"}),
      id("lead_id", "Lead the meeting came from", {references: "leads"}),
      person("sdr_id", "SDR who booked the meeting", {required: true}),
      person("ae_id", "AE who takes it"),
      text("source", "Where the lead came from"),
      text("motion", "Sales motion: enterprise, product_led, mid_market or the company's own word"),
      text("segment", "Market segment"),
      text("region", "Sales region"),
      event("booked_at", "When the meeting was booked"),
      event("assigned_at", "When the AE was assigned"),
      time("meeting_at", "Start of the meeting", {required: true}),
      number("duration_minutes", "Planned length in minutes", {min: 0}),
      choice("meeting_status", MEETING_STATUS, "What became of this meeting; blank counts as scheduled"),
      event("canceled_at", "When it was cancelled"),
      choice("canceled_by", SIDES, "Who cancelled; blank counts as the prospect"),
      choice("no_show_by", SIDES, "Who did not come; blank counts as the prospect"),
      event("confirmation_sent_at", "When the confirmation or reminder went out"),
      event("invite_accepted_at", "When the prospect accepted the invitation"),
      text("meeting_link", "Address of the video call"),
      event("handed_off_at", "When the handoff was made"),
      event("sync_call_at", "When SDR and AE talked it over"),
      number("sync_call_minutes", "Length of that talk in minutes", {min: 0}),
      choice("sdr_attended", ATTENDED, "Whether the SDR joined the meeting: yes, no, or for the introduction"),
      event("accepted_at", "When the AE accepted the handoff (SAL)"),
      event("rejected_at", "When the AE rejected it"),
      text("rejection_reason", "Why the AE rejected it"),
      event("sql_at", "When the AE called it sales-qualified (SQL)"),
      event("disqualified_at", "When the AE disqualified it"),
      text("disqualification_reason", "Why it was disqualified"),
      text("decision_involvement", "The contact's part in the decision, as confirmed"),
      boolean("active_evaluation", "The prospect is actively evaluating"),
      date("decision_by", "When the prospect means to decide"),
      text("budget_cycle", "Budget cycle, confirmed or investigated"),
      note("invite_stakeholders", "Stakeholders named for the invitation"),
      event("brief_updated_at", "Last change of the brief"),
      note("brief_text", "The whole brief as one note, plain or HTML"),
      note("company_fit", "Why the company fits"),
      note("pain_primary", "Primary pain and its business impact"),
      note("pain_secondary", "Second pain"),
      note("pain_tertiary", "Third pain"),
      note("business_impact", "Impact on the prospect's business metrics"),
      note("current_solution", "What they use today"),
      note("limitations", "Why today's approach falls short"),
      note("timeline", "When they need to decide"),
      note("timeline_reason", "Why then"),
      note("budget", "Budget range or process"),
      note("competitive_context", "Other vendors in the evaluation"),
      note("champion", "Who will sponsor it inside"),
      note("champion_commitment", "What the champion committed to"),
      note("economic_buyer", "Who approves in the end"),
      note("technical_buyer", "Who judges the technical fit"),
      note("end_users", "Who will use it daily"),
      integer("committee_size", "People on the buying committee", {min: 0}),
      note("political_landscape", "Who is for, against, undecided"),
      note("access_status", "Which stakeholders agreed to meet"),
      note("first_contact", "Date and channel of the first contact"),
      note("key_moments", "What happened on the way: answers, objections, insights"),
      note("prospect_attendees", "Attendees of the prospect"),
      note("our_attendees", "Attendees of our side"),
      note("next_steps", "What the prospect agreed to prepare"),
      note("focus_area", "What the AE should focus discovery on"),
      note("personality", "The contact's style"),
      note("hot_buttons", "What excites or worries them"),
      note("objections", "Objections to expect"),
      note("case_study", "A similar customer to refer to"),
      note("talking_points", "Talking points for the AE"),
      note("usage_summary", "Product usage in short (product-led)"),
      note("use_cases_observed", "Use cases seen in the product (product-led)"),
      note("regional_context", "What matters in this territory"),
      told("related_accounts", "accounts near this one"),
      told("brief_company", "the company's name"),
      told("brief_industry", "the industry"),
      told("brief_size", "the number of employees"),
      told("brief_annual_revenue", "the annual revenue"),
      told("brief_location", "the head office"),
      told("brief_website", "the web address"),
      told("brief_contact_name", "the contact's name"),
      told("brief_contact_title", "the contact's title"),
      told("brief_contact_department", "the contact's department"),
      told("brief_contact_email", "the contact's e-mail"),
      told("brief_contact_phone", "the contact's telephone"),
      told("brief_contact_linkedin", "the contact's LinkedIn profile"),
      told("brief_meeting_time", "date and time of the meeting"),
      told("brief_duration", "the meeting's length"),
      told("brief_touchpoints", "the number of touchpoints"),
      told("brief_unplaced", "what belongs to no field"),
      number("brief_certainty", "How sure the note was taken apart, 0 to 1", {min: 0, max: 1, derived: true}),
      text("brief_from_note", "Columns of this row that the note filled, separated by ;", {derived: true}),
    ],
  },
  {
    name: "opportunities",
    label: "Opportunities",
    meaning: "Deals in the AEs' pipeline",
    keys: [["opportunity_id"]],
    columns: [
      id("opportunity_id", "Id of the opportunity", {required: true}),
      id("account_id", "Account of the deal", {references: "accounts"}),
      text("name", "Name of the deal"),
      person("owner_id", "AE who owns it"),
      person("sdr_id", "SDR it came from"),
      text("stage", "Present stage"),
      number("amount", "Amount in `currency`"),
      text("currency", "ISO 4217 code of the amount"),
      event("created_at", "When it was created"),
      time("closed_at", "When it was closed; while open, when it is expected to close", {past: "'true' in (is_closed, is_won)"}),
      boolean("is_closed", "Won or lost"),
      boolean("is_won", "Won"),
      text("lost_reason", "Why it was lost"),
    ],
  },
  {
    name: "stage_changes",
    label: "Stage changes",
    meaning: "When opportunities moved from stage to stage",
    keys: [["opportunity_id", "changed_at", "to_stage"]],
    columns: [
      id("opportunity_id", "The opportunity", {required: true, references: "opportunities"}),
      event("changed_at", "When it moved", {required: true}),
      text("from_stage", "Stage it left"),
      text("to_stage", "Stage it entered"),
      person("changed_by", "Who moved it"),
    ],
  },
  {
    name: "activities",
    label: "Activities",
    meaning: "E-mails, calls, LinkedIn messages and meetings with prospects",
    keys: [["activity_id"]],
    columns: [
      id("activity_id", "Id of the activity", {required: true}),
      id("account_id", "Account", {references: "accounts"}),
      id("contact_id", "Contact", {references: "contacts", personal: true}),
      id("opportunity_id", "Opportunity", {references: "opportunities"}),
      person("actor_id", "Who of ours did it"),
      choice("channel", CHANNELS, "Channel"),
      choice("direction", DIRECTIONS, "From us (out) or from the prospect (in)"),
      event("occurred_at", "When it happened"),
      text("outcome", "Outcome as recorded"),
      text("subject", "Subject line", {personal: true}),
    ],
  },
  {
    name: "stakeholders",
    label: "Stakeholders",
    meaning: "Who takes part in the buying decision",
    keys: [
      ["handoff_id", "contact_id", "role"],
      ["opportunity_id", "contact_id", "role"],
      ["handoff_id", "name", "role"],
      ["opportunity_id", "name", "role"],
      // The part is often left blank, or none of ours: whoever takes part still does.
      ["handoff_id", "contact_id"],
      ["opportunity_id", "contact_id"],
      ["handoff_id", "name"],
      ["opportunity_id", "name"],
    ],
    shownBy: ["role"],
    columns: [
      id("handoff_id", "The handoff", {references: "handoffs"}),
      id("opportunity_id", "Or the opportunity", {references: "opportunities"}),
      id("contact_id", "The contact", {references: "contacts", personal: true}),
      text("name", "Name", {personal: true}),
      text("title", "Job title"),
      choice("role", STAKEHOLDER_ROLES, "Part in the decision"),
      boolean("agreed_to_meet", "Agreed to meet"),
    ],
  },
  {
    name: "feedback",
    label: "AE feedback",
    meaning: "The AE's answers after the discovery call; the last answer for a handoff wins",
    keys: [
      ["feedback_id"],
      ["handoff_id", "submitted_at"],
      ["ae_email", "account", "meeting_on", "submitted_at"],
      ["ae_id", "account", "meeting_on", "submitted_at"],
    ],
    columns: [
      id("feedback_id", "Id of the answer"),
      event("submitted_at", "When it was given", {required: true}),
      id("handoff_id", "The handoff it is about", {references: "handoffs"}),
      person("ae_id", "Who answered"),
      text("ae_email", "E-mail of who answered, where there is no id", {personal: true}),
      text("account", "Account name or id, where there is no handoff id"),
      date("meeting_on", "Day of the meeting, where there is no handoff id"),
      choice("showed_up", SHOWED_UP, "Did the prospect show up?"),
      choice("qualification_accuracy", ACCURACY, "How well qualified was it?"),
      {
        name: "most_valuable_context",
        type: "choices",
        choices: CONTEXT,
        meaning: "What of the brief helped most; several separated by ;",
      },
      note("missing", "What was missing?"),
      note("helpful", "What helped?"),
      choice("will_advance", ADVANCE, "Will this advance to an opportunity?"),
      number("quality_score", "Quality of the handoff, 1 to 10", {min: 1, max: 10}),
    ],
  },
  {
    name: "calls",
    label: "Calls",
    meaning: "Recorded calls of a conversation-intelligence tool",
    keys: [["call_id"]],
    columns: [
      id("call_id", "Id of the call", {required: true}),
      id("handoff_id", "Handoff", {references: "handoffs"}),
      id("opportunity_id", "Opportunity", {references: "opportunities"}),
      id("contact_id", "Contact", {references: "contacts", personal: true}),
      person("person_id", "Who of ours was on the call"),
      event("started_at", "Start"),
      number("duration_seconds", "Length in seconds", {min: 0}),
      text("url", "Address of the recording"),
      number("talk_ratio", "Our share of the talking, 0 to 1", {min: 0, max: 1}),
      number("score", "Score of the tool"),
    ],
  },
  {
    name: "product_signals",
    label: "Product signals",
    meaning: "Weekly product usage of an account (product-led)",
    keys: [["account_id", "week"]],
    columns: [
      id("account_id", "Account", {required: true, references: "accounts"}),
      date("week", "First day of the week", {required: true}),
      integer("seats", "Seats", {min: 0}),
      integer("active_users", "Active users", {min: 0}),
      integer("logins", "Logins", {min: 0}),
      integer("features_adopted", "Features adopted", {min: 0}),
      number("spend", "Spend"),
      event("pql_at", "When the account became product-qualified"),
    ],
  },
  {
    name: "territories",
    label: "Territories",
    meaning: "Routing rules: which AEs take which accounts",
    keys: [
      ["territory", "country", "segment", "ae_id", "valid_from"],
      ["territory", "country", "ae_id", "valid_from"],
      ["territory", "segment", "ae_id", "valid_from"],
      ["territory", "ae_id", "valid_from"],
      ["territory", "country", "segment", "ae_id"],
      ["territory", "country", "ae_id"],
      ["territory", "segment", "ae_id"],
      ["territory", "ae_id"],
    ],
    columns: [
      text("territory", "Name of the territory", {required: true}),
      text("region", "Region it covers"),
      text("country", "Country it covers"),
      text("segment", "Segment it covers"),
      integer("min_employees", "Smallest company", {min: 0}),
      integer("max_employees", "Largest company", {min: 0}),
      person("ae_id", "AE in the rotation", {required: true}),
      date("valid_from", "From when on"),
      text("context", "What an AE should know of the territory"),
    ],
  },
  {
    name: "field_changes",
    label: "Field history",
    meaning: "The CRM's field history: what a record said before",
    keys: [["entity", "record_id", "field", "changed_at"]],
    columns: [
      text("entity", "Canonical entity of the record", {required: true}),
      id("record_id", "Key of the record", {required: true}),
      text("field", "Canonical column", {required: true}),
      event("changed_at", "When it changed", {required: true}),
      text("old_value", "Value before", {personal: true}),
      text("new_value", "Value after", {personal: true}),
      person("changed_by", "Who changed it"),
    ],
  },
  {
    name: "commitments",
    label: "Commitments",
    meaning: "What was agreed in 1:1s",
    keys: [["sdr_id", "behaviour", "agreed_on"]],
    columns: [
      person("sdr_id", "The SDR", {required: true}),
      text("behaviour", "Behaviour worked on", {required: true}),
      date("agreed_on", "Day of the agreement", {required: true}),
      date("review_on", "Day of the review"),
      note("note", "Note"),
      choice("status", COMMITMENT_STATUS, "Status"),
    ],
  },
  {
    name: "disputes",
    label: "Disputes",
    meaning: "Records that someone says are wrong",
    keys: [["record_id", "metric", "raised_at"]],
    columns: [
      id("record_id", "The record in question", {required: true}),
      text("metric", "The metric it counts in"),
      person("raised_by", "Who raised it"),
      event("raised_at", "When"),
      note("reason", "Why"),
      note("resolution", "What was decided"),
      event("resolved_at", "When it was decided"),
    ],
  },
];

/** Every entity by name. */
export const ENTITIES = Object.fromEntries(ENTITIES_LIST.map((entity) => [entity.name, entity])) as Record<EntityName, Entity>;

/** The columns that an export of `entity` may have: all but those that are read out of others. */
export const listExported = (entity: EntityName): Column[] => ENTITIES[entity].columns.filter(({derived}) => !derived);

/** The column `name` of `entity`, or undefined. */
export function findColumn(entity: EntityName, name: string): Column | undefined {
  return ENTITIES[entity].columns.find((candidate) => candidate.name === name);
}
