import {BRIEF_FIELDS} from "../contract/brief.js";
import {ENTITIES, type EntityName} from "../contract/entities.js";
import type {ProfileName, SourceConfig} from "../config-schema.js";
import {quoteName, quoteText} from "../db.js";
import {isCustom, normaliseHeader, normaliseValue, TYPED, type Profile, type ProfilePart} from "../profiles/index.js";
import {deriveCurrency} from "./currency.js";
import {joinDayAndTime, joinTimes, splitHeaders} from "./day-and-time.js";
import {deriveEnds} from "./ended.js";
import {addAnswers, matchQuestions} from "./answers.js";
import {isSecondHeader} from "./second-header.js";
import type {MappedColumn, Mapping} from "./types.js";

/** The headers of a file, found by their normalised form, with and without the system's prefix. */
export interface HeaderIndex {
  headers: readonly string[];
  find(header: string): string | undefined;
  /** A header of the file, with those that hold the same of it in another type. */
  read(header: string): Found;
}

export function indexHeaders(
  headers: readonly string[],
  {prefix, translations}: Pick<Profile, "prefix" | "translations"> = {},
): HeaderIndex {
  const byForm = new Map<string, string>();
  const add = (spelling: string, header: string) => {
    const form = normaliseHeader(spelling);
    if (form && !byForm.has(form)) byForm.set(form, header);
  };
  // Of a field of the system and a custom one of its name, the former.
  for (const header of headers) if (!isCustom(header)) add(header, header);
  for (const header of headers) add(header, header);
  if (prefix) for (const header of headers) add(header.toLowerCase().replace(prefix, ""), header);
  // A header may be called constructor: only the table's own words translate.
  const translate = (form: string) => (translations && Object.hasOwn(translations, form) ? translations[form]! : "");
  for (const header of headers) add(translate(normaliseHeader(header)), header);
  for (const header of headers) add(header.replace(IN_UTC, ""), header);
  const twins = new Map<string, string[]>();
  for (const header of headers) {
    const plain = header.replace(TYPED, "");
    if (plain !== header && headers.includes(plain)) twins.set(plain, [...(twins.get(plain) ?? []), header]);
  }
  return {
    headers,
    find: (header) => byForm.get(normaliseHeader(header)),
    read(header) {
      const all = [header, ...(twins.get(header) ?? [])];
      const cells = all.map(quoteName);
      return {sql: cells.length === 1 ? cells[0]! : `coalesce(${cells.join(", ")})`, headers: all};
    },
  };
}

/** SQL of a cell, and the headers that it reads. */
interface Found {
  sql: string;
  headers: string[];
}

/** Which header, or which expression over headers, gives each canonical column; undefined when the part's rows are not in the file. */
export function mapPart(
  part: ProfilePart,
  fileIndex: HeaderIndex,
  source: SourceConfig,
  profile: ProfileName,
  currency = "USD",
): Mapping | undefined {
  const unpivot = part.unpivot && buildUnpivot(part.unpivot, fileIndex.headers);
  if (part.unpivot && !unpivot) return undefined;
  const made = unpivot ? [unpivot.header, unpivot.cell] : [];
  const index: HeaderIndex = {
    ...fileIndex,
    find: (header) => made.find((name) => normaliseHeader(name) === normaliseHeader(header)) ?? fileIndex.find(header),
  };
  const columns: MappedColumn[] = [];
  for (const {name, type} of ENTITIES[part.entity].columns) {
    const found = findSource(name, part, index, source, profile);
    if (found) columns.push({column: name, ...(type === "time" ? sayZone(found) : found)});
  }
  if (part.hasQuestions) {
    columns.push(...matchQuestions(part, index, columns));
    for (const [at, column] of columns.entries()) columns[at] = addAnswers(column, part, index, columns);
  }
  columns.splice(0, columns.length, ...joinTimes({entity: part.entity, columns}, index.headers));
  columns.push(...deriveCurrency(part.entity, columns, currency), ...deriveEnds(part.entity, columns));
  return {entity: part.entity, columns, ...buildAside(part, index, source), values: mergeValues(part, source), unpivot};
}

type Source = Omit<MappedColumn, "column">;

function findSource(
  column: string,
  part: ProfilePart,
  index: HeaderIndex,
  source: SourceConfig,
  profile: ProfileName,
): Source | undefined {
  if (source.sql[column] !== undefined) return {sql: `(${source.sql[column]})::varchar`, headers: [], how: "configuration"};
  const given = source.columns[column];
  if (given !== undefined) {
    const header = index.headers.find((candidate) => candidate === given) ?? index.find(given);
    if (header !== undefined) return {sql: quoteName(header), headers: [header], how: "configuration"};
    const [day, time] = splitHeaders(given, (name) => index.headers.find((candidate) => candidate === name) ?? index.find(name));
    if (day && time) return {sql: joinDayAndTime(day, time), headers: [day, time], how: "configuration"};
    // Of several exports the older ones may have the column under the name that it had.
  }
  const isGivenAway = (header: string) => Object.values(source.columns).some((other) => other === header);
  const known =
    profile === "canonical"
      ? part.columns[column]!
      : orderSources(column, part.columns[column] ?? [], listLabels(part.entity, column));
  for (const candidate of known) {
    if (candidate.startsWith("=")) {
      const filled = fillTemplate(candidate.slice(1), index);
      if (filled) return {...filled, how: "derived"};
      continue;
    }
    const header = index.find(candidate);
    // Said to be another column's: "Closed" mapped to closed_at is not is_closed as well.
    if (profile === "canonical" && candidate !== column && header !== undefined && given !== header && isGivenAway(header))
      continue;
    if (header !== undefined) return {...index.read(header), how: "header"};
  }
  return undefined;
}

const IN_UTC = /[\s([]+UTC[)\]]?\s*$/i;

/** Under "Start Time (UTC)" the cells need not say it, wherever the company is. */
function sayZone(found: Source): Source {
  const [header, ...others] = found.headers;
  if (header === undefined || others.length > 0 || found.sql !== quoteName(header) || !IN_UTC.test(header)) return found;
  return {
    ...found,
    sql: `case when regexp_matches(${found.sql}, '[T ]\\d{1,2}:\\d\\d(:\\d\\d)?([.]\\d+)?( ?[AaPp]\\.?[Mm]\\.?)?\\s*$') then rtrim(${found.sql}) || ' UTC' else ${found.sql} end`,
  };
}

/** A custom field called exactly as the column is meant for it, unless the profile itself says what such a header holds; labels of the brief come last. */
function orderSources(column: string, sources: readonly string[], labels: readonly string[]): string[] {
  const isListed = sources.some((text) =>
    listHeaders(text).some((header) => normaliseHeader(header) === normaliseHeader(column)),
  );
  return [...(isListed ? [] : [column]), ...sources, ...labels];
}

/** The headers of a source, be it one or an expression over several. */
export const listHeaders = (text: string): string[] =>
  text.startsWith("=") ? [...text.matchAll(BRACES)].flatMap(([, , names]) => names!.split("|")) : [text];

function listLabels(entity: EntityName, column: string): string[] {
  return entity === "handoffs"
    ? BRIEF_FIELDS.filter((field) => field.entity === entity && field.column === column).map((field) => field.label)
    : [];
}

const BRACES = /\{(\?)?([^}]+)\}/g;

/** Puts headers in for `{Header|Other header}`, null for a `{?Header}` that is missing; undefined when another is, or all are. */
export function fillTemplate(template: string, index: HeaderIndex): Found | undefined {
  const headers: string[] = [];
  const hasBraces = template.includes("{");
  let isComplete = true;
  const sql = template.replace(BRACES, (_, optional: string | undefined, names: string) => {
    const header = names
      .split("|")
      .map((name) => index.find(name))
      .find((found) => found !== undefined);
    if (header === undefined) {
      if (!optional) isComplete = false;
      return "null::varchar";
    }
    const cell = index.read(header);
    headers.push(...cell.headers);
    return cell.sql;
  });
  return isComplete && (headers.length > 0 || !hasBraces) ? {sql: `(${sql})`, headers: [...new Set(headers)]} : undefined;
}

function buildAside(part: ProfilePart, index: HeaderIndex, source: SourceConfig): Pick<Mapping, "aside" | "asideHeaders"> {
  const asideHeaders: string[] = [];
  const [first, second] = index.headers;
  const cases = [`when coalesce(${index.headers.map(quoteName).join(", ")}) is null then 'blank row'`];
  if (second !== undefined)
    cases.push(
      // Files put together one behind another bring their byte order marks along.
      `when ${quoteName(second)} = ${quoteText(second)} and ${quoteName(first!)} in (${[first!, `\ufeff${first}`].map(quoteText).join(", ")}) then 'header repeated'`,
    );
  const below = isSecondHeader(index.headers);
  if (below !== undefined) cases.push(`when ${below} then 'second line of headers'`);
  for (const {when, reason} of part.setAside ?? []) {
    const filled = fillTemplate(when, index);
    if (!filled) continue;
    asideHeaders.push(...filled.headers);
    cases.push(`when ${filled.sql} then ${quoteText(reason)}`);
  }
  // A configuration that says which rows are of the entity it names has the last word on it.
  const isSaid = source.where !== undefined && source.entity !== undefined;
  const kind = part.where && !isSaid ? fillTemplate(part.where, index) : undefined;
  if (kind) {
    asideHeaders.push(...kind.headers);
    cases.push(`when not coalesce(${kind.sql}, false) then 'record of another kind'`);
  }
  if (source.where) cases.push(`when not coalesce((${source.where}), false) then 'left out by the configuration''s where'`);
  return {aside: `case ${cases.join(" ")} end`, asideHeaders};
}

function mergeValues(part: ProfilePart, source: SourceConfig): Mapping["values"] {
  const merged: Mapping["values"] = {};
  for (const table of [part.values ?? {}, source.values]) {
    for (const [column, values] of Object.entries(table)) {
      for (const [from, to] of Object.entries(values)) (merged[column] ??= {})[normaliseValue(from)] = to;
    }
  }
  return merged;
}

function buildUnpivot(
  {headers: pattern, header, cell}: NonNullable<ProfilePart["unpivot"]>,
  headers: readonly string[],
): Mapping["unpivot"] {
  const pairs = headers.flatMap((name) => {
    const match = pattern.exec(name);
    return match ? [`{'h': ${quoteText(match[1] ?? name)}, 'c': ${quoteName(name)}}`] : [];
  });
  return pairs.length === 0 ? undefined : {pairs: pairs.join(", "), header, cell};
}
