import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {Database} from "../db.js";
import {UserError} from "../errors.js";
import {readInstant} from "../instant.js";
import {readDay} from "./read-day.js";
import {writeDay} from "./write-day.js";

export interface DayOptions {
  /** Id or page name of the AE. */
  ae: string;
  /** `YYYY-MM-DD`; the day of the data's own time if left out. */
  date?: string;
}

/**
 * Writes the AE's day into `folder`, which no repository keeps.
 * @returns the file's path and how many meetings are in it.
 * @throws UserError (exit code 2) when there is no such AE or day
 */
export async function exportDay(db: Database, {ae, date}: DayOptions, folder: string): Promise<{path: string; meetings: number}> {
  if (date !== undefined && !(/^\d{4}-\d{2}-\d{2}$/.test(date) && readInstant(date, "UTC") !== undefined)) {
    throw new UserError(`--date: "${date}" is no day of the calendar\n  → use YYYY-MM-DD`, 2);
  }
  const day = await readDay(db, ae, date);
  const path = join(folder, `${day.slug}-${day.date}.html`);
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, writeDay(day));
  return {path, meetings: day.meetings.length};
}
