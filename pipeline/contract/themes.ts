/**
 * What AEs say was missing, in themes: a comment may belong to several. Which words put it there is in `pipeline/coaching/lexicon`; the
 * configuration may add words and themes.
 */
export interface Theme {
  theme: string;
  label: string;
  /** What a comment under it says. */
  meaning: string;
  /** Brief fields that would have held it; none where no field of the brief does. */
  fields: readonly string[];
}

const theme = (name: string, label: string, meaning: string, fields: readonly string[] = []): Theme => ({
  theme: name,
  label,
  meaning,
  fields,
});

/** No theme fits: the comment is listed as it is. */
export const OTHER = "other";
/** The comment says that nothing was missing. */
export const NOTHING = "nothing";

/** In the order of the brief, then what is about the handoff as a whole. */
export const THEMES: readonly Theme[] = [
  theme("company", "The company", "Facts on the company: size, industry, what they do, where", [
    "company", "industry", "size", "annual_revenue", "location", "website", "company_fit", "regional_context", "related_accounts",
  ]),
  theme("contact", "The contact", "Who the contact is: title, role, e-mail, phone, seniority", [
    "contact_name", "contact_title", "contact_department", "contact_email", "contact_phone", "contact_linkedin",
  ]),
  theme("pain", "The pain", "The problem, why they care, what it costs them", ["pain_primary", "pain_secondary", "pain_tertiary", "business_impact"]),
  theme("current_solution", "Current solution", "Tool or process in place today, the incumbent vendor", ["current_solution"]),
  theme("limitations", "Limitations of today’s set-up", "Why today’s set-up fails, its gaps", ["limitations"]),
  theme("timeline", "Timeline", "When they want to decide or start, and why now", ["timeline", "timeline_reason"]),
  theme("budget", "Budget", "Money, price range, budget cycle", ["budget"]),
  theme("competition", "Competition", "Other vendors looked at, offers on the table", ["competitive_context"]),
  theme("champion", "Champion", "Who drives it inside", ["champion", "champion_commitment"]),
  theme("economic_buyer", "Economic buyer", "Who decides, signs, approves", ["economic_buyer"]),
  theme("stakeholders", "Other stakeholders", "Technical buyer, IT, security, legal, procurement, end users, politics, access", [
    "technical_buyer", "end_users", "committee_size", "political_landscape", "access_status",
  ]),
  theme("history", "History", "How they came to us, earlier touches, what was promised or sent", ["first_contact", "key_moments"]),
  theme("next_steps", "Next steps and expectations", "What the prospect was to bring, what they expected of the call", ["next_steps"]),
  theme("focus", "Focus for the AE", "What to concentrate on or open with, objections, style, reference to use", [
    "focus_area", "personality", "hot_buttons", "objections", "case_study", "talking_points",
  ]),
  theme("usage", "Product usage", "Usage, adoption, seats, trial activity", ["usage_summary", "use_cases_observed"]),
  theme("meeting", "Meeting logistics", "Link, invitation, time zone, duration, unannounced attendees, language", [
    "prospect_attendees", "our_attendees", "meeting_link",
  ]),
  theme("late", "Brief came late", "Brief or notes came too late, or after the call"),
  theme("fit", "Not a fit", "Should not have been passed on: too small, wrong kind, no need, only looking"),
  theme("sync", "Talk before the call", "A talk between SDR and AE before the call"),
  theme("repeated", "Asked twice", "The buyer had to tell their story again"),
  theme("thin", "The brief as a whole", "Copied, generic, too short, out of date, empty, contradictory"),
  theme(OTHER, "Other", "Fits no theme"),
  theme(NOTHING, "Nothing was missing", "Says that nothing was missing"),
]; // prettier-ignore

export const THEME_NAMES: readonly string[] = THEMES.map((entry) => entry.theme);
