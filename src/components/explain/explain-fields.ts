import type {BriefFieldInfo, FieldCell, HandoffFact, Manifest} from "../../../pipeline/contract/datasets.js";
import {countsAs} from "./counts-as.js";
import {askCount} from "./explain-count.js";
import type {Asked} from "./explain-panel.js";
import {COMPANY} from "./facts.js";
import type {Place, Span} from "./facts.js";
import {say, startSentence} from "../words/words.js";

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

/** What a brief is called that counts in numerator and denominator, and one that counts in the denominator only. */
function nameBoth(what: FieldQuestion["what"]): [yes: string, no: string] | [] {
  const [filled, missing] = [say("counts_filled"), say("counts_missing")];
  return what === "filled" ? [filled, missing] : what === "missing" ? [missing, filled] : [];
}

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
      counts: (fact) => countsAs(LETTERS[what].includes(letterOf(fact)), ...nameBoth(what)),
    },
    manifest,
  );
}

/** The question about all handoffs whose briefs are judged, of the company or an SDR. */
export function askJudged(handoffs: number, manifest: Manifest, place: Place = COMPANY, whose = ""): Asked {
  return askCount(
    {
      title: [startSentence(say("count_judged")), whose].filter(Boolean).join(", "),
      meaning: say("count_judged_meaning"),
      part: say("count_judged"),
      numerator: handoffs,
      place,
      isMember: isJudged,
      counts: () => say("counts_yes"),
    },
    manifest,
  );
}

const isJudged = ({outcome}: HandoffFact) => outcome === "held" || outcome === "no_show";

/** The question about handoffs whose brief is known only from a later export. */
export function askJudgedLate(late: number, handoffs: number, manifest: Manifest): Asked {
  return askCount(
    {
      title: say("count_late"),
      meaning: say("count_late_meaning"),
      part: say("count_late_part"),
      whole: say("count_judged"),
      numerator: late,
      denominator: handoffs,
      isMember: (fact) => isJudged(fact) && (fact.remarks ?? "").includes("l"),
      counts: () => say("counts_yes"),
      listed: late,
    },
    manifest,
  );
}

/** The question about fields that were filled only once the meeting had begun, with the handoffs whose they are. */
export function askAddedLater(total: number, manifest: Manifest): Asked {
  const countLater = ({fields}: HandoffFact) => fields.split("l").length - 1;
  return askCount(
    {
      title: say("added_later"),
      meaning: say("count_later_meaning"),
      part: say("count_later_part"),
      numerator: total,
      isMember: (fact) => countLater(fact) > 0,
      counts: (fact) => say("count_later_fields", {n: countLater(fact)}),
      listed: null,
    },
    manifest,
  );
}

/** How often a field was judged. */
export const countJudged = ({filled, not_disclosed, missing}: FieldCell): number => filled + not_disclosed + missing;
