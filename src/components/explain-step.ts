import type {FunnelStage, Manifest, MetricRow, StageLetter} from "../../pipeline/contract/datasets.js";
import {askCount} from "./explain-count.js";
import {askRow} from "./explain.js";
import type {Asked} from "./explain-panel.js";
import {COMPANY} from "./facts.js";
import type {Place} from "./facts.js";
import {findStepMetric, toRow} from "./steps.js";
import {say} from "./words.js";

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
    return askRow(info, dated, manifest, {place, whose, ...(!isOne && {command: ""})});
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

/** Whose number it is, as the command line names it: by name, which it takes as well as an id. */
function scopeOf(place: Place, whose: string): Pick<MetricRow, "scope" | "scope_id" | "scope_name"> {
  if (place.of === "sdr" || place.of === "team") return {scope: place.of, scope_id: whose, scope_name: whose};
  const [dimension, id = ""] = (place.of === "company" && Object.entries(place.only ?? {}).find(([, value]) => value)) || [];
  return {scope: (dimension ?? "company") as MetricRow["scope"], scope_id: id, scope_name: whose};
}

/** Stages that handoffs themselves come into; those before are of leads. */
const LETTERS: Partial<Record<FunnelStage["stage"], StageLetter>> = {
  booked: "b", held: "h", accepted: "a", sql: "s", opportunity: "o", won: "w",
}; // prettier-ignore

/** The question about how many came into a stage. */
export function askStage(
  {stage, label, count}: FunnelStage,
  manifest: Manifest,
  {place = COMPANY, whose = "", month}: StepQuestion,
): Asked {
  const letter = LETTERS[stage];
  // A team's own file holds members of metrics alone; the company's has all handoffs.
  const isListed = letter !== undefined && (place.of === "sdr" || place.of === "company");
  return askCount(
    {
      title: [label, whose].filter(Boolean).join(", "),
      meaning: say("count_stage_meaning"),
      part: say("count_stage_part", {label}),
      numerator: count,
      place,
      ...(month && {span: {period: "month", period_start: month}}),
      isMember: ({stages}) => letter !== undefined && stages.includes(letter),
      counts: ({stages}) => (stages.endsWith(letter ?? "") ? say("counts_here") : say("counts_further")),
      isUnlisted: !isListed,
    },
    manifest,
  );
}
