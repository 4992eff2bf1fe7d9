import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {Details} from "../base/details.js";
import {DotInterval} from "./dot-interval.js";
import type {Asked} from "../explain/explain-panel.js";
import {Explained} from "../explain/explained.js";
import {formatShare} from "../base/format.js";
import {make} from "../base/make.js";
import {describeReach, toRow} from "../funnel/steps.js";
import {measureShare} from "../base/wilson.js";
import {say} from "../words/words.js";

export interface ShareMarkOptions {
  label: string;
  /** What n counts, plural. */
  counted: string;
  /** The question about it. */
  ask?: () => Asked;
}

/** A share of two counts, drawn and told with its interval; too few are said to be. */
export function ShareMark(
  {numerator, denominator}: {numerator: number; denominator: number},
  {label, counted, ask}: ShareMarkOptions,
  manifest: Pick<Manifest, "metrics" | "min_n" | "targets_confirmed">,
): HTMLElement {
  const measured = measureShare(numerator, denominator) ?? {value: null, lower: null, upper: null};
  const conversion = {metric: "", numerator, denominator, in_flight: 0, ...measured};
  const row = toRow(conversion, manifest);
  const isShown = row.maturity !== "too_few";
  const text = isShown ? formatShare(row.value, denominator) : say("status_too_few");
  return make(
    "span",
    {class: "mark-cell"},
    DotInterval(row, {unit: "share", label, counted}),
    make("span", {class: "small"}, ask ? Explained(text, ask) : text),
    isShown ? Details([describeReach(conversion, manifest)]) : null,
  );
}
