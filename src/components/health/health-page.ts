import {html} from "htl";
import type {HealthData, Manifest} from "../../../pipeline/contract/datasets.js";
import {Bridge} from "./bridge.js";
import {FileTable} from "./file-table.js";
import {Disputes, FreshSources, Reassigned, Reschedules} from "./health-changes.js";
import {HealthLead} from "./health-lead.js";
import {
  AnswersTaken,
  Chains,
  Checks,
  ImpossibleTimes,
  Orphans,
  UnknownOutcomes,
  UnmatchedAnswers,
  UnmatchedPeople,
} from "./health-tables.js";
import {ProblemTable} from "./problem-table.js";
import {Section} from "../frame/section.js";
import {SourceTable} from "./source-table.js";
import {say} from "../words/words.js";

/** Data health: what is to be mended first, then what became of every row and everything that could not be matched. */
export function HealthPage(health: HealthData, manifest: Manifest): HTMLElement {
  return html`<div>
    ${HealthLead(health, manifest)}
    ${Section(say("problems"), manifest, () => ProblemTable(health, manifest), {hint: say("problems_hint")})}
    ${Section(say("ledger"), manifest, () => FileTable(health, manifest), {hint: say("ledger_hint")})}
    ${Section(say("bridge"), manifest, () => Bridge(health, manifest), {hint: say("bridge_hint")})}
    ${Section(say("fresh"), manifest, () => SourceTable(manifest), {hint: say("fresh_hint")})}
    ${Section(say("fresh_sources"), manifest, () => FreshSources(health.sources, manifest))}
    ${Section(say("disputes"), manifest, () => Disputes(health, manifest), {hint: say("disputes_hint")})}
    <div class="columns">
      ${Section(say("people_unmatched"), manifest, () => UnmatchedPeople(health, manifest))}
      ${Section(say("orphans"), manifest, () => Orphans(health.orphans, manifest))}
    </div>
    ${Section(say("answers"), manifest, () => UnmatchedAnswers(health, manifest))}
    ${health.feedback_matches.length ? Section(say("answers_taken"), manifest, () => AnswersTaken(health, manifest)) : null}
    <div class="columns">
      ${Section(say("unknown_outcomes"), manifest, () => UnknownOutcomes(health.unknown_outcomes, manifest), {hint: say("unknown_outcomes_hint"), needs: "handoffs"})}
      <div>
        ${Section(say("chains"), manifest, () => Chains(health.chains, manifest), {hint: say("chains_hint"), needs: "handoffs"})}
        ${Section(say("impossible"), manifest, () => ImpossibleTimes(health.impossible_times, manifest), {hint: say("impossible_hint")})}
      </div>
    </div>
    ${Section(say("chains_long"), manifest, () => Reschedules(health, manifest), {needs: "handoffs"})}
    ${Section(say("reassigned"), manifest, () => Reassigned(health), {hint: say("reassigned_hint")})}
    ${Section(say("checks"), manifest, () => Checks(health.checks))}
  </div>`;
}
