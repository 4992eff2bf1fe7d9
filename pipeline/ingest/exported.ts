import {formatUtc, readInstant} from "../instant.js";

/**
 * The time that a file's or folder's name tells, UTC, `YYYY-MM-DD HH:MM:SS`: 13-digit epoch milliseconds (Salesforce reports),
 * or a date with or without a time, in `zone` unless a Z follows. The file's own name goes before its folders, the nearest
 * folder first.
 */
export function readTimeInName(name: string, zone: string): string | null {
  for (const part of name.split("/").reverse()) {
    const epoch = /(?<!\d)(1[0-9]{12})(?!\d)/.exec(part);
    if (epoch) return formatUtc(Number(epoch[1]));
    const match =
      /(?<!\d)(20\d{2})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:[T_ -]?([01]\d|2[0-3])[-_:h.]?([0-5]\d)(?:[-_:m.]?([0-5]\d))?(Z)?)?(?!\d)/.exec(
        part,
      );
    if (!match) continue;
    const [, year, , month, day, hour = "00", minute = "00", second = "00", utc = ""] = match;
    const instant = readInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}${utc}`, zone);
    if (instant !== undefined) return instant;
  }
  return null;
}
