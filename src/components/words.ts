import {AUDIENCE_WORDS} from "./words-audience.js";
import {BOARD_WORDS} from "./words-board.js";
import {BRIEF_WORDS} from "./words-brief.js";
import {CHECKLIST_WORDS} from "./words-checklists.js";
import {COMPANY_WORDS} from "./words-company.js";
import {COACHING_WORDS} from "./words-coaching.js";
import {DATA_WORDS} from "./words-data.js";
import {DIGEST_WORDS} from "./words-digest.js";
import {EXPLAIN_WORDS} from "./words-explain.js";
import {HOW_TO_READ_WORDS} from "./words-how-to-read.js";
import {INFERENCE_WORDS} from "./words-inference.js";
import {NOTICE_WORDS} from "./words-notice.js";
import {ONE_ON_ONE_WORDS} from "./words-one-on-one.js";
import {PEOPLE_WORDS} from "./words-people.js";
import {PLAYBOOK_WORDS} from "./words-playbook.js";
import {READING_WORDS} from "./words-reading.js";
import {ROUTING_WORDS} from "./words-routing.js";
import {SEARCH_WORDS} from "./words-search.js";
import {TOLD_PEOPLE_WORDS} from "./words-told-people.js";
import {TOLD_WORDS} from "./words-told.js";

/**
 * Every word a person reads on the site, in one catalogue, so that a company can translate it in one place. `{name}` stands for a
 * value; `{n|meeting|meetings}` chooses by the number n. What data say (labels of metrics, stages, fields) comes with the data.
 */
export const LOCALE = "en-GB";

/** The kinds of page: name in the bar, address, and the question the page answers. */
export const PAGES = {
  overview: {name: "Overview", path: "/index", question: "Is the handoff healthy, and what changed?"},
  funnel: {name: "Funnel", path: "/pages/funnel", question: "How far do handoffs come, and where do they stop?"},
  team: {name: "Teams", path: "/pages/team", question: "Who needs what from me this week?"},
  sdr: {name: "SDRs", path: "/pages/sdr", question: "What do AEs think of my handoffs, and what do I do next?"},
  one_on_one: {name: "1:1", path: "/pages/one-on-one", question: "What do we talk about, and did the last focus move?"},
  ae: {name: "AEs", path: "/pages/ae", question: "What am I walking into, and what do I owe?"},
  ae_team: {name: "AE teams", path: "/pages/ae-team", question: "Who answers and decides, and what is ahead?"},
  company: {name: "Company", path: "/pages/company", question: "Is the handoff healthy, and what changed?"},
  board: {name: "Coming", path: "/pages/board", question: "Which coming meetings are not ready, and who must act?"},
  brief: {name: "Handoff brief", path: "/pages/brief", question: "What must the AE know before this meeting?"},
  documentation: {
    name: "Documentation",
    path: "/pages/documentation",
    question: "What do briefs tell the AE, and what do they leave out?",
  },
  feedback: {name: "Feedback", path: "/pages/feedback", question: "What do AEs answer after the meeting?"},
  routing: {
    name: "Routing",
    path: "/pages/routing",
    question: "Do handoffs go to the AE whom the rules name, and does the AE decide?",
  },
  practices: {name: "Practices", path: "/pages/practices", question: "What goes with handoffs that become SQLs?"},
  focuses: {name: "Focuses", path: "/pages/focuses", question: "Which focuses of 1:1s tend to work?"},
  raters: {name: "Rater calibration", path: "/pages/raters", question: "How do AEs rate, and how far do ratings agree?"},
  health: {name: "Data health", path: "/pages/data-health", question: "What became of every row, and what is missing?"},
  playbook: {name: "Playbook", path: "/pages/playbook", question: "What is a good handoff?"},
  how_to_read: {name: "How to read this site", path: "/pages/how-to-read", question: "How is this site read?"},
  glossary: {name: "Glossary", path: "/pages/glossary", question: "What does each number and word mean?"},
  notice: {name: "Notice", path: "/pages/notice", question: "What is measured here, and who sees it?"},
  dictionary: {name: "Data dictionary", path: "/pages/dictionary", question: "Which columns does Baton read?"},
} as const;
export type PageKind = keyof typeof PAGES;

export const WORDS = {
  ...AUDIENCE_WORDS,
  ...BOARD_WORDS,
  ...BRIEF_WORDS,
  ...CHECKLIST_WORDS,
  ...COACHING_WORDS,
  ...COMPANY_WORDS,
  ...DATA_WORDS,
  ...DIGEST_WORDS,
  ...EXPLAIN_WORDS,
  ...HOW_TO_READ_WORDS,
  ...INFERENCE_WORDS,
  ...NOTICE_WORDS,
  ...ONE_ON_ONE_WORDS,
  ...PEOPLE_WORDS,
  ...PLAYBOOK_WORDS,
  ...READING_WORDS,
  ...ROUTING_WORDS,
  ...SEARCH_WORDS,
  ...TOLD_PEOPLE_WORDS,
  ...TOLD_WORDS,
  product: "Baton",
  skip: "Skip to content",
  menu: "Pages",
  navigation: "Pages of this site",
  more_pages: "More pages",
  breadcrumbs: "Where you are",
  loading: "Loading",
  data_of: "data of {time}",
  handoffs_of: "coming meetings and briefs of {time}",
  numbers_of: "numbers of {time}",
  data_stale: "Data from {time}, {days} {days|day|days} ago. What has happened since is not in these pages.",
  rows_all_read: "every row read was taken in",
  rows_rejected: "{rows} of {read} {read|row|rows} rejected",
  time_zone: "Times are in {zone}.",
  failed: "This part could not be loaded.",
  failed_hint:
    "Reload the page. If that does not help, the site may have been published only in part: {path} did not answer ({why}).",
  not_here: "There is nothing by that name here.",
  not_here_hint: "The address names “{name}”, which this site has no data on. Choose from the list instead.",
  choose_team: "Choose a team",
  sdr_count: "{n} {n|SDR|SDRs}",
  no_team: "Without a team",
  choose_person: "Choose a person",
  missing: "Nothing to show yet.",
  missing_hint: "This needs {label}, which was not supplied: {brings}",
  absent_metric: "{label} cannot be computed: {why}",
  no_rows: "No rows.",
  no_match: "Nothing matches “{text}”.",
  status_exceeds: "exceeds",
  status_on_track: "on track",
  status_improving: "improving",
  status_slipping: "slipping",
  status_off_track: "off track",
  status_too_few: "too few",
  status_no_target: "no target",
  status_above_target: "above target",
  status_below_target: "below target",
  status_not_separable: "no different from target",
  status_not_separable_on: "no different from target on {n} {counted}",
  provisional: "provisional",
  provisional_hint: "{n} still in flight; the number can change until they are known.",
  too_few_hint: "Fewer than {n} known; no number is given.",
  interval: "{lower} to {upper}",
  value_of: "{value} ({lower} to {upper}) of {n} {counted}",
  counted_handoffs: "handoffs",
  n: "n {n}",
  in_flight: "{n} in flight",
  metric: "Metric",
  months_12: "12 months",
  value: "Value",
  previous: "Before",
  target: "Target",
  reading: "Reading",
  members: "n",
  target_is: "target {target}",
  name: "Name",
  handoffs: "Handoffs",
  trend: "Trend",
  ramping: "ramping",
  ramping_hint: "Started {days} {days|day|days} ago; still learning the job.",
  former: "left",
  unlisted: "in no people export",
  picker_now: "{n} at present",
  picker_former: "{n} who left",
  picker_unlisted: "{n} whom no people export knows",
  filter_rows: "Filter rows",
  filter_hint: "Part of a name",
  rows_shown: "{shown} of {total} {total|row|rows}",
  download_csv: "Download CSV",
  more_rows: "Show {n} more",
  sort_by: "Sort by {column}",
  explain: "How is this computed?",
  definition: "Meaning",
  formula: "Formula",
  numerator: "Counted",
  denominator: "Out of",
  data_time: "Data of",
  window: "Window",
  dated_by: "Dated by",
  filled: "filled",
  not_disclosed: "of these asked, not told",
  not_disclosed_hint: "Part of what is filled: the SDR asked, and the prospect would not say.",
  missing_field: "missing",
  filled_of: "{label}: {filled} of {n} filled ({share})",
  brief_squares: "Brief: {filled} of {n} {n|field|fields} filled. Missing: {missing}.",
  brief_complete: "Brief: all {n} {n|field|fields} filled.",
  chart_table: "Show the numbers",
  picture: "Picture",
  picture_failed: "The picture could not be made. Reload the page and try again.",
  month: "Month",
  own_baseline: "median of the months shown",
  step_share: "{share} of {n} {counted}",
  step_ratio: "{value} for every 100 {counted}",
  funnel_days: "median {days} {days|day|days}",
  run_summary: "{label} from {from} to {to}: {first} at first, {last} at last, between {low} and {high}.",
  run_summary_short: "{label} in {from}: {last}.",
  run_empty: "{label}: no month with data.",
  per_month: "per month",
  against_target: "against target",
  change_signal: "more than noise against the {before} before",
  change_noise: "within noise against the {before} before",
  before_month: "month",
  before_quarter: "quarter",
  before_trailing_90d: "90 days",
  before_all: "time",
  not_separable_hint:
    "Too few to tell: the interval holds the target, so the true share may lie on either side of it. It does not mean on target.",
  per_day: "a day",
  outcome_held: "held",
  outcome_no_show: "no-show",
  outcome_canceled: "cancelled",
  outcome_pending: "coming",
  outcome_our_side: "missed by us",
  outcome_unknown: "unknown",
  people: "People",
  documentation: "Documentation",
  file: "File",
  files: "Files",
  entity: "Entity",
  profile: "Profile",
  exported: "Exported",
  rows_read: "Read",
  loaded: "Loaded",
  merged: "Merged",
  rejected: "Rejected",
  set_aside: "Set aside",
  bad_cells: "Unreadable cells",
  row_count: "{n} {n|row|rows}",
  column: "Column",
  type: "Type",
  supplied: "Supplied",
  required: "required",
  personal: "personal",
  yes: "yes",
  no: "no",
  explain_more: "More in the glossary",
  heat_all: "Show all {n} fields, not only those required",
  heat_legend:
    "Percent of handoffs whose brief had the field filled when the meeting began. The darker, the more often it was missing.",
  skeleton: "This page will fill once its data are built.",
} as const;
export type WordKey = keyof typeof WORDS;

/** A text as it stands at the start of a sentence. */
export function startSentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase(LOCALE) + text.slice(1);
}

/** What is counted, in the form that its number asks for: "1 meeting held", "2 meetings held". @param counted plural, as metrics name it */
export function nameCounted(counted: string, n: string | number): string {
  // The first word in the plural carries the number: "accepted handoffs", "opportunities won".
  if (!isOne(n)) return counted;
  return counted.replace(/\b\w+?(ies|(?<!s)s)\b/, (word) => (word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.slice(0, -1)));
}

const isOne = (n: string | number) => Number(String(n).replace(/[^\d.-]/g, "")) === 1;

/** The catalogue's sentence `key` with values put in; what `counted` names takes the form that `n` asks for. No line breaks before its "%". */
export function say(key: WordKey, values: Record<string, string | number> = {}): string {
  const sentence = WORDS[key].replaceAll(" %", "\u00a0%");
  return sentence.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (all, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return all;
    if (one !== undefined) return isOne(value) ? one : many!;
    return name === "counted" && values["n"] !== undefined ? nameCounted(String(value), values["n"]) : String(value);
  });
}
