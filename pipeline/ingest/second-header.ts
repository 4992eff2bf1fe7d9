/** The line below the header in which SurveyMonkey says how each question is answered. */
import {quoteName} from "../db.js";
import {normaliseHeader} from "../profiles/index.js";

/** What every answer has; a line without any of them is none. */
const EVERY = ["Respondent ID", "Collector ID", "Start Date", "End Date"].map(normaliseHeader);

/** Headers under which a second line of headers has no cell, where the file may have such a line. */
function listEvery(headers: readonly string[]): string[] {
  const found = headers.filter((header) => EVERY.includes(normaliseHeader(header)));
  return found.some((header) => normaliseHeader(header) === EVERY[0]) && found.length > 1 ? found : [];
}

/** SQL condition over the file's cells for such a line; undefined where the file has none. */
export function isSecondHeader(headers: readonly string[]): string | undefined {
  const every = listEvery(headers);
  return every.length === 0 ? undefined : `coalesce(${every.map(quoteName).join(", ")}) is null`;
}

/** The first rows without it. */
export function dropSecondHeader(headers: readonly string[], rows: readonly string[][]): string[][] {
  const every = listEvery(headers).map((header) => headers.indexOf(header));
  const [first, ...others] = rows;
  return first && every.length > 0 && every.every((index) => (first[index] ?? "").trim() === "") ? others : [...rows];
}
