import type {Conversion, FunnelStage, Manifest, MetricInfo, MetricRow} from "../../../pipeline/contract/datasets.js";
import {countMembers, formatCount, formatDecimal, formatInterval, formatMetric, formatRow, formatShare} from "../base/format.js";
import {namePeriod} from "../company/overview-lead.js";
import {say} from "../words/words.js";

type Metrics = Pick<Manifest, "metrics">;

/** The metric whose definition a step of the funnel follows; undefined where it is the plain share of two counts. */
export function findStepMetric({metric}: Conversion, {metrics}: Metrics): MetricInfo | undefined {
  return metric ? metrics.find(({name}) => name === metric) : undefined;
}

/** Fewer than `min_n` tell no share. */
const isFew = ({denominator}: Conversion, {min_n}: Pick<Manifest, "min_n">): boolean => denominator < min_n;

/** A step's share, of how many of what: "35.3 % of 3,097 meetings held"; "too few, 2 meetings held". A stage may look back further than the bar before it. */
export function describeStep(conversion: Conversion, manifest: Metrics & Pick<Manifest, "min_n">): string {
  const info = findStepMetric(conversion, manifest);
  const {value, denominator} = conversion;
  if (isFew(conversion, manifest)) return say(info ? "step_few" : "step_few_plain", {n: formatCount(denominator), counted: info?.counted ?? ""}); // prettier-ignore
  if (info?.kind === "ratio")
    return say("step_ratio", {value: formatDecimal(value === null ? null : 100 * value, 0), counted: info.counted});
  const share = formatShare(value, denominator);
  const n = formatCount(denominator);
  return info ? say("step_share", {share, n, counted: info.counted}) : say("step_plain", {share, n});
}

/** A step's interval, as "71.0–73.2 %"; empty where there is none, or too few tell it. */
export function describeReach(conversion: Conversion, manifest: Pick<Manifest, "min_n">): string {
  if (isFew(conversion, manifest)) return "";
  return formatInterval(conversion, {unit: "share"}, {n: conversion.denominator});
}

/** A step as a row that marks can draw. @param min_n fewest members for a value to be shown */
export function toRow(
  conversion: Conversion,
  {metrics, min_n, targets_confirmed}: Pick<Manifest, "metrics" | "min_n" | "targets_confirmed">,
): MetricRow {
  const {metric, numerator, denominator, value, lower, upper, in_flight} = conversion;
  const target = findStepMetric(conversion, {metrics})?.target ?? null;
  return {
    metric,
    scope: "company",
    scope_id: "",
    scope_name: "",
    period: "all",
    period_start: "",
    numerator,
    denominator,
    value,
    lower,
    upper,
    in_flight,
    maturity: isFew(conversion, {min_n}) ? "too_few" : in_flight > 0 ? "provisional" : "final",
    target: targets_confirmed ? target : null,
    previous_value: null,
    status: isFew(conversion, {min_n}) ? "too_few" : "no_target",
    currency: "",
  };
}

/** A step of the funnel at which handoffs are lost. */
export interface Leak {
  /** Whether steps before the booking were told too, and left out. */
  isFromBooking: boolean;
  stage: FunnelStage;
  /** Name of the stage before. */
  before: string;
  conversion: Conversion;
  lost: number;
}

/**
 * Where most handoffs are lost. Counted are the handoff's own steps, from the meeting on; without any, all steps. Undefined when no
 * step can be told.
 */
export function findLeak(stages: readonly FunnelStage[], {min_n}: Pick<Manifest, "min_n">): Leak | undefined {
  const steps = stages.flatMap((stage, index) =>
    stage.conversion && stage.conversion.lower !== null && !isFew(stage.conversion, {min_n})
      ? [{stage, before: stages[index - 1]?.label ?? "", conversion: stage.conversion, lost: countLost(stage.conversion)}]
      : [],
  );
  const booked = stages.findIndex(({stage}) => stage === "booked");
  const own = steps.filter(({stage}) => stages.indexOf(stage) > booked);
  const isFromBooking = booked >= 0 && own.length > 0 && own.length < steps.length;
  const [most] = [...(own.length ? own : steps)].sort((a, b) => b.lost - a.lost);
  return most && {...most, isFromBooking};
}

const countLost = ({denominator, numerator}: Conversion): number => denominator - numerator;

/** What is said of where most are lost. */
export interface LeakOptions {
  /** First day of the month that the stages are of; all time if left out. */
  month?: string;
  /** The rows that the page judges by their targets. */
  judged?: readonly MetricRow[];
}

/** The row by which the page judges what the step counts: of another time than the stages, so that it has a sentence of its own. */
export function findJudged({metric}: Conversion, {judged = []}: LeakOptions): MetricRow | undefined {
  return judged.find((row) => row.metric === metric && row.period !== "all" && row.maturity !== "too_few" && row.target !== null);
}

/** Where most handoffs are lost, in words; null when no step can be told. Where the page judges the step by its latest period, the target is set beside that alone. */
export function describeLeak(
  stages: readonly FunnelStage[],
  manifest: Pick<Manifest, "metrics" | "min_n" | "targets_confirmed">,
  options: LeakOptions = {},
): string | null {
  const most = findLeak(stages, manifest);
  if (!most) return null;
  const {conversion, before, stage, lost, isFromBooking} = most;
  const {month = ""} = options;
  const info = findStepMetric(conversion, manifest);
  const target = manifest.targets_confirmed ? (info?.target ?? null) : null;
  const latest = findJudged(conversion, options);
  const told = say(target === null || latest ? "leak" : "leak_target", {
    most: say(isFromBooking ? "leak_most_booked" : "leak_most"),
    when: namePeriod({period: month ? "month" : "all", period_start: month}),
    n: formatCount(conversion.denominator),
    counted: info?.counted ?? before,
    lost: formatCount(lost),
    stage: stage.label,
    window: info?.window ? say("leak_window", {window: info.window}) : "",
    share: formatShare(conversion.value, conversion.denominator),
    interval: describeReach(conversion, manifest),
    target: formatShare(target),
  });
  return info && latest ? `${told} ${describeJudged(latest, info)}` : told;
}

function describeJudged(row: MetricRow, info: MetricInfo): string {
  return say("leak_judged", {
    share: formatRow(row, info),
    when: namePeriod(row),
    interval: formatInterval(row, info, {n: countMembers(row)}),
    target: formatMetric(row.target, info, {n: countMembers(row)}),
  });
}

/** The scale of a column: what its intervals and target span, to the next tenth; dots need no zero, and wide intervals must be told from narrow ones. */
export function findSpan(rows: readonly MetricRow[]): readonly [number, number] {
  const ends = rows
    .filter(({maturity}) => maturity !== "too_few")
    .flatMap(({lower, upper, target}) => [lower, upper, target])
    .filter((end) => end !== null);
  if (!ends.length) return [0, 1];
  return [Math.floor(Math.min(...ends) * 10) / 10, Math.ceil(Math.max(...ends) * 10) / 10];
}
