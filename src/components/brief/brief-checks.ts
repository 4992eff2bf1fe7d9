import {html} from "htl";
import type {BriefDocument, Manifest} from "../../../pipeline/contract/datasets.js";
import {readBriefCriteria} from "./brief-criteria.js";
import type {BriefCriterion} from "./brief-criteria.js";
import {askBant} from "../explain/explain-brief.js";
import {formatCount} from "../base/format.js";
import {StateMark} from "../chart/state-mark.js";
import type {Fill} from "../chart/state-mark.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

const FILLS: Readonly<Record<BriefCriterion["state"], Fill>> = {met: "full", not_met: "empty", unknown: "dashed"};
const TONES: Readonly<Record<BriefCriterion["state"], string>> = {
  met: "tone-steady",
  not_met: "tone-work",
  unknown: "tone-quiet",
};
const LETTERS = ["B", "A", "N", "T"] as const;

/** The two checklists, each criterion with what it saw; the first also read as BANT. */
export function Checklists(brief: BriefDocument, manifest: Manifest): HTMLElement | null {
  const criteria = readBriefCriteria(brief, manifest);
  if (!criteria.length) return null;
  return html`<div class="checklists">
    ${(["qualification", "readiness"] as const).map((name) =>
      Checklist(
        name,
        criteria.filter(({checklist}) => checklist === name),
        manifest,
      ),
    )}
  </div>`;
}

function Checklist(
  name: BriefCriterion["checklist"],
  criteria: readonly BriefCriterion[],
  manifest: Manifest,
): HTMLElement | null {
  if (!criteria.length) return null;
  const met = criteria.filter(({state}) => state === "met").length;
  const bant = describeBant(criteria);
  return html`<div class="checklist">
    <h3>
      ${say(`checks_${name}`)}
      <span class="muted">${say("checks_met", {met: formatCount(met), n: formatCount(criteria.length)})}</span>
    </h3>
    ${bant ? html`<p class="small">${Sentence(bant, [() => askBant(criteria, bant, manifest)])}</p>` : null}
    <ul>
      ${criteria.map(
        ({label, state, saw, sought}) =>
          html`<li class=${state === "met" ? "is-met" : ""}>
            ${StateMark(FILLS[state], say(`check_${state}`), {shape: "circle", tone: TONES[state]})}
            <span
              >${label}${saw || sought ? html` <span class="sub wrap" dir="auto">${saw ? say("check_saw", {text: saw}) : say("check_sought", {text: sought})}</span>` : null}</span
            >
          </li>`,
      )}
    </ul>
  </div>`;
}

/** How many criteria of each letter are met; empty where none has one. */
export function describeBant(criteria: readonly BriefCriterion[]): string {
  const letters = LETTERS.flatMap((letter) => {
    const own = criteria.filter((criterion) => criterion.letter === letter);
    const met = own.filter(({state}) => state === "met").length;
    return own.length
      ? [say("bant_item", {letter: say(`bant_${letter}` as WordKey), met: formatCount(met), n: formatCount(own.length)})]
      : [];
  });
  return letters.length ? say("bant_read", {letters: letters.join(", ")}) : "";
}
