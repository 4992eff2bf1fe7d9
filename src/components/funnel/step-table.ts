import {html} from "htl";
import type {FunnelStage, Manifest} from "../../../pipeline/contract/datasets.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {DotInterval} from "../chart/dot-interval.js";
import {askStage} from "../explain/explain-stage.js";
import {askStep} from "../explain/explain-step.js";
import {Explained} from "../explain/explained.js";
import type {Place} from "../explain/facts.js";
import {formatCount, formatDecimal, formatShare, NOTHING} from "../base/format.js";
import {make} from "../base/make.js";
import {Reading} from "../explain/reading.js";
import {describeReach, findSpan, findStepMetric, toRow} from "./steps.js";
import {Take} from "../picture/take.js";
import {nameCounted, say} from "../words/words.js";

/** A funnel of its own: one value of a dimension, or one month. */
export interface StepGroup {
  id: string;
  name: string;
  href?: string;
  /** Of whom its numbers are, for the panel; its name if left out. */
  whose?: string;
  /** Where its records are. */
  place?: Place;
  /** First day of the month that it is of. */
  month?: string;
  stages: readonly FunnelStage[];
}

export interface StepTableOptions {
  caption: string;
  /** Heading of the names. */
  label: string;
  file: string;
}

/** Funnels side by side: a row each, and in the columns the share that came into each stage, on one scale, with n. */
export function StepTable(
  groups: readonly StepGroup[],
  manifest: Manifest,
  {caption, label, file}: StepTableOptions,
): HTMLElement {
  const stages = new Map(groups.flatMap((group) => group.stages.map((stage) => [stage.stage, stage] as const)));
  const steps = [...stages.values()].filter(({stage}) => groups.some((group) => findStep(group, stage)));
  const booked = stages.get("booked");
  const counts: Column<StepGroup>[] = booked
    ? [
        {
          key: "booked",
          label: say("handoffs"),
          hint: booked.label,
          value: (group) => find(group, "booked")?.count,
          cell: (group) => {
            const stage = find(group, "booked");
            return stage ? Explained(formatCount(stage.count), () => askStage(stage, manifest, questionOf(group))) : NOTHING;
          },
          align: "right",
        },
      ]
    : [];
  const figure = html`<div>
    ${Reading(describeSteps(groups, steps), say("read_steps_not"))}${DataTable(
      groups,
      [
        {
          key: "name",
          label,
          value: ({id, href, name}) => (href ? name : id),
          cell: ({name, href}) => (href ? html`<a href=${href}>${name}</a>` : name),
          isName: true,
        },
        ...counts,
        ...steps.flatMap((stage) => describeColumns(stage, groups, manifest)),
      ],
      {caption, file, filter: false},
    )}
  </div>`;
  return Take(figure, caption);
}

/** The steps whose intervals tell at least two of the groups apart. */
function describeSteps(groups: readonly StepGroup[], steps: readonly FunnelStage[]): string {
  const apart = steps.filter(({stage}) => {
    const ends = groups.flatMap((group) => {
      const {lower, upper} = findStep(group, stage) ?? {};
      return lower == null || upper == null ? [] : [{lower, upper}];
    });
    return Math.max(...ends.map(({lower}) => lower)) > Math.min(...ends.map(({upper}) => upper));
  });
  return apart.length ? say("read_steps", {list: apart.map(({label}) => label).join(", ")}) : say("read_steps_same");
}

const questionOf = ({name, whose = name, place, month}: StepGroup) => ({whose, ...(place && {place}), ...(month && {month})});
const findStage = (group: StepGroup, name: string) => find(group, name)!;
const find = (group: StepGroup, name: string) => group.stages.find(({stage}) => stage === name);
const findStep = (group: StepGroup, name: string) => find(group, name)?.conversion ?? null;

/** Of what a column's shares are, and within which time; what stands before it differs between a table of all time and one of months. */
function describeWhole({stage}: FunnelStage, groups: readonly StepGroup[], manifest: Manifest): string {
  const group = groups.find((each) => findStep(each, stage))!;
  const info = findStepMetric(findStep(group, stage)!, manifest);
  if (info?.kind === "ratio") return say("step_per", {counted: nameCounted(info.counted, 1)});
  if (info) return say(info.window ? "step_of_within" : "step_of", {counted: info.counted, window: info.window});
  const before = group.stages[group.stages.findIndex((each) => each.stage === stage) - 1];
  return before ? say("step_of", {counted: say("quote", {text: before.label})}) : "";
}

/** A step's column, and for the download alone its bounds, n and those in flight. */
function describeColumns(step: FunnelStage, groups: readonly StepGroup[], manifest: Manifest): Column<StepGroup>[] {
  const {stage, label} = step;
  const domain = findSpan(
    groups.flatMap((group) => {
      const conversion = findStep(group, stage);
      return conversion ? [toRow(conversion, manifest)] : [];
    }),
  );
  const hidden = (key: "lower" | "upper" | "denominator" | "in_flight", suffix: string): Column<StepGroup> => ({
    key: `${stage}.${key}`,
    label: `${label} ${suffix}`,
    value: (group) => findStep(group, stage)?.[key],
    isHidden: true,
  });
  return [
    {
      key: stage,
      label,
      of: describeWhole(step, groups, manifest),
      value: (group) => findStep(group, stage)?.value,
      cell: (group) => StepCell(group, step, domain, manifest),
    },
    hidden("lower", "from"),
    hidden("upper", "to"),
    hidden("denominator", "n"),
    hidden("in_flight", say("in_flight", {n: ""}).trim()),
  ];
}

function StepCell(group: StepGroup, {stage, label}: FunnelStage, domain: readonly [number, number], manifest: Manifest): Node {
  const conversion = findStep(group, stage);
  if (!conversion?.denominator) return make("span", {class: "muted"}, "·");
  const info = findStepMetric(conversion, manifest);
  const row = toRow(conversion, manifest);
  const metric = {unit: "share", label: info?.label ?? label, counted: info?.counted ?? ""} as const;
  const isRatio = info?.kind === "ratio";
  const value = isRatio ? formatDecimal(row.value, 2) : formatShare(row.value, conversion.denominator);
  const text = row.maturity === "too_few" ? say("status_too_few") : value;
  return make(
    "span",
    {class: "step-cell"},
    isRatio ? make("span", {class: "no-mark"}) : DotInterval(row, metric, {width: 72, domain}),
    make(
      "span",
      {class: "small whole"},
      Explained(text, () => askStep(findStage(group, stage), manifest, questionOf(group))),
    ),
    row.maturity === "too_few" ? null : make("span", {class: "sub"}, describeReach(conversion, manifest)),
    make("span", {class: "sub"}, say("n", {n: formatCount(conversion.denominator)})),
  );
}
