/** Which themes of "What was missing?" ask for a field of the brief. */
const FIELDS_OF_THEMES: Readonly<Record<string, readonly string[]>> = {
  company: ["company", "industry", "size", "annual_revenue", "location", "website", "company_fit", "regional_context"],
  contact: ["contact_name", "contact_title", "contact_department", "contact_email", "contact_phone", "contact_linkedin"],
  pain: ["pain_primary", "pain_secondary", "pain_tertiary", "business_impact"],
  current_solution: ["current_solution"],
  limitations: ["limitations"],
  timeline: ["timeline", "timeline_reason"],
  budget: ["budget"],
  competition: ["competitive_context"],
  champion: ["champion", "champion_commitment"],
  economic_buyer: ["economic_buyer"],
  stakeholders: ["technical_buyer", "end_users", "committee_size", "political_landscape", "access_status", "prospect_attendees"],
  history: ["first_contact", "key_moments"],
  next_steps: ["next_steps"],
  focus: ["focus_area", "personality", "hot_buttons", "objections", "case_study", "talking_points"],
  usage: ["usage_summary", "use_cases_observed"],
  meeting: ["meeting_link", "our_attendees", "prospect_attendees"],
  repeated: ["key_moments"],
};

export const themesOfField = (field: string): string[] =>
  Object.entries(FIELDS_OF_THEMES).flatMap(([theme, fields]) => (fields.includes(field) ? [theme] : []));

/** The field that stands first for a theme: what the next brief must have when an AE missed it. */
export const LEADING_FIELDS: readonly (readonly [theme: string, field: string])[] = Object.entries(FIELDS_OF_THEMES).map(
  ([theme, fields]) => [theme, theme === "contact" ? "contact_title" : fields[0]!],
);
