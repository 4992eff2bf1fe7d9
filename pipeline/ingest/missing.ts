import {ENTITIES} from "../contract/entities.js";
import {findNearMiss, type Problem} from "../errors.js";
import {normaliseHeader, PROFILES} from "../profiles/index.js";
import {splitHeaders} from "./day-and-time.js";
import {listHeaders} from "./map.js";
import type {FoundFile, Mapping, Recognition, Stop} from "./types.js";

/**
 * Which of a file's mappings can be loaded. A required column without a source stops the build, unless the file feeds
 * another entity and nobody asked for this one.
 */
export function checkMapping(
  file: FoundFile,
  recognition: Recognition,
  headers: readonly string[],
): {mappings: Mapping[]; problems: Problem[]; stop?: Stop} {
  const {caution} = PROFILES[recognition.profile];
  const problems: Problem[] = caution
    ? [{where: file.name, what: caution, hint: `run: npm run baton -- inspect ${file.name}`}]
    : [];
  const broken = recognition.mappings.map((mapping) => ({mapping, missing: listMissing(file, mapping, headers)}));
  const mappings = broken.filter(({missing}) => missing.length === 0).map(({mapping}) => mapping);
  const failed = broken.filter(({missing}) => missing.length > 0);
  if (failed.length === 0) return {mappings, problems};
  if (mappings.length > 0) {
    const absent = failed.map(({mapping, missing}) => ({
      where: file.name,
      what: `gives no ${mapping.entity}: ${missing.join(", ")} not found`,
      hint: `map it under sources[${file.sourceIndex}].columns if the file holds it`,
    }));
    return {mappings, problems: [...problems, ...absent]};
  }
  const {mapping, missing} = failed[0]!;
  return {
    mappings,
    problems: [],
    stop: {
      title: `${file.name}: ${describeCount(missing, mapping, file)} missing for ${recognition.profile} / ${mapping.entity}`,
      problems: missing.map((column) => ({where: column, what: describeMissing(column, mapping, recognition, file, headers)})),
      advice: `map them under sources[${file.sourceIndex}].columns in the configuration, or run: npm run baton -- inspect ${file.name}`,
    },
  };
}

/** Required columns and those of the shortest key when no key can be made; and what the configuration maps to headers that are not there. */
function listMissing(file: FoundFile, mapping: Mapping, headers: readonly string[]): string[] {
  const {columns, keys} = ENTITIES[mapping.entity];
  const has = (name: string) => mapping.columns.some(({column}) => column === name);
  const required = columns.filter((column) => column.required && !has(column.name)).map(({name}) => name);
  const isThere = (name: string) => has(name) || required.includes(name);
  const shortest = [...keys].sort((a, b) => a.length - b.length)[0]!;
  const key = keys.some((names) => names.every(isThere)) ? [] : shortest.filter((name) => !isThere(name));
  const forms = new Set(headers.map(normaliseHeader));
  const isThereAll = (given: string) => {
    const parts = splitHeaders(given, (header) => (forms.has(normaliseHeader(header)) ? header : undefined));
    return parts.length === 2 && parts.every(Boolean);
  };
  const unmet = Object.entries(file.source.columns).filter(
    ([column, header]) =>
      file.isOnly && columns.some(({name}) => name === column) && !forms.has(normaliseHeader(header)) && !isThereAll(header),
  );
  return [...new Set([...required, ...key, ...unmet.map(([column]) => column)])];
}

/** "2 required columns", "1 column that the configuration maps", or both. */
function describeCount(missing: readonly string[], {entity}: Mapping, file: FoundFile): string {
  const {columns, keys} = ENTITIES[entity];
  const isMapped = (name: string) => file.source.columns[name] !== undefined;
  const isNeeded = (name: string) =>
    columns.some((column) => column.name === name && column.required) || keys.every((key) => key.includes(name));
  const required = missing.filter((name) => isNeeded(name) || !isMapped(name)).length;
  const mapped = missing.length - required;
  const count = (n: number) => `${n} ${n === 1 ? "column" : "columns"}`;
  return [
    required > 0 ? count(required).replace(" ", " required ") : "",
    mapped > 0 ? `${count(mapped)} that the configuration maps` : "",
  ]
    .filter(Boolean)
    .join(" and ");
}

function describeMissing(
  column: string,
  mapping: Mapping,
  recognition: Recognition,
  file: FoundFile,
  headers: readonly string[],
): string {
  const part = PROFILES[recognition.profile].files
    .find(({kind}) => kind === recognition.kind)
    ?.parts.find(({entity}) => entity === mapping.entity);
  const known = (part?.columns[column] ?? []).flatMap(listHeaders);
  // Whoever exports by labels looks for a label: "Activity ID", and not the "Id" of the API.
  const label = headers.some((header) => /\S\s+\S/.test(header)) ? known.find((name) => name.includes(" ")) : undefined;
  const expected = file.source.columns[column] ?? label ?? known[0] ?? column;
  const closest = findClosest([expected, ...known, column.replaceAll("_", " ")], headers);
  return `expected "${expected}"; ${closest ? `closest header: "${closest}"` : "no similar header"}`;
}

function findClosest(wanted: readonly string[], headers: readonly string[]): string | undefined {
  for (const name of wanted) {
    const near = findNearMiss(name, headers);
    if (near) return near;
  }
  const form = normaliseHeader(wanted[0]!);
  return headers.find(
    (header) =>
      normaliseHeader(header).includes(form) || (normaliseHeader(header).length > 3 && form.includes(normaliseHeader(header))),
  );
}
