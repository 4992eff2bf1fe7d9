import type {HandoffFact, Loss, Manifest} from "../../../pipeline/contract/datasets.js";
import type {Checklist} from "../../../pipeline/contract/criteria.js";
import {countsAs} from "./counts-as.js";
import {askCount} from "./explain-count.js";
import type {Asked} from "./explain-panel.js";
import {addEntries} from "./explain-plain.js";
import {COMPANY} from "./facts.js";
import type {Place, Span} from "./facts.js";
import {formatCount} from "../base/format.js";
import {groupCauses} from "./group-causes.js";
import {nameContext} from "../base/name-context.js";
import {say} from "../words/words.js";

/** The question about handoffs that stopped by one cause, or one reason of it. */
export function askLoss(
  loss: Pick<Loss, "cause" | "label" | "count"> & {reason?: string},
  total: number,
  manifest: Manifest,
): Asked {
  const {cause, label, count, reason} = loss;
  const isIt = (fact: HandoffFact) => fact.cause === cause && (reason === undefined || fact.reason === reason);
  return askCount(
    {
      title: reason === undefined ? label : `${label}: ${reason || say("no_reason")}`,
      meaning: say("count_loss_meaning"),
      part: say("count_loss_part"),
      whole: say("count_loss_whole"),
      numerator: count,
      denominator: total,
      isMember: isIt,
      counts: ({reason: own}) => own || label,
      listed: count,
    },
    manifest,
  );
}

/** The question about all handoffs that stopped. */
export function askLosses(losses: readonly Loss[], total: number, manifest: Manifest): Asked {
  const causes = new Set(losses.map(({cause}) => cause as string));
  const labelOf = new Map(losses.map(({cause, label}) => [cause as string, label]));
  return askCount(
    {
      title: say("count_losses"),
      meaning: say("count_loss_meaning"),
      part: say("count_loss_whole"),
      numerator: total,
      isMember: ({cause}) => causes.has(cause),
      counts: ({cause, reason}) => reason || (labelOf.get(cause) ?? ""),
    },
    manifest,
  );
}

/** The question about handoffs that stopped by what one side can act on. */
export function askOwner(owner: Loss["owner"], losses: readonly Loss[], total: number, manifest: Manifest): Asked {
  const own = losses.filter((loss) => loss.owner === owner);
  const numerator = own.reduce((sum, {count}) => sum + count, 0);
  const find = ({cause, reason}: HandoffFact) => own.find((loss) => loss.cause === cause && loss.reason === reason);
  const asked = askCount(
    {
      title: say("count_owner", {owner: say(`owner_${owner}`)}),
      meaning: say("count_owner_meaning"),
      part: say("count_owner_part"),
      whole: say("count_loss_whole"),
      numerator,
      denominator: total,
      isMember: (fact) => find(fact) !== undefined,
      counts: (fact) => fact.reason || (find(fact)?.label ?? ""),
      listed: numerator,
    },
    manifest,
  );
  return addEntries(asked, ...groupCauses(own).map(({label, count}) => [label, formatCount(count)] as const));
}

/** The question about AEs' answers of one kind among all of them. */
export function askAnswers(
  {
    title,
    meaning,
    part,
    whole,
    numerator,
    denominator,
    isMember,
    isIt,
    place = COMPANY,
    span,
    listed,
    counts = (fact) => countsAs(isIt(fact)),
  }: {
    title: string;
    meaning: string;
    part: string;
    whole: string;
    numerator: number;
    denominator: number;
    isMember(fact: HandoffFact): boolean;
    isIt(fact: HandoffFact): boolean;
    place?: Place;
    span?: Span;
    listed?: number;
    /** As what one of them counts, where that is not whether it is one. */
    counts?(fact: HandoffFact): string;
  },
  manifest: Manifest,
): Asked {
  return askCount(
    {
      title, meaning, part, whole, numerator, denominator, place, isMember,
      ...(span && {span}),
      ...(listed !== undefined && {listed}),
      counts,
    },
    manifest,
  ); // prettier-ignore
}

/** The question about answers that name any context, of the company or an SDR. */
export function askValuing(answers: number, manifest: Manifest, place: Place = COMPANY): Asked {
  const namesOf = ({valued}: HandoffFact) => valued.split(";").filter(Boolean);
  return askCount(
    {
      title: say("count_valuing"),
      meaning: say("count_valuing_meaning"),
      part: say("count_valued_whole"),
      numerator: answers,
      place,
      isMember: (fact) => namesOf(fact).length > 0,
      counts: (fact) => namesOf(fact).map(nameContext).join(", "),
    },
    manifest,
  );
}

/** The question about a context that AEs found valuable. */
export function askValued(
  {context, count, answers, place}: {context: string; count: number; answers: number; place?: Place},
  manifest: Manifest,
): Asked {
  return askAnswers(
    {
      title: nameContext(context),
      meaning: say("count_valued_meaning"),
      part: say("count_valued_part"),
      whole: say("count_valued_whole"),
      numerator: count,
      denominator: answers,
      isMember: ({valued}) => valued !== "",
      isIt: ({valued}) => valued.split(";").includes(context),
      ...(place && {place}),
    },
    manifest,
  );
}

const STATES = {m: "counts_met", n: "counts_not_met", u: "counts_unknown"} as const;

/** The question about one item of a checklist, or about all of them (`place` −1). */
export function askCriterion(
  question: {
    checklist: Checklist;
    label: string;
    index: number;
    part: number;
    handoffs: number;
    place?: Place;
    whose?: string;
    /** Which of its states is counted. */
    what?: "met" | "not_met" | "unknown";
  },
  manifest: Manifest,
): Asked {
  const {checklist, label, index, part, handoffs, place = COMPANY, whose = "", what = "met"} = question;
  const stateOf = (fact: HandoffFact): keyof typeof STATES => {
    const letters = fact[checklist];
    if (index >= 0) return (letters[index] ?? "u") as keyof typeof STATES;
    return letters.includes("n") ? "n" : letters.includes("u") ? "u" : "m";
  };
  return askCount(
    {
      title: [label, what === "met" ? "" : say(`counts_${what}`), whose].filter(Boolean).join(", "),
      meaning: index < 0 ? say("count_all_met_meaning") : say("count_criterion_meaning", {label}),
      part: say(`count_criterion_${what}`),
      whole: say("count_judged"),
      numerator: part,
      denominator: handoffs,
      place,
      isMember: (fact) => fact[checklist] !== "",
      counts: (fact) => say(STATES[stateOf(fact)]),
    },
    manifest,
  ); // prettier-ignore
}
