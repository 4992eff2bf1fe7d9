/** One source that the engine reads itself: mapped and converted there, by the very SQL that reads exports here. What is wrong with it comes here. */
import type {Config} from "../config.js";
import {quoteName, quoteText, type Database} from "../db.js";
import type {Engine} from "../engine/database.js";
import {fetchTable} from "../engine/ship.js";
import {landSource, LINE} from "../engine/source.js";
import {CannotCarry} from "../engine/tree.js";
import {UserError} from "../errors.js";
import {startStyles} from "../ingest/decide.js";
import type {FileResult} from "../ingest/file.js";
import type {Outcome} from "../ingest/count-rows.js";
import {checkMapping} from "../ingest/missing.js";
import {checkLoaded} from "../ingest/nothing-loaded.js";
import {planEntity, type Plan, type PlannedColumn} from "../ingest/plan.js";
import {recogniseFile} from "../ingest/recognise.js";
import {writeRejects} from "../ingest/rejects.js";
import {countRepeated, mergeDuplicates} from "../ingest/repeated.js";
import {listUnread} from "../ingest/unread.js";
import type {FoundFile, Landing} from "../ingest/types.js";
import {readInstant} from "../instant.js";

export interface ReadOptions {
  db: Database;
  engine: Engine;
  config: Config;
  /** Place of the source among those of the configuration, and the number of its rows' file. */
  index: number;
  number: number;
  /** Where files lie that are on their way. */
  folder: string;
}

/** A source as it was read: its ledger, and how its cells were converted. */
export interface SourceRead extends FileResult {
  file: FoundFile;
  plan?: Plan;
}

/** The table of a source on the server: its cells as they were (`r_`) and as they are now (`v_`). */
export const cellsOf = (index: number) => ({schema: "source", name: `cells_${index}`});
const landedOf = (index: number) => ({schema: "source", name: `landed_${index}`});

/** Reads a source into `source.cells_<index>` on the server; stops and problems are told as those of a file are. */
export async function readSource(options: ReadOptions): Promise<SourceRead> {
  const {db, engine, config, index, number} = options;
  const source = config.sources[index]!;
  const file: FoundFile = {path: "", name: source.name ?? tellFrom(source.from!), sourceIndex: index, source, isOnly: true};
  const result: SourceRead = {file, reports: [], problems: [], stops: []};
  try {
    const {headers, rows} = await landSource(engine, source.from!, landedOf(index));
    const recognition = recogniseFile(file, headers, config);
    const {mappings, problems, stop} = checkMapping(file, recognition, headers);
    result.problems.push(...problems);
    if (stop) return {...result, stops: [stop]};
    const mapping = mappings.find(({entity}) => entity === source.entity)!;
    const landing = describeLanding(index, rows);
    const styles = startStyles(file, recognition, mapping);
    // As it is written there is how it is read: what is no ISO 8601 is told, and not guessed.
    const plan = planEntity(landing, mapping, ({name}) => styles.get(name)!);
    await convert(options, plan);
    const outcome = await count(engine, index, plan);
    const bad = await fetchOdd(options, plan);
    await writeRejects(db, file, number, landing, plan, {...outcome, rows: outcome.rows - outcome.aside, aside: 0}, bad);
    await writeAside(options, file, plan);
    if (outcome.keys < outcome.loaded) await tellRepeated(options, file, plan);
    const given = source.exported_at ? readInstant(source.exported_at, recognition.zone)! : null;
    result.reports.push({
      file_id: number,
      source_index: index,
      source_name: file.name,
      path: file.name,
      entity: plan.entity,
      profile: recognition.profile,
      kind: recognition.kind,
      exported_at: given ?? outcome.newest,
      exported_at_from: given ? "configuration" : "newest event",
      bytes: 0,
      encoding: "utf-8",
      delimiter: "",
      quote: "",
      header_line: 0,
      rows_read: outcome.rows,
      loaded: outcome.keys,
      merged: outcome.loaded - outcome.keys,
      rejected: outcome.rows - outcome.aside - outcome.loaded,
      set_aside: outcome.aside,
      columns: mapping.columns.map(({column}) => column),
      unread: listUnread(headers, file, [mapping]),
      oldest: outcome.oldest,
    });
    const loaded = await checkLoaded(db, file, result.reports);
    if (loaded.problem) result.problems.push(loaded.problem);
    return loaded.stop ? {...result, stops: [loaded.stop]} : {...result, plan};
  } catch (error) {
    return {...result, stops: [{title: explain(file, error as Error), problems: []}]};
  } finally {
    await engine.run(`drop table if exists source.${landedOf(index).name}`);
  }
}

/** What a function reads, without what may be a key or a password in it. */
function tellFrom(from: string): string {
  const [, name, place] = /^(\w+)\(\s*'([^'?]*)/.exec(from) ?? [];
  return name ? `${name} ${place!.replace(/\/\/[^/@]*@/, "//")}` : from.replace(/\(.*/s, "");
}

function explain({name, sourceIndex}: FoundFile, error: Error): string {
  if (error instanceof UserError) return error.message;
  const cause = error.cause instanceof CannotCarry ? error.cause : undefined;
  if (cause) return `${name}: the engine cannot read it as sources[${sourceIndex}] says\n  ${cause.message}\n  → say it more plainly under sql, where or dates, or have files of it read on this machine`; // prettier-ignore
  const [, told] = /DB::Exception: (.*)/.exec(error.message) ?? [];
  if (!told) throw error;
  return `${name}: the engine cannot read it: ${told.slice(0, 300)}\n  → see sources[${sourceIndex}].from, and whether the user may read it`;
}

const describeLanding = (index: number, rows: number): Landing => ({
  table: `source.${landedOf(index).name}`,
  line: quoteName(LINE),
  rows,
  path: "fast",
  hasOddBlanks: true,
  malformed: [],
  setAside: [],
  close: async () => {},
});

const cellsIn = ({columns}: Plan): string => columns.map(({column}) => `"r_${column}", "v_${column}"`).join(", ");

/** Makes the table of cells anew. */
async function convert({engine, index}: ReadOptions, plan: Plan): Promise<void> {
  const odd = ["not _is_ok", ...plan.columns.flatMap(({bad}) => bad ?? [])].join(" or ");
  await engine.run(`create or replace table source.${cellsOf(index).name} as
    ${plan.converted} select _line, _aside, _key, _is_ok, coalesce(${odd}, false) as _is_odd, ${cellsIn(plan)} from converted`);
}

async function count(engine: Engine, index: number, {columns}: Plan): Promise<Outcome> {
  const dated = columns.find(({definition}) => definition.past === true);
  const date = dated ? `"v_${dated.column}"` : "null::varchar";
  const [found] = await engine.rows<Omit<Outcome, "suspects">>(
    `select count(*) as rows, count(_aside) as aside, count(*) filter (_is_ok) as loaded, count(distinct _key) filter (_is_ok) as keys,
      count(*) filter (_aside is null and _is_odd) as odd, max(${date}) filter (_is_ok) as newest, min(${date}) filter (_is_ok) as oldest
    from source.${cellsOf(index).name}`,
  );
  return {...found!, suspects: []};
}

/** Fetches the odd rows into the temporary table `odd`. @returns the columns with bad cells */
async function fetchOdd({db, engine, index, folder}: ReadOptions, plan: Plan): Promise<PlannedColumn[]> {
  await bring({db, engine, folder}, `odd_${index}`, `select _line, _key, _is_ok, ${cellsIn(plan)} from source.${cellsOf(index).name} where _aside is null and _is_odd`); // prettier-ignore
  await db.run(`create or replace temp table odd as from source.odd_${index}; drop table source.odd_${index}`);
  const doubtful = plan.columns.filter(({bad}) => bad !== undefined);
  if (doubtful.length === 0) return [];
  const counts = doubtful.map(({column, bad}) => `count(*) filter (${bad}) as "${column}"`);
  const [row] = await db.rows<Record<string, number>>(`select ${counts.join(", ")} from odd`);
  return doubtful.filter(({column}) => row![column]! > 0);
}

/** Makes a table on the server and fetches it into schema source here; there it goes again. */
export async function bring(
  {db, engine, folder}: Pick<ReadOptions, "db" | "engine" | "folder">,
  name: string,
  query: string,
): Promise<void> {
  await engine.run(`create or replace table source.${name} as ${query}`);
  await fetchTable(engine, db, {schema: "source", name}, folder);
  await engine.run(`drop table source.${name}`);
}

/** An entry per kind of rows that are none of the entity. */
async function writeAside({db, engine, index, number}: ReadOptions, file: FoundFile, plan: Plan): Promise<void> {
  const kinds = await engine.rows<{aside: string; line: number; rows: number}>(
    `select _aside as aside, min(_line) as line, count(*) as rows from source.${cellsOf(index).name} where _aside is not null group by _aside order by line`,
  );
  for (const {aside, line, rows} of kinds) {
    const told = `${aside}: ${rows} ${rows === 1 ? "row" : "rows, the first of them here"}`;
    await db.run(`insert into raw.rejects values (${number}, ${quoteText(file.name)}, ${quoteText(plan.entity)}, ${line}, null, null, ${quoteText(told)}, null, 'set_aside')`); // prettier-ignore
  }
}

/** Tells of rows with the key of another, as of those of a file. */
async function tellRepeated(options: ReadOptions, file: FoundFile, plan: Plan): Promise<void> {
  const {db, index, number} = options;
  const cells = `source.${cellsOf(index).name}`;
  await bring(options, `repeated_${index}`, `select * from ${cells} where _is_ok and _key in (select _key from ${cells} where _is_ok group by _key having count(*) > 1)`); // prettier-ignore
  const names = plan.columns.map(({column}) => quoteName(column)).join(", ");
  await db.run(`insert into raw.${plan.entity} (${names}, _file_id, _source, _line)
    select ${plan.columns.map(({column}) => `"v_${column}"`).join(", ")}, ${number}, ${index}, _line from source.repeated_${index};
    drop table source.repeated_${index}`);
  if ((await countRepeated(db, number, plan)) > 0) await mergeDuplicates(db, file, number, plan);
  await db.run(`delete from raw.${plan.entity} where _file_id = ${number}`);
}
