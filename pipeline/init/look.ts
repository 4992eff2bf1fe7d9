/** Looks at a folder of exports before there is a configuration: each file is read once, and nothing is loaded. */
import {ENTITIES, type Column, type EntityName} from "../contract/entities.js";
import {openDatabase, quoteName} from "../db.js";
import {UserError} from "../errors.js";
import type {ProfileName} from "../config-schema.js";
import {findFiles} from "../ingest/find.js";
import {guessColumns, guessEntity, isLikeAnExport, type Candidate, type Guess} from "../ingest/guess.js";
import {guessTool} from "../ingest/guess-tool.js";
import {checkMapping} from "../ingest/missing.js";
import {openFile} from "../ingest/open.js";
import {NOTHING} from "../ingest/read.js";
import {dropSecondHeader} from "../ingest/second-header.js";
import {OtherObject, recogniseFile} from "../ingest/recognise.js";
import {scanFile} from "../ingest/scan.js";
import {readHead, sniffDialect} from "../ingest/sniff.js";
import type {FoundFile, Recognition} from "../ingest/types.js";
import {openExport} from "../ingest/unpack.js";
import {findHints, type Hints} from "./hints.js";

/** What one file is, as far as its header and first rows tell. */
export type Looked = {name: string} & (
  | {how: "recognised"; profile: ProfileName; kind: string; entities: EntityName[]; hints: Hints}
  /** No system's own, but its columns can be told by their names: to be confirmed. */
  | {how: "guessed"; profile?: ProfileName; entity: EntityName; columns: Map<string, string>; tool?: Guess["tool"]; hints: Hints}
  /** An export as it seems, without columns that it cannot do without, or with headers for them that may mean something else. */
  | {
      how: "lacking";
      profile?: ProfileName;
      entity: EntityName;
      columns: Map<string, string>;
      tool?: Guess["tool"];
      lacks: string[];
      doubtful: string[];
    }
  | {how: "none"}
  /** One of Salesforce's objects from which nothing is read. */
  | {how: "other"}
  | {how: "unreadable"; why: string}
);

/** How many of the files are objects of Salesforce from which nothing is read. */
export const countOthers = (files: readonly Looked[]): number => files.filter(({how}) => how === "other").length;

/** Rows looked at for examples. */
const ROWS = 50;

/**
 * What each file below `pattern` is, in the order of their names.
 * @param folder that of the configuration to be, from which the pattern is read
 */
export async function lookAtFolder(folder: string, pattern: string): Promise<Looked[]> {
  const source = {files: [pattern], columns: {}, values: {}, sql: {}};
  const {files, stops, problems} = findFiles({folder, sources: [source]});
  const list: Looked[] = [];
  for (const file of files) list.push(await lookAtFile(file));
  // An archive that cannot be opened is no file of the list; an empty folder is told by whoever asked.
  const broken = stops.filter(({title}) => !title.includes("no file matches") && !title.includes("no such file"));
  const passed = problems.map(({where, what}): Looked => ({name: where, how: "unreadable", why: what}));
  return [
    ...list,
    ...passed,
    ...broken.map(({title}): Looked => ({name: title.split(": ")[0]!, how: "unreadable", why: afterName(title)})),
  ];
}

const afterName = (title: string) => title.split("\n")[0]!.split(": ").slice(1).join(": ");

async function lookAtFile(file: FoundFile): Promise<Looked> {
  const {name} = file;
  try {
    const {headers, rows} = await (file.form ? readTableHead(file) : readTextHead(file));
    const candidates = headers.map((header, index): Candidate => {
      const cells = rows.map((row) => row[index]?.trim() ?? "");
      return {header, samples: cells.filter((cell) => !(NOTHING as readonly string[]).includes(cell))};
    });
    return judge(file, headers, candidates, rows[0]);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {name, how: "unreadable", why: afterName(error.message)};
  }
}

/** Header and first rows, as texts. */
interface Head {
  headers: string[];
  rows: string[][];
}

/** Of delimited text everything stands in what its scan has kept of it. */
async function readTextHead(file: FoundFile): Promise<Head> {
  const opened = await openExport(file);
  try {
    const facts = scanFile(opened.path, file.name);
    const dialect = sniffDialect(facts, file.name, file.source);
    return {headers: dialect.headers, rows: dropSecondHeader(dialect.headers, readHead(facts, dialect, ROWS))};
  } finally {
    opened.close();
  }
}

/** A file that brings its own columns is read by the database. */
async function readTableHead(file: FoundFile): Promise<Head> {
  const db = await openDatabase();
  try {
    const opened = await openFile(db, file);
    try {
      const {headers} = opened.dialect;
      const landing = await opened.land(db, "looked");
      const cells = headers.map((header, index) => `coalesce(${quoteName(header)}::varchar, '') as c${index}`);
      const rows = await db.rows<Record<string, string>>(`select ${cells.join(", ")} from ${landing.table} limit ${ROWS}`);
      await landing.close();
      return {headers, rows: rows.map((row) => Object.values(row))};
    } finally {
      opened.close();
    }
  } finally {
    db.close();
  }
}

function judge(file: FoundFile, headers: readonly string[], candidates: readonly Candidate[], first?: readonly string[]): Looked {
  const {name} = file;
  const recognition = tryRecognise(file, headers, first);
  if (recognition === "other") return {name, how: "other"};
  if (recognition) {
    const {profile, kind} = recognition;
    const {mappings} = checkMapping(file, recognition, headers);
    const entities = mappings.map(({entity}) => entity);
    if (mappings.length > 0) {
      const columns = mappings.flatMap((mapping) => mapping.columns);
      return {name, how: "recognised", profile, kind, entities, hints: findHints(columns, candidates)};
    }
  }
  return guess(name, candidates, recognition);
}

function tryRecognise(file: FoundFile, headers: readonly string[], first?: readonly string[]): Recognition | "other" | undefined {
  try {
    return recogniseFile(file, headers, {timezone: "UTC", currency: "USD"}, first);
  } catch (error) {
    if (error instanceof OtherObject) return "other";
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** What can be made of a file that no profile reads, or not wholly. */
function guess(name: string, candidates: readonly Candidate[], recognition: Recognition | undefined): Looked {
  // What a system's file would be with one more column may as well be another tool's, and whole.
  const own = guessTool(candidates);
  const [mapping] = (!own && recognition?.mappings) || [];
  const known = new Set(mapping?.columns.map(({column}) => column));
  const used = new Set(mapping?.columns.flatMap(({headers}) => headers));
  const free = candidates.filter(({header}) => !used.has(header));
  const whole = mapping ? undefined : (own ?? guessEntity(candidates));
  if (whole && !whole.tool && !isLikeAnExport(whole, candidates)) return {name, how: "none"};
  const missing = mapping && ENTITIES[mapping.entity].columns.map((column) => column.name).filter((column) => !known.has(column));
  const {entity, columns, doubtful} = whole ?? guessColumns(mapping!.entity, missing!, free);
  const tool = whole?.tool;
  const profile = mapping && recognition!.profile;
  const has = new Set([...known, ...columns.keys(), ...(tool?.sql.keys() ?? [])]);
  const lacks = [...new Set([...listLacking(entity, has), ...(tool?.needs ?? []).filter((column) => !has.has(column))])];
  if (lacks.length > 0 || doubtful.length > 0) return {name, how: "lacking", profile, entity, columns, tool, lacks, doubtful};
  const read = [...columns].map(([column, header]) => ({column, headers: [header]}));
  return {name, how: "guessed", profile, entity, columns, tool, hints: findHints(read, candidates)};
}

/** What a record says next to nothing without. */
const TELLING: Partial<Record<EntityName, readonly string[]>> = {activities: ["occurred_at", "channel"]};

/** Required columns, those that it says nothing without, and those of the shortest key where no key can be made. */
function listLacking(entity: EntityName, has: ReadonlySet<string>): string[] {
  const {columns, keys} = ENTITIES[entity];
  const isNeeded = ({name, required}: Column) => required === true || (TELLING[entity] ?? []).includes(name);
  const required = columns.filter((column) => isNeeded(column) && !has.has(column.name)).map((column) => column.name);
  if (required.length > 0 || keys.some((key) => key.every((column) => has.has(column)))) return required;
  return [...keys].sort((a, b) => a.length - b.length)[0]!.filter((column) => !has.has(column));
}
