import {join} from "node:path";
import {parseConfig, type Config} from "../config.js";
import {ENTITIES, type EntityName} from "../contract/entities.js";
import type {Database} from "../db.js";
import {isReadFromAmounts} from "./currency.js";
import {startStyles} from "./decide.js";
import {describeSource} from "./describe.js";
import {readFile} from "./file.js";
import {listOutcomes, type FileOutcome} from "./outcomes.js";
import {planEntity} from "./plan.js";
import {openFile} from "./open.js";
import type {OpenFile} from "./opened.js";
import {OtherObject, recogniseFile} from "./recognise.js";
import {createTables} from "./tables.js";
import {listUnread} from "./unread.js";
import {UserError} from "../errors.js";
import type {ByteFacts, Dialect, FoundFile, Landing, MappedColumn, Recognition} from "./types.js";

/** What was found out about one file, for people. */
export interface Inspection {
  name: string;
  /** Set when it is one of a database, whose path is the name without it. */
  table?: string;
  facts: Pick<ByteFacts, "bytes" | "encoding">;
  dialect: Dialect;
  rows: number;
  path: Landing["path"];
  malformed: number;
  setAside: number;
  /** Undefined when nothing in the headers says what the file is. */
  recognition?: Pick<Recognition, "profile" | "kind" | "certainty" | "zone">;
  entities: {entity: EntityName; columns: (MappedColumn & {samples: string[]})[]; missing: string[]}[];
  /** Headers nothing is read from, with the first values under them. */
  unused: {header: string; samples: string[]}[];
  /** What a build would make of it. */
  outcomes: FileOutcome[];
  /** A block to paste under `sources:`. */
  source: string;
}

/** Inspects one file; what the configuration says of it counts. */
export async function inspectFile(db: Database, file: FoundFile, config?: Config): Promise<Inspection> {
  const opened = await openFile(db, file);
  try {
    return await inspectOpened(db, file, opened, config);
  } finally {
    opened.close();
  }
}

async function inspectOpened(db: Database, file: FoundFile, opened: OpenFile, config?: Config): Promise<Inspection> {
  const {facts, dialect} = opened;
  const settings = config ?? parseConfig("{}", join(process.cwd(), "baton.config.yaml"));
  const recognition = tryRecognise(file, opened, settings);
  const landing = await opened.land(db, "inspected");
  try {
    const found = await describeLanded(db, file, facts, dialect, landing, recognition);
    const outcomes = await tryLoading(db, file, settings);
    return {...found, outcomes, source: describeSource({...found, outcomes})};
  } finally {
    await landing.close();
  }
}

/** What the landed rows show of the file. */
async function describeLanded(
  db: Database,
  file: FoundFile,
  facts: Inspection["facts"],
  dialect: Dialect,
  landing: Landing,
  recognition: Recognition | undefined,
): Promise<Omit<Inspection, "outcomes" | "source">> {
  const entities: Inspection["entities"] = [];
  for (const mapping of recognition?.mappings ?? []) {
    const styles = startStyles(file, recognition!, mapping);
    const plan = planEntity(landing, mapping, (column) => styles.get(column.name)!);
    const samples = await takeSamples(
      db,
      plan.cells,
      mapping.columns.map(({column}) => `r_${column}`),
      "cells where _aside is null",
    );
    const columns = mapping.columns
      .map((column, index) => ({...column, samples: samples[index]!}))
      .filter((column) => column.samples.length > 0 || !isReadFromAmounts(column, mapping.entity, mapping.columns));
    const missing = ENTITIES[mapping.entity].columns
      .filter(({name}) => !columns.some(({column}) => column === name))
      .map(({name}) => name);
    entities.push({entity: mapping.entity, columns, missing});
  }
  const unused = listUnread(dialect.headers, file, recognition?.mappings ?? []);
  const samples = await takeSamples(db, "", unused, landing.table);
  return {
    name: file.name,
    table: file.table,
    facts,
    dialect,
    rows: landing.rows,
    path: landing.path,
    malformed: landing.malformed.length,
    setAside: landing.setAside.length,
    recognition,
    entities,
    unused: unused.map((header, index) => ({header, samples: samples[index]!})),
  };
}

/** Loads the file as a build would, into a database of its own making. */
async function tryLoading(db: Database, file: FoundFile, config: Config): Promise<FileOutcome[]> {
  await createTables(db);
  const {reports, problems, stops} = await readFile(db, file, 1, config);
  return (
    await listOutcomes(
      db,
      reports,
      problems,
      stops.map((stop) => ({...stop, path: file.name})),
    )
  ).files;
}

function tryRecognise(file: FoundFile, {dialect, first}: OpenFile, config: Config): Recognition | undefined {
  try {
    return recogniseFile(file, dialect.headers, config, first);
  } catch (error) {
    if (error instanceof UserError || error instanceof OtherObject) return undefined;
    throw error;
  }
}

/** The first three different values of each column. */
async function takeSamples(db: Database, cells: string, columns: readonly string[], from: string): Promise<string[][]> {
  if (columns.length === 0) return [];
  const lists = columns.map((column, index) => `list("${column.replaceAll('"', '""')}")[1:50] as c${index}`);
  const [row] = await db.rows<Record<string, (string | null)[] | null>>(
    `${cells} select ${lists.join(", ")} from (select * from ${from} limit 50)`,
  );
  return columns.map((_, index) =>
    [...new Set((row![`c${index}`] ?? []).filter((value): value is string => value !== null))].slice(0, 3),
  );
}
