import type {ComingMeeting, Manifest} from "../../pipeline/contract/datasets.js";
import {countUrgencies, listPressing, listWaits, SOON_HOURS, URGENCIES} from "./due.js";
import type {Counts, Wait} from "./due.js";
import {formatCount, formatTime} from "./format.js";
import type {Clock} from "./hours-left.js";
import {say} from "./words.js";

type Todo = Pick<ComingMeeting, "tasks">;

/** How many coming meetings are not ready, and how many of those press. */
export function describeBoard(meetings: readonly Todo[], clock: Clock): string {
  return describeCounts(countUrgencies(meetings, clock));
}

/** The same by their numbers alone. */
export function describeCounts(counts: Counts): string {
  const open = counts.overdue + counts.soon + counts.later;
  const n = open + counts.ready;
  if (!n) return say("board_none");
  if (!open) return say("board_ready", {n: formatCount(n)});
  const list = URGENCIES.filter((urgency) => counts[urgency]).map((urgency) =>
    say(`board_${urgency}`, {n: formatCount(counts[urgency]), hours: SOON_HOURS}),
  );
  return say("board_lead", {open: formatCount(open), n: formatCount(n), list: list.join(", ")});
}

/** For whom those wait that press; one may wait for several, and then it is said how many do. */
export function describePressing(meetings: readonly Todo[], clock: Clock): string {
  const waits = listPressing(meetings, clock).map((meeting) => listWaits(meeting, clock));
  if (!waits.length) return "";
  const kinds = [...new Set(waits.flat())] as Wait[];
  const items = kinds
    .map((kind) => ({kind, n: waits.filter((own) => own.includes(kind)).length}))
    .sort((a, b) => b.n - a.n)
    .map(({kind, n}) => say(`board_waits_${kind}`, {n: formatCount(n)}));
  const several = waits.filter((own) => own.length > 1).length;
  return say("board_press", {
    n: formatCount(waits.length),
    list: items.join(", "),
    several: several ? say("board_several", {n: formatCount(several)}) : "",
  });
}

/** The soonest that presses. */
export function describeFirst(
  meetings: readonly Pick<ComingMeeting, "tasks" | "account" | "meeting_at">[],
  {timezone: zone}: Pick<Manifest, "timezone">,
  clock: Clock,
): string {
  const [first] = listPressing(meetings, clock);
  return first ? say("board_first", {account: first.account ?? say("unnamed"), when: formatTime(first.meeting_at, {zone})}) : "";
}
