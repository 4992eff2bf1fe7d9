import type {Config} from "../config.js";
import type {Database} from "../db.js";
import {UserError} from "../errors.js";
import {readInstant} from "../instant.js";
import {readDay} from "./read-day.js";
import {writeDay} from "./write-day.js";
import {writeSheet} from "./write-sheet.js";

export interface DayOptions {
  /** Id or page name of the AE. */
  ae: string;
  /** `YYYY-MM-DD`; the day of the data's own time if left out. */
  date?: string;
  /** File to write, or a folder that is there. */
  out?: string;
}

export interface ExportedDay {
  path: string;
  date: string;
  meetings: number;
  /** The next day with a meeting, where there is one. */
  next: string | null;
}

/**
 * Writes the AE's day where `out` says, else into `folder`, which no repository keeps.
 * @throws UserError (exit code 2) when there is no such AE or day
 */
export async function exportDay(db: Database, config: Config, options: DayOptions, folder: string): Promise<ExportedDay> {
  const {ae, date, out} = options;
  if (date !== undefined && !(/^\d{4}-\d{2}-\d{2}$/.test(date) && readInstant(date, "UTC") !== undefined)) {
    throw new UserError(`--date: "${date}" is no day of the calendar\n  → use YYYY-MM-DD`, 2);
  }
  const day = await readDay(db, config, ae, date);
  const path = writeSheet(writeDay(day), `${day.slug}-${day.date}.html`, folder, out);
  return {path, date: day.date, meetings: day.meetings.length, next: day.next};
}
