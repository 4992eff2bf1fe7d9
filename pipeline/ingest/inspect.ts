import type {Config} from "../config.js";
import {openDatabase} from "../db.js";
import {UserError} from "../errors.js";
import {describeInspection} from "./describe.js";
import {findNamed} from "./find.js";
import {inspectFile, type Inspection} from "./inspection.js";
import {listStop, type FileProblem} from "./outcomes.js";

export {inspectFile, type Inspection} from "./inspection.js";

/** A file that cannot be read at all. */
interface Unreadable {
  name: string;
  problems: FileProblem[];
}
type OnFailure = (error: UserError) => void;

/**
 * What each file is recognised as, with sample values and a ready `sources:` block, as a text. Files that cannot be read are told
 * to `onFailure`, and the others inspected all the same.
 */
export async function inspectFiles(paths: readonly string[], config?: Config, onFailure?: OnFailure): Promise<string> {
  const list = await inspectEach(paths, config, onFailure);
  return list.flatMap((item) => ("facts" in item ? [describeInspection(item)] : [])).join("\n\n");
}

/** The same as data: one object per file and entity, and per file that cannot be read. */
export async function inspectAsRows(paths: readonly string[], config?: Config, onFailure?: OnFailure): Promise<object[]> {
  const list = await inspectEach(paths, config, onFailure);
  return list.flatMap((item) => ("facts" in item ? listInspected(item) : [listUnreadable(item)]));
}

async function inspectEach(
  paths: readonly string[],
  config: Config | undefined,
  onFailure: OnFailure = () => {},
): Promise<(Inspection | Unreadable)[]> {
  const db = await openDatabase();
  const list: (Inspection | Unreadable)[] = [];
  const attempt = async (name: string, act: () => Promise<void> | void) => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      onFailure(error);
      list.push({name, problems: listStop({title: error.message, problems: []})});
    }
  };
  try {
    for (const path of paths)
      await attempt(path, async () => {
        for (const file of findNamed(path, config))
          await attempt(file.name, async () => void list.push(await inspectFile(db, file, config)));
      });
    return list;
  } finally {
    db.close();
  }
}

const NO_COUNTS = {rows_read: 0, loaded: 0, merged: 0, rejected: 0, set_aside: 0};

function listInspected({name, facts, dialect, rows, recognition, entities, outcomes, unused, source}: Inspection): object[] {
  const {encoding, bytes} = facts;
  const file = {file: name, bytes, encoding, delimiter: dialect.delimiter, quote: dialect.quote, header_line: dialect.headerLine};
  const seen = {kind: recognition?.kind ?? null, certainty: recognition?.certainty ?? 0, timezone: recognition?.zone ?? null};
  return outcomes.map(({path: _, unread: _unread, exported_at, ...outcome}) => {
    const mapped = entities.find(({entity}) => entity === outcome.entity) ?? entities[0];
    const columns = (mapped?.columns ?? []).map(({column, headers, how, samples}) => ({column, headers, how, samples}));
    return {...file, ...seen, ...NO_COUNTS, rows_read: rows, ...outcome, exported_at, columns, unused, source};
  });
}

function listUnreadable({name, problems}: Unreadable): object {
  const file = {file: name, bytes: null, encoding: null, delimiter: null, quote: null, header_line: null};
  const seen = {kind: null, certainty: 0, timezone: null, entity: null, profile: null, exported_at: null};
  return {...file, ...seen, ...NO_COUNTS, problems, columns: [], unused: [], source: null};
}
