/** Which hours of the calendar are worked. Pure. */

export interface Calendar {
  timezone: string;
  business_hours: {days: readonly string[]};
  holidays: readonly string[];
}

const HOUR = 3_600_000;
const STEP = HOUR / 4;

/** Returns what tells whether the local day of an instant is worked. */
function readDays({timezone, business_hours, holidays}: Calendar): (instant: number) => boolean {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: timezone,
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return (instant) => {
    const parts = format.formatToParts(instant);
    const part = (type: string) => parts.find((each) => each.type === type)!.value;
    const day = `${part("year")}-${part("month")}-${part("day")}`;
    return business_hours.days.includes(part("weekday").toLowerCase()) && !holidays.includes(day);
  };
}

/** The instant by which `hours` have passed that lie on days that are worked; null when the next year has none. */
export function addWorkedHours(calendar: Calendar, from: string, hours: number): string | null {
  const isWorked = readDays(calendar);
  let [at, left] = [Date.parse(from), hours];
  // By quarters of an hour, at which the days of every zone begin and end; the first step and the last are shorter.
  for (let step = 0; step < 366 * 96; step++) {
    const next = (Math.floor(at / STEP) + 1) * STEP;
    const hours = (next - at) / HOUR;
    if (isWorked(at)) {
      if (left <= hours) return new Date(at + left * HOUR).toISOString().replace(/\.\d{3}Z$/, "Z");
      left -= hours;
    }
    at = next;
  }
  return null;
}

/** Whether a worked day lies between two instants, the day of the first one left out and that of the last one too unless it is worked. */
export function isWorkedBetween(calendar: Calendar, from: string, to: string): boolean {
  const isWorked = readDays(calendar);
  for (let at = Date.parse(from) + 24 * HOUR, steps = 0; at <= Date.parse(to) && steps < 400; at += 24 * HOUR, steps++)
    if (isWorked(at - 12 * HOUR)) return true;
  return false;
}
