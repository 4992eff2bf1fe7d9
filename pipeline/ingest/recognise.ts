import {basename} from "node:path";
import type {Config} from "../config.js";
import {PROFILE_NAMES, type ProfileName} from "../config-schema.js";
import {ENTITIES} from "../contract/entities.js";
import {isCustom, isSalesforceObject, normaliseHeader, PROFILES, type ProfileFile} from "../profiles/index.js";
import {UserError} from "../errors.js";
import {toWords} from "../profiles/spoken.js";
import {isNamed} from "./headers.js";
import {indexHeaders, mapPart} from "./map.js";
import type {FoundFile, Mapping, Recognition} from "./types.js";

interface Candidate {
  profile: ProfileName;
  file: ProfileFile;
  mappings: Mapping[];
  score: number;
  isSigned: boolean;
  used: number;
  /** A canonical file whose headers are written as words, as those of many a report are. */
  isSpoken: boolean;
}

/** An object of Salesforce from which nothing is read, under a pattern that finds others too. */
export class OtherObject extends Error {}

/**
 * Finds out from its headers what a file is: the configuration's word first, then the profile and kind of file whose headers
 * it has most of.
 * @param first cells of its first row, where they are at hand: ids may tell that its records are of another kind
 * @throws UserError when nothing fits; OtherObject for one of Salesforce's many that its weekly export has beside those that are read.
 */
export function recogniseFile(
  file: FoundFile,
  headers: readonly string[],
  config: Pick<Config, "timezone" | "currency">,
  first: readonly string[] = [],
): Recognition {
  const {source} = file;
  const looked = {headers, first};
  const candidates = dropWeakest(listCandidates(file, looked, config)).sort((a, b) => b.score - a.score);
  const nearest = candidates[0] ? undefined : findNearest(file, looked, config);
  const best = candidates[0] ?? nearest;
  if (isOfMany(file, headers) && (!best || (nearest && !isOfKind(findId(looked), nearest.file)))) throw new OtherObject();
  if (!best) {
    // What is said under a pattern is said of all files that it finds.
    const place = file.isOnly ? `sources[${file.sourceIndex}]` : "a source of its own, which names this file alone";
    throw new UserError(
      `${file.name}: cannot tell what it holds from its headers: ${headers.slice(0, 12).join(", ")}${headers.length > 12 ? ", …" : ""}\n` +
        `  → name profile (${PROFILE_NAMES.join(", ")}) and entity under ${place}, or run: npm run baton -- inspect ${file.name}\n` +
        (isLikeARecord(headers) ? HEADERLESS : "") +
        `  → if it is no export for Baton, narrow the pattern under sources[${file.sourceIndex}].files`,
    );
  }
  const profile = PROFILES[best.profile];
  // Two names for one system read such a file alike.
  const second = candidates.find((other) => other.file.kind !== best.file.kind);
  return {
    profile: best.profile,
    kind: best.file.kind,
    certainty:
      source.entity && source.profile ? 1 : !best.isSigned ? 0.5 : second && second.score > best.score * 0.9 ? 0.7 : 0.95,
    zone: source.timezone ?? profile.zone?.(headers) ?? config.timezone,
    dayZone: source.timezone ?? config.timezone,
    dates: source.dates === "day-first" || source.dates === "month-first" ? source.dates : profile.dates,
    hasSalesforceIds: profile.hasSalesforceIds ?? false,
    mappings: best.mappings,
  };
}

const HEADERLESS =
  "  → its first row looks like a record, not like names of columns: export it with a header (of Snowflake, HEADER = TRUE)\n";
/** Nobody calls a column by a time, a number or an address. */
const isLikeARecord = (headers: readonly string[]): boolean =>
  headers.some((header) => /^\d{4}-\d\d-\d\d|^[\w.+-]+@[\w-]+\.\w|^-?\d+\.\d+$/.test(header));

/**
 * The kind of file that this one would be if it had one more required column: most of its headers are that kind's. So whoever renamed
 * the column hears of the column, and not that the file is unknown.
 */
function findNearest(file: FoundFile, looked: Looked, config: Pick<Config, "currency">): Candidate | undefined {
  return listCandidates(file, looked, config, {isSignNeeded: false})
    .filter(({used, file: kind}) => used >= (isForm(kind) ? LEAST_OF_FORM : 3) && used > looked.headers.length / 2)
    .filter(({mappings}) => mappings.every((mapping) => countMissing(mapping) === 1))
    .sort((a, b) => b.score - a.score)[0];
}

/** A form asks names and addresses, as every list of people has them. */
const LEAST_OF_FORM = 5;
const isForm = ({parts}: ProfileFile): boolean => parts.some(({hasQuestions}) => hasQuestions);

/** "Account ID" and "Close Date" are labels of every system: read as words, Baton's own columns count where they explain more headers than any. */
function dropWeakest(candidates: Candidate[]): Candidate[] {
  const spoken = candidates.filter(({isSpoken}) => isSpoken);
  const others = candidates.filter(({isSpoken}) => !isSpoken);
  const most = (list: Candidate[]) => Math.max(0, ...list.map(({used}) => used));
  return most(spoken) > most(others) ? spoken : others;
}

const countMissing = ({entity, columns}: Mapping) =>
  ENTITIES[entity].columns.filter(({name, required}) => required && !columns.some(({column}) => column === name)).length;

/** Headers that are canonical columns letter by letter; databases write them in capitals, which shows by an underscore. */
function countOwn(headers: readonly string[], columns: object): number {
  const isOwn = (header: string) => Object.hasOwn(columns, header);
  const isFolded = headers.some((header) => header.includes("_") && !isOwn(header) && isOwn(header.toLowerCase()));
  return headers.filter((header) => isOwn(isFolded ? header.toLowerCase() : header)).length;
}

/** Headers that are canonical columns read as words, each column once. */
function countSpoken(headers: readonly string[], columns: Readonly<Record<string, readonly string[]>>): number {
  const words = new Set(headers.map(toWords));
  return Object.values(columns).filter((names) => names.some((name) => words.has(toWords(name)))).length;
}

/** Whether a file is one of Salesforce's objects among others, as the archive of its weekly export has them. */
const isOfMany = ({isOnly, entry, path}: FoundFile, headers: readonly string[]): boolean =>
  !isOnly && (isSalesforceObject(headers) || (entry !== undefined && /^WE_.*\.zip$/i.test(basename(path))));

/** The first record's id, where it is written as Salesforce writes them. */
function findId({headers, first}: Looked): string | undefined {
  const id = first[headers.indexOf("Id")];
  return id !== undefined && /^[a-z0-9]{15}(?:[a-z0-9]{3})?$/i.test(id) ? id : undefined;
}

const isOfKind = (id: string | undefined, {idPrefix}: ProfileFile): boolean =>
  idPrefix !== undefined && id !== undefined && id.startsWith(idPrefix);

/** Header and first row of a file. */
interface Looked {
  headers: readonly string[];
  first: readonly string[];
}

function listCandidates(
  file: FoundFile,
  looked: Looked,
  {currency}: Pick<Config, "currency">,
  {isSignNeeded = true} = {},
): Candidate[] {
  const {source, name} = file;
  const {headers} = looked;
  const ordinary = headers.filter((header) => !isCustom(header));
  const id = findId(looked);
  const names = source.profile ? [source.profile] : PROFILE_NAMES;
  const fileName = normaliseHeader(
    file.table?.split(".").at(-1) ??
      name
        .split("/")
        .at(-1)!
        .replace(/\.[a-z]+$/i, ""),
  );
  const candidates: Candidate[] = [];
  for (const profileName of names) {
    const profile = PROFILES[profileName];
    const index = indexHeaders(headers, profile);
    const standard = indexHeaders(ordinary, profile);
    const isLabelled = (wanted: string, found: string | undefined) =>
      found !== undefined && (!profile.hasBlanksInLabels || !wanted.includes(" ") || /\s/.test(found));
    for (const kind of profile.files) {
      const parts = kind.parts.filter((part) => !source.entity || part.entity === source.entity);
      if (parts.length === 0) continue;
      const isCanonical = profileName === "canonical";
      const columns = kind.parts[0]!.columns;
      const find = (header: string) =>
        isCanonical ? columns[header]!.map((name) => index.find(name)).find((found) => found !== undefined) : index.find(header);
      const signature = kind.signatures
        .filter((group) => group.every((header) => isLabelled(header, find(header))))
        .sort((a, b) => b.length - a.length)[0];
      const exact = isCanonical ? countOwn(headers, columns) : 0;
      // Other systems' tables also have a contact_id somewhere: a canonical file consists of canonical columns.
      const half = headers.filter(isNamed).length / 2;
      const isSpoken = isCanonical && exact < half && countSpoken(headers, columns) >= half;
      const isOwn = !isCanonical || exact >= half || isSpoken;
      const isSigned = signature !== undefined && isOwn && !(kind.unless ?? []).some((header) => standard.find(header));
      if (!isOwn && !isSignNeeded) continue;
      if (id !== undefined && kind.idPrefix !== undefined && !isOfKind(id, kind) && !source.entity) continue;
      // Without a sign the file's kind must be given. A system that nobody named and nothing shows must not lend its zone and ids.
      if (isSignNeeded && !isSigned && !(source.entity && (source.profile || profileName === "canonical"))) continue;
      const mappings = parts
        .map((part) => mapPart(part, index, source, profileName, currency))
        .filter((mapping) => mapping !== undefined);
      if (mappings.length === 0) continue;
      const used = new Set(mappings.flatMap((mapping) => mapping.columns.flatMap((column) => column.headers))).size;
      const score =
        used + exact + 3 * (isSigned ? signature.length : 0) + (fileName.includes(normaliseHeader(kind.kind)) ? 2 : 0);
      candidates.push({profile: profileName, file: kind, mappings, score, isSigned, used, isSpoken: isSpoken && isSigned});
    }
  }
  return candidates;
}
