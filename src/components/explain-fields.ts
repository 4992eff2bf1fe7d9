import type {BriefFieldInfo, FieldCell, HandoffFact, Manifest} from "../../pipeline/contract/datasets.js";
import {askCount} from "./explain-count.js";
import type {Asked} from "./explain-panel.js";
import {COMPANY} from "./facts.js";
import type {Place, Span} from "./facts.js";
import {say} from "./words.js";

export interface FieldQuestion {
  place?: Place;
  whose?: string;
  /** Filled or missing of how many. */
  counts: {part: number; judged: number};
  /** Which of the two is counted. */
  what: "filled" | "missing" | "later" | "not_disclosed";
  span?: Span;
}

/** Letters of a field that count. */
const LETTERS: Record<FieldQuestion["what"], string> = {filled: "fn", missing: "ml", later: "l", not_disclosed: "n"};

/** The question about how often a field of the brief was filled, or missing. */
export function askField(
  {field, label}: Pick<BriefFieldInfo, "field" | "label">,
  {place = COMPANY, whose = "", counts, what, span}: FieldQuestion,
  manifest: Manifest,
): Asked {
  const index = manifest.brief_fields.findIndex((known) => known.field === field);
  const letterOf = ({fields}: HandoffFact) => fields[index] ?? "";
  const isFilled = what === "filled" || what === "not_disclosed";
  return askCount(
    {
      title: [label, whose].filter(Boolean).join(", "),
      meaning: say(isFilled ? "count_field_meaning" : "count_missing_meaning", {label}),
      part: say(`count_part_${what}`),
      whole: say("count_judged"),
      numerator: counts.part,
      denominator: counts.judged,
      place,
      ...(span && {span}),
      isMember: (fact) => letterOf(fact) !== "",
      counts: (fact) => say(LETTERS[what].includes(letterOf(fact)) ? "counts_yes" : "counts_no"),
    },
    manifest,
  );
}

/** How often a field was judged. */
export const countJudged = ({filled, not_disclosed, missing}: FieldCell): number => filled + not_disclosed + missing;
