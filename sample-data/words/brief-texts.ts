import type {Random} from "../random.js";

/** What an SDR jots down: fragments that combine, with numbers so that two briefs seldom read alike. */
const PAINS = [
  "Renewals slip: {n} of {m} contracts rolled over at the old price last year",
  "Legal needs {d} days per contract, so deals signed in March start in May",
  "Nobody can say which of {m} agreements have a price cap",
  "Sales sends order forms from {k} different templates and legal rewrites each",
  "Signed versions sit in {k} places; finance found {n} missing at the audit",
  "Discounts above {p}% go out without approval about once a week",
  "{n} suppliers billed after notice was due because nobody tracked the date",
  "Approval runs by e-mail and takes {d} days when one person is away",
  "Quarter end means {n} contracts in legal's queue and weekend work",
  "RevOps copies contract values by hand into the CRM, {p}% are wrong",
  "New privacy terms must go into {m} contracts by spring",
  "After the merger {k} contract systems hold {m} agreements between them",
];
const COSTS = [
  "cost about {c}k in lost uplift", "forecast was off by {p}%", "{n} deals moved to the next quarter", "two people do nothing else", "CFO raised it in the board meeting",
  "churn review blamed it for {n} accounts", "auditor wants it fixed this year", "{c}k revenue recognised late", "team lead lost {d} hours a week on it", "they paid {c}k for services nobody used",
];

export const SHORT: Record<string, readonly string[]> = {
  vague: ["Wants to be more efficient", "Contracts are a pain", "Looking to improve process", "Growth"],
  copied: ["Struggles with manual contract work across several teams and wants one place for all agreements to save time and lower risk"],
  placeholder: ["tbd", "n/a", "?", "TBD", "unknown", "-"],
  hidden: ["not disclosed", "Not disclosed, asked twice", "would not say on the phone"],
};

const TEMPLATES: Record<string, readonly string[]> = {
  pain_secondary: ["No reminders before notice dates", "Templates out of date", "E-signature not tied to CRM", "No report on obligations", "Onboarding waits for countersignature", "{k} tools for one process", "Partner contracts not tracked at all"],
  pain_tertiary: ["GDPR annexes missing", "Slow partner onboarding", "Translations of terms", "No access rights by team"],
  business_impact: ["About {c}k a year", "{d} days longer sales cycle", "{p}% of renewals late", "{n} hours a week in RevOps", "Net retention down {k} points"],
  current_solution: ["Shared drive and a spreadsheet", "{t}, since {y}", "E-mail and Word templates", "Home-grown Access database", "CRM attachments, no search", "{t} for signing only", "Outside counsel keeps the originals"],
  limitations: ["No reminders, search by file name only", "Nobody owns it since the admin left", "Not tied to the CRM, so values drift", "Cannot report on clauses or dates", "Licences for {k} users only, others share", "Breaks above {m} documents", "Approvals not recorded, auditor complained"],
  timeline: ["Decision by {q}", "Live before {q}", "Wants to choose in {k} weeks", "{q}, before renewal of {t}", "Board slot in {q}", "Pilot in {q}, rollout after"],
  timeline_reason: ["Licence of {t} ends then", "Audit in spring", "New CFO's first budget", "Before the year-end rush", "Merger closes then"],
  budget: ["{c}k set aside", "{c}-{e}k, CFO signs", "From the IT budget, about {c}k", "No line yet; {c}k can be moved", "Up to {c}k without board", "Estimate {c}k, to be confirmed in {q}"],
  competitive_context: ["Saw {t} last month", "{t} and one local vendor", "No other vendor yet", "{t} quoted {c}k", "Incumbent {t} offers an add-on"],
  champion_commitment: ["Will bring the CFO to call two", "Shares the contract list before the call", "Gets legal to the demo", "Writes the internal case"],
  end_users: ["Legal and sales, {n}", "{n} account managers", "RevOps and finance", "Procurement, {k} people", "Customer success, {n}"],
  political_landscape: ["Legal for it, IT undecided", "Sales wants it, procurement slows down", "CFO for, old admin against", "New CIO wants fewer tools"],
  access_status: ["Champion and legal agreed to meet", "Economic buyer after call one", "Only champion so far", "CFO joins last ten minutes"],
  next_steps: ["Sends list of {m} contracts and current template", "Invites legal lead to the call", "Brings last quarter's renewal report", "Checks with IT which sign-on is used", "Prepares three sample contracts", "Asks CFO about the budget window", "Maps approval steps before the call", "Confirms who joins from procurement"],
  focus_area: ["Renewal tracking and who owns it", "Approval path for discounts above {p}%", "How values get into the CRM", "Migration of {m} old agreements", "What legal needs to say yes", "Cost of late renewals, get numbers", "Timeline against renewal of {t}", "Who decides besides {w}"],
  personality: ["Analytical, wants numbers", "Results-driven, short on time", "Relationship first", "Analytical", "Direct, likes examples"],
  hot_buttons: ["Missed notice dates", "Audit findings", "Anything that saves legal's time", "Fear of a long migration", "Data stays in the region"],
  objections: ["Migration effort", "Price against {t}", "Legal's time for set-up", "Tool fatigue", "Security review takes weeks"],
  case_study: ["Logistics group, renewals", "SaaS scale-up, CRM sync", "Consultancy, approvals", "Media house, migration"],
  talking_points: ["Start with renewals, show the notice calendar", "Ask about the {n} late contracts", "Show CRM sync early", "Skip the e-signature part, they have {t}", "Compare with a company of their size"],
  company_fit: ["Size and industry fit", "Fits: {n} sellers, many contracts", "Fits, grows {p}% a year", "Small but many agreements"],
  usage_summary: ["{n} of {m} seats active weekly", "Trial since {k} weeks, {n} users", "{k} teams invited, {n} logins a week"],
  use_cases_observed: ["Renewal calendar, bulk upload", "Template library", "Approvals for discounts", "Clause search, daily"],
  regional_context: ["Works council to be informed", "Contracts in two languages", "Public-sector terms in part", "Local competitor well known here", "Fiscal year ends in June"],
  key_moments: ["Replied to mail {k} within the hour; asked for price on the first call", "Opened up when we spoke about the audit", "First said no need, came back after the {q} numbers", "Asked how {t} differs, liked the notice calendar", "Pushed the call once, then named the CFO as sponsor"],
};
const TOOLS = ["Pactaline", "Signora", "ClauseBox", "Dokuvault", "PaperTrailer", "Agreely"];

/** Text for a field of the brief. */
export function writeField(random: Random, field: string, fillers: {name: string; quarter: string; year: number}): string {
  if (field === "pain_primary") return fill(random, `${random.pick(PAINS)}; ${random.pick(COSTS)}`, fillers);
  return fill(random, random.pick(TEMPLATES[field]!), fillers);
}

function fill(random: Random, template: string, fillers: {name: string; quarter: string; year: number}): string {
  const values: Record<string, () => string> = {
    n: () => String(random.int(4, 38)), m: () => String(random.int(6, 90) * 10), d: () => String(random.int(4, 21)), k: () => String(random.int(2, 7)), p: () => String(random.int(4, 28)),
    c: () => String(random.int(3, 36) * 5), e: () => String(random.int(37, 60) * 5), t: () => random.pick(TOOLS), q: () => fillers.quarter, y: () => String(fillers.year - random.int(1, 6)), w: () => fillers.name,
  };
  return template.replaceAll(/\{(\w)\}/g, (_, key: string) => values[key]!());
}
