import {html} from "htl";
import type {ComingLine, ComingTask, Manifest} from "../../../pipeline/contract/datasets.js";
import {BriefLink} from "../frame/brief-link.js";
import {describeTask} from "./coming-tasks.js";
import {isConfirmationDue} from "./due.js";
import {formatWeekday} from "../base/format.js";
import {chooseClock} from "./hours-left.js";
import type {Clock} from "./hours-left.js";
import {say} from "../words/words.js";

interface Own {
  meeting: ComingLine;
  task: ComingTask;
}

/**
 * What to do next where no behaviour is in focus: of the SDR's tasks before coming meetings the one that is due first, but a confirmation that is due
 * before a text to be made more specific; null without a meeting.
 */
export function NextTask(coming: readonly ComingLine[], manifest: Manifest, clock = chooseClockOf(manifest)): HTMLElement | null {
  if (!coming.length) return null;
  const tasks = listOwn(coming);
  const isAnyDue = tasks.some(({task}) => isConfirmationDue(task, clock));
  const [first] = tasks.filter(({task}) => !isAnyDue || task.what !== "vague");
  return first ? Told(first, manifest) : html`<span>${say("next_ready")}</span>`;
}

/** The confirmation that is due first, for those whose focus is how their texts are written; null where none is due. */
export function NextConfirmation(
  coming: readonly ComingLine[],
  manifest: Manifest,
  clock = chooseClockOf(manifest),
): HTMLElement | null {
  const first = listOwn(coming).find(({task}) => isConfirmationDue(task, clock));
  return first ? Told(first, manifest) : null;
}

const chooseClockOf = ({handoffs_as_of, as_of}: Manifest): Clock => chooseClock(handoffs_as_of ?? as_of);

/** The SDR's tasks before coming meetings, in the order in which they are due. */
function listOwn(coming: readonly ComingLine[]): Own[] {
  const dueAt = ({meeting, task}: Own) => task.due_at ?? meeting.meeting_at;
  return coming
    .flatMap((meeting) => [...meeting.tasks, ...meeting.also].flatMap((task) => (task.who === "sdr" ? [{meeting, task}] : [])))
    .sort((a, b) => Date.parse(dueAt(a)) - Date.parse(dueAt(b)));
}

function Told({meeting, task}: Own, manifest: Manifest): HTMLElement {
  const {handoff_id, account, contact, meeting_at} = meeting;
  const day = formatWeekday(meeting_at, {zone: manifest.timezone});
  const [before, after] = say("next_task", {account: "\t", day, task: describeTask(task, manifest)}).split("\t");
  return html`<span>${before}${BriefLink(handoff_id, account ?? contact ?? say("unnamed"))}${after}</span>`;
}
