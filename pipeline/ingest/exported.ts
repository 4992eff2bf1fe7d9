/**
 * The time that a file's or folder's name tells, UTC, `YYYY-MM-DD HH:MM:SS`: 13-digit epoch milliseconds (Salesforce reports),
 * or a date with or without a time. The file's own name goes before its folders, the nearest folder first.
 */
export function readTimeInName(name: string): string | null {
  for (const part of name.split("/").reverse()) {
    const epoch = /(?<!\d)(1[0-9]{12})(?!\d)/.exec(part);
    if (epoch) return new Date(Number(epoch[1])).toISOString().slice(0, 19).replace("T", " ");
    const match =
      /(?<!\d)(20\d{2})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:[T_ -]?([01]\d|2[0-3])[-_:h.]?([0-5]\d)(?:[-_:m.]?([0-5]\d))?)?(?!\d)/.exec(
        part,
      );
    if (!match) continue;
    const [, year, , month, day, hour = "00", minute = "00", second = "00"] = match;
    const text = `${year}-${month}-${day} ${hour}:${minute}:${second}`;
    const parsed = new Date(`${text.replace(" ", "T")}Z`);
    // The 31st of February is no date but a number.
    if (parsed.toISOString().slice(0, 10) === `${year}-${month}-${day}`) return text;
  }
  return null;
}

/** A configured instant as UTC `YYYY-MM-DD HH:MM:SS`. */
export function formatInstant(instant: string): string {
  return new Date(Date.parse(instant)).toISOString().slice(0, 19).replace("T", " ");
}
