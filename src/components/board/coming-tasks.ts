import type {ComingMeeting, ComingTask, Manifest} from "../../../pipeline/contract/datasets.js";
import {sayAsk} from "../brief/brief-state.js";
import {isConfirmationDue, urgencyOf} from "./due.js";
import {formatClock, formatWeekday} from "../base/format.js";
import type {Clock} from "./hours-left.js";
import {make} from "../base/make.js";
import {OwnTimeWithin} from "../base/own-time.js";
import {say} from "../words/words.js";

/** Who has to do what before a meeting, and by when; a field to add or to sharpen opens to what to ask. */
export function Tasks({tasks}: Pick<ComingMeeting, "tasks">, manifest: Manifest, clock: Clock): HTMLElement {
  const lines = tasks.map((task) => {
    const whose = make("span", {class: "tag"}, say(`actor_${task.who}`));
    return make(
      "li",
      {class: isConfirmationDue(task, clock) ? "is-due" : null},
      whose,
      " ",
      make("div", {}, What(task, manifest), " ", Due(task, manifest, clock)),
    );
  });
  return make("ul", {class: "tasks"}, ...lines);
}

function What(task: ComingTask, manifest: Manifest): HTMLElement {
  const text = describeTask(task, manifest);
  const fields = task.what === "brief" || task.what === "vague" ? (task.of ?? []) : [];
  if (!fields.length) return make("span", {}, text);
  const questions = fields.map((field) => {
    const info = manifest.brief_fields.find((own) => own.field === field);
    const ask = info ? sayAsk(info) : "";
    const question = ask && task.what === "vague" ? say("ask_more", {question: ask}) : ask;
    return make("li", {}, `${info?.label ?? field} `, make("span", {class: "sub wrap"}, question));
  });
  return make("details", {class: "asks"}, make("summary", {}, text), " ", make("ul", {}, ...questions));
}

const labelOf = (name: string, {brief_fields}: Pick<Manifest, "brief_fields">) =>
  brief_fields.find(({field}) => field === name)?.label ?? name;

/** What is to do, as words: "add Budget, Timeline". */
export function describeTask(
  {what, of = [], ae = say("unnamed"), expected_ae: expected}: ComingTask,
  manifest: Pick<Manifest, "brief_fields">,
): string {
  if (what === "reroute") return expected ? say("task_reroute", {ae, expected}) : say("task_reroute_plain", {ae});
  return say(`task_${what}`, {list: of.map((name) => labelOf(name, manifest)).join(", ")});
}

/** Due since it was routed: when that was is not the point. */
const AT_ONCE: readonly ComingTask["what"][] = ["reroute", "ae"];

function Due({due_at, what}: ComingTask, manifest: Manifest, clock: Clock): HTMLElement | null {
  if (AT_ONCE.includes(what)) return make("span", {class: "sub wrap todo"}, say("task_at_once"));
  if (!due_at) return null;
  const {timezone: zone} = manifest;
  const when = `${formatWeekday(due_at, {zone})}, ${formatClock(due_at, {zone})}`;
  const urgency = urgencyOf(due_at, clock);
  const text = say(urgency === "overdue" ? "task_was_due" : "task_by", {when});
  return make(
    "span",
    {class: urgency === "later" ? "sub wrap" : "sub wrap todo"},
    text,
    urgency === "overdue" ? null : OwnTimeWithin(due_at, manifest),
  );
}
