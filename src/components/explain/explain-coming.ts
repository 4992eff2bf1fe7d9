import type {ComingMeeting, Manifest} from "../../../pipeline/contract/datasets.js";
import {countUrgencies, listPressing, listWaits, SOON_HOURS, urgencyOfMeeting} from "../board/due.js";
import type {Counts, Wait} from "../board/due.js";
import type {Asked} from "./explain-panel.js";
import {askPlain} from "./explain-plain.js";
import {RecordList} from "./fact-list.js";
import {formatCount} from "../base/format.js";
import type {Clock} from "../board/hours-left.js";
import {describeClock} from "../board/hours-left.js";
import {say} from "../words/words.js";

const URGENCY_WORDS = {
  overdue: "board_is_overdue",
  soon: "urgency_soon",
  later: "urgency_later",
  ready: "board_ready_list",
} as const;

/** The question about how coming meetings stand: how each state is told, and how many are in each. */
export function askCounts(counts: Counts, manifest: Manifest, clock: Clock): Asked {
  const {overdue, soon, later, ready} = counts;
  const hours = SOON_HOURS;
  return askPlain(
    {
      title: say("coming"),
      value: say("coming_value", {now: formatCount(overdue + soon), n: formatCount(overdue + soon + later + ready)}),
      meaning: say("coming_meaning", {hours}),
      entries: [
        ...(["overdue", "soon", "later", "ready"] as const).map(
          (urgency) => [say(URGENCY_WORDS[urgency], {hours}), formatCount(counts[urgency])] as const,
        ),
        [say("board_not_ready"), formatCount(overdue + soon + later)],
        [say("coming_clock"), describeClock(clock, manifest)],
      ],
    },
    manifest,
  );
}

/** The same of meetings that are known one by one: each with how it stands and for whom it waits. */
export function askComing(meetings: readonly Listed[], manifest: Manifest, clock: Clock): Asked {
  const asked = askCounts(countUrgencies(meetings, clock), manifest, clock);
  const pressing = listPressing(meetings, clock).map((meeting) => listWaits(meeting, clock));
  const kinds = [...new Set(pressing.flat())] as Wait[];
  const several = pressing.filter((own) => own.length > 1).length;
  const waits = kinds.map(
    (kind) => [say(`wait_${kind}`), formatCount(pressing.filter((own) => own.includes(kind)).length)] as const,
  );
  return {
    ...asked,
    entries: [
      ...asked.entries.slice(0, -1),
      ...waits,
      [say("wait_several"), several ? formatCount(several) : ""],
      ...asked.entries.slice(-1),
    ],
    list: () => Promise.resolve(ListMeetings(meetings, (meeting) => say(URGENCY_WORDS[urgencyOfMeeting(meeting, clock)], {hours: SOON_HOURS}), manifest)), // prettier-ignore
  };
}

export type Listed = Pick<ComingMeeting, "handoff_id" | "account" | "sdr" | "ae" | "meeting_at" | "tasks">;

/** Handoffs that a document itself names, as the list of records. */
export function ListMeetings<T extends Partial<Listed> & Pick<Listed, "handoff_id" | "meeting_at">>(
  meetings: readonly T[],
  counts: (meeting: T) => string,
  manifest: Manifest,
  total: number | null = meetings.length,
): HTMLElement {
  const records = meetings.map((meeting) => ({
    record_id: meeting.handoff_id,
    account: meeting.account ?? "",
    sdr: meeting.sdr ?? "",
    ae: meeting.ae ?? "",
    dated_at: meeting.meeting_at,
    is_disputed: false,
    meeting,
  }));
  return RecordList(records, {
    manifest,
    record: "handoff",
    counts: ({meeting}) => counts(meeting),
    caption: say("records"),
    file: "handoffs",
    total,
    command: "",
  });
}
