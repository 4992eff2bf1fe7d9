import {ENTITIES, type Column} from "../contract/entities.js";
import {quoteName} from "../db.js";
import {isMeantFor, TOOL_KINDS, type ToolKind} from "../profiles/index.js";
import {fits, type Candidate, type Guess} from "./guess.js";
import {fillTemplate, indexHeaders, type HeaderIndex} from "./map.js";

/** What kind of export that many a tool makes the headers are of, and what each column would be. */
export function guessTool(candidates: readonly Candidate[]): Guess | undefined {
  const index = indexHeaders(candidates.map(({header}) => header));
  const kind = TOOL_KINDS.find((each) => isMeantFor(each, (header) => index.find(header) !== undefined));
  return kind && guessKind(kind, index, candidates);
}

function guessKind(kind: ToolKind, index: HeaderIndex, candidates: readonly Candidate[]): Guess {
  const columns = new Map<string, string>();
  const sql = new Map<string, string>();
  const doubtful: string[] = [];
  const samplesOf = (header: string) => candidates.find((candidate) => candidate.header === header)!.samples;
  const isFree = (header: string | undefined): header is string =>
    header !== undefined && ![...columns.values()].includes(header);
  const has = (column: string) => columns.has(column) || sql.has(column);
  const definitions = ENTITIES[kind.entity].columns;
  for (const [column, names] of Object.entries(kind.times)) {
    const found = findTime(names, index, samplesOf, isFree);
    if (found?.sql) sql.set(column, found.sql);
    else if (found) columns.set(column, found.header);
  }
  for (const [column, sources] of Object.entries(kind.columns)) {
    const definition = definitions.find(({name}) => name === column)!;
    for (const source of sources) {
      if (has(column)) break;
      if (source.startsWith("=")) {
        const filled = fill(source.slice(1), index);
        if (filled) sql.set(column, filled);
        continue;
      }
      const header = index.find(source);
      // Whoever is known by an e-mail address has it, too.
      const isOpen = column === "email" ? header !== undefined : isFree(header);
      if (isOpen && mayBe(definition, samplesOf(header!))) columns.set(column, header!);
    }
  }
  for (const [column, names] of Object.entries(kind.doubtful ?? {})) {
    const header = names.map((name) => index.find(name)).find(isFree);
    if (has(column) || !header) continue;
    columns.set(column, header);
    doubtful.push(column);
  }
  if (kind.entity === "activities" && !has("activity_id")) {
    // Who reached whom when is one call: no two begin in the same second.
    const cells = ["occurred_at", "actor_id", "contact_id", "channel", "subject"].flatMap((column) =>
      columns.has(column) ? [quoteName(columns.get(column)!)] : sql.has(column) ? [sql.get(column)!] : [],
    );
    if (cells.length > 1) sql.set("activity_id", `concat_ws(' ', ${cells.join(", ")})`);
  }
  const where = kind.where && fill(kind.where, index);
  const tool = {what: kind.what, sql, where, needs: kind.needs ?? []};
  return {entity: kind.entity, columns, score: columns.size + sql.size, doubtful, tool};
}

/** The expression as somebody would write it, without the brackets around it. */
const fill = (template: string, index: HeaderIndex) => fillTemplate(template, index)?.sql.slice(1, -1);

/** Whether the first values may be what the column holds; of a closed vocabulary one of them must be known. */
function mayBe(definition: Column, samples: readonly string[]): boolean {
  if (definition.name === "direction") return samples.length === 0 || samples.some((text) => /^(in|out)/i.test(text));
  if (definition.name === "channel") return samples.some((text) => /call|phone|mail|linkedin|meeting|sms/i.test(text));
  return fits(definition, samples);
}

const DAY = /\d{1,4}[-/.]\d{1,2}[-/.]\d|\d [A-Za-z]{3}|[a-z]{3} \d|^\d{8}$/;
const INSTANT = /\d[ T]+\d{1,2}:\d\d|^(\d{10}|\d{13})$|\d{1,2}:\d\d.*\d{4}/;
const CLOCK = /^\d{1,2}:\d\d(:\d\d)?( ?[AaPp]\.?[Mm]\.?)?$/;
const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? /i;

/** The header of a time, the best by name that holds one; or of a day, with the time of day that stands beside it. */
function findTime(
  names: readonly string[],
  index: HeaderIndex,
  samplesOf: (header: string) => readonly string[],
  isFree: (header: string | undefined) => header is string,
): {header: string; sql?: string} | undefined {
  const headers = [...new Set(names.map((name) => index.find(name)).filter(isFree))];
  const are = (header: string, pattern: RegExp) =>
    samplesOf(header).length > 0 && samplesOf(header).every((text) => pattern.test(text));
  const whole = headers.find((header) => are(header, INSTANT));
  if (whole) return writeTime(whole, samplesOf(whole));
  const day = headers.find((header) => are(header, DAY));
  if (!day) return undefined;
  const clocks = index.headers.filter(
    (header) => isFree(header) && are(header, CLOCK) && !/\b(end|answer|duration|length|talk|wait|handle)/i.test(header),
  );
  const clock = clocks.find((header) => /start|begin|time|hour/i.test(header));
  return writeTime(day, samplesOf(day), clock);
}

function writeTime(header: string, samples: readonly string[], clock?: string): {header: string; sql?: string} {
  const hasWeekday = samples.every((text) => WEEKDAY.test(text));
  if (!hasWeekday && !clock) return {header};
  const day = hasWeekday ? `regexp_replace(${quoteName(header)}, '^[A-Za-z]+[.]?,? ', '')` : quoteName(header);
  return {header, sql: clock ? `${day} || ' ' || ${quoteName(clock)}` : day};
}
