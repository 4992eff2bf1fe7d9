import type {HandoffFact, LeadingLine, Manifest} from "../../../pipeline/contract/datasets.js";
import {NoList} from "./explain.js";
import type {FocusPlace} from "./explain-focus.js";
import type {Asked} from "./explain-panel.js";
import {RecordList} from "./fact-list.js";
import {formatCount} from "../base/format.js";
import {byNewest, COMPANY, loadHandoffFacts} from "./facts.js";
import type {Place} from "./facts.js";
import {say} from "../words/words.js";

/** The handoffs in which a behaviour could have been done in the last half-year, as `HandoffFact.behaviours` tells. */
export function selectCases(
  facts: readonly HandoffFact[],
  behaviour: string,
  {behaviours}: Pick<Manifest, "behaviours">,
): {fact: HandoffFact; isDone: boolean}[] {
  const place = behaviours.indexOf(behaviour);
  return facts.flatMap((fact) => {
    const letter = fact.behaviours[place] ?? "-";
    return letter === "-" ? [] : [{fact, isDone: letter === "y"}];
  });
}

interface Question {
  behaviour: string;
  /** Whose handoffs: an SDR's, or the company's. */
  place: Place;
  isIt?(fact: HandoffFact): boolean;
  total: number;
}

async function listCases({behaviour, place, isIt = () => true, total}: Question, manifest: Manifest): Promise<Node> {
  const loaded = await loadHandoffFacts(place);
  if (loaded.state !== "ready") return NoList(loaded.state, "", manifest);
  const cases = selectCases(loaded.data.filter(isIt), behaviour, manifest);
  const isDone = new Map(cases.map(({fact, isDone}) => [fact.record_id, isDone]));
  return RecordList(cases.map(({fact}) => fact).sort(byNewest), {
    manifest,
    record: "handoff",
    counts: ({record_id}) => say(isDone.get(record_id) ? "focus_counts_yes" : "focus_counts_no"),
    caption: say("records"),
    file: `${"slug" in place ? place.slug : "colleagues"}-${behaviour}`,
    total,
    ...("slug" in place && {partly: say("list_cases", {shown: formatCount(cases.length), n: formatCount(total)})}),
    command: "",
  });
}

/** The cases behind a share of "Before the meeting", or why there are none to list. */
export function listOwnCases({behaviour, eligible}: Pick<LeadingLine, "behaviour" | "eligible">, {slug, manifest}: FocusPlace): Pick<Asked, "list" | "unlisted"> {
  if (behaviour === ANSWERS) return {unlisted: say("cases_of_answers")};
  return {list: () => listCases({behaviour, place: {of: "sdr", slug}, total: eligible}, manifest)};
} // prettier-ignore

/** Its cases are comments of AEs, not handoffs. */
const ANSWERS = "feedback_response";

/**
 * The cases behind what all others do together: on a 1:1 sheet, where the site holds everybody's records. Elsewhere it is said why there are none:
 * nobody but who may see each of them anyway is to tell who they are.
 */
export function listOthersCases(
  {behaviour, eligible}: {behaviour: string; eligible: number},
  {name, manifest, isSheet = false}: FocusPlace,
): Pick<Asked, "list" | "unlisted"> {
  if (!isSheet) return {unlisted: say("colleagues_unlisted")};
  if (!manifest.holds.includes("lists")) return {unlisted: say("colleagues_unlisted_here")};
  if (behaviour === ANSWERS) return {unlisted: say("cases_of_answers")};
  return {list: () => listCases({behaviour, place: COMPANY, isIt: ({sdr}) => sdr !== name, total: eligible}, manifest)};
}
