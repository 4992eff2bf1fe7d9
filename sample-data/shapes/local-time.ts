import {DAY, readMinutes, toLocal, writeDay} from "../calendar.js";

export interface LocalParts {
  year: string;
  month: number;
  day: number;
  hour: number;
  /** Two digits. */
  month2: string;
  day2: string;
  hour2: string;
  minute2: string;
}

/**
 * A canonical time written in another style, in Berlin's time: no sample time lies in the hour that autumn repeats. What is no
 * time stays as it is, and a day that does not exist keeps its numbers.
 */
export function fromLocalParts(time: string, write: (parts: LocalParts) => string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):00Z$/.exec(time);
  if (!match) return time;
  const [, year, month, day, hour, minute] = match as unknown as [string, string, string, string, string, string];
  const exists = writeDay(Math.floor(readMinutes(`${year}-${month}-01T00:00:00Z`) / DAY) + Number(day) - 1).slice(5, 7) === month;
  if (!exists) return write(partsOf(year, month, day, hour, minute));
  const local = toLocal(readMinutes(time), "EMEA");
  const [localYear, localMonth, localDay] = writeDay(local.day).split("-") as [string, string, string];
  const two = (value: number): string => String(value).padStart(2, "0");
  return write(partsOf(localYear, localMonth, localDay, two(Math.floor(local.minute / 60)), two(local.minute % 60)));
}

function partsOf(year: string, month: string, day: string, hour: string, minute: string): LocalParts {
  return {
    year,
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    month2: month,
    day2: day,
    hour2: hour,
    minute2: minute,
  };
}
