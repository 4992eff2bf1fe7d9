import type {FunnelStage, Manifest, MetricRow} from "../../../pipeline/contract/datasets.js";
import {askCount} from "./explain-count.js";
import {askRow} from "./explain.js";
import type {Asked} from "./explain-panel.js";
import {COMPANY} from "./facts.js";
import type {Place} from "./facts.js";
import {addEntries} from "./explain-plain.js";
import {formatCount, formatDecimal} from "../base/format.js";
import {describeStep, findJudged, findLeak, findStepMetric, toRow} from "../funnel/steps.js";
import type {LeakOptions} from "../funnel/steps.js";
import type {Ask} from "./told.js";
import {say} from "../words/words.js";

export interface StepQuestion {
  place?: Place;
  whose?: string;
  /** First day of the month that the handoffs' meetings lie in; all time if left out. */
  month?: string;
}

/** The question about a step of the funnel: the metric that it follows, or the plain share of two counts. */
export function askStep(stage: FunnelStage, manifest: Manifest, {place = COMPANY, whose = "", month = ""}: StepQuestion): Asked {
  const conversion = stage.conversion!;
  const info = findStepMetric(conversion, manifest);
  const row = toRow(conversion, manifest);
  if (info) {
    const dated = {...row, ...scopeOf(place, whose), ...(month && {period: "month" as const, period_start: month})};
    const isOne = place.of !== "company" || Object.values(place.only ?? {}).filter(Boolean).length < 2;
    const asked = askRow(info, dated, manifest, {place, whose, ...(!isOne && {command: ""})});
    if (info.kind !== "ratio") return asked;
    // The funnel says a ratio in words, 72 for every 100, its tables as 0.72.
    return {...asked, value: `${formatDecimal(conversion.value, 2)}; ${describeStep(conversion, manifest)}`};
  }
  return askCount(
    {
      title: [stage.label, whose].filter(Boolean).join(", "),
      meaning: say("count_stage_meaning"),
      part: say("count_stage_part", {label: stage.label}),
      whole: say("count_stage_before"),
      numerator: conversion.numerator,
      denominator: conversion.denominator,
      isMember: () => false,
      counts: () => "",
      isUnlisted: true,
    },
    manifest,
  );
}

/** The questions about where most are lost: the step with how many did not take it, and the number that is judged by its target; none where no step can be told. */
export function listLeakAsks(
  stages: readonly FunnelStage[],
  manifest: Manifest,
  question: StepQuestion & LeakOptions = {},
): Ask[] {
  const most = findLeak(stages, manifest);
  if (!most) return [];
  const {place = COMPANY, whose = ""} = question;
  const info = findStepMetric(most.conversion, manifest);
  const latest = findJudged(most.conversion, question);
  return [
    () => addEntries(askStep(most.stage, manifest, question), [say("leak_lost"), formatCount(most.lost)]),
    info && latest && (() => askRow(info, latest, manifest, {place, ...(whose && {whose})})),
  ];
}

/** Whose number it is, as the command line names it: by name, which it takes as well as an id. */
export function scopeOf(place: Place, whose: string): Pick<MetricRow, "scope" | "scope_id" | "scope_name"> {
  if (place.of === "sdr" || place.of === "team") return {scope: place.of, scope_id: whose, scope_name: whose};
  const [dimension, id = ""] = (place.of === "company" && Object.entries(place.only ?? {}).find(([, value]) => value)) || [];
  return {scope: (dimension ?? "company") as MetricRow["scope"], scope_id: id, scope_name: whose};
}
