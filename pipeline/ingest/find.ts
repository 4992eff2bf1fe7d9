import {existsSync, realpathSync, statSync} from "node:fs";
import {basename, dirname, join, relative, resolve, sep} from "node:path";
import {globSync} from "tinyglobby";
import type {Config} from "../config.js";
import type {SourceConfig} from "../config-schema.js";
import {UserError, type Problem} from "../errors.js";
import type {FoundFile, Stop} from "./types.js";
import {nameFew} from "./name-few.js";
import {listZip} from "./zip.js";

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();
const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();
const EXPORTS = "**/*.{csv,tsv,txt,gz,zip,parquet,pq,arrow,arrows,feather,ipc}";
/** What may hold records, and is read by nobody as it is. */
const OTHERS = "**/*.{xlsx,xlsm,xls,ods,numbers,json,jsonl,ndjson,xml,html,htm}";

const UNREADABLE = /\.(xls[xm]?|ods|numbers|jsonl?|ndjson|xml|html?)$/i;

/** Files as found, what stops the build, and what a person should know. */
export interface Found {
  files: FoundFile[];
  stops: Stop[];
  problems: Problem[];
}

/**
 * The files of every source, sorted by path within a source; a ZIP archive gives each of its exports. A pattern that is itself
 * the name of a file means that file, whatever brackets stand in it; a folder means every export below it. A file that some source
 * names itself is that source's: patterns and folders of others leave it out, or its rows would be read twice.
 */
export function findFiles(config: Pick<Config, "folder" | "sources">): Found {
  const found: Found = {files: [], stops: [], problems: []};
  const named = config.sources.map(({files}) => new Set(files.map((name) => resolve(config.folder, name)).filter(isFile)));
  for (const [sourceIndex, source] of config.sources.entries()) {
    const paths = new Set<string>();
    const isAnothers = (path: string) => !named[sourceIndex]!.has(path) && named.some((names) => names.has(path));
    for (const [index, pattern] of source.files.entries()) {
      const member = findMember(resolve(config.folder, pattern));
      if (member) {
        paths.add(member.join("\0"));
        continue;
      }
      const {inside, outside, others} = expand(pattern, config.folder);
      if (others.length > 0) found.problems.push(describeOthers(pattern, others, config.folder));
      const empty = inside.filter(isEmptyPart);
      if (empty.length > 0) found.problems.push(describeEmpty(pattern, empty, config.folder));
      for (const path of inside) if (!isAnothers(path) && !empty.includes(path)) paths.add(path);
      const where = `sources[${sourceIndex}].files[${index}]`;
      if (outside.length > 0) {
        found.stops.push({
          title: `${where}: ${pattern} leads out of its folder, to ${outside[0]}${outside.length > 1 ? ` and ${outside.length - 1} more` : ""}`,
          problems: [],
          advice: "name that folder itself if its files are meant; a pattern reads no file outside the folder it starts from",
        });
      } else if (inside.length === 0) {
        found.stops.push({
          title: `${where}: ${hasMagic(pattern) || isFolder(resolve(config.folder, pattern)) ? "no file matches" : "no such file"}: ${pattern}`,
          problems: [],
          advice: `paths start from ${config.folder}; mend the pattern, or leave the source out`,
        });
      }
    }
    const files = joinPartitions([...paths].sort(), config.folder).flatMap(({key, parts}) => {
      const [path = key, member] = key.split("\0");
      const name = relative(config.folder, path).replaceAll("\\", "/");
      const file = {
        path,
        name,
        sourceIndex,
        source,
        isOnly: false,
        ...describeForm(path, source),
        ...(parts && {parts, form: "parquet" as const}),
      };
      if (file.form === "duckdb" && source.table)
        return source.table.map((table) => ({...file, name: `${name}/${table}`, table}));
      if (!/\.zip$/i.test(path)) return [file];
      const members = openZip(file, found);
      const wanted = members.filter(({entry}) => member === undefined || entry?.name === member);
      if (wanted.length === 0 && members.length > 0)
        found.stops.push({
          title: `${name}: holds no ${member}, but ${members.map(({entry}) => entry?.name).join(", ")}`,
          problems: [],
        });
      return wanted;
    });
    for (const file of files) found.files.push({...file, isOnly: files.length === 1});
  }
  found.problems.push(...listStrangers(config, found.files));
  return found;
}

/**
 * A problem per folder that sources read from by patterns or names and in which an export lies that none of them reads: a report of a new name, most
 * likely. The configuration's own folder holds much that is no export.
 */
function listStrangers({folder, sources}: Pick<Config, "folder" | "sources">, files: readonly FoundFile[]): Problem[] {
  const read = new Set(files.flatMap(({path, parts}) => parts ?? [path]));
  const patterns = [...new Set(sources.flatMap((source) => source.files))];
  const folders = new Set(
    patterns.flatMap((pattern) => {
      const literal = resolve(folder, pattern);
      const [archive] = findMember(literal) ?? [literal];
      return isFolder(literal) || hasMagic(dirname(pattern)) || !isFolder(dirname(archive)) ? [] : [dirname(archive)];
    }),
  );
  folders.delete(resolve(folder));
  return [...folders].sort().flatMap((place): Problem[] => {
    const options = {
      cwd: place,
      absolute: true,
      onlyFiles: true,
      dot: false,
      expandDirectories: false,
      caseSensitiveMatch: false,
    };
    const strangers = globSync([EXPORTS, OTHERS].map((pattern) => pattern.slice("**/".length)), options).filter((path) => !read.has(path)).sort(); // prettier-ignore
    if (strangers.length === 0) return [];
    const names = nameFew(strangers.map((path) => basename(path)));
    const first = relative(folder, strangers.find((path) => !UNREADABLE.test(path)) ?? strangers[0]!).replaceAll("\\", "/");
    const what = strangers.length === 1 ? `one file is not read by any source: ${names}` : `${strangers.length} files are not read by any source: ${names}`; // prettier-ignore
    const hint = `widen a pattern under sources[].files, or name it in a source of its own (npm run baton -- inspect ${first} prints one); what is not to be read lies better elsewhere`;
    return [{where: relative(folder, place).replaceAll("\\", "/"), what, hint}];
  });
}

/** What a file is when it is no text, by its name; whatever a source names a table of is a database. */
function describeForm(path: string, {table}: SourceConfig): Pick<FoundFile, "form"> {
  if (table || /\.(duckdb|ddb)$/i.test(path)) return {form: "duckdb"};
  if (/\.(parquet|pq)$/i.test(path)) return {form: "parquet"};
  return /\.(arrow|arrows|feather|ipc)$/i.test(path) ? {form: "arrow"} : {};
}

/** Of Parquet below folders such as `month=2026-09`, what lies in one of these is one table: it is read again when one of its files has changed. */
function joinPartitions(paths: readonly string[], folder: string): {key: string; parts?: string[]}[] {
  const joined = new Map<string, {key: string; parts?: string[]}>();
  for (const path of paths) {
    const [start] = /^(?:[^/\\]+[/\\])*?[^/\\=]+=[^/\\]*(?=[/\\])/.exec(relative(folder, path)) ?? [];
    const key = start !== undefined && /\.(parquet|pq)$/i.test(path) ? resolve(folder, start) : path;
    const known = joined.get(key);
    if (known) known.parts!.push(path);
    else joined.set(key, key === path ? {key} : {key, parts: [path]});
  }
  return [...joined.values()];
}

/**
 * The files that a path on the command line means: itself, each export of an archive, or one of them (`a.zip/deals.csv`). What the
 * configuration says of a file holds for it.
 * @throws UserError when there is none.
 */
export function findNamed(path: string, config?: Config): FoundFile[] {
  const absolute = resolve(path);
  const [archive, wanted] = findMember(absolute) ?? [absolute];
  const known = config && findFiles(config).files.filter((file) => file.path === archive);
  const folder = config?.folder ?? ".";
  const source: SourceConfig = {files: [relative(folder, archive)], columns: {}, values: {}, sql: {}};
  const found = known?.length ? {files: known, stops: []} : findFiles({folder, sources: [source]});
  const files = found.files.filter(({entry}) => wanted === undefined || entry?.name === wanted);
  if (files.length > 0) return files.map((file) => (known?.length ? file : {...file, sourceIndex: config?.sources.length ?? 0}));
  const reason = !existsSync(archive)
    ? `${path}: no such file`
    : (found.stops[0]?.title ?? `${path}: the archive holds no such file`);
  throw new UserError(reason, existsSync(archive) ? 1 : 2);
}

/** An archive and the name of a file in it, where a path goes on behind one. */
function findMember(path: string): [string, string] | undefined {
  const parts = /^(.*?\.zip)[\\/](.+)$/i.exec(path);
  return parts && !existsSync(path) && isFile(parts[1]!) ? [parts[1]!, parts[2]!.replaceAll("\\", "/")] : undefined;
}

/** The exports in an archive; what else it holds is told. */
function openZip(file: FoundFile, found: Found): FoundFile[] {
  try {
    // What the Mac adds to every archive is nobody's file.
    const entries = listZip(file.path, file.name).filter(({name}) => !/(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(name));
    const isExport = ({name}: {name: string}) => /\.(csv|tsv|txt)$/i.test(name);
    const others = entries.filter((entry) => !isExport(entry));
    const exports = entries.filter(isExport).sort((a, b) => (a.name < b.name ? -1 : 1));
    const listed =
      others
        .slice(0, 3)
        .map(({name}) => name)
        .join(", ") + (others.length > 3 ? ", …" : "");
    if (exports.length === 0) {
      const what = entries.length === 0 ? "is an empty archive" : `holds no .csv, .tsv or .txt but ${listed}`;
      throw new UserError(`${file.name}: ${what}\n  → export it again, or leave it out of the sources`);
    }
    if (others.length > 0) {
      const what = `${others.length === 1 ? "one file in it is" : `${others.length} files in it are`} no export and not read: ${listed}`;
      found.problems.push({where: file.name, what, hint: "pack the exports alone"});
    }
    return exports.map((entry) => ({...file, name: `${file.name}/${entry.name}`, entry}));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    found.stops.push({title: error.message, problems: []});
    return [];
  }
}

/** A part without rows, as Spark writes where it has more parts than rows; that it has finished it says by a file of that name. */
const isEmptyPart = (path: string): boolean =>
  /^part-\d+/.test(basename(path)) && statSync(path).size === 0 && existsSync(join(dirname(path), "_SUCCESS"));

function describeEmpty(pattern: string, empty: readonly string[], folder: string): Problem {
  const names = nameFew(empty.map((path) => relative(folder, path)));
  const what = empty.length === 1 ? `one part has no rows and is passed over: ${names}` : `${empty.length} parts have no rows and are passed over: ${names}`; // prettier-ignore
  return {where: pattern, what};
}

/** Files of a folder that are passed over. */
function describeOthers(pattern: string, others: readonly string[], folder: string): Problem {
  const names = nameFew(others.map((path) => relative(folder, path)));
  const what =
    others.length === 1
      ? `one file is no export and passed over: ${names}`
      : `${others.length} files are no exports and passed over: ${names}`;
  return {where: pattern, what, hint: "save each sheet of a workbook as CSV, and have what comes as JSON or XML exported as CSV"};
}

/** Files that a pattern names, apart from those that lie outside the folder it starts from; and, of a whole folder, what is no export. */
function expand(pattern: string, folder: string): {inside: string[]; outside: string[]; others: string[]} {
  const literal = resolve(folder, pattern);
  if (isFile(literal)) return {inside: [literal], outside: [], others: []};
  const isWhole = isFolder(literal);
  if (!isWhole && !hasMagic(pattern)) return {inside: [], outside: [], others: []};
  const parts = pattern.replaceAll("\\", "/").split("/");
  const start = isWhole
    ? literal
    : resolve(folder, parts.slice(0, parts.findIndex(hasMagic)).join("/") || (pattern.startsWith("/") ? "/" : "."));
  const list = (wanted: string) =>
    globSync(wanted, {
      cwd: isWhole ? literal : folder,
      absolute: true,
      onlyFiles: true,
      dot: false,
      expandDirectories: false,
      caseSensitiveMatch: !isWhole,
    }).filter(isFile);
  const found = list(isWhole ? EXPORTS : pattern.replaceAll("\\", "/"));
  const base = existsSync(start) ? join(realpathSync(start), sep) : start;
  const isInside = (path: string) => realpathSync(path).startsWith(base);
  const others = isWhole ? list(OTHERS).filter(isInside).sort() : [];
  return {inside: found.filter(isInside), outside: found.filter((path) => !isInside(path)), others};
}

const hasMagic = (pattern: string) => /[*?[\]{}()!]/.test(pattern);
