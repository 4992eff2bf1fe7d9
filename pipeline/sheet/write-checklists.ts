import type {BriefCriterion} from "../../src/components/brief/brief-criteria.js";
import {say, type WordKey} from "../../src/components/words/words.js";
import {text} from "./write-text.js";

/** Both checklists: how many are met, and each that is not, with what it saw. */
export function writeChecklists(criteria: readonly BriefCriterion[]): string {
  return (["qualification", "readiness"] as const)
    .map((name) => {
      const own = criteria.filter(({checklist}) => checklist === name);
      if (own.length === 0) return "";
      const open = own.filter(({state}) => state !== "met");
      const head = `${say(`checks_${name}`)}: ${say("checks_met", {met: own.length - open.length, n: own.length})}`;
      return `<section><h3>${head}</h3>${open.length > 0 ? `<ul>\n${open.map(writeCriterion).join("\n")}\n</ul>` : ""}</section>`;
    })
    .join("\n");
}

function writeCriterion({label, state, saw, sought}: BriefCriterion): string {
  const told = saw ? say("check_saw", {text: saw}) : sought ? say("check_sought", {text: sought}) : "";
  return `<li>${text(label)} <i>${say(`check_${state}` as WordKey)}</i>${told ? ` ${text(told)}` : ""}</li>`;
}
