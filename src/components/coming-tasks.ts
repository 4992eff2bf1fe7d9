import {html} from "htl";
import type {ComingMeeting, ComingTask, Manifest} from "../../pipeline/contract/datasets.js";
import {formatClock, formatWeekday} from "./format.js";
import type {Clock} from "./hours-left.js";
import {say} from "./words.js";

/** Who has to do what before a meeting, and by when. */
export function Tasks({tasks}: Pick<ComingMeeting, "tasks">, manifest: Manifest, clock: Clock): HTMLElement {
  return html`<ul class="tasks">
    ${tasks.map(
      (task) =>
        html`<li>
          <span class="tag">${say(`actor_${task.who}`)}</span>
          <span>${describeTask(task, manifest)}${Due(task, manifest, clock)}</span>
        </li>`,
    )}
  </ul>`;
}

/** What is to do, as words: "add Budget, Timeline". */
export function describeTask({what, of = []}: ComingTask, {brief_fields}: Pick<Manifest, "brief_fields">): string {
  const labelOf = (name: string) => brief_fields.find(({field}) => field === name)?.label ?? name;
  return say(`task_${what}`, {list: of.map(labelOf).join(", ")});
}

function Due({due_at, what}: ComingTask, {timezone: zone}: Manifest, {now}: Clock): HTMLElement | null {
  if (!due_at || what === "invitation") return null;
  const when = `${formatWeekday(due_at, {zone})}, ${formatClock(due_at, {zone})}`;
  const isLate = Date.parse(due_at) <= now;
  return html`<span class=${`sub wrap ${isLate ? "todo" : ""}`}>${say(isLate ? "task_was_due" : "task_by", {when})}</span>`;
}
