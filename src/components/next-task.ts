import {html} from "htl";
import type {ComingLine, Manifest} from "../../pipeline/contract/datasets.js";
import {BriefLink} from "./brief-link.js";
import {describeTask} from "./coming-tasks.js";
import {formatWeekday} from "./format.js";
import {say} from "./words.js";

/** What to do next where no behaviour is in focus: the SDR's first task of the soonest coming meeting that has one; null without a meeting. */
export function NextTask(coming: readonly ComingLine[], manifest: Manifest): HTMLElement | null {
  if (!coming.length) return null;
  const open = coming.find(({tasks}) => tasks.some(({who}) => who === "sdr"));
  const task = open?.tasks.find(({who}) => who === "sdr");
  if (!open || !task) return html`<span>${say("next_ready")}</span>`;
  const {handoff_id, account, contact, meeting_at} = open;
  const day = formatWeekday(meeting_at, {zone: manifest.timezone});
  const [before, after] = say("next_task", {account: "\t", day, task: describeTask(task, manifest)}).split("\t");
  return html`<span>${before}${BriefLink(handoff_id, account ?? contact ?? say("unnamed"))}${after}</span>`;
}
