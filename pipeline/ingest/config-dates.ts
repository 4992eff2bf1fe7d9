/** Dates that cannot be, or that make nothing count: exports ahead of the clock, and settings far from the time of the data. */
import type {Config} from "../config.js";
import {ENTITIES} from "../contract/entities.js";
import {quoteName, quoteText, type Database} from "../db.js";
import type {Problem} from "../errors.js";
import {CLOCK_SLACK, formatLocal, readInstant} from "../instant.js";
import type {FileReport} from "./types.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A day of the calendar further from the data than this is a slip of the pen. */
const FAR = 5 * 366 * DAY;

const parse = (instant: string): number => Date.parse(`${instant.replace(" ", "T")}Z`);

/**
 * Exports dated after `now`: the time of the data, by which everything is judged, goes by the newest. They are told by whoever reads the exports and
 * written nowhere: what is in the data may follow from no clock.
 */
export async function reportAhead(
  db: Database,
  config: Pick<Config, "timezone" | "as_of">,
  reports: readonly FileReport[],
  now: Date,
): Promise<Problem[]> {
  const ahead = reports.filter(({exported_at, exported_at_from: from}) => exported_at !== null && from !== "other exports" && parse(exported_at) > now.getTime() + CLOCK_SLACK); // prettier-ignore
  const problems: Problem[] = [];
  for (const report of ahead) {
    const at = parse(report.exported_at!);
    const by = report.exported_at_from === "configuration" ? "exported_at of its source" : report.exported_at_from === "name" ? "its name" : await nameNewest(db, report); // prettier-ignore
    const what = `is dated ${sayAhead(at - now.getTime())} ahead of the clock, ${formatLocal(new Date(at).toISOString(), config.timezone)}, by ${by}; everything is judged as of the newest export`;
    const hint = report.exported_at_from === "configuration" ? "correct exported_at, or leave it out" : report.exported_at_from === "name" ? "name the file by the time it was made" : "correct the date where the record is kept, or say in exported_at when the export was made"; // prettier-ignore
    problems.push({where: report.path, what, hint});
  }
  const fixed = config.as_of === undefined ? undefined : readInstant(config.as_of, config.timezone);
  if (fixed !== undefined && parse(fixed) > now.getTime() + CLOCK_SLACK)
    problems.push({where: "as_of", what: `lies ${sayAhead(parse(fixed) - now.getTime())} ahead of the clock; what is to come is judged as if it had come`, hint: "leave it out: then everything is judged as of the newest export"}); // prettier-ignore
  return problems;
}

const sayAhead = (milliseconds: number): string =>
  `${(milliseconds / DAY).toLocaleString("en", {maximumFractionDigits: milliseconds < 10 * DAY ? 1 : 0})} days`;

/** The column and line of the event that dates a file. */
async function nameNewest(db: Database, {entity, file_id, columns, exported_at}: FileReport): Promise<string> {
  for (const {name, past} of ENTITIES[entity].columns) {
    if (!past || !columns.includes(name)) continue;
    const [row] = await db.rows<{line: number}>(
      `select min(_line)::integer as line from raw.${entity}
       where _file_id = ${file_id} and ${quoteName(name)} >= ${quoteText(exported_at!)}${typeof past === "string" ? ` and (${past})` : ""} having count(*) > 0`,
    );
    if (row) return `column ${name}, line ${row.line}`;
  }
  return "its newest event";
}

/** Settings whose dates make little of the exports, or nothing of themselves. */
export function reportConfigDates(
  {as_of, holidays, routing, timezone}: Pick<Config, "as_of" | "holidays" | "routing" | "timezone">,
  reports: readonly FileReport[],
): Problem[] {
  const newest = reports.flatMap(({exported_at}) => exported_at ?? []).sort().at(-1); // prettier-ignore
  const fixed = as_of === undefined ? undefined : readInstant(as_of, timezone);
  const of = fixed ?? newest;
  if (of === undefined) return [];
  const problems: Problem[] = [];
  if (fixed !== undefined && newest !== undefined && parse(newest) > parse(fixed) + DAY)
    problems.push({where: "as_of", what: `lies ${sayAhead(parse(newest) - parse(fixed))} before the newest export; what came in between is not judged`, hint: "leave it out: then everything is judged as of the newest export"}); // prettier-ignore
  const isFar = (day: string) => Math.abs(Date.parse(`${day}T00:00:00Z`) - parse(of)) > FAR;
  holidays.forEach((day, index) => {
    if (isFar(day)) problems.push({where: `holidays[${index}]`, what: `${day} lies more than five years from the data`, hint: "correct the year, or leave it out"}); // prettier-ignore
  });
  routing.forEach(({valid_from: day}, index) => {
    if (day !== undefined && isFar(day) && Date.parse(day) > parse(of))
      problems.push({where: `routing[${index}].valid_from`, what: `${day} lies more than five years after the data`, hint: "correct the year; until then the rule holds for nothing"}); // prettier-ignore
  });
  return problems;
}
