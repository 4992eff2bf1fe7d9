import {html} from "htl";
import type {ComingLine, Manifest} from "../../pipeline/contract/datasets.js";
import {BriefLink} from "./brief-link.js";
import {describeTask} from "./coming-tasks.js";
import {formatWeekday} from "./format.js";
import {say} from "./words.js";

/** What to do next where no behaviour is in focus: of the SDR's tasks before coming meetings the one that is due first; null without a meeting. */
export function NextTask(coming: readonly ComingLine[], manifest: Manifest): HTMLElement | null {
  if (!coming.length) return null;
  const tasks = coming.flatMap((meeting) =>
    [...meeting.tasks, ...meeting.also].filter(({who}) => who === "sdr").map((task) => ({meeting, task})),
  );
  const dueAt = ({meeting, task}: (typeof tasks)[number]) => task.due_at ?? meeting.meeting_at;
  const [first] = tasks.sort((a, b) => (dueAt(a) < dueAt(b) ? -1 : 1));
  if (!first) return html`<span>${say("next_ready")}</span>`;
  const {handoff_id, account, contact, meeting_at} = first.meeting;
  const day = formatWeekday(meeting_at, {zone: manifest.timezone});
  const [before, after] = say("next_task", {account: "\t", day, task: describeTask(first.task, manifest)}).split("\t");
  return html`<span>${before}${BriefLink(handoff_id, account ?? contact ?? say("unnamed"))}${after}</span>`;
}
