/** A day in one column and its time of day in another, which only together are an instant. */
import {ENTITIES, type Column} from "../contract/entities.js";
import {quoteName, type Database} from "../db.js";
import type {Problem} from "../errors.js";
import {normaliseHeader} from "../profiles/index.js";
import {nameHeaders} from "./unread.js";
import type {FoundFile, Landing, MappedColumn, Mapping} from "./types.js";

/** Between two headers in the configuration: "Meeting Date + Meeting Time". */
const PLUS = /\s\+\s/;
/** Words of a day in a header, and of the time beside it. */
const PAIRS: readonly [string, string][] = [["date", "time"], ["day", "time"], ["datum", "uhrzeit"], ["datum", "zeit"], ["tag", "uhrzeit"], ["date", "heure"], ["fecha", "hora"]]; // prettier-ignore
const OF_DAY = "^[0-9]{1,2}([:.h][0-9]{2}([:.][0-9]{2})?( ?([AaPp][.]?[Mm][.]?|Uhr))?| ?[AaPp][.]?[Mm][.]?)( [A-Z]{2,4})?$";
const MAY_BE_TIME = /time|zeit|uhr|hour|heure|hora|start|begin|from/i;
const IS_OTHER = /end|until|finish|duration|zone|fin\b/i;

/** The headers that a setting joins, where it names no header of its own; fewer than two where it joins none. */
export const splitHeaders = (given: string, find: (header: string) => string | undefined): string[] =>
  PLUS.test(given) ? given.split(PLUS).map((part) => find(part.trim()) ?? "") : [];

/** A day and a time of day as one text; where the second cell is a whole instant it stands for both, and where it is blank the day is what there is. */
export function joinDayAndTime(day: string, time: string): string {
  const [d, t] = [`trim(${quoteName(day)})`, `trim(${quoteName(time)})`];
  // Spreadsheets write a day with its midnight, and "14:30 Uhr".
  const bare = `regexp_replace(${d}, '[ T]0?0:00(:00)?([.]0+)?$', '')`;
  // Of "10:00 - 10:30" it begins with the first; "9am" is a full hour.
  const first = `regexp_replace(regexp_replace(${t}, ' ?Uhr$', ''), '^([0-9]{1,2}[:.h][0-9]{2}[^-–]*?)\\s*[-–].*$', '\\1')`;
  const told = `regexp_replace(regexp_replace(${first}, '^([0-9]{1,2})[.h]([0-9]{2})', '\\1:\\2'), '^([0-9]{1,2}) ?([AaPp])[.]?[Mm][.]?', '\\1:00 \\2M')`;
  // What is no time of day, such as "TBD", leaves the day.
  return `(case when ${t} is null or not regexp_matches(${t}, '[0-9]') then ${d} when regexp_matches(${t}, '^[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}[ T].*:') then ${t} else concat_ws(' ', ${bare}, ${told}) end)`;
}

/** The header of a time that is called as that of the day is. */
export function findTimeOf(day: string, headers: readonly string[]): string | undefined {
  const form = normaliseHeader(day);
  const wanted = PAIRS.flatMap(([from, to]) => [...(form.endsWith(from) ? [form.slice(0, -from.length) + to] : []), ...(form.startsWith(from) ? [to + form.slice(from.length)] : [])]); // prettier-ignore
  return headers.find((header) => header !== day && wanted.includes(normaliseHeader(header)));
}

/** Columns of times whose header is of a day, with the time that stands beside it. */
export function joinTimes(mapping: Pick<Mapping, "entity" | "columns">, headers: readonly string[]): MappedColumn[] {
  const free = headers.filter((header) => !mapping.columns.some((column) => column.headers.includes(header)));
  return mapping.columns.map((column) => {
    if (!isTime(mapping, column) || column.how !== "header") return column;
    const [day] = column.headers;
    const time = findTimeOf(day!, free);
    return time === undefined ? column : {...column, sql: joinDayAndTime(day!, time), headers: [day!, time], how: "derived"};
  });
}

const isTime = ({entity}: Pick<Mapping, "entity">, {column}: MappedColumn): boolean =>
  ENTITIES[entity].columns.some(({name, type}) => name === column && type === "time");

/** Headers that nothing is read from and that may hold times of day; by the first row too, where it is at hand. */
export function listTimes(unread: readonly string[], headers: readonly string[] = [], first?: readonly string[]): string[] {
  const isNamedSo = unread.filter((header) => MAY_BE_TIME.test(header) && !IS_OTHER.test(header));
  return first ? isNamedSo.filter((header) => new RegExp(OF_DAY).test((first[headers.indexOf(header)] ?? "").trim())) : isNamedSo;
}

/** Tells of columns of times that hold days alone, and so midnights, while a column that nobody reads holds times of day. */
export async function reportMidnights(
  db: Database,
  file: FoundFile,
  landing: Landing,
  mappings: readonly Mapping[],
  times: readonly string[],
): Promise<Problem[]> {
  const days = mappings.flatMap((mapping) =>
    mapping.columns.filter((column) => column.headers.length === 1 && isTime(mapping, column)),
  );
  if (times.length === 0 || days.length === 0) return [];
  const counts = [
    ...days.map(({headers}, index) => `bool_or(contains(${quoteName(headers[0]!)}, ':')) as d${index}`),
    ...times.map(
      (header, index) => `avg(regexp_matches(nullif(trim(${quoteName(header)}), ''), '${OF_DAY}')::integer) > 0.5 as t${index}`,
    ),
  ];
  const [found] = await db.rows<Record<string, boolean | null>>(`select ${counts.join(", ")} from ${landing.table}`);
  const held = times.filter((_, index) => found![`t${index}`] === true);
  if (held.length === 0) return [];
  return days
    .filter((_, index) => found![`d${index}`] === false)
    .map(({column, headers: [day]}) => ({
      where: file.name,
      what: `${column} is read from ${JSON.stringify(day)}, which has days alone, as of midnight; nothing is read from ${nameHeaders(held)}, with times of day`,
      hint: `where they belong together, join them: sources[${file.sourceIndex}].columns.${column}: ${JSON.stringify(`${day} + ${held[0]}`)}`,
    }));
}

/** Of guessed headers, that of a day with the time of day that most likely goes with it. */
export function guessTime(column: Column, day: string, candidates: readonly {header: string; samples: readonly string[]}[], used: readonly string[]): string {
  const samplesOf = (header: string) => candidates.find((candidate) => candidate.header === header)?.samples ?? [];
  if (column.type !== "time" || samplesOf(day).length === 0 || samplesOf(day).some((text) => text.includes(":"))) return day;
  const isOfDay = ({header, samples}: {header: string; samples: readonly string[]}) =>
    header !== day && !used.includes(header) && samples.length > 0 && samples.every((text) => new RegExp(OF_DAY).test(text));
  const times = candidates.filter(isOfDay).map(({header}) => header);
  const time = findTimeOf(day, times) ?? listTimes(times)[0];
  return time === undefined ? day : `${day} + ${time}`;
} // prettier-ignore
