/** Time without a clock: minutes since 1970 in UTC, days since 1970. All times of the sample are whole minutes. */
export type Minutes = number;
export type Day = number;
export type Region = "EMEA" | "North America";

export const DAY = 1440;
export const HOUR = 60;

/** 2026-10-01 06:00 in Berlin: when the company's systems were exported. */
export const EXPORTED_AT: Minutes = readMinutes("2026-10-01T04:00:00Z");

/** Days when nobody works, in both regions. */
export const HOLIDAYS = [
  "2025-04-18",
  "2025-04-21",
  "2025-05-01",
  "2025-12-24",
  "2025-12-25",
  "2025-12-26",
  "2026-01-01",
  "2026-04-03",
  "2026-04-06",
  "2026-05-01",
  "2026-12-24",
  "2026-12-25",
];
const HOLIDAY_DAYS = new Set(HOLIDAYS.map(readDay));

export function readMinutes(text: string): Minutes {
  return Date.parse(text) / 60_000;
}

export function readDay(text: string): Day {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
}

/**
 * `2026-09-30T14:30:00Z`. Nothing happens in the night hour that autumn repeats: systems that write local times could not say
 * which of the two they mean.
 */
export function writeTime(minutes: Minutes): string {
  const isTwofold = offsetOf(minutes - HOUR, "EMEA") > offsetOf(minutes + HOUR, "EMEA");
  return `${new Date((isTwofold ? minutes + 2 * HOUR : minutes) * 60_000).toISOString().slice(0, 16)}:00Z`;
}

/** `2026-09-30` */
export function writeDay(day: Day): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** `2026-09`, of a day. */
export function monthOf(day: Day): string {
  return writeDay(day).slice(0, 7);
}

/** First day of the month `count` months after that of `day`. */
export function addMonths(day: Day, count: number): Day {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1) / 86_400_000;
}

export function isWorkday(day: Day): boolean {
  const weekday = (day + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !HOLIDAY_DAYS.has(day);
}

/** The day itself, or the next one that is worked. */
export function nextWorkday(day: Day): Day {
  let found = day;
  while (!isWorkday(found)) found++;
  return found;
}

/** The `count`th working day after `day`. */
export function addWorkdays(day: Day, count: number): Day {
  let found = day;
  for (let left = count; left > 0; left--) found = nextWorkday(found + 1);
  return found;
}

/** Local day and minute of the day, in Berlin or New York. */
export function toLocal(minutes: Minutes, region: Region): {day: Day; minute: number} {
  const local = minutes + offsetOf(minutes, region);
  return {day: Math.floor(local / DAY), minute: ((local % DAY) + DAY) % DAY};
}

/** UTC minutes of a local time of day. */
export function fromLocal(day: Day, minute: number, region: Region): Minutes {
  const guess = day * DAY + minute;
  return guess - offsetOf(guess - offsetOf(guess, region), region);
}

/** The same time, or the opening of the next working hours (9 to 17 local) when it lies outside them. */
export function toWorkTime(minutes: Minutes, region: Region): Minutes {
  const {day, minute} = toLocal(minutes, region);
  if (isWorkday(day) && minute >= 540 && minute < 1020) return minutes;
  const start = isWorkday(day) && minute < 540 ? day : nextWorkday(day + 1);
  // Keep some spread: what came in overnight is not all handled at nine sharp.
  return fromLocal(start, 540 + ((Math.floor(minutes) * 7) % 75), region);
}

/** The same time, or the end of the working hours before it when it lies outside them. */
export function toEarlierWorkTime(minutes: Minutes, region: Region): Minutes {
  let {day, minute} = toLocal(minutes, region);
  if (isWorkday(day) && minute >= 540 && minute < 1020) return minutes;
  if (minute < 1020 || !isWorkday(day)) day--;
  while (!isWorkday(day)) day--;
  minute = 1020 - ((Math.floor(minutes) * 7) % 75);
  return fromLocal(day, minute, region);
}

function offsetOf(minutes: Minutes, region: Region): number {
  const year = new Date(minutes * 60_000).getUTCFullYear();
  if (region === "EMEA") {
    const isSummer = minutes >= sundayOf(year, 2, -1) * DAY + 60 && minutes < sundayOf(year, 9, -1) * DAY + 60;
    return isSummer ? 120 : 60;
  }
  const isSummer = minutes >= sundayOf(year, 2, 2) * DAY + 420 && minutes < sundayOf(year, 10, 1) * DAY + 360;
  return isSummer ? -240 : -300;
}

/** The n-th Sunday of a month (0-based month), or the last for -1. */
function sundayOf(year: number, month: number, nth: number): Day {
  if (nth < 0) {
    const last = Date.UTC(year, month + 1, 0) / 86_400_000;
    return last - ((last + 4) % 7);
  }
  const first = Date.UTC(year, month, 1) / 86_400_000;
  return first + ((7 - ((first + 4) % 7)) % 7) + (nth - 1) * 7;
}
