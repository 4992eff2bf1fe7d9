/**
 * What rules of the checklists may name: the columns of `intermediate.int_criteria_facts`, a row per handoff. Everything is as of
 * the meeting's start, as far as the exports tell. Beside these, each field of the brief that stands in the handoff itself gives
 * two: `<field>`, its text (null when it was missing), and `has_<field>` (null when no export has such a column).
 */
import {BRIEF_FIELDS, type BriefField} from "./brief.js";
import {findColumn} from "./entities.js";
import {sayDay} from "./say-day.js";

export type FactType = "text" | "integer" | "number" | "boolean" | "time" | "date";
export type RecordEntity = "accounts" | "contacts" | "handoffs";

export interface Fact {
  name: string;
  type: FactType;
  meaning: string;
  /** Entity and column that it is, as they stood when the meeting began. */
  of?: readonly [RecordEntity, string];
  /** SQL of the text that a page shows for it, over other facts; left out, its value after its label. */
  shows?: string;
  /** Stands before a number, a date, or yes and no. */
  label?: string;
  /** Our own words, not a cell of an export: never cut short. */
  isWhole?: true;
}

type More = Partial<Omit<Fact, "type" | "of">>;
const FACT_TYPES = {integer: "integer", number: "number", boolean: "boolean", time: "time", date: "date"} as const;
const from =
  (entity: RecordEntity) =>
  (column: string, more: More = {}): Fact => {
    const {type, meaning} = findColumn(entity, column)!;
    return {
      name: column,
      type: FACT_TYPES[type as keyof typeof FACT_TYPES] ?? "text",
      meaning,
      of: [entity, column],
      label: column.replaceAll("_", " "),
      ...more,
    };
  };
const account = from("accounts");
const contact = from("contacts");
const handoff = from("handoffs");
const derived =
  (type: FactType) =>
  (name: string, meaning: string, shows?: string): Fact => ({
    name,
    type,
    meaning,
    label: name.replaceAll("_", " "),
    ...(shows ? {shows} : {}),
  });
const text = derived("text");
const boolean = derived("boolean");
/** Shown by its day in the configured zone, which is a fact of its own. */
const instant: (name: string, meaning: string, shows: string) => Fact = derived("time");
const integer = derived("integer");
const SAYS_YES = "something is written there that does not say no; null when no export has the column";

export const FACTS: readonly Fact[] = [
  account("name", {name: "account_name"}),
  account("industry"),
  text("industry_group", "b2b_saas, technology, professional_services or other, by the words of criteria_words", "industry"),
  account("employees"),
  account("annual_revenue"),
  account("currency", {
    name: "revenue_currency",
    meaning: "ISO 4217 code of the revenue; the configured one where none is named",
  }),
  derived("number")(
    "revenue_usd",
    "Annual revenue in US dollars by exchange_rates; null without a rate",
    "case when annual_revenue < 1e15 then format('{:,.0f} {}', annual_revenue + 0, revenue_currency)\n      else annual_revenue || ' ' || revenue_currency end",
  ),
  account("city"),
  account("state"),
  account("country"),
  text(
    "market",
    "north_america, western_europe or other, by country, else by state",
    "nullif(concat_ws(', ', state, country), '')",
  ),
  account("segment", {name: "account_segment"}),
  contact("name", {name: "contact_name"}),
  contact("title"),
  boolean("is_director", "Title of a director or above, by the words of criteria_words", "title"),
  contact("department"),
  text(
    "department_group",
    "sales, marketing, revops, it or other, by the words of criteria_words; of a contact without department by the title",
    "coalesce(department, title)",
  ),
  contact("is_budget_owner", {label: "budget owner"}),
  text("source", "Where the lead came from"),
  text("motion", "Sales motion"),
  text("segment", "Market segment"),
  text("region", "Sales region"),
  text("ae_id", "AE who takes it"),
  text("opportunity_id", "Opportunity it belongs to"),
  instant("meeting_at", "Start of the decisive meeting, in UTC", sayDay("meeting_on", "meeting")),
  {name: "meeting_on", type: "date", meaning: "Its day in the configured zone", label: "meeting"},
  handoff("duration_minutes", {shows: "format('{:.6g} minutes', duration_minutes)"}),
  instant(
    "invite_accepted_at",
    "When the invitation to the decisive meeting was accepted",
    sayDay("invite_accepted_on", "accepted"),
  ),
  {name: "invite_accepted_on", type: "date", meaning: "Its day in the configured zone", label: "accepted"},
  boolean(
    "is_invite_accepted",
    "Accepted by the meeting's start; null when no export has the column",
    sayDay("invite_accepted_on", "accepted"),
  ),
  handoff("decision_involvement"),
  boolean("is_involved", `A part in the decision is confirmed: ${SAYS_YES}`, "decision_involvement"),
  handoff("active_evaluation"),
  handoff("decision_by"),
  handoff("budget_cycle"),
  boolean("is_budget_cycle_known", `The budget cycle is confirmed or investigated: ${SAYS_YES}`, "budget_cycle"),
  handoff("invite_stakeholders"),
  integer("stakeholders", "Stakeholders recorded for the handoff or its opportunity; null without that export"),
  boolean(
    "has_stakeholders",
    "Named for the invitation, among the prospect's attendees, or recorded as stakeholders",
    "coalesce(invite_stakeholders, prospect_attendees, case when stakeholders > 0 then format('{} recorded', stakeholders) end)",
  ),
  boolean("has_account", "The account is in the CRM with a name; null without an export of accounts", "account_name"),
  boolean("has_contact", "The contact is in the CRM with a name; null without an export of contacts", "contact_name"),
  boolean(
    "has_opportunity",
    "The opportunity existed when the meeting began; null without an export of opportunities",
    "opportunity_id",
  ),
  integer("required_fields", "Required fields of the brief; null when no export has any of them"),
  integer("required_filled", "Those of them that were filled when the meeting began"),
  {...boolean("has_notes", "A field of the brief's qualification part was filled when the meeting began"), label: "notes"},
  text("routing_verdict", "kept, broken or no_rule: whether the AE is the one whom the routing rules name"),
  boolean("is_routed_by_rule", "The AE is the one whom the routing rules name; null where no rule applies", "routing_verdict"),
];

/** Known to the rules of readiness alone: they are told after the criteria of qualification. */
export const READINESS_FACTS: readonly Fact[] = [
  integer("criteria", "How many qualification criteria there are"),
  integer("criteria_met", "How many of them are met"),
  integer("criteria_unknown", "How many of them are unknown"),
  // What it shows, how many are documented and which are not, is written from the criteria themselves (criteria-rules.ts).
  boolean("are_criteria_documented", "Each qualification criterion saw a value; null where one could not see any"),
];

/** Fields of the brief that give facts: the handoff's own, of the template in use and of the default one. */
export function listFactFields(brief: readonly BriefField[]): BriefField[] {
  const own = [...brief, ...BRIEF_FIELDS].filter(({entity}) => entity === "handoffs");
  return own.filter(({field}, index) => own.findIndex((other) => other.field === field) === index);
}

/** Facts that such a field gives. */
export function listBriefFacts(field: string, label: string): Fact[] {
  return [
    {name: field, type: "text", meaning: `The brief's “${label}”; null when it was missing`},
    {name: `has_${field}`, type: "boolean", meaning: `The brief said something under “${label}”`, shows: field},
  ];
}

/** The names among `known` that stand in a SQL expression, in order of their first mention. */
export function findNames(sql: string, known: ReadonlySet<string>): string[] {
  const bare = sql.replace(/'(?:[^']|'')*'/g, "''").replace(/--.*$|\/\*[\s\S]*?\*\//gm, " ");
  const words = [...bare.matchAll(/"([^"]+)"|[\p{L}_][\p{L}\p{N}_]*/gu)].map((match) => (match[1] ?? match[0]).toLowerCase());
  return [...new Set(words)].filter((word) => known.has(word));
}
