/** The calendar file of what an SDR has to do before the coming meetings (RFC 5545). */
import type {ComingMeeting} from "../../contract/datasets.js";

/** What a calendar shows; the site's own words stand in its catalogue, but this file leaves the site. */
const WORDS = {
  name: "Briefs to complete",
  brief: "Complete the brief",
  vague: "Make more specific",
  confirmation: "Send the confirmation",
  meeting: "Meeting",
  with: "with",
};
const LENGTH_MS = 30 * 60_000;

export interface CalendarOptions {
  /** Whose calendar. */
  name: string;
  /** When the data are of: every stamp is this, never a clock's. */
  asOf: string;
  /** Label of a field by its name. */
  labelOf(field: string): string;
  /** An instant as people of the company read it. */
  format(instant: string): string;
}

/** Meetings for which the SDR has something to do. */
export const needsSdr = ({tasks}: Pick<ComingMeeting, "tasks">): boolean => tasks.some(({who}) => who === "sdr");

/**
 * An event of half an hour for every meeting that its SDR still has to prepare, ending when it is due; what is overdue stands at the
 * time of the data. Its identity is the handoff's, so that a later file moves it instead of doubling it.
 */
export function writeCalendar(meetings: readonly ComingMeeting[], options: CalendarOptions): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Baton//Handoff readiness//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(`${WORDS.name}: ${options.name}`)}`,
    ...meetings.filter(needsSdr).flatMap((meeting) => writeEvent(meeting, options)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function writeEvent(meeting: ComingMeeting, {asOf, labelOf, format}: CalendarOptions): string[] {
  const own = meeting.tasks.filter(({who}) => who === "sdr");
  const due = Math.min(...own.map(({due_at}) => Date.parse(due_at ?? meeting.add_by)));
  const start = Math.max(due - LENGTH_MS, Date.parse(asOf));
  const todo = own.map(({what, of}) => {
    const word = WORDS[what as "brief" | "vague" | "confirmation"] ?? "";
    return [word, of?.map(labelOf).join(", ")].filter(Boolean).join(": ");
  });
  const who = [meeting.account, meeting.contact].filter(Boolean).join(", ");
  const told = [...todo, `${WORDS.meeting}: ${format(meeting.meeting_at)}${meeting.ae ? ` ${WORDS.with} ${meeting.ae}` : ""}`];
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(encodeURIComponent(meeting.handoff_id))}-prepare@baton`,
    `DTSTAMP:${formatStamp(Date.parse(asOf))}`,
    `DTSTART:${formatStamp(start)}`,
    `DTEND:${formatStamp(start + LENGTH_MS)}`,
    `SUMMARY:${escapeText(`${who || meeting.handoff_id}: ${todo[0]}`)}`,
    `DESCRIPTION:${escapeText(told.join("\n"))}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escapeText(todo[0]!)}`,
    "TRIGGER:-PT15M",
    "END:VALARM",
    "END:VEVENT",
  ];
}

const formatStamp = (time: number) => `${new Date(time).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

/** A text as a property's value: line breaks and separators are escaped, other control characters dropped. */
function escapeText(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll(/\r\n|\r|\n/g, "\\n")
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "");
}

/** A line of at most 75 octets, continued on the next behind a blank, and never within a character. */
function foldLine(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ["", 0];
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    // A continuation begins with a blank, which counts.
    if (octets + size > (parts.length > 0 ? 74 : 75)) {
      parts.push(part);
      [part, octets] = ["", 0];
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}
