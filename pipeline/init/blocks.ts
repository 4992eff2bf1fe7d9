/** The `sources:` part of a new configuration. */
import {dirname} from "node:path";
import type {Guess} from "../ingest/guess.js";
import {countOthers, type Looked} from "./look.js";

type Read = Extract<Looked, {how: "recognised" | "guessed"}>;

const isRead = (file: Looked): file is Read => file.how === "recognised" || file.how === "guessed";
const quote = (text: string) => JSON.stringify(text);

/**
 * The sources: the folder itself where every file in it is read as it is, so that tomorrow's exports are read too; else a block per
 * file, or per kind of file whose name changes by a number. What is not read stands in comments.
 */
export function writeSources(files: readonly Looked[], pattern: string): string {
  const read = files.filter(isRead);
  if (files.length === 0) return `sources:\n  - files: ${quote(pattern)} # put the exports there\n`;
  // Of Salesforce's many objects those that are not read are left out as they come.
  const isWhole = read.length > 0 && files.every(({how}) => how === "recognised" || how === "other");
  const blocks = isWhole
    ? [...read.map((file) => `  # ${file.name}: ${describe(file)}`), `  - files: ${quote(pattern)} # every export below it`]
    : listBlocks(read, files);
  const head = blocks.length === 0 ? "sources: [] # none of the files found could be read" : "sources:";
  const others = countOthers(files);
  const left = others > 0 ? [`  # left out as they come: ${others} objects of Salesforce of which nothing is used`] : [];
  return `${[head, ...blocks, ...files.flatMap(commentOn), ...left].join("\n")}\n`;
}

/** What a file is, for people. */
export const describe = (file: Read): string =>
  file.how === "recognised"
    ? `${file.profile} / ${file.kind}: ${file.entities.join(", ")}`
    : `${file.entity}, guessed from the names of its columns${file.tool ? ` (${file.tool.what})` : ""}`;

function listBlocks(read: readonly Read[], files: readonly Looked[]): string[] {
  const groups = new Map<string, Read[]>();
  for (const file of read) {
    const wide = widen(file.name);
    const key = `${wide}\0${signOf(file)}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups].flatMap(([key, group]) => {
    const wide = key.split("\0")[0]!;
    const isOwn = files.filter(({name}) => widen(name) === wide).length === group.length && !wide.includes(".zip/");
    const names = isOwn ? [wide] : group.map(({name}) => name);
    return names.flatMap((name) => writeBlock(name, group[0]!));
  });
}

const signOf = (file: Read): string =>
  file.how === "recognised"
    ? describe(file)
    : `${file.entity} ${JSON.stringify([[...file.columns], [...(file.tool?.sql ?? [])]])}`;

/** Numbers of the parts in which warehouses unload: part-00000-<uuid>-c000.csv, data_0_0_0.csv.gz. */
const PARTS = /(?<=part[-_])\d{4,}(?:-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?(?:[-.]c\d+)?|(?<=_)\d+_\d+_\d+(?=\.)/gi;

/** "exports/report1767225600000.csv" is one of exports/report*.csv: the days and times in names change from export to export. */
function widen(name: string): string {
  const base = name.slice(dirname(name).length + 1);
  if (/[*?[\]{}()!]/.test(name)) return name;
  const wide = base
    .replace(PARTS, "*")
    .replace(/\d{9,}|\d{4}[-_.]?\d{2}[-_.]?\d{2}([T_ -]?\d{2}[-_:h.]?\d{2}([-_:m.]?\d{2})?Z?)?|\d{8,}/g, "*");
  return wide === base || !/[a-z]/i.test(wide.replace(/\.[a-z]+$/i, "")) ? name : `${dirname(name)}/${wide}`;
}

function writeBlock(name: string, file: Read): string[] {
  const lines = [`  # ${describe(file)}`, `  - files: ${quote(name)}`];
  if (file.how === "guessed") {
    if (file.profile) lines.push(`    profile: ${file.profile}`);
    lines.push(`    entity: ${file.entity}`, "    columns: # guesses: correct what is wrong");
    for (const [column, header] of file.columns) lines.push(`      ${column}: ${quote(header)}`);
    lines.push(...writeTool(file.tool).map((line) => `    ${line}`));
  }
  return lines;
}

/** In YAML's single quotes the double ones around headers stand as they are. */
const quoteExpression = (sql: string) => (sql.includes('"') ? `'${sql.replaceAll("'", "''")}'` : quote(sql));

/** What of a guess is no header. */
export function writeTool(tool: Guess["tool"]): string[] {
  if (!tool) return [];
  const {sql, where} = tool;
  return [
    ...(sql.size > 0 ? ["sql: # worked out from the headers in double quotes"] : []),
    ...[...sql].map(([column, expression]) => `  ${column}: ${quoteExpression(expression)}`),
    ...(where ? [`where: ${quoteExpression(where)}`] : []),
  ];
}

/** A file that is not read, and why. */
function commentOn(file: Looked): string[] {
  if (isRead(file) || file.how === "other") return [];
  if (file.how === "none") return [`  # not read, as it looks like no export: ${file.name}`];
  if (file.how === "unreadable") return [`  # not read: ${file.name} ${file.why}`];
  const {entity, profile, columns, tool, lacks, doubtful} = file;
  const why =
    lacks.length > 0
      ? `for want of ${lacks.join(", ")}: take the marks away and name the headers`
      : `as ${doubtful.map((column) => `${quote(columns.get(column)!)} may not be ${column}`).join(", ")}: if it is so, take the marks away`;
  return [
    `  # not read, ${why}`,
    `  # - files: ${quote(file.name)}`,
    ...(profile ? [`  #   profile: ${profile}`] : []),
    `  #   entity: ${entity}`,
    "  #   columns:",
    ...[...columns].map(([column, header]) => `  #     ${column}: ${quote(header)}`),
    ...lacks.map((column) => `  #     ${column}: ""`),
    ...writeTool(tool).map((line) => `  #   ${line}`),
  ];
}
