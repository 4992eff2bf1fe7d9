/** Calendar files (RFC 5545): the frame, an event's lines, and how a text stands in them. */

export interface CalendarEvent {
  /** Stays the same in every later file, so that a later file moves the event instead of doubling it. */
  uid: string;
  /** Milliseconds since 1970. */
  start: number;
  end: number;
  summary: string;
  /** Lines of the description. */
  description: readonly string[];
  /** Web address that the event leads to; null where none is known. */
  url: string | null;
  /** Minutes before the start that a reminder shows. */
  remindMinutes: number;
}

/** A calendar of events that take up nobody's time. @param asOf the moment of the data: every stamp is this, never a clock's */
export function writeIcs(name: string, asOf: string, events: readonly CalendarEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Baton//Handoff readiness//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => writeEvent(event, asOf)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function writeEvent({uid, start, end, summary, description, url, remindMinutes}: CalendarEvent, asOf: string): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${formatStamp(Date.parse(asOf))}`,
    `DTSTART:${formatStamp(start)}`,
    `DTEND:${formatStamp(end)}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText([...description, ...(url ? [url] : [])].join("\n"))}`,
    ...(url ? [`URL:${url}`] : []),
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escapeText(summary)}`,
    `TRIGGER:-PT${remindMinutes}M`,
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

/** A calendar whose links begin otherwise. */
export function moveLinks(calendar: string, from: string, to: string): string {
  const lines = calendar.replaceAll("\r\n ", "").split("\r\n");
  // Addresses stand in descriptions too, where signs may be escaped; addresses of sites have none of these.
  return lines.map((line) => foldLine(line.replaceAll(`${from}pages/`, `${to}pages/`))).join("\r\n");
}
