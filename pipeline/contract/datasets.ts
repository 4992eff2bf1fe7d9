/**
 * What the site is given. Documents are JSON, long tables Arrow; all lie under `data/` and are fetched by relative path.
 * Rates travel as numerator and denominator, instants as ISO 8601 in UTC, days as YYYY-MM-DD.
 */
import type {AudienceKind, TreePart} from "./audiences.js";
import type {BridgeData} from "./bridge.js";
import type {Checklist, Letter} from "./criteria.js";
import type {ColumnType} from "./entities.js";
import type {Dimension, LossCause, Stage} from "./funnel.js";
import type {Owner} from "./loss-owners.js";
import type {MetricKind, Unit} from "./metrics.js";
export type {BridgeData} from "./bridge.js";
export type {BalanceReading, DecisionData, RoutingData} from "./datasets-routing.js";
import type {Maturity, Outcome, Period, Scope, Status} from "./vocabulary.js";
import type {ComingLine} from "./datasets-brief.js";

import type {CoachingData, QueueLine} from "./datasets-coaching.js";
import type {Beside, FunnelPlotData, RunData} from "./datasets-inference.js";
export type * from "./datasets-coaching.js";
export type * from "./datasets-one-on-one.js";
export type * from "./datasets-inference.js";
export type * from "./datasets-brief.js";
export type * from "./datasets-facts.js";
export type * from "./datasets-search.js";

/** One metric for one scope and period; the same row that `baton metrics` prints. */
export interface MetricRow {
  metric: string;
  scope: Scope;
  scope_id: string;
  scope_name: string;
  period: Period;
  /** First day, `YYYY-MM-DD`; empty for `all` and `trailing_90d`. */
  period_start: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  lower: number | null;
  upper: number | null;
  /** Members whose window has not closed, or whose source is not exported far enough. */
  in_flight: number;
  maturity: Maturity;
  target: number | null;
  previous_value: number | null;
  status: Status;
  currency: string;
  /** Only on the site: mature members; of a clustered rate the handoffs they come from. */
  n?: number;
}

/** What is left of a person's rate when chance is taken out: drawn towards the role's, by the person's own mix of sources. */
export interface ShrunkCells {
  shrunk_value: number | null;
  /** 90 % credible interval. */
  shrunk_lower: number | null;
  shrunk_upper: number | null;
  /** Posterior chance of being below the confirmed target; null without one. */
  prob_below_target: number | null;
}

/** A metric as a page opens with it: the latest period that holds enough, the one before, and a year of months (or quarters, where the configuration opens with those). */
export interface Headline {
  metric: string;
  /** Latest period with `min_n` mature members; null when there is none. */
  latest: MetricRow | null;
  /** Whether the change since the period before is more than noise; null when it cannot be said. */
  is_change_signal: boolean | null;
  /** The last twelve months up to the data's own, oldest first; months without members are left out. */
  months: MetricRow[];
  trailing: MetricRow | null;
}

/** `data/manifest.json`: what every page needs before it asks for its own data. */
export interface Manifest {
  company: string;
  /** Changes with every change of the data. */
  version: string;
  as_of: string;
  /** Moment of coming meetings and briefs, where a quick pass has brought them up to date since; null where all is of `as_of`. */
  handoffs_as_of: string | null;
  /** When the data begin to count as old, by the reader's clock; null where the configuration wants no notice of it. */
  stale_at: string | null;
  timezone: string;
  currency: string;
  min_n: number;
  targets_confirmed: boolean;
  ledger: Ledger;
  sources: SourceFreshness[];
  /** Entities without an export, with what each would bring to life. */
  missing: {entity: string; label: string; brings: string}[];
  /** Metrics that cannot be computed, and what they would need. */
  absent_metrics: {metric: string; label: string; why: string}[];
  teams: TeamLink[];
  people: PersonLink[];
  metrics: MetricInfo[];
  /** Stages of the funnel that have data, in the configured order. */
  stages: {stage: Stage; label: string}[];
  brief_fields: BriefFieldInfo[];
  /** Ids of what an SDR can do better, in the order of the letters of `HandoffFact.behaviours`. */
  behaviours: string[];
  /** Those of them that are no field of the brief, in words: the playbook tells how each is done, and the search finds it. */
  other_behaviours: {behaviour: string; label: string; practice: string}[];
  /** Criteria of both checklists, in the order that a brief has them in. */
  criteria: CriterionInfo[];
  /** Kind of record: address with {id} in it. */
  links: Record<string, string>;
  /** Whether people's teams are known by date; else the present ones stand in. */
  has_people_history: boolean;
  /** Whom the site is for. `slug` names the person or team; empty for RevOps and leadership. */
  audience: {kind: AudienceKind; slug: string};
  /** Names of the pages that are there; null for all. */
  pages: string[] | null;
  /** What the tree holds of that which not every tree does: the cube, whose turn handoffs were, contact details, the company's lists of records. */
  holds: TreePart[];
  /** Hexadecimal digits in the names of the files of the briefs' index: 2, 1, or 0 for a single file called `all`. */
  index_digits: number;
  /** A number about others stands there from so many people on. */
  min_people: number;
  /** Numbers are about teams and larger, never about a person. */
  is_team_only: boolean;
  /** What the configuration says of people, for the notice. */
  protection: {
    min_people: number;
    contact_details: boolean;
    exec_sees_people: boolean;
    has_exemplars: boolean;
    /** Months beside the running one that people and texts are held; null where all are. */
    retention_months: number | null;
    is_pseudonymised: boolean;
  };
}

export interface Ledger {
  rows_read: number;
  loaded: number;
  merged: number;
  rejected: number;
  set_aside: number;
}

export interface SourceFreshness {
  entity: string;
  label: string;
  files: number;
  rows: number;
  exported_at: string;
}

export interface TeamLink {
  slug: string;
  /** As counts and lists of records name it. */
  team: string;
  name: string;
  manager_name: string | null;
  kind: "sdr" | "ae" | "mixed";
  sdr_count: number;
}

export interface PersonLink {
  slug: string;
  name: string;
  role: string;
  team_slug: string | null;
  is_current: boolean;
  /** Stands in the people export; true for everybody where there is none. */
  is_known: boolean;
  /** Whether `sdr/<slug>.json` and `facts/<slug>.arrow` exist. */
  has_page: boolean;
  /** Whether `ae/<slug>.json` exists. */
  has_ae_page: boolean;
  /** Whether `one-on-one/<slug>.json` exists: only where managers may look. */
  has_one_on_one: boolean;
}

/** A metric's entry in tooltips and glossary; from the registry. */
export interface MetricInfo {
  name: string;
  label: string;
  short_label: string;
  /** Group in the glossary. */
  group: string;
  meaning: string;
  formula: string;
  /** What n counts, plural: "of 212 meetings". */
  counted: string;
  /** Of a rate: what a member is called that counts as a success, and one that does not; empty of others. */
  yes: string;
  no: string;
  unit: Unit;
  kind: MetricKind;
  direction: "up" | "down";
  /** Window as words, such as "14 days"; empty without one. */
  window: string;
  dated_by: string;
  target: number | null;
  is_headline: boolean;
  /** An SDR can act on it before the meeting, as against its result. */
  is_leading: boolean;
  /** What its members are: a record of this kind can be linked to. */
  record: "handoff" | "opportunity" | "lead";
}

export interface BriefFieldInfo {
  field: string;
  label: string;
  section: string;
  section_label: string;
  required: boolean;
  /** How its text reads: as it is, as a number, as money, or as an address. */
  kind: "text" | "count" | "money" | "link";
  /** What to ask the prospect when it is missing or vague; empty where the configuration names no question. */
  ask: string;
  /** Only our own side can tell it: the question is the SDR's to answer, not the prospect's. */
  is_ours?: true;
}

/** A criterion of a checklist, in its words: those are the same in every brief. */
export interface CriterionInfo {
  checklist: Checklist;
  criterion: string;
  label: string;
  group: string;
  letter: Letter | null;
  /** What was looked for, for a brief where nothing was seen and it is not met; null where the label says it. */
  looks_for: string | null;
}

/** A stage of the funnel; a stage without data is absent. */
export interface FunnelStage {
  stage: Stage;
  label: string;
  count: number;
  /** Of those who had time to come this far, who did; null for the first stage and where it cannot be computed. */
  conversion: Conversion | null;
  /** Median days since the stage before. */
  median_days: number | null;
  /** What the median is of; absent where there is none. `metric` is empty where it follows no metric: then it is of all whose two times are known. */
  days?: {metric: string; n: number; in_flight: number; lower: number | null; upper: number | null};
}

/** A step of the funnel. `metric` says whose definition it follows; empty when it is the plain share of two counts. */
export interface Conversion {
  metric: string;
  numerator: number;
  denominator: number;
  value: number | null;
  lower: number | null;
  upper: number | null;
  in_flight: number;
}

/** Handoffs that did not go on, by what was recorded first. `reason` is the export's own word for it, empty without one. */
export interface Loss {
  cause: LossCause;
  reason: string;
  label: string;
  count: number;
  /** Who can act on it. */
  owner: Owner;
}

/** `data/company.json`: the overview. */
export interface CompanyData {
  headlines: Headline[];
  funnel: FunnelStage[];
  losses: Loss[];
  /** Changes between the last two usable periods that are more than noise, strongest first. */
  changes: MetricRow[];
  /** Run charts of the headline metrics, of those whose weeks hold enough. */
  runs: RunData[];
  /** Meetings of the latest usable period, for the lead sentence; null when no period holds enough. */
  lead: {
    period: Period;
    period_start: string;
    due: number;
    held: number;
    lower: number | null;
    upper: number | null;
    unknown: number;
    most_missed_field: string | null;
  } | null;
  /** Heads of the people export, where there is one; and handoffs by what they count as: held and missed ones are the rest. */
  counts: {
    sdrs: number;
    aes: number;
    handoffs: number;
    /** Meetings that lie ahead: those of the readiness board. */
    pending: number;
    /** Put off, still in time to be booked again. */
    waiting: number;
    unknown: number;
    our_side: number;
    canceled: number;
    /** Put off and not booked again in time. */
    put_off: number;
  };
  /** What the show rate of the lead's period could be at worst and best, were every unknown outcome known; null without unknown ones. */
  show_rate_bounds: {worst: number; best: number} | null;
}

/** `data/funnel.json`: the funnel of the company, and of every value of each dimension. */
export interface FunnelData {
  all: FunnelStage[];
  /** A value's `number` names the file of its counts. */
  by: {dimension: Dimension; label: string; groups: {number: number; id: string; name: string; stages: FunnelStage[]}[]}[];
  /** Handoffs by the month of their meeting, from booked on. */
  cohorts: {month: string; stages: FunnelStage[]}[];
}

/** `data/narrowed/<dimension>.json`: the numbers that the overview leads with, and the funnel, of each value of a dimension. */
export interface NarrowedData {
  dimension: Dimension;
  label: string;
  groups: {id: string; name: string; headlines: Headline[]; funnel: FunnelStage[]}[];
}

/**
 * `data/cube/<dimension>-<number>.arrow`, `data/cube/<YYYY-MM>.arrow`: counts of the funnel that filters add up, of one value of a dimension or one month; one row per
 * month, team, source, motion, segment, region and metric. Empty text stands for a value that is not known. Rows with metric `stage:<stage>` count who came into a stage (in `numerator`).
 */
export interface CubeRow {
  month: string;
  team: string;
  source: string;
  motion: string;
  segment: string;
  region: string;
  metric: string;
  numerator: number;
  denominator: number;
  in_flight: number;
}

/**
 * A number of a person with what stands beside it when it is explained: shrunk, adjusted, what the mix alone would have given; left out where nothing
 * does. `as_counted`: the status by the count alone, where that is one of which nothing is left once chance or AEs are allowed for.
 */
export type PersonCell = MetricRow & {beside?: Beside[]; as_counted?: "above_target" | "below_target"};

/** One SDR on a scorecard: a row per headline metric over the trailing 90 days, else over all. */
export interface ScorecardRow {
  slug: string;
  name: string;
  /** Days since the SDR started, at the data's own time; null when not known. */
  tenure_days: number | null;
  is_ramping: boolean;
  is_current: boolean;
  handoffs: number;
  cells: PersonCell[];
  /** Months of the first headline metric, oldest first. */
  trend: {month: string; numerator: number; denominator: number}[];
}

/** How often a field is filled, of the handoffs that were judged; `not_disclosed` (asked, not told) is counted apart from `filled`. */
export interface FieldCell {
  field: string;
  filled: number;
  not_disclosed: number;
  missing: number;
}

export interface HeatRow {
  slug: string;
  name: string;
  handoffs: number;
  cells: FieldCell[];
}

/** A handoff as a line of a list. `fields` has a letter per brief field, in the manifest's order: f filled, n not disclosed, m missing; empty when it was not judged. */
export interface HandoffLine {
  handoff_id: string;
  account_id: string | null;
  contact_id: string | null;
  opportunity_id: string | null;
  /** Of the decisive slot. */
  meeting_id: string | null;
  account: string | null;
  contact: string | null;
  contact_title: string | null;
  sdr: string | null;
  sdr_slug: string | null;
  ae: string | null;
  source: string | null;
  meeting_at: string;
  outcome: Outcome;
  outcome_reason: string | null;
  is_sql: boolean;
  is_opportunity: boolean;
  is_won: boolean;
  rejection_reason: string | null;
  disqualification_reason: string | null;
  /** Whether the AE answered anything. */
  is_answered: boolean;
  /** Nothing was answered, and it is no longer asked for. */
  is_closed: boolean;
  /** No SQL, and the time in which it would have counted is over. */
  is_sql_over: boolean;
  quality_score: number | null;
  qualification_accuracy: string | null;
  missing: string | null;
  helpful: string | null;
  fields: string;
  is_judged_late: boolean;
  is_disputed: boolean;
  /** The form on which the SDR says that the record is wrong; only on the SDR's own page, where it is configured. */
  dispute_url?: string;
}

/** `data/team/<slug>.json`. */
export interface TeamData {
  slug: string;
  /** As the company's lists of records name it. */
  team: string;
  name: string;
  manager_name: string | null;
  headlines: Headline[];
  scorecard: ScorecardRow[];
  /** Metrics of which the intervals on the scorecard tell at least two people apart: only those may be put in an order. */
  told_apart: string[];
  /** Run charts of the headline metrics, of those whose weeks hold enough. */
  runs: RunData[];
  heat: HeatRow[];
  coming: ComingLine[];
  /** Whom to talk with about what, most worth it first. */
  queue: QueueLine[];
  funnel_plots: FunnelPlotData[];
  funnel: FunnelStage[];
  /** Its people; or sums alone, for whoever sees no single person; or nothing, where too few people would be behind even these. */
  shows: "people" | "sums" | "nothing";
}

/** `data/sdr/<slug>.json`. */
export interface SdrData {
  slug: string;
  name: string;
  team_name: string | null;
  team_slug: string | null;
  manager_name: string | null;
  started_on: string | null;
  is_current: boolean;
  headlines: Headline[];
  /** The headline metrics as the team's scorecard shows them: over the trailing 90 days, else over all. */
  cells: (PersonCell & {is_change_signal: boolean | null})[];
  /** Every further metric of the person over all time. */
  others: PersonCell[];
  fields: FieldCell[];
  team_fields: FieldCell[];
  /** How many people stand behind `team_fields`; the reader not counted. Never fewer than five: 0 when there is nothing to compare with. */
  team_people: number;
  /** Whose fields `team_fields` are: of a small team the company's. */
  team_fields_of: "team" | "company";
  /** The one thing to work on, and what became of what was agreed. */
  coaching: CoachingData;
  /** Run charts of the headline metrics, of those whose weeks hold enough. */
  runs: RunData[];
  recent: HandoffLine[];
  coming: ComingLine[];
  /** Whether `coming/sdr/<slug>.ics` exists. */
  has_calendar: boolean;
  /** Handoffs of the person with the AE's words, newest first. */
  words: {
    handoff_id: string;
    account_id: string | null;
    account: string | null;
    ae: string | null;
    meeting_at: string;
    missing: string | null;
    helpful: string | null;
    quality_score: number | null;
  }[];
  themes: CommentThemes;
  /** An answer may name several. */
  valued: {context: string; count: number}[];
  /** The person's answers that name any context. */
  valued_answers: number;
  funnel: FunnelStage[];
}

/** A comment on what was missing, with the places of the words that put it under its theme: from and to, in UTF-16 units. */
export interface ThemedComment {
  handoff_id: string;
  account_id: string | null;
  account: string | null;
  sdr: string | null;
  sdr_slug: string | null;
  ae: string | null;
  meeting_at: string;
  text: string;
  spans: [number, number][];
}

/** What AEs said was missing, by theme, what is said most first; `other` and `nothing` stand last. A comment may be under several. */
export interface CommentThemes {
  /** Comments in all. */
  comments: number;
  /** With all comments counted and the newest of them. */
  themes: {theme: string; label: string; meaning: string; count: number; comments: ThemedComment[]}[];
}

/** `data/documentation.json`. */
export interface DocumentationData {
  headlines: Headline[];
  /** In months, `filled` counts what was not disclosed too. */
  fields: (FieldCell & {months: {month: string; filled: number; judged: number}[]})[];
  heat: HeatRow[];
  handoffs: number;
  judged_late: number;
  added_later: {field: string; count: number}[];
  checklists: ChecklistData[];
}

/** Of the handoffs held or missed: how many met a criterion, did not, or cannot be told. */
export interface CriterionCell {
  criterion: string;
  met: number;
  not_met: number;
  unknown: number;
}

/** A checklist: qualification (MSQ) or readiness. `all_met` counts handoffs with every criterion met; unknown is not met. */
export interface ChecklistData {
  checklist: Checklist;
  handoffs: number;
  all_met: number;
  criteria: (CriterionCell & {label: string; group: string; letter: Letter | null})[];
  groups: {
    scope: "team" | "sdr";
    slug: string;
    /** Id of the team; empty for people. */ team: string;
    name: string;
    handoffs: number;
    all_met: number;
    cells: CriterionCell[];
  }[];
  /** Meeting to SQL of those with every criterion met against the others, mature members only; null where it cannot be computed. */
  comparison: {
    all_met: Conversion;
    others: Conversion;
    /** Points between the shares, with Newcombe's 90 % interval. */
    difference: {value: number; lower: number; upper: number} | null;
  } | null;
}

/** `data/feedback.json`. */
export interface FeedbackData {
  headlines: Headline[];
  accuracy: {answer: string; count: number}[];
  accuracy_months: {month: string; full: number; partial: number; not: number}[];
  /** An answer may name several. */
  valued: {context: string; count: number}[];
  /** Answers that name any context. */
  valued_answers: number;
  ratings: {score: number; count: number}[];
  advance: {answer: string; count: number; advanced: number; decided: number}[];
  /** Response of each AE, by name; never how they rate. */
  response: (PersonCell & {slug: string})[];
  themes: CommentThemes;
  words: {
    handoff_id: string;
    account: string | null;
    sdr: string | null;
    sdr_slug: string | null;
    ae: string | null;
    meeting_at: string;
    missing: string | null;
    helpful: string | null;
  }[];
}

/** `data/health.json`: what became of every row. */
export interface HealthData {
  files: {
    path: string;
    entity: string;
    profile: string;
    exported_at: string;
    exported_at_from: string;
    encoding: string;
    delimiter: string;
    rows_read: number;
    loaded: number;
    merged: number;
    rejected: number;
    set_aside: number;
    bad_cells: number;
    /** Place in `unread_headers` of the file's headers that nothing is read from. */
    unread: number;
    orphans: number;
  }[];
  /** Lists of headers that nothing is read from, each once: a year of daily exports has the same again and again. */
  unread_headers: string[][];
  /** Grouped problems, worst first; `rejects.arrow` beside it has every entry. */
  problems: {
    path: string;
    entity: string;
    column: string;
    effect: string;
    reason: string;
    hint: string;
    count: number;
    example: string;
    first_line: number;
    /** Of a rejected row: the record that the first one would have been; empty where it has no id, or one that may not be told. */
    record: string;
  }[];
  /** From rows read to what the funnel counts, of each kind of record that it counts; `steps.arrow` beside it has the records. */
  bridge: BridgeData[];
  /** Who and what of the exports is no longer held, being older than the configuration keeps; null where nothing is. */
  withheld: {people: number; prospects: number; texts: number; held_from: string} | null;
  unmatched_people: {id: string; used_in: string; rows: number}[];
  /** `rejected`: rows whose record is in an export, and was rejected. */
  orphans: {entity: string; column: string; references: string; rows: number; rejected: number; example: string}[];
  unmatched_feedback: {
    feedback_id: string | null;
    submitted_at: string;
    ae: string | null;
    account: string | null;
    why: string;
  }[];
  /** How answers were told to belong to a handoff, or why not. */
  feedback_matches: {how: string; count: number}[];
  /** Past meetings that the CRM left open and an AE's answer closed, by what the answer said. */
  answered_outcomes: {answer: string; count: number}[];
  chains: {slots: number; handoffs: number}[];
  unknown_outcomes: {sdr: string; count: number; of: number}[];
  impossible_times: {check: string; count: number; example: string}[];
  /** How many there are of what is listed only up to a number. */
  totals: {problems: number; unmatched_people: number; unmatched_feedback: number; reassigned: number; disputes: number};
  /** Records that others had first, newest knowledge counted; at most 200. */
  reassigned: {entity: string; record_id: string; from: string; to: string}[];
  /** Handoffs that took most meetings, those first; at most 100. */
  reschedules: {
    handoff_id: string;
    account: string;
    sdr: string;
    slots: number;
    first_slot_at: string;
    meeting_at: string;
    outcome: string;
  }[];
  /** What someone says is wrong and nobody has settled, the newest; at most 200. */
  disputes: {record_id: string; metric: string; raised_by: string; raised_at: string; reason: string; is_found: boolean}[];
  /** The newest export of each source and entity, oldest first. */
  sources: {source: string; entity: string; files: number; rows: number; exported_at: string}[];
  checks: {check: string; model: string; ok: boolean}[];
}

/** `data/health/rejects.arrow`, a row per entry of the ledger. */
export interface RejectRow {
  path: string;
  entity: string;
  line: number;
  column: string;
  value: string;
  reason: string;
  hint: string;
  effect: string;
  /** Of a rejected row: the record that it would have been, where it has an id that may be told. */
  record: string;
}

/** `data/health/steps.arrow`, a row per record of a step from records to the funnel. Blank where it is not known; line 0 where no row tells of it. */
export interface StepRow {
  entity: string;
  step: string;
  record_id: string;
  handoff_id: string;
  dated_at: string;
  path: string;
  line: number;
}

/** `data/dictionary.json`. */
export interface DictionaryData {
  entities: {
    name: string;
    label: string;
    meaning: string;
    keys: string[][];
    rows: number;
    columns: {
      name: string;
      type: ColumnType;
      meaning: string;
      required: boolean;
      personal: boolean;
      choices: string[];
      references: string | null;
      supplied: boolean;
    }[];
  }[];
}
