import {html} from "htl";
import type {BriefFieldInfo, Manifest, MetricInfo, MetricRow, SdrData} from "../../pipeline/contract/datasets.js";
import type {Band} from "./band.js";
import {askField} from "./explain-fields.js";
import type {Asked} from "./explain-panel.js";
import {Explained} from "./explained.js";
import type {Span} from "./facts.js";
import {Fit} from "./fit.js";
import {formatCount, formatInterval, formatShare} from "./format.js";
import {RunChart} from "./run-chart.js";
import {say} from "./words.js";

type Focus = NonNullable<SdrData["focus"]>;

/** The one thing to work on: which field, why it, how colleagues do, and its run over the months. */
export function OneThing(
  {focus, no_focus, slug, name}: Pick<SdrData, "focus" | "no_focus" | "slug" | "name">,
  manifest: Manifest,
): HTMLElement {
  const field = manifest.brief_fields.find((info) => info.field === focus?.field);
  if (!focus || !field)
    return html`<p class="muted">${say(no_focus === "too_few" ? "thing_too_few" : "thing_none", {n: manifest.min_n})}</p>`;
  const missing = focus.judged - focus.filled;
  const sentence = say(focus.period === "trailing_90d" ? "thing_lead_90" : "thing_lead_year", {
    label: field.label,
    missing: formatCount(missing),
    n: formatCount(focus.judged),
    share: formatShare(missing / focus.judged, focus.judged),
    interval: formatInterval({lower: 1 - focus.upper, upper: 1 - focus.lower}, {unit: "share"}),
  });
  const whose = {place: {of: "sdr", slug}, whose: name} as const;
  const ask = () =>
    askField(field, {...whose, counts: {part: missing, judged: focus.judged}, what: "missing", span: spanOf(focus)}, manifest);
  const askMonth = (row: MetricRow) =>
    askField(
      field,
      {...whose, counts: {part: row.numerator ?? 0, judged: row.denominator ?? 0}, what: "filled", span: row},
      manifest,
    );
  return html`<div>
    <p>${sentence} ${describeOthers(focus)} ${Explained(say("explain"), ask)}</p>
    <p class="muted small">${say("thing_why")}</p>
    ${Fit((width) => FocusRun(focus, field, manifest, {width, ask: askMonth}))}
  </div>`;
}

/** The time that the field was chosen by: the last 90 days, or from the first of the months shown. */
function spanOf({period, months}: Focus): Span {
  if (period === "trailing_90d") return {period, period_start: ""};
  return {from_on: months[0]?.month ?? "", to_on: "9999-12-31"};
}

function describeOthers({colleagues, period}: Focus): string {
  if (!colleagues) return "";
  const {of, people, filled, judged} = colleagues;
  return say(of === "team" ? "thing_others_team" : "thing_others_company", {
    people,
    n: formatCount(judged),
    when: say(period === "trailing_90d" ? "thing_same_90" : "thing_same_year"),
    share: formatShare(1 - filled / judged, judged),
  });
}

function FocusRun(
  focus: Focus,
  {label}: BriefFieldInfo,
  {min_n}: Manifest,
  {width, ask}: {width: number; ask(row: MetricRow): Asked},
): HTMLElement {
  const metric: MetricInfo = {...FIELD_METRIC, label: say("thing_metric", {label}), counted: say("briefs")};
  const rows = focus.months.map(({month, filled, judged, lower, upper}): MetricRow => ({
    ...FIELD_ROW,
    period_start: month,
    numerator: filled,
    denominator: judged,
    value: filled / judged,
    lower,
    upper,
    maturity: judged < min_n ? "too_few" : "final",
  }));
  return RunChart(rows, metric, {width, title: say("thing_chart", {label}), band: findBand(focus), ask});
}

/** The middle half of colleagues; where too few stand behind it, what they do together. */
function findBand({band, colleagues}: Focus): Band | undefined {
  if (band) return {lower: band.lower, upper: band.upper, label: say("band_label", {people: band.people})};
  if (!colleagues) return undefined;
  const level = colleagues.filled / colleagues.judged;
  return {lower: level, upper: level, label: say("colleagues_label", {people: colleagues.people})};
}

const FIELD_METRIC: MetricInfo = {
  name: "field",
  label: "",
  short_label: "",
  group: "documentation",
  meaning: "",
  formula: "",
  counted: "",
  unit: "share",
  kind: "rate",
  direction: "up",
  window: "",
  dated_by: "meeting",
  target: null,
  is_headline: false,
  is_leading: true,
  record: "handoff",
};
const FIELD_ROW: MetricRow = {
  metric: "field",
  scope: "sdr",
  scope_id: "",
  scope_name: "",
  period: "month",
  period_start: "",
  numerator: null,
  denominator: null,
  value: null,
  lower: null,
  upper: null,
  in_flight: 0,
  maturity: "final",
  target: null,
  previous_value: null,
  status: "no_target",
  currency: "",
};
