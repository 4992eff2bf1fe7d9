import {ENTITIES} from "../contract/entities.js";
import {findNearMiss, type Problem} from "../errors.js";
import {normaliseHeader, PROFILES} from "../profiles/index.js";
import type {FoundFile, Mapping, Recognition, Stop} from "./types.js";

/**
 * Which of a file's mappings can be loaded. A required column without a source stops the build, unless the file feeds
 * another entity and nobody asked for this one.
 */
export function checkMapping(file: FoundFile, recognition: Recognition, headers: readonly string[]): {mappings: Mapping[]; problems: Problem[]; stop?: Stop} {
  const broken = recognition.mappings.map((mapping) => ({mapping, missing: [...listMissing(mapping), ...listUnmet(file, mapping, headers)]}));
  const mappings = broken.filter(({missing}) => missing.length === 0).map(({mapping}) => mapping);
  const failed = broken.filter(({missing}) => missing.length > 0);
  if (failed.length === 0) return {mappings, problems: []};
  if (mappings.length > 0) {
    const problems = failed.map(({mapping, missing}) => ({
      where: file.name,
      what: `gives no ${mapping.entity}: ${missing.join(", ")} not found`,
      hint: `map it under sources[${file.sourceIndex}].columns if the file holds it`,
    }));
    return {mappings, problems};
  }
  const {mapping, missing} = failed[0]!;
  return {
    mappings, problems: [],
    stop: {
      title: `${file.name}: ${missing.length} required ${missing.length === 1 ? "column" : "columns"} missing for ${recognition.profile} / ${mapping.entity}`,
      problems: missing.map((column) => ({where: column, what: describeMissing(column, mapping, recognition, file, headers)})),
      advice: `map them under sources[${file.sourceIndex}].columns in the configuration, or run: npm run baton -- inspect ${file.name}`,
    },
  };
}

const listMissing = (mapping: Mapping) =>
  ENTITIES[mapping.entity].columns.filter(({name, required}) => required && !mapping.columns.some(({column}) => column === name)).map(({name}) => name);

/** Columns that the configuration maps to headers this file, the only one of its source, does not have. */
function listUnmet({source, isOnly}: FoundFile, mapping: Mapping, headers: readonly string[]): string[] {
  if (!isOnly) return [];
  const forms = new Set(headers.map(normaliseHeader));
  return Object.entries(source.columns)
    .filter(([column, header]) => !forms.has(normaliseHeader(header)) && ENTITIES[mapping.entity].columns.some(({name, required}) => name === column && !required))
    .map(([column]) => column);
}

function describeMissing(column: string, mapping: Mapping, recognition: Recognition, file: FoundFile, headers: readonly string[]): string {
  const part = PROFILES[recognition.profile].files.find(({kind}) => kind === recognition.kind)?.parts.find(({entity}) => entity === mapping.entity);
  const known = (part?.columns[column] ?? []).filter((name) => !name.startsWith("="));
  const expected = file.source.columns[column] ?? known[0] ?? column;
  const closest = findClosest([expected, ...known, column.replaceAll("_", " ")], headers);
  return `expected "${expected}"; ${closest ? `closest header: "${closest}"` : "no similar header"}`;
}

function findClosest(wanted: readonly string[], headers: readonly string[]): string | undefined {
  for (const name of wanted) {
    const near = findNearMiss(name, headers);
    if (near) return near;
  }
  const form = normaliseHeader(wanted[0]!);
  return headers.find((header) => normaliseHeader(header).includes(form) || (normaliseHeader(header).length > 3 && form.includes(normaliseHeader(header))));
}
