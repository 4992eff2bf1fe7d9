import type {ComingMeeting, Manifest} from "../../../pipeline/contract/datasets.js";
import {countUrgencies, listPressing, listWaits, SOON_HOURS} from "./due.js";
import type {Counts, Wait} from "./due.js";
import {formatCount, formatTime} from "../base/format.js";
import type {Clock} from "./hours-left.js";
import {say} from "../words/words.js";

type Todo = Pick<ComingMeeting, "tasks">;

/** How many coming meetings press, and how many have something open that can wait. */
export function describeBoard(meetings: readonly Todo[], clock: Clock): string {
  return describeCounts(countUrgencies(meetings, clock));
}

/** The same by their numbers alone. */
export function describeCounts(counts: Counts): string {
  const open = counts.overdue + counts.soon + counts.later;
  const n = open + counts.ready;
  if (!n) return say("board_none");
  if (!open) return say("board_ready", {n: formatCount(n)});
  const now = counts.overdue + counts.soon;
  const list = (["overdue", "soon"] as const).flatMap((urgency) =>
    counts[urgency] ? say(`board_${urgency}`, {n: formatCount(counts[urgency]), hours: SOON_HOURS}) : [],
  );
  return [
    now ? say("board_lead", {now: formatCount(now), n: formatCount(n), list: list.join(", ")}) : say("board_calm", {n: formatCount(n)}),
    counts.later ? say("board_rest", {later: formatCount(counts.later), ready: formatCount(counts.ready)}) : "",
  ].filter(Boolean).join(" "); // prettier-ignore
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
