import {html} from "htl";
import type {FairnessData, Manifest} from "../../../pipeline/contract/datasets.js";
import {askTakers, askUnanswered} from "../explain/explain-sheet.js";
import {formatCount, formatShare} from "../base/format.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";

/** AEs that are named; the others are put together. */
const NAMED = 5;

/** What is to be kept in mind about the numbers: which AEs, which way allowing for them moves the rating, answers that never came. */
export function Fairness(fairness: FairnessData, manifest: Manifest): HTMLElement {
  const {aes, held, adjusted} = fairness;
  if (!held) return html`<p class="muted">${say("fair_none")}</p>`;
  const shareOf = (handoffs: number) => formatShare(handoffs / held, held);
  const rest = aes.slice(NAMED).reduce((sum, {handoffs}) => sum + handoffs, 0);
  const list = [
    ...aes.slice(0, NAMED).map(({name, handoffs}) => say("fair_ae", {name, share: shareOf(handoffs)})),
    ...(rest ? [say("fair_rest", {share: shareOf(rest)})] : []),
  ].join(", ");
  return html`<ul class="lines">
    <li>
      ${Sentence(say("fair_aes", {n: formatCount(held), aes: formatCount(aes.length), list}), [() => askTakers(fairness, manifest)])}
    </li>
    <li>${adjusted === null ? say("fair_few") : say(`fair_${adjusted}`)}</li>
    <li>${Sentence(describeAnswers(fairness), [() => askUnanswered(fairness, manifest)])}</li>
  </ul>`;
}

function describeAnswers({held, answered, rated, is_answer_known}: FairnessData): string {
  if (!is_answer_known) return say("fair_unknown");
  if (rated === held) return say("fair_complete");
  const [missing, unrated] = [held - answered, held - rated].map(formatCount);
  return say("fair_missing", {missing: missing!, unrated: unrated!, n: formatCount(held)});
}
