import {INCIDENCE, PLOTS, PRACTICES, RATERS, RUNS} from "./conclusions.js";
import type {
  CommentThemes,
  CompanyData,
  DictionaryData,
  DocumentationData,
  FeedbackData,
  FunnelData,
  FunnelStage,
  Headline,
  HealthData,
  Manifest,
  MetricRow,
  PlaybookData,
  RoutingData,
  SdrData,
  TeamData,
  ThemedComment,
} from "../../pipeline/contract/datasets.js";
import {COACHING, COMING, RECENT} from "./lines.js";

/** A metric's row as data give it; whatever a test does not name is a plain, final company value. */
export function makeRow(values: Partial<MetricRow> = {}): MetricRow {
  return {
    metric: "show_rate",
    scope: "company",
    scope_id: "",
    scope_name: "Northwind",
    period: "month",
    period_start: "2025-09-01",
    numerator: 163,
    denominator: 212,
    value: 163 / 212,
    lower: 0.72,
    upper: 0.81,
    in_flight: 0,
    maturity: "final",
    target: 0.75,
    previous_value: 0.71,
    status: "on_track",
    currency: "",
    ...values,
  };
}

/** A comment of an AE on what was missing. */
export function makeComment(values: Partial<ThemedComment> = {}): ThemedComment {
  return {
    handoff_id: "h1",
    account_id: "a1",
    account: "Alder",
    sdr: "Ada Berg",
    sdr_slug: "ada-berg",
    ae: "Cleo Diaz",
    meeting_at: "2025-09-02T10:00:00Z",
    text: "no budget",
    spans: [[3, 9]],
    ...values,
  };
}

/** What every page asks for first. */
export function makeManifest(values: Partial<Manifest> = {}): Manifest {
  return {
    company: "Northwind",
    version: "abc",
    as_of: "2025-10-01T04:00:00Z",
    handoffs_as_of: null,
    stale_at: null,
    timezone: "Europe/Berlin",
    currency: "EUR",
    min_n: 5,
    targets_confirmed: true,
    ledger: {rows_read: 1000, loaded: 990, merged: 8, rejected: 2, set_aside: 0},
    sources: [],
    missing: [{entity: "feedback", label: "AE feedback", brings: "what AEs think of the handoffs."}],
    absent_metrics: [{metric: "speed_to_lead_hours", label: "Speed to lead", why: "leads have no created_at."}],
    teams: [{slug: "emea", team: "emea", name: "EMEA", manager_name: "Mara Lind", kind: "sdr", sdr_count: 2}],
    people: [
      {
        slug: "ada-berg",
        name: "Ada Berg",
        role: "sdr",
        team_slug: "emea",
        is_current: true,
        is_known: true,
        has_page: true,
        has_ae_page: false,
        has_one_on_one: true,
      },
      {
        slug: "bo-chen",
        name: "Bo Chen",
        role: "sdr",
        team_slug: "emea",
        is_current: false,
        is_known: true,
        has_page: true,
        has_ae_page: false,
        has_one_on_one: true,
      },
      {
        slug: "cleo-diaz",
        name: "Cleo Diaz",
        role: "ae",
        team_slug: null,
        is_current: true,
        is_known: true,
        has_page: false,
        has_ae_page: true,
        has_one_on_one: false,
      },
    ],
    metrics: [
      {
        name: "show_rate",
        label: "Meeting show rate",
        short_label: "Show",
        meaning: "Meetings held, of those due.",
        formula: "held / (held + no-show)",
        unit: "share",
        kind: "rate",
        direction: "up",
        window: "",
        dated_by: "decisive slot",
        target: 0.75,
        is_headline: true,
        group: "meetings",
        counted: "meetings",
        yes: "held",
        no: "no-show",
        is_leading: false,
        record: "handoff",
      },
      {
        name: "handoff_quality_score",
        label: "Handoff quality",
        short_label: "Quality",
        meaning: "Mean rating by AEs.",
        formula: "sum of ratings / ratings",
        unit: "score",
        kind: "mean",
        direction: "up",
        window: "",
        dated_by: "meeting",
        target: 8,
        is_headline: true,
        group: "feedback",
        counted: "ratings",
        yes: "",
        no: "",
        is_leading: false,
        record: "handoff",
      },
    ],
    stages: [
      {stage: "booked", label: "Meeting booked"},
      {stage: "held", label: "Meeting held"},
    ],
    behaviours: ["budget", "champion"],
    other_behaviours: [
      {behaviour: "verbal_sync", label: "Talk with the AE before the meeting", practice: "Take five minutes with the AE."},
    ],
    criteria: [],
    brief_fields: [
      {
        field: "primary_pain",
        label: "Primary pain",
        section: "need",
        section_label: "Need",
        required: true,
        kind: "text",
        ask: "",
      },
      {
        field: "budget",
        label: "Budget",
        section: "need",
        section_label: "Need",
        required: true,
        kind: "text",
        ask: "Is money set aside, and if not, how is it found?",
      },
      {
        field: "competition",
        label: "Competition",
        section: "need",
        section_label: "Need",
        required: false,
        kind: "text",
        ask: "",
      },
    ],
    links: {},
    has_people_history: true,
    audience: {kind: "revops", slug: ""},
    pages: null,
    holds: ["cube", "lists"],
    index_digits: 2,
    min_people: 5,
    is_team_only: false,
    protection: {
      min_people: 5,
      contact_details: false,
      exec_sees_people: false,
      has_exemplars: false,
      retention_months: 24,
      is_pseudonymised: false,
    },
    ...values,
  };
}

export function makeHeadline(values: Partial<Headline> = {}): Headline {
  const months = [0.7, 0.68, 0.74, 0.71, 0.77].map((value, index) => makeRow({value, period_start: `2025-0${index + 5}-01`}));
  return {metric: "show_rate", latest: makeRow(), is_change_signal: false, months, trailing: null, ...values};
}

export const FUNNEL: FunnelStage[] = [
  {stage: "booked", label: "Meeting booked", count: 240, conversion: null, median_days: null},
  {
    stage: "held",
    label: "Meeting held",
    count: 163,
    conversion: {
      metric: "show_rate",
      numerator: 163,
      denominator: 212,
      value: 163 / 212,
      lower: 0.72,
      upper: 0.81,
      in_flight: 28,
    },
    median_days: 6,
  },
];

export const COMPANY: CompanyData = {
  headlines: [
    makeHeadline(),
    makeHeadline({
      metric: "handoff_quality_score",
      latest: makeRow({
        metric: "handoff_quality_score",
        value: 7.4,
        lower: 7.1,
        upper: 7.7,
        target: 8,
        previous_value: 7.9,
        status: "slipping",
        denominator: 96,
      }),
      is_change_signal: true,
      months: [],
    }),
  ],
  funnel: FUNNEL,
  losses: [
    {cause: "no_show", reason: "", label: "The prospect did not come", count: 49, owner: "sdr"},
    {cause: "rejected", reason: "no budget", label: "The AE rejected it", count: 12, owner: "buyer"},
  ],
  changes: [],
  runs: RUNS,
  lead: {
    period: "month",
    period_start: "2025-09-01",
    due: 212,
    held: 163,
    lower: 0.72,
    upper: 0.81,
    unknown: 0,
    most_missed_field: "budget",
  },
  counts: {sdrs: 2, aes: 1, handoffs: 240, pending: 28, waiting: 0, unknown: 0, our_side: 0, canceled: 0, put_off: 0},
  show_rate_bounds: null,
};

const HEAT = [
  {
    slug: "ada-berg",
    name: "Ada Berg",
    handoffs: 20,
    cells: [
      {field: "primary_pain", filled: 18, not_disclosed: 1, missing: 1},
      {field: "budget", filled: 4, not_disclosed: 2, missing: 14},
    ],
  },
  {
    slug: "bo-chen",
    name: "Bo Chen",
    handoffs: 3,
    cells: [
      {field: "primary_pain", filled: 3, not_disclosed: 0, missing: 0},
      {field: "budget", filled: 1, not_disclosed: 0, missing: 2},
    ],
  },
];

export const TEAM: TeamData = {
  slug: "emea",
  team: "t1",
  name: "EMEA",
  manager_name: "Mara Lind",
  headlines: COMPANY.headlines,
  scorecard: [
    {
      slug: "bo-chen",
      name: "Bo Chen",
      tenure_days: 40,
      is_ramping: true,
      is_current: true,
      handoffs: 3,
      cells: [
        makeRow({
          scope: "sdr",
          value: null,
          lower: null,
          upper: null,
          numerator: 2,
          denominator: 3,
          maturity: "too_few",
          status: "too_few",
        }),
      ],
      trend: [],
    },
    {
      slug: "ada-berg",
      name: "Ada Berg",
      tenure_days: 800,
      is_ramping: false,
      is_current: true,
      handoffs: 20,
      cells: [
        makeRow({scope: "sdr", value: 0.65, lower: 0.47, upper: 0.8, numerator: 13, denominator: 20, status: "not_separable"}),
      ],
      trend: [
        {month: "2025-08-01", numerator: 6, denominator: 10},
        {month: "2025-09-01", numerator: 7, denominator: 10},
      ],
    },
  ],
  told_apart: [],
  runs: RUNS,
  heat: HEAT,
  coming: COMING,
  funnel_plots: PLOTS,
  shows: "people",
  queue: [],
  funnel: FUNNEL,
};

/** Three comments, one of them on two themes. */
export const THEMES: CommentThemes = {
  comments: 3,
  themes: [
    {theme: "budget", label: "Budget", meaning: "Money", count: 2, comments: [makeComment({text: "Who pays? no budget", spans: [[4, 8], [13, 19]]})]},
    {theme: "timeline", label: "Timeline", meaning: "When", count: 1, comments: [makeComment({handoff_id: "h2", text: "when, and no budget", spans: [[0, 4]]})]},
    {theme: "other", label: "Other", meaning: "None", count: 1, comments: [makeComment({handoff_id: "h3", text: "<b>cake</b>", spans: []})]},
  ],
}; // prettier-ignore

export const SDR: SdrData = {
  slug: "ada-berg",
  name: "Ada Berg",
  team_name: "EMEA",
  team_slug: "emea",
  manager_name: "Mara Lind",
  started_on: "2023-07-01",
  is_current: true,
  headlines: [makeHeadline({latest: makeRow({scope: "sdr", status: "not_separable", denominator: 20})})],
  cells: [
    {
      ...makeRow({scope: "sdr", period: "trailing_90d", period_start: "", status: "not_separable", denominator: 20}),
      is_change_signal: null,
    },
  ],
  others: [],
  fields: HEAT[0]!.cells,
  team_fields: [],
  team_people: 0,
  team_fields_of: "team",
  coaching: COACHING,
  runs: RUNS,
  recent: RECENT,
  coming: COMING.filter(({sdr_slug}) => sdr_slug === "ada-berg"),
  has_calendar: true,
  words: RECENT.slice(0, 2),
  themes: THEMES,
  valued: [
    {context: "timeline", count: 7},
    {context: "pain_points", count: 3},
  ],
  valued_answers: 8,
  funnel: FUNNEL,
};

export const ROUTING: RoutingData = {
  headlines: [],
  has_rules: true,
  verdicts: {kept: 97, broken: 1, no_rule: 2},
  no_rule: [{reason: "country_unknown", count: 2}],
  balance: [
    {territory: "DACH", ae: "Cleo Diaz", handoffs: 40, chances: 50, share_got: 0.8, share_due: 0.5, lower: 0.69, upper: 0.88, reading: "more"},
    {territory: "DACH", ae: "Dot Eng", handoffs: 10, chances: 50, share_got: 0.2, share_due: 0.5, lower: 0.12, upper: 0.31, reading: "less"},
    {territory: "Nordics", ae: "Finn Gray", handoffs: 47, chances: 47, share_got: 1, share_due: 1, lower: 0.95, upper: 1, reading: "even"},
  ],
  broken: [
    {
      handoff_id: "h1", account_id: "a1", account: "Alder", sdr: "Ada Berg", sdr_slug: "ada-berg", ae: "Finn Gray", territory: "DACH",
      rule: "Germany, 250–999 employees", expected: "Dot Eng", rotation: ["Cleo Diaz", "Dot Eng"], routed_at: "2025-09-02T10:00:00Z",
    },
  ],
  broken_by_sdr: [{sdr: "Ada Berg", sdr_slug: "ada-berg", kept: 19, with_rule: 20}],
  reassignments: {
    handoffs: 1,
    of: 100,
    chains: [{handoff_id: "h2", account_id: "a2", account: "Birch", aes: ["Cleo Diaz", "Dot Eng", "Cleo Diaz"], meeting_at: "2025-09-03T10:00:00Z"}],
  },
  load: [{ae: "Cleo Diaz", coming: 4, coming_7_days: 2, open_decisions: 1, overdue_decisions: 3, lapsed_decisions: 5, per_week: 3.25}],
  decisions: {
    accepted: 60,
    rejected: 9,
    open: 1,
    overdue: 3,
    lapsed: 5,
    asked_weeks: 6,
    overdue_list: [
      {handoff_id: "h3", account_id: "a3", account: "Cedar", ae: "Cleo Diaz", meeting_at: "2025-09-03T10:00:00Z", due_at: "2025-09-05T15:00:00Z", hours_overdue: 120.5},
    ],
    auto_accepted: 6,
    bursts: [{ae: "Cleo Diaz", day: "2025-09-12", handoffs: 6}],
    reasons: [
      {reason: "no budget", count: 6},
      {reason: "", count: 3},
    ],
  },
}; // prettier-ignore

/** The files of a small site, by path under `data/`. */
export const PLAYBOOK: PlaybookData = {
  exemplars: [
    {behaviour: "budget", label: "Budget", text: "The prospect’s CFO set 40k aside for Q4", motion: "mid_market", rating: 9, became_sql: true, month: "2025-09"},
    {behaviour: "budget", label: "Budget", text: "Found by <b>finance</b>, about 20k", motion: null, rating: null, became_sql: false, month: "2025-08"},
  ],
  brief: {motion: "mid_market", rating: 9, became_sql: true, month: "2025-09", fields: [{field: "primary_pain", text: "20 contracts lapse a month"}, {field: "budget", text: "40k, set aside by the CFO"}]},
  authors: 2,
}; // prettier-ignore

export function makeDataFiles(): Record<string, unknown> {
  const groups = ["emea", "apac"].map((id, index) => ({number: index + 1, id, name: id.toUpperCase(), stages: FUNNEL}));
  const funnel: FunnelData = {
    all: FUNNEL,
    by: [{dimension: "team", label: "Team", groups}],
    cohorts: ["2025-08-01", "2025-09-01"].map((month) => ({month, stages: FUNNEL})),
  };
  const months = ["2025-08-01", "2025-09-01"].map((month, index) => ({month, filled: 8 + index, judged: 11}));
  const documentation: DocumentationData = {
    headlines: COMPANY.headlines,
    fields: [
      {field: "primary_pain", filled: 21, not_disclosed: 1, missing: 1, months},
      {field: "budget", filled: 5, not_disclosed: 2, missing: 16, months},
      {field: "competition", filled: 1, not_disclosed: 0, missing: 22, months},
    ],
    heat: HEAT,
    handoffs: 23,
    judged_late: 4,
    added_later: [{field: "budget", count: 3}],
    checklists: [
      {
        checklist: "qualification",
        handoffs: 23,
        all_met: 6,
        criteria: [
          {criterion: "pain", label: "Specific pain named", group: "Need", letter: "N", met: 20, not_met: 2, unknown: 1},
          {
            criterion: "duration",
            label: "30 to 45 minutes agreed",
            group: "Meeting commitment",
            letter: null,
            met: 18,
            not_met: 5,
            unknown: 0,
          },
        ],
        groups: [{team: "", scope: "sdr", slug: "ada-berg", name: "Ada Berg", handoffs: 12, all_met: 4, cells: []}],
        comparison: {
          all_met: {
            metric: "meeting_to_sql_rate",
            numerator: 4,
            denominator: 6,
            in_flight: 0,
            value: 2 / 3,
            lower: 0.35,
            upper: 0.88,
          },
          others: {
            metric: "meeting_to_sql_rate",
            numerator: 5,
            denominator: 12,
            in_flight: 1,
            value: 5 / 12,
            lower: 0.22,
            upper: 0.64,
          },
          difference: {value: 0.25, lower: -0.14, upper: 0.54},
        },
      },
    ],
  };
  const feedback: FeedbackData = {
    headlines: COMPANY.headlines,
    accuracy: [
      {answer: "full", count: 30},
      {answer: "partial", count: 8},
      {answer: "not", count: 2},
    ],
    accuracy_months: [
      {month: "2025-08-01", full: 12, partial: 5, not: 1},
      {month: "2025-09-01", full: 18, partial: 3, not: 1},
    ],
    valued: [{context: "pain_points", count: 22}],
    valued_answers: 30,
    ratings: Array.from({length: 10}, (_, index) => ({score: index + 1, count: index * 2})),
    advance: [{answer: "yes", count: 20, advanced: 9, decided: 15}],
    response: [{...makeRow({scope: "ae", scope_id: "p9", scope_name: "Cleo Diaz", status: "not_separable"}), slug: "cleo-diaz"}],
    themes: THEMES,
    words: [
      {
        handoff_id: "h1",
        account: "Alder",
        sdr: "Ada Berg",
        sdr_slug: "ada-berg",
        ae: "Cleo Diaz",
        meeting_at: "2025-09-02T10:00:00Z",
        missing: "Who signs?",
        helpful: null,
      },
    ],
  };
  const file = {
    path: "exports/handoffs.csv",
    entity: "handoffs",
    profile: "canonical",
    exported_at: "2025-10-01T04:00:00Z",
    exported_at_from: "name",
    encoding: "utf-8",
    delimiter: ",",
    rows_read: 1000,
    loaded: 990,
    merged: 8,
    rejected: 2,
    set_aside: 0,
    bad_cells: 3,
    unread: 0,
    orphans: 0,
  };
  const health: HealthData = {
    withheld: null,
    bridge: [
      {
        entity: "handoffs",
        steps: [
          {step: "rows_read", effect: 0, count: 1000},
          {step: "merged", effect: -1, count: 8},
          {step: "rejected", effect: -1, count: 2},
          {step: "loaded", effect: 0, count: 990},
          {step: "same_handoff", effect: -1, count: 40},
          {step: "counted", effect: 0, count: 950},
        ],
      },
    ],
    files: [file],
    unread_headers: [["Region", "Segment"]],
    problems: [
      {
        path: "exports/handoffs.csv",
        entity: "handoffs",
        column: "meeting_at",
        effect: "cell",
        reason: "is no time",
        hint: "set dates",
        count: 3,
        example: "soon",
        first_line: 7,
        record: "",
      },
    ],
    unmatched_people: [{id: "p9", used_in: "handoffs.sdr_id", rows: 2}],
    orphans: [{entity: "contacts", column: "account_id", references: "accounts", rows: 3, rejected: 2, example: "a9"}],
    unmatched_feedback: [
      {feedback_id: "f1", submitted_at: "2025-09-02T08:00:00Z", ae: "Cleo Diaz", account: null, why: "none_fits"},
    ],
    feedback_matches: [
      {how: "handoff_id", count: 40},
      {how: "none_fits", count: 1},
    ],
    answered_outcomes: [{answer: "yes", count: 3}],
    chains: [
      {slots: 1, handoffs: 200},
      {slots: 2, handoffs: 40},
    ],
    unknown_outcomes: [{sdr: "Bo Chen", count: 2, of: 30}],
    impossible_times: [{check: "Won before it was created", count: 1, example: "o1"}],
    totals: {problems: 1, unmatched_people: 1, unmatched_feedback: 1, reassigned: 1, disputes: 0},
    reassigned: [{entity: "opportunities", record_id: "o1", from: "Cy Dee", to: "Dot Eng"}],
    reschedules: [],
    disputes: [],
    sources: [{source: "exports/*.csv", entity: "handoffs", files: 1, rows: 2, exported_at: "2026-10-01T06:00:00Z"}],
    checks: [{check: "key handoff_id is null or not unique", model: "marts.handoffs", ok: true}],
  };
  const dictionary: DictionaryData = {
    entities: [
      {
        name: "handoffs",
        label: "Handoffs",
        meaning: "A meeting handed over.",
        keys: [["handoff_id"]],
        rows: 1000,
        columns: [
          {
            name: "handoff_id",
            type: "text" as never,
            meaning: "Identifier.",
            required: true,
            personal: false,
            choices: [],
            references: null,
            supplied: true,
          },
        ],
      },
    ],
  };
  return {
    "manifest.json": makeManifest(),
    "company.json": COMPANY,
    "funnel.json": funnel,
    "team/emea.json": TEAM,
    "sdr/ada-berg.json": SDR,
    "documentation.json": documentation,
    "feedback.json": feedback,
    "routing.json": ROUTING,
    "incidence.json": INCIDENCE,
    "practices.json": PRACTICES,
    "raters.json": RATERS,
    "playbook.json": PLAYBOOK,
    "health.json": health,
    "dictionary.json": dictionary,
  };
}
