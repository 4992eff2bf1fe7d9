/** The change guard: whether a build may take the place of the served one. */
import {METRICS} from "../contract/metrics.js";
import type {RefreshStatus} from "../contract/status.js";
import {groupBy} from "../group-by.js";
import {isWorkedBetween, type Calendar} from "../worked.js";
import {tellBuild, type BuildRecord, type KeptBuild} from "./build-record.js";
import {compareBuilds, findTooMuch, type Difference, type Limits} from "./compare.js";
import {PRIVATE, writeAside, type Place} from "./place.js";

interface Settings extends Calendar {
  guard: Limits & {beyond: "refuse" | "notice" | "off"};
}

/**
 * Compares what is about to be published with what is served.
 * @returns the judgement, and why it is refused when it is; the build's record is then kept for `diff`
 */
export function judgeChange(
  place: Pick<Place, "refused">,
  config: Settings,
  next: BuildRecord,
  served: KeptBuild | undefined,
  isAccepted: boolean,
): {guard: NonNullable<RefreshStatus["guard"]>; refusal?: string} {
  const {guard} = config;
  if (guard.beyond === "off") return {guard: {state: "off", differences: 0, beyond: []}};
  if (!served) return {guard: {state: "nothing to compare with", differences: 0, beyond: []}};
  const differences = compareBuilds(served, next, guard, (from, to) => isWorkedBetween(config, from, to));
  const tooMuch = findTooMuch(differences, guard);
  const told = {differences: differences.length, beyond: tooMuch.map(describeDifference)};
  if (tooMuch.length === 0) return {guard: {state: "passed", ...told}};
  if (isAccepted) return {guard: {state: "accepted", ...told}};
  if (guard.beyond === "notice") return {guard: {state: "noticed", ...told}};
  writeAside(place.refused, JSON.stringify(next), PRIVATE);
  const shifts = differences.filter(({kind}) => kind === "value").map(describeDifference);
  const refusal = [
    `the data differ from the published ones (${tellBuild(served.name, served.as_of, config.timezone)}) by more than guard allows`,
    ...[...cut(summarise(tooMuch)), ...cut(shifts)].map((line) => `  ${line}`),
    `  what changed: ${CAUSES[tooMuch[0]!.cause]}`,
    "  → look at it: npm run baton -- diff; let it through once: npm run baton -- refresh --accept; the last site is served",
  ].join("\n");
  return {guard: {state: "refused", ...told}, refusal};
}
const MOST = 12;
const cut = (lines: readonly string[]): string[] =>
  lines.length > MOST ? [...lines.slice(0, MOST), `… and ${lines.length - MOST} more`] : [...lines];

/** A line each; of a metric that moved in many periods one, with the period in which it moved most. */
function summarise(differences: readonly Difference[]): string[] {
  const kindOf = ({kind, what}: Difference) =>
    kind === "number" ? `number ${what.replace(/ (\S+ \d{4}-\d\d-\d\d)$/, "")}` : what;
  return [...groupBy(differences, kindOf).values()].map((alike) => {
    const distance = ({before, after}: Difference) => Math.abs((after ?? 0) - (before ?? 0));
    const most = alike.reduce((a, b) => (distance(b) > distance(a) ? b : a));
    return describeDifference(most) + (alike.length > 1 ? `, and in ${alike.length - 1} more of its periods` : "");
  });
}

/** What can have caused the differences, in words. */
export const CAUSES: Record<Difference["cause"], string> = {
  data: "the exports; settings and code are the same, so no number moved by definition",
  definitions: "the settings; exports and code are the same",
  code: "Baton's own code; exports and settings are the same",
  "definitions and code": "settings and Baton's own code; the exports are the same",
  "data and the rest":
    "the exports, and settings or code too: which of them moved a number cannot be told; refresh once before a change of settings or code",
  nothing: "nothing that is known",
};

/** One difference in a line: kind, what, before → after. */
export function describeDifference(difference: Difference): string {
  const {kind, what, before, after} = difference;
  if (kind === "file") return `${kind}: ${what}; the export may not have run: fetch it again`;
  const line = `${kind}: ${nameDifference(difference)} ${formatSide(difference, before)} → ${formatSide(difference, after)}`;
  if (kind === "date") return `${line}; npm run baton -- check names the row or the name that dates it`;
  return kind === "column"
    ? `${line}; its header may be another now: npm run baton -- check names those that nothing is read from`
    : line;
}

/** What differs, a metric by the name that pages have for it. */
export function nameDifference({what}: Difference): string {
  const metric = findMetric(what);
  return metric ? metric.label + what.slice(metric.name.length) : what;
}

/** How it was, or is: a share in per cent, a number as large as it is told. */
export function formatSide({kind, what}: Difference, value: number | null): string {
  if (value === null) return "gone";
  if (kind === "rejects" || (kind === "number" && findMetric(what)?.unit === "share")) return `${(value * 100).toFixed(1)} %`;
  return Number.isInteger(value) ? value.toLocaleString("en") : value.toPrecision(4);
}

const findMetric = (what: string) => METRICS.find(({name}) => name === /^\w+/.exec(what)?.[0]);
