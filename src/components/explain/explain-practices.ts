import type {HandoffFact, Manifest, PracticesData} from "../../../pipeline/contract/datasets.js";
import {countsAs} from "./counts-as.js";
import {askCount} from "./explain-count.js";
import type {Asked} from "./explain-panel.js";
import {COMPANY} from "./facts.js";
import type {Place} from "./facts.js";
import {formatCount} from "../base/format.js";
import {say} from "../words/words.js";

/** Which side of a practice, by its place in `PracticesData.practices`; and the fewest on any side, whose decimals all shares of the page have. */
export interface PracticeSide {
  index: number;
  isWith: boolean;
  fewest: number;
}

/** The question about one side of a practice: those who had it, or did not. */
export function askPractice(
  {label, against, n_with, n_without, share_with, share_without, outcome}: PracticesData["practices"][number],
  {index, isWith, fewest}: PracticeSide,
  manifest: Manifest,
): Asked {
  const metric = manifest.metrics.find(({name}) => name === outcome);
  const [n, share] = isWith ? [n_with, share_with] : [n_without, share_without];
  const letter = isWith ? "y" : "n";
  const isSuccess = ({stages}: HandoffFact) => stages.includes(outcome === "show_rate" ? "h" : "s");
  return askCount(
    {
      title: isWith ? label : `${label}, ${against}`,
      meaning: [say("count_practice_meaning"), metric?.meaning].filter(Boolean).join(" "),
      part: metric?.formula ?? "",
      whole: say(isWith ? "count_practice_with" : "count_practice_without", {label}),
      numerator: Math.round(share * n),
      denominator: n,
      fewest,
      isMember: ({practices}) => practices[index] === letter,
      counts: (fact) => countsAs(isSuccess(fact), metric?.yes, metric?.no),
    },
    manifest,
  );
}

/** On which side of a comparison a handoff is; empty where on neither. */
export type SideOf = (fact: HandoffFact) => "with" | "without" | "";

/** On which side of a practice, by its place in `PracticesData.practices`. */
export const sideOfPractice =
  (index: number): SideOf =>
  ({practices}) =>
    practices[index] === "y" ? "with" : practices[index] === "n" ? "without" : "";

/** On which side of a field of the brief, of handoffs whose time to become an SQL is over. */
export function sideOfField(field: string, {brief_fields}: Pick<Manifest, "brief_fields">): SideOf {
  const index = brief_fields.findIndex((known) => known.field === field);
  return ({fields, is_sql_known}) => (!is_sql_known || !fields[index] ? "" : /[fn]/.test(fields[index]) ? "with" : "without");
}

/** The question about an adjusted difference: how it is made, on how many, and the handoffs of either side. */
export function askDifference(
  {label, text, n_with, n_without, sideOf, place = COMPANY}: {
    label: string;
    text: string;
    n_with: number;
    n_without: number;
    sideOf: SideOf;
    place?: Place;
  },
  manifest: Manifest,
): Asked {
  const asked = askCount(
    {
      title: label,
      value: text,
      meaning: say("practices_not"),
      part: say("count_practice_difference"),
      numerator: n_with + n_without,
      place,
      isMember: (fact) => sideOf(fact) !== "",
      counts: (fact) => say(sideOf(fact) === "with" ? "counts_with" : "counts_without"),
    },
    manifest,
  );
  const [definition, formula, , , ...rest] = asked.entries;
  const sides = [[say("with_it"), formatCount(n_with)], [say("without_it"), formatCount(n_without)], [say("members"), formatCount(n_with + n_without)]] as const;
  return {...asked, entries: [definition!, formula!, ...sides, ...rest]};
} // prettier-ignore
