import type {CompanyData, HandoffFact, Manifest} from "../../../pipeline/contract/datasets.js";
import {askCount} from "./explain-count.js";
import type {Asked} from "./explain-panel.js";
import type {Place, Span} from "./facts.js";
import {formatCount} from "../base/format.js";
import {say, startSentence} from "../words/words.js";

/** What stands apart from every rate. */
export const APART = ["pending", "waiting", "unknown", "canceled", "put_off", "our_side"] as const;
export type Apart = (typeof APART)[number];

/** Whether a handoff is counted there. */
export function isApart(what: Apart, {outcome, cause, dated_at}: HandoffFact, asOf: string): boolean {
  const isAhead = Date.parse(dated_at) >= Date.parse(asOf);
  if (what === "pending" || what === "waiting") return outcome === "pending" && isAhead === (what === "pending");
  if (what === "canceled" || what === "put_off")
    return outcome === "canceled" && (cause === "not_rebooked") === (what === "put_off");
  return outcome === what;
}

/** The question about handoffs that are in no rate. */
export function askApart(what: Apart, count: number, manifest: Manifest, span?: Span): Asked {
  const name = say(`apart_${what}`);
  return askCount(
    {
      title: startSentence(name),
      meaning: say("count_apart_meaning"),
      part: say("count_apart_part", {name}),
      numerator: count,
      ...(span && {span}),
      isMember: (fact) => isApart(what, fact, manifest.as_of),
      counts: () => say("counts_yes"),
    },
    manifest,
  );
}

/** The question about handoffs that their AEs have not decided in time. */
export function askOverdue(count: number, manifest: Manifest): Asked {
  return askCount(
    {
      title: say("overdue_decisions"),
      meaning: say("count_overdue_meaning"),
      part: say("count_overdue_part"),
      numerator: count,
      isMember: ({decision}) => decision === "overdue",
      counts: () => say("counts_yes"),
    },
    manifest,
  );
}

/** The question about the decisions that were never made and are no longer asked for. */
export function askLapsed(count: number, weeks: number, manifest: Manifest): Asked {
  return askCount(
    {
      title: say("ae_closed_undecided_title"),
      meaning: say("ae_closed_undecided_meaning", {weeks}),
      part: say("count_lapsed_part"),
      numerator: count,
      isMember: ({decision}) => decision === "lapsed",
      counts: () => say("counts_yes"),
    },
    manifest,
  );
}

/** The question about an SDR's handoffs whose meeting is no longer ahead. */
export const askOver = (handoffs: number, manifest: Manifest, place: Place, whose: string): Asked =>
  askOf(
    {
      title: say("handoffs_over"),
      meaning: say("count_over_meaning"),
      part: say("count_over_part"),
      isMember: ({outcome}) => outcome !== "pending",
    },
    handoffs,
    manifest,
    place,
    whose,
  );

/** The question about all handoffs of an SDR. */
export const askOwn = (handoffs: number, manifest: Manifest, place: Place, whose: string): Asked =>
  askOf(
    {title: say("handoffs"), meaning: say("count_handoffs_meaning"), part: say("count_handoffs_part"), isMember: () => true},
    handoffs,
    manifest,
    place,
    whose,
  );

function askOf(
  what: {title: string; meaning: string; part: string; isMember: (fact: HandoffFact) => boolean},
  numerator: number,
  manifest: Manifest,
  place: Place,
  whose: string,
): Asked {
  const title = [what.title, whose].filter(Boolean).join(", ");
  return askCount({...what, title, numerator, place, counts: ({outcome}) => say(`outcome_${outcome}`)}, manifest);
}

/** The question about the handoffs of the company. */
export function askHandoffs({counts}: Pick<CompanyData, "counts">, manifest: Manifest): Asked {
  return askCount(
    {
      title: say("handoffs"),
      meaning: say("count_handoffs_meaning"),
      part: say("count_handoffs_part"),
      numerator: counts.handoffs,
      value: formatCount(counts.handoffs),
      isMember: () => true,
      counts: () => say("counts_yes"),
    },
    manifest,
  );
}
