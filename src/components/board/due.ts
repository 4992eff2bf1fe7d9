import type {ComingMeeting, ComingTask} from "../../../pipeline/contract/datasets.js";
import type {Clock} from "./hours-left.js";

/** How a task stands by a clock; a meeting stands as the most urgent of its tasks, and is ready without any. */
export const URGENCIES = ["overdue", "soon", "later"] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What is due within so many hours is due next. */
export const SOON_HOURS = 24;
const SOON_MS = SOON_HOURS * 3_600_000;

type Todo = Pick<ComingMeeting, "tasks">;

/** What has no time can wait. */
export function urgencyOf(due_at: string | null | undefined, {now}: Clock): Urgency {
  const due = due_at ? Date.parse(due_at) : Infinity;
  return due <= now ? "overdue" : due <= now + SOON_MS ? "soon" : "later";
}

/** A confirmation that is due within a day, or was: it is no item of the checklist, and yet what most decides who comes. */
export const isConfirmationDue = ({what, due_at}: Pick<ComingTask, "what" | "due_at">, clock: Clock): boolean =>
  what === "confirmation" && urgencyOf(due_at, clock) !== "later";

export function urgencyOfMeeting({tasks}: Todo, clock: Clock): Urgency | "ready" {
  const own = new Set(tasks.map(({due_at}) => urgencyOf(due_at, clock)));
  return tasks.length ? URGENCIES.find((urgency) => own.has(urgency))! : "ready";
}

export type Counts = Record<Urgency | "ready", number>;

export function countUrgencies(meetings: readonly Todo[], clock: Clock): Counts {
  const counts: Counts = {overdue: 0, soon: 0, later: 0, ready: 0};
  for (const meeting of meetings) counts[urgencyOfMeeting(meeting, clock)] += 1;
  return counts;
}

/** Those whose tasks are overdue or due next. */
export function listPressing<T extends Todo>(meetings: readonly T[], clock: Clock): T[] {
  return meetings.filter((meeting) => ["overdue", "soon"].includes(urgencyOfMeeting(meeting, clock)));
}

const WAITS = ["sdr", "ae", "prospect", "manager", "name", "reroute", "revops"] as const;
/** For whom or what a task waits. */
export type Wait = (typeof WAITS)[number];

/** For what the tasks of a meeting wait that are not for later, each once. */
export function listWaits({tasks}: Todo, clock: Clock): Wait[] {
  const own = new Set(tasks.filter(({due_at}) => urgencyOf(due_at, clock) !== "later").map(waitOf));
  return WAITS.filter((wait) => own.has(wait));
}

function waitOf({who, what}: Pick<ComingTask, "who" | "what">): Wait {
  if (what === "ae") return "name";
  return what === "reroute" ? "reroute" : who;
}
