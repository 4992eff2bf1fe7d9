import {instant, localDay, type Cells} from "./read.js";

export interface Settings {
  zone: string;
  asOf: number;
  rescheduleDays: number;
  lateCancelHours: number;
  businessDays: number;
  /** Local closing time, `HH:MM`. */
  closes: string;
  holidays: Set<string>;
}

export interface Chain {
  id: string;
  slots: Cells[];
  outcome: "held" | "no_show" | "canceled" | "pending" | "our_side" | "unknown";
  decisive: Cells;
  meetingAt: number;
  bookedAt: number;
  /** The decisive slot's cell, else the nearest filled one of the other slots, last first. */
  cell(name: string): string;
  firstSlot: {counted: boolean; held: boolean; at: number};
}

const DAY = 86_400_000;

/** Meeting rows with a handoff id, as chains with their outcome. `showedUp` answers by handoff. */
export function chainHandoffs(rows: Cells[], showedUp: Map<string, string>, settings: Settings): Chain[] {
  const at = (row: Cells, column: string) => instant(row[column], settings.zone);
  const groups = new Map<string, Cells[]>();
  for (const row of rows) {
    if (!row.sdr_id || at(row, "meeting_at") === undefined) continue;
    groups.set(row.handoff_id!, [...(groups.get(row.handoff_id!) ?? []), row]);
  }
  return [...groups].map(([id, slots]) => {
    slots.sort((a, b) => at(a, "meeting_at")! - at(b, "meeting_at")!);
    const last = slots.at(-1)!;
    const said = showedUp.get(id);
    const status = (row: Cells) => slotStatus(row, row === last ? said : undefined, settings);
    const held = slots.find((row) => status(row) === "held");
    const decisive = held ?? last;
    const outcome = held ? "held" : chainOutcome(slots, last, status, settings);
    const first = slots[0]!;
    const firstStatus = status(first);
    return {
      id,
      slots,
      outcome,
      decisive,
      meetingAt: at(decisive, "meeting_at")!,
      bookedAt: Math.min(...slots.map((row) => at(row, "booked_at") ?? at(row, "meeting_at")!)),
      cell: (name) =>
        decisive[name] ||
        [...slots]
          .reverse()
          .map((row) => row[name])
          .find(Boolean) ||
        "",
      firstSlot: {
        counted: (outcome === "held" || outcome === "no_show") && firstStatus !== "canceled" && firstStatus !== "our_side",
        held: firstStatus === "held",
        at: at(first, "meeting_at")!,
      },
    };
  });
}

function chainOutcome(slots: Cells[], last: Cells, status: (row: Cells) => string, settings: Settings): Chain["outcome"] {
  const at = (row: Cells) => instant(row.meeting_at, settings.zone)!;
  if (slots.some((row) => status(row) === "ahead")) return "pending";
  if (status(last) === "rescheduled") return at(last) + settings.rescheduleDays * DAY > settings.asOf ? "pending" : "canceled";
  return status(last) as Chain["outcome"];
}

function slotStatus(row: Cells, said: string | undefined, settings: Settings): string {
  const meetingAt = instant(row.meeting_at, settings.zone)!;
  const status = ["held", "no_show", "rescheduled", "canceled"].includes(row.meeting_status!) ? row.meeting_status : "scheduled";
  if (status === "no_show") return row.no_show_by === "us" ? "our_side" : "no_show";
  if (status === "canceled") {
    if (row.canceled_by === "us") return "our_side";
    const canceledAt = instant(row.canceled_at, settings.zone);
    return canceledAt !== undefined && meetingAt - canceledAt < settings.lateCancelHours * 3_600_000 ? "no_show" : "canceled";
  }
  if (status !== "scheduled") return status!;
  if (meetingAt > settings.asOf) return "ahead";
  return {yes: "held", no: "no_show", rescheduled: "rescheduled"}[said ?? ""] ?? "unknown";
}

/** The end of the n-th business day after the local day of `at`. */
export function businessDeadline(at: number, settings: Settings): number {
  let day = Date.parse(`${localDay(at, settings.zone)}T00:00:00Z`);
  for (let left = settings.businessDays; left > 0;) {
    day += DAY;
    const text = new Date(day).toISOString().slice(0, 10);
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !settings.holidays.has(text)) left--;
  }
  return instant(`${new Date(day).toISOString().slice(0, 10)}T${settings.closes}`, settings.zone)!;
}
