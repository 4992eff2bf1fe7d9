import type {EntityName} from "../contract/entities.js";
import {quoteText, type Database} from "../db.js";
import type {Problem} from "../errors.js";
import {TOLD} from "./tell.js";
import type {FileReport, Stop} from "./types.js";

/** Something about a file that a person should know. */
export interface FileProblem {
  /** `row`: left out; `cell`: loaded as blank; `stop`: nothing of the file can be loaded; `note`: everything is, as told. */
  effect: "row" | "cell" | "duplicate" | "orphan" | "set_aside" | "file" | "stop" | "note";
  /** First line concerned; null when it is about the file. */
  line: number | null;
  column: string | null;
  value: string | null;
  reason: string;
  hint: string | null;
  /** Rows concerned. */
  count: number;
  /** Lines of the first few of several, from 1. */
  lines?: number[];
}

type Ledger = Pick<
  FileReport,
  | "path"
  | "bytes"
  | "encoding"
  | "delimiter"
  | "quote"
  | "header_line"
  | "rows_read"
  | "loaded"
  | "merged"
  | "rejected"
  | "set_aside"
>;

/** What became of one file and entity; a file that cannot be loaded has neither entity nor counts. */
export interface FileOutcome extends Partial<Ledger> {
  path: string;
  entity: EntityName | null;
  profile: string | null;
  exported_at: string | null;
  /** Headers of the file that nothing is read from, for any entity. */
  unread?: string[];
  problems: FileProblem[];
}

/** What became of every file, out of the ledger's tables and what was said on the way; and what concerns no file. */
export async function listOutcomes(
  db: Database,
  reports: readonly FileReport[],
  problems: readonly Problem[],
  stops: readonly Stop[],
): Promise<{files: FileOutcome[]; others: Problem[]}> {
  const rejects = await listRejects(db);
  const files = reports.map(
    ({
      file_id,
      source_index: _,
      source_name: _name,
      exported_at_from: _from,
      columns: _columns,
      kind: _kind,
      ...report
    }): FileOutcome => ({
      ...report,
      problems: rejects
        .filter((entry) => entry.file_id === file_id && entry.entity === report.entity)
        .map(({file_id: _id, entity: _entity, ...problem}) => problem),
    }),
  );
  for (const stop of stops.filter(({path}) => path !== undefined)) {
    const listed = listStop(stop);
    const known = files.filter(({path}) => path === stop.path);
    if (known.length === 0) files.push({path: stop.path!, entity: null, profile: null, exported_at: null, problems: listed});
    for (const file of known) file.problems.push(...listed);
  }
  const others: Problem[] = [];
  for (const problem of problems) {
    const file = files.find(({path}) => problem.where === path || problem.where.startsWith(`${path}:`));
    if (file) file.problems.push({...note("note", null, problem.what, problem.hint), line: readLine(problem.where, file.path)});
    else others.push(problem);
  }
  return {files, others};
}

/** The line in `path:line`; null of what is about the file. */
function readLine(where: string, path: string): number | null {
  const [, line] = /^:(\d+)$/.exec(where.slice(path.length)) ?? [];
  return line === undefined ? null : Number(line);
}

/** What stops a file, a problem each. */
export function listStop({title, problems, advice}: Stop): FileProblem[] {
  const told = problems.length > 0 ? problems : [{where: "", what: title.split("\n")[0]!}];
  const hint = advice ?? /→ (.*)/.exec(title)?.[1];
  return told.map((problem) => note("stop", problem.where || null, problem.what, problem.hint ?? hint));
}

const note = (effect: FileProblem["effect"], column: string | null, reason: string, hint?: string): FileProblem => ({
  effect,
  line: null,
  column,
  value: null,
  reason,
  hint: hint ?? null,
  count: 1,
});

/** Effects of entries that are among the problems, too. */
const UNTOLD = ["note", ...TOLD];

/** The ledger's entries, one of a kind with its first line; the same value on many lines, or many values, count as one kind. */
async function listRejects(db: Database): Promise<(FileProblem & {file_id: number; entity: string})[]> {
  return db.rows(
    `select file_id, entity, effect, min(line)::integer as line, column_name as "column", arg_min(value, line) as value,
       regexp_replace(reason, ' line [0-9]+', ' another line') as reason, any_value(hint) as hint, count(*)::integer as count, ${FIRST_LINES} as lines
     from raw.rejects where effect not in (${UNTOLD.map(quoteText).join(", ")}) group by file_id, entity, effect, column_name, 7
     order by file_id, entity, array_position(['file', 'row', 'duplicate', 'cell', 'orphan', 'set_aside'], effect), line, "column"`,
  );
}

/** SQL list of the first lines of a group of entries. */
export const FIRST_LINES = `list_sort(list(line) filter (line is not null))[1:3]::integer[]`;

/** "lines 4, 9, 13 and 9 more", of the first lines of `count` rows; undefined where one line says it all. */
export function sayLines(lines: readonly number[] | null | undefined, count: number): string | undefined {
  if (!lines || lines.length < 2) return undefined;
  const more = count - lines.length;
  const named = lines.map((line) => line.toLocaleString("en", {useGrouping: false}));
  return more > 0
    ? `lines ${named.join(", ")} and ${more.toLocaleString("en")} more`
    : `lines ${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
}

const WORDS: Record<FileProblem["effect"], string> = {
  row: "the row is left out",
  cell: "loaded as blank",
  duplicate: "the later line counts",
  orphan: "loaded, and flagged",
  set_aside: "set aside",
  file: "",
  stop: "stops the build",
  note: "",
};

/** A problem on one line, with its place in the file. */
export function describeFileProblem({effect, line, lines, column, value, reason, hint, count}: FileProblem): string {
  const what = [column, value === null ? null : JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value), reason];
  const several = sayLines(lines, count);
  const more = count > 1 ? ` (${several ?? `${count.toLocaleString("en")} rows, the first of them here`})` : "";
  const place = line === null ? "" : `line ${line}: `;
  const consequence = WORDS[effect] ? `; ${WORDS[effect]}` : "";
  return `${place}${what.filter((part) => part !== null).join(" ")}${more}${consequence}${hint ? `\n        → ${hint}` : ""}`;
}
