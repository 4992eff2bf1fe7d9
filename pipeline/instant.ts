/** Instants that people write into configurations and file names. The zone of the machine never shines through. */

const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/**
 * An ISO 8601 time as UTC, `YYYY-MM-DD HH:MM:SS`; without a zone of its own it is in `zone` (IANA), without a time of day it is
 * the day's first minute. Undefined when the text is no such time.
 */
export function readInstant(text: string, zone: string): string | undefined {
  const match = WRITTEN.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hour = "00", minute = "00", second = "00", offset] = match;
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // The 31st of February is no day, although some would take it for the 3rd of March.
  if (Number.isNaN(local) || new Date(local).getUTCDate() !== Number(day)) return undefined;
  return formatUtc(local - (offset ? readOffset(offset) : findOffset(local, zone)));
}

/** Milliseconds by which the clocks of two systems may differ: what is dated so little ahead is not ahead. */
export const CLOCK_SLACK = 3_600_000;

/** An instant as people of the company's zone write it, `YYYY-MM-DD HH:MM`. @param instant ISO 8601 */
export const formatLocal = (instant: string, zone: string): string =>
  // Sweden writes times as ISO 8601 does.
  new Intl.DateTimeFormat("sv-SE", {dateStyle: "short", timeStyle: "short", timeZone: zone}).format(Date.parse(instant));

/** Milliseconds since 1970 as UTC, `YYYY-MM-DD HH:MM:SS`. */
export const formatUtc = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 19).replace("T", " ");

function readOffset(text: string): number {
  if (text.toUpperCase() === "Z") return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.length > 3 ? text.slice(-2) : 0);
  return (text.startsWith("-") ? -minutes : minutes) * 60_000;
}

/** How far `zone` is ahead of UTC at the local time; looked up twice, since the offset depends on the instant that is sought. */
function findOffset(local: number, zone: string): number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    ...{year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric"},
  } as Intl.DateTimeFormatOptions);
  const offsetAt = (at: number) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({type, value}) => [type, Number(value)]));
    return Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!, parts.second!) - at;
  };
  return offsetAt(local - offsetAt(local));
}
