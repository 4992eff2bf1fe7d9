import * as Plot from "@observablehq/plot";
import {html} from "htl";
import type {IncidenceCurve, Manifest} from "../../../pipeline/contract/datasets.js";
import {chooseAddress, readAddress} from "../frame/address.js";
import {Chart} from "../chart/chart.js";
import {askCount} from "../explain/explain-count.js";
import type {Asked} from "../explain/explain-panel.js";
import {Explained} from "../explain/explained.js";
import {formatCount, formatMonth, formatShare} from "../base/format.js";
import {Choice} from "./funnel-filters.js";
import {Section} from "../frame/section.js";
import {Sentence} from "../explain/told.js";
import {Unnarrowed} from "../frame/unnarrowed.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

const COHORTS = ["all", "month", "source", "motion"] as const;
/** Lines that can be told apart; months are the newest. */
const MOST = 6;

/** How soon meetings held become SQLs, and how many in the end: of everyone, by month, source or motion. */
export function IncidencePart(curves: readonly IncidenceCurve[], manifest: Manifest): HTMLElement | null {
  const sqls = curves.filter(({event}) => event === "sql");
  if (!sqls.some(({cohort}) => cohort === "all")) return manifest.audience.kind === "revops" ? null : html`<div></div>`;
  return Section(say("incidence"), manifest, () => Curves(sqls, curves, manifest), {
    hint: html`<span>${say("incidence_hint")} ${Unnarrowed("incidence_whole")}</span>`,
  });
}

function Curves(sqls: readonly IncidenceCurve[], all: readonly IncidenceCurve[], manifest: Manifest): HTMLElement {
  const known = COHORTS.filter((cohort) => sqls.some((curve) => curve.cohort === cohort));
  const place = html`<div></div>`;
  const draw = (cohort: string) => {
    const chosen = sqls.filter((curve) => curve.cohort === (known.find((name) => name === cohort) ?? "all"));
    const shown = chosen[0]?.cohort === "month" ? chosen.slice(-MOST) : [...chosen].sort((a, b) => b.n - a.n).slice(0, MOST);
    const whole = sqls.find((curve) => curve.cohort === "all")!;
    const competing = all.filter((curve) => curve.cohort === "all");
    place.replaceChildren(
      html`<p class="conclude">
        ${Sentence(describeCurve(whole), [() => askCurve(whole, nameEvent(whole), whole.points.at(-1)!.day, manifest)])}
      </p>`,
      chosen[0]?.cohort === "all"
        ? Picture(competing, nameEvent, describeCurve(whole), manifest)
        : Picture(shown, nameCohort, describeCurve(whole), manifest),
    );
  };
  const choice = Choice(
    say("incidence_by"),
    known.map((cohort) => [cohort, say(`incidence_${cohort}` as WordKey)]),
    readAddress("curves"),
  );
  const select = choice.querySelector("select")!;
  select.addEventListener("change", () => (chooseAddress({curves: select.value}), draw(select.value)));
  draw(readAddress("curves"));
  return html`<div>
    <div class="tools">${choice}</div>
    ${place}
  </div>`;
}

const nameEvent = ({event}: IncidenceCurve): string => say(`event_${event}` as WordKey);
const nameCohort = ({cohort, cohort_id}: IncidenceCurve): string =>
  cohort === "month" ? formatMonth(`${cohort_id}-01`, {short: true}) : cohort_id;

function describeCurve({points, n}: IncidenceCurve): string {
  const {day, value, lower, upper} = points.at(-1)!;
  return say("incidence_lead", {
    value: formatShare(value),
    days: day,
    lower: formatShare(lower),
    upper: formatShare(upper),
    n: formatCount(n),
  });
}

/** Steps with their intervals, each line named at its end. */
function Picture(
  curves: readonly IncidenceCurve[],
  nameOf: (curve: IncidenceCurve) => string,
  found: string,
  manifest: Manifest,
): HTMLElement {
  const rows = curves.flatMap((curve) => [
    {name: nameOf(curve), day: 0, value: 0, lower: 0, upper: 0},
    ...curve.points.map((point) => ({name: nameOf(curve), ...point})),
  ]);
  const ends = curves.map((curve) => ({name: nameOf(curve), ...curve.points.at(-1)!}));
  // Where nothing has come of anything yet, the axis still has a height.
  const top = Math.max(...rows.map(({upper}) => upper)) || 1;
  const step = {x: "day", z: "name", curve: "step-after"} as const;
  const longest = Math.max(...ends.map(({name}) => name.length));
  return Chart(
    (width) => ({
      height: 280,
      marginLeft: 48,
      marginRight: Math.min(150, 16 + 8 * longest, width * 0.45),
      marginBottom: 40,
      x: {label: say("days_after", {start: say("start_meeting")}), tickSize: 0, labelAnchor: "center", labelArrow: "none"},
      y: {label: null, ticks: 4, tickSize: 0, grid: true, domain: [0, top], tickFormat: (value: number) => formatShare(value)},
      marks: [
        Plot.areaY(rows, {...step, y1: "lower", y2: "upper", className: "band", fill: "currentColor", fillOpacity: 0.1}),
        Plot.lineY(rows, {...step, y: "value", className: "line", stroke: "currentColor"}),
        Plot.text(spread(ends, top), {x: "day", y: "at", text: "name", textAnchor: "start", dx: 6, className: "last", fill: "currentColor"}),
      ],
    }),
    {
      found,
      not: say("read_curve_not"),
      summary: ends.map(({name, value, day}) => say("incidence_summary", {name, value: formatShare(value), days: day})).join("; "),
      table: {
        header: [say("incidence_event"), say("members"), ...SHOWN_DAYS.map((days) => say("shown_days", {days}))],
        rows: curves.map((curve) => [nameOf(curve), formatCount(curve.n), ...SHOWN_DAYS.map((days) => Explained(valueAt(curve, days), () => askCurve(curve, nameOf(curve), days, manifest)))]),
      },
    },
  ); // prettier-ignore
}

function askCurve(curve: IncidenceCurve, name: string, days: number, manifest: Manifest): Asked {
  const {cohort, cohort_id, n} = curve;
  return askCount(
    {
      title: `${name}, ${say("shown_days", {days})}`,
      meaning: say("count_incidence_meaning"),
      part: say("count_incidence_part"),
      numerator: n,
      value: valueAt(curve, days),
      place: {of: "company", only: cohort === "source" || cohort === "motion" ? {[cohort]: cohort_id} : {}},
      ...(cohort === "month" && {span: {period: "month", period_start: `${cohort_id.slice(0, 7)}-01`}}),
      isMember: ({stages}) => stages.includes("h"),
      counts: ({stages}) => say(stages.includes("s") ? "sql_yes" : "sql_open"),
    },
    manifest,
  );
}

const SHOWN_DAYS = [7, 14, 30, 60, 90];

function valueAt({points}: IncidenceCurve, day: number): string {
  const last = points.at(-1)!;
  const point = points.findLast((candidate) => candidate.day <= day);
  if (day > last.day && last.at_risk > 0) return say("unknown_yet");
  return point ? `${formatShare(point.value)} (${formatShare(point.lower)} – ${formatShare(point.upper)})` : formatShare(0);
}

/** Part of the height that a label takes. */
const LABEL = 0.07;

/** Labels at the ends of lines, moved apart where they would lie on each other, and kept below `top`. */
function spread<T extends {value: number}>(ends: readonly T[], top: number): (T & {at: number})[] {
  const gap = LABEL * top;
  const sorted = [...ends].sort((a, b) => a.value - b.value).map((end) => ({...end, at: end.value}));
  for (let k = 1; k < sorted.length; k++) sorted[k]!.at = Math.max(sorted[k]!.at, sorted[k - 1]!.at + gap);
  for (let k = sorted.length - 1, most = top; k >= 0; k--, most -= gap) sorted[k]!.at = Math.min(sorted[k]!.at, most);
  return sorted;
}
