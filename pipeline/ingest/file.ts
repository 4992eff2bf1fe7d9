import type {Config} from "../config.js";
import type {Database} from "../db.js";
import {UserError, type Problem} from "../errors.js";
import {readInstant} from "../instant.js";
import type {Withheld} from "../privacy/withhold.js";
import {listTimes, reportMidnights} from "./day-and-time.js";
import {reportEnds} from "./ended.js";
import {readEntity} from "./entity.js";
import {Distrusted} from "./land.js";
import {readTimeInName} from "./exported.js";
import {checkExpressions} from "./expressions.js";
import {checkMapping} from "./missing.js";
import {forgetNotes, takeNotesApart} from "./notes.js";
import {checkLoaded} from "./nothing-loaded.js";
import {openFile} from "./open.js";
import type {OpenFile} from "./opened.js";
import {OtherObject, recogniseFile} from "./recognise.js";
import {refuseGroups} from "./report-lines.js";
import {listRivals, reportRivals} from "./rivals.js";
import {listUnread} from "./unread.js";
import {describeOther} from "./left-out.js";
import type {FileReport, FoundFile, Landing, Mapping, Stop} from "./types.js";

export interface FileResult {
  reports: FileReport[];
  problems: Problem[];
  stops: Stop[];
  /** What is withheld of it. */
  withheld?: Withheld;
  /** It was read into the warehouse itself, not taken from what is kept. */
  isDirect?: boolean;
}

/** Takes one file all the way into raw: scan, sniff, recognise, land, convert, account. */
export async function readFile(db: Database, file: FoundFile, fileId: number, config: Config): Promise<FileResult> {
  const result: FileResult = {reports: [], problems: [], stops: []};
  let opened: OpenFile | undefined;
  let landing: Landing | undefined;
  try {
    opened = await openFile(db, file);
    const {facts, dialect} = opened;
    if (facts.damaged > 0) result.problems.push(describeDamage(file, facts));
    const recognition = recogniseFile(file, dialect.headers, config, opened.first);
    const checked = checkMapping(file, recognition, dialect.headers);
    result.problems.push(...checked.problems);
    if (checked.stop) return {...result, stops: [checked.stop]};
    const view = `landing_${fileId}`;
    const rivals = listRivals(file, checked.mappings, dialect.headers);
    const unread = listUnread(dialect.headers, file, checked.mappings);
    const times = listTimes(unread, dialect.headers, opened.first);
    landing = await opened.land(db, view, rivals.length + times.length === 0 && mayBeTrusted(file, checked.mappings));
    const halves = landing.grouped && refuseGroups(file, landing.grouped, checked.mappings);
    if (halves) return {...result, stops: [halves]};
    const slip = await checkExpressions(db, file, checked.mappings, landing, dialect.headers);
    if (slip) return {...result, stops: [slip]};
    result.problems.push(...(await reportRivals(db, file, landing, rivals)));
    result.problems.push(...(await reportMidnights(db, file, landing, checked.mappings, times)));
    const zone = file.source.timezone ?? config.timezone;
    const given = file.source.exported_at ? readInstant(file.source.exported_at, zone)! : null;
    const named = given ? null : readTimeInName(file.name, zone);
    const read = async (known: Mapping, isOptional: boolean) => {
      const {landing: landed, mapping} = await takeNotesApart(db, landing!, known, config.brief);
      const found = await readEntity(db, file, fileId, landed, recognition, mapping, given ?? named, isOptional);
      await forgetNotes(db, landing!);
      if (!found) return;
      const ends = await reportEnds(db, file, fileId, mapping);
      result.problems.push(...found.problems, ...describeGuesses(file, mapping.columns), ...ends);
      result.reports.push({
        file_id: fileId,
        source_index: file.sourceIndex,
        source_name: file.source.name ?? file.source.files[0]!,
        path: file.name,
        entity: mapping.entity,
        profile: recognition.profile,
        kind: recognition.kind,
        exported_at: given ?? named ?? found.newest,
        exported_at_from: given ? "configuration" : named ? "name" : "newest event",
        bytes: facts.bytes,
        encoding: facts.encoding,
        delimiter: dialect.delimiter,
        quote: dialect.quote,
        header_line: dialect.headerLine,
        ...found.counts,
        columns: mapping.columns.map(({column}) => column),
        unread,
        oldest: found.oldest,
      });
    };
    const readMappings = async () => {
      // A file that could feed several entities says nothing of those it holds no row of, unless it holds no row at all.
      for (const mapping of checked.mappings) await read(mapping, checked.mappings.length > 1);
      if (result.reports.length === 0) await read(checked.mappings[0]!, false);
    };
    await readMappings().catch(async (error: unknown) => {
      if (!(error instanceof Distrusted)) throw error;
      await landing!.close();
      landing = await opened!.land(db, view);
      await readMappings();
    });
    if (landing.short) result.problems.push(describeShort(file, landing.short));
    checkStill(opened, file);
    const {stop, problem} = await checkLoaded(db, file, result.reports);
    if (problem) result.problems.push(problem);
    return stop ? {...result, stops: [stop]} : result;
  } catch (error) {
    if (error instanceof OtherObject) return {...result, problems: [describeOther(file)]};
    const expected = error instanceof UserError ? error : opened && findChange(opened, file);
    if (!expected) throw error;
    return {...result, stops: [{title: expected.message, problems: []}]};
  } finally {
    await landing?.close();
    opened?.close();
  }
}

/** Whether nothing looks at the rows before they are loaded: what they are is then found out in one go. */
const mayBeTrusted = ({source}: FoundFile, mappings: readonly Mapping[]): boolean =>
  !source.where &&
  Object.keys(source.sql).length === 0 &&
  mappings.every(({unpivot, columns}) => !unpivot && !columns.some(({column}) => column === "brief_text"));

function checkStill(opened: OpenFile, file: FoundFile): void {
  const change = findChange(opened, file);
  if (change) throw change;
}

/** A file is read several times over, and each time must be the same. */
function findChange(opened: OpenFile, {name}: FoundFile): UserError | undefined {
  return opened.hasChanged()
    ? new UserError(`${name}: has changed while it was read; it is still being written\n  → build again when it is complete`)
    : undefined;
}

const describeDamage = (file: FoundFile, {damaged}: OpenFile["facts"]): Problem => ({
  where: file.name,
  what: `${damaged > 4000 ? "thousands of" : damaged} ${damaged === 1 ? "character is" : "characters are"} no UTF-8 and read as �`,
  hint: `export it again, or say encoding under sources[${file.sourceIndex}]`,
});

const describeShort = ({name}: FoundFile, {rows, line}: NonNullable<Landing["short"]>): Problem => ({
  where: `${name}:${line}`,
  what: rows === 1 ? "has fewer cells than the file has headers; the missing ones are blank" : `is the first of ${rows.toLocaleString("en")} rows with fewer cells than the file has headers; the missing ones are blank`,
  hint: "if a line was cut off, export again",
}); // prettier-ignore

function describeGuesses(file: FoundFile, columns: readonly {column: string; how: string; headers: string[]}[]): Problem[] {
  return columns
    .filter(({how}) => how === "similar")
    .map(({column, headers}) => ({
      where: file.name,
      what: `"${headers[0]}" is taken for ${column}, because it asks nearly the same`,
      hint: `confirm it under sources[${file.sourceIndex}].columns`,
    }));
}
