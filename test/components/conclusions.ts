import type {FunnelPlotData, IncidenceCurve, PracticesData, RatersData, RunData} from "../../pipeline/contract/datasets.js";

export const PRACTICES: PracticesData = {
  practices: [
    {
      practice: "verbal_sync", label: "SDR and AE talk before the meeting", against: "they do not", outcome: "meeting_to_sql_rate", n_with: 60,
      n_without: 90, share_with: 0.4, share_without: 0.37, difference: 0.02, lower: -0.05, upper: 0.09,
    },
    {
      practice: "confirmation_sent", label: "A confirmation is sent before the meeting", against: "none is sent", outcome: "show_rate", n_with: 180,
      n_without: 32, share_with: 0.8, share_without: 0.5, difference: 0.25, lower: 0.12, upper: 0.38,
    },
  ],
  fields: [
    {motion: "", lines: [{field: "budget", n_with: 50, n_without: 90, difference: 0.101, lower: 0.02, upper: 0.18}]},
    {motion: "outbound", lines: [{field: "budget", n_with: 20, n_without: 40, difference: 0.05, lower: -0.1, upper: 0.2}]},
  ],
  worth: {
    handoffs: 40, sqls: {value: 5.2, lower: 2.1, upper: 8.3}, opportunities: {value: 3.1, lower: 1.3, upper: 5},
    amount: {value: 124_000, lower: 50_000, upper: 198_000}, currency: "EUR",
  },
  score: {
    fifths: [1, 2].map((fifth) => ({lowest: 20 * fifth, highest: 20 * fifth + 19, qualified: 10 * fifth, n: 50, value: 0.2 * fifth, lower: 0.2 * fifth - 0.1, upper: 0.2 * fifth + 0.1})),
    concordance: {value: 0.62, lower: 0.55, upper: 0.69},
  },
}; // prettier-ignore

export const RATERS: RatersData = {
  raters: [
    {ae: "Bo Hale", slug: "bo-hale", n: 40, sdrs: 5, mean: 6.4, severity: -0.9, lower: -1.3, upper: -0.5, spread: 1.1, piece: 1},
    {ae: "Cleo Diaz", slug: null, n: 1, sdrs: 1, mean: 8, severity: 0.1, lower: null, upper: null, spread: null, piece: 2},
  ],
  fit: {n: 41, mean: 7.1, sdr_sd: 0.5, ae_sd: 0.8, error_sd: 1, agreement: 0.13, agreement_lower: 0.05, agreement_upper: 0.24, consistency: 0.2, pieces: 2, reason: ""},
}; // prettier-ignore

const curve = (cohort: IncidenceCurve["cohort"], cohort_id: string, event: string, last: number): IncidenceCurve => ({
  cohort, cohort_id, event, n: 100,
  points: [
    {day: 2, value: last / 2, lower: last / 3, upper: last / 1.5, at_risk: 90},
    {day: 30, value: last, lower: last - 0.05, upper: last + 0.05, at_risk: 20},
  ],
}); // prettier-ignore

export const INCIDENCE: IncidenceCurve[] = [
  curve("all", "", "sql", 0.38),
  curve("all", "", "rejected", 0.1),
  curve("all", "", "disqualified", 0.3),
  curve("source", "inbound", "sql", 0.5),
  curve("source", "outbound", "sql", 0.2),
];

const limitsAt = (n: number, half: number) => ({
  n,
  lower_95: 0.77 - half,
  upper_95: 0.77 + half,
  lower_998: 0.77 - 1.5 * half,
  upper_998: Math.min(1, 0.77 + 1.5 * half),
});

export const PLOTS: FunnelPlotData[] = [
  {
    metric: "show_rate", period: "trailing_90d", centre: 0.77, limits: [limitsAt(20, 0.18), limitsAt(60, 0.11)],
    people: [
      {slug: "ada-berg", name: "Ada Berg", n: 60, value: 0.5, place: "outside_998"},
      {slug: "bo-hale", name: "Bo Hale", n: 20, value: 0.8, place: "inside"},
    ],
  },
]; // prettier-ignore

export const run = (values: number[], signals: RunData["signals"]): RunData => ({
  metric: "show_rate", signals,
  points: values.map((value, index) => ({
    from_on: `2025-${String(1 + Math.floor(index / 4)).padStart(2, "0")}-0${1 + 2 * (index % 4)}`,
    to_on: `2025-${String(1 + Math.floor(index / 4)).padStart(2, "0")}-0${2 + 2 * (index % 4)}`,
    n: 12, value, centre: 0.77, lower: 0.5, upper: 1, phase: 1,
  })),
}); // prettier-ignore

export const RUNS: RunData[] = [
  run([0.8, 0.75, 0.7, 0.8, 0.77, 0.75, 0.8, 0.7, 0.75, 0.8, 0.4], [{kind: "outside", from: 10, to: 10, side: "below"}]),
];
export const QUIET_RUN: RunData = run([0.8, 0.75, 0.7, 0.8, 0.77, 0.75, 0.8, 0.7, 0.75, 0.8], []);
