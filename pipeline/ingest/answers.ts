import {ENTITIES} from "../contract/entities.js";
import {quoteName} from "../db.js";
import {normaliseHeader, type ProfilePart} from "../profiles/index.js";
import {isNamed} from "./headers.js";
import type {HeaderIndex} from "./map.js";
import {matchQuestion} from "./questions.js";
import type {MappedColumn} from "./types.js";

/**
 * All answers to one question. One that was worded anew, or is asked on several paths through the form, has a column each time, of
 * which a row fills one; one with several answers has a column for each, the first of which bears its text.
 */
export function addAnswers(
  column: MappedColumn,
  part: ProfilePart,
  index: HeaderIndex,
  columns: readonly MappedColumn[],
): MappedColumn {
  const [first] = column.headers;
  if (first === undefined || column.how === "configuration" || column.how === "derived") return column;
  const isTaken = (header: string) => columns.some(({headers}) => headers.includes(header));
  const wordings = (part.columns[column.column] ?? []).flatMap((wording) => index.find(wording) ?? []);
  const asked = [first, ...wordings.filter((header) => !isTaken(header))].flatMap((header) => listRepeats(header, index.headers));
  const isSeveral = ENTITIES[part.entity].columns.some(({name, type}) => name === column.column && type === "choices");
  const answers = [...new Set(asked)].map((header) => [header, ...(isSeveral ? listUnnamed(header, index.headers) : [])]);
  if (answers.flat().length === 1) return column;
  const cells = answers.map(
    (headers) => `nullif(concat_ws(';', ${headers.map((header) => `nullif(trim(${quoteName(header)}), '')`).join(", ")}), '')`,
  );
  return {...column, sql: `coalesce(${cells.join(", ")})`, headers: answers.flat()};
}

/** A header and those of the same name, which bear a number. */
const listRepeats = (name: string, headers: readonly string[]): string[] =>
  headers.filter((header) => header === name || (header.startsWith(name) && /^ \(\d+\)$/.test(header.slice(name.length))));

/** The columns right of a header that bear no name of their own. */
function listUnnamed(header: string, headers: readonly string[]): string[] {
  const following = headers.slice(headers.indexOf(header) + 1);
  const end = following.findIndex(isNamed);
  return following.slice(0, end < 0 ? undefined : end);
}

/** Columns whose question stands in the file in other words. */
export function matchQuestions(part: ProfilePart, index: HeaderIndex, columns: readonly MappedColumn[]): MappedColumn[] {
  // Whose id is not said: most likely the answer's own.
  const free = index.headers.filter(
    (header) => normaliseHeader(header) !== "id" && !columns.some((column) => column.headers.includes(header)),
  );
  const found: MappedColumn[] = [];
  for (const {name} of ENTITIES[part.entity].columns) {
    if (columns.some(({column}) => column === name)) continue;
    const header = matchQuestion(
      part.columns[name] ?? [],
      free.filter((candidate) => !found.some((other) => other.headers.includes(candidate))),
    );
    if (header) found.push({column: name, sql: quoteName(header), headers: [header], how: "similar"});
  }
  return found;
}
