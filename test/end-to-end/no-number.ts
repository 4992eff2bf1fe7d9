import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "@uwdata/flechette";

/** What a reader must never meet: what code makes of a number that there is none of. */
const NO_NUMBER = /\bNaN\b|\bInfinity\b|\bundefined\b|\[object \w+\]/;

/** Every text or number below `folder` (JSON, decoded Arrow, calendars) that is none; a line each, with where it stands. */
export function findNoNumbers(folder: string): string[] {
  const files = (readdirSync(folder, {recursive: true}) as string[]).filter((path) => /\.\w+$/.test(path));
  return files.sort().flatMap((path) => {
    const bytes = readFileSync(join(folder, path));
    if (path.endsWith(".json")) return walk(JSON.parse(bytes.toString("utf8")), path);
    if (path.endsWith(".arrow")) return walk(tableFromIPC(bytes).toArray(), path);
    return walk(bytes.toString("utf8"), path);
  });
}

function walk(value: unknown, where: string): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${where}: ${value}`];
  if (typeof value === "string") return NO_NUMBER.test(value) ? [`${where}: ${value.slice(0, 80)}`] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => walk(item, `${where}[${index}]`));
  if (value && typeof value === "object") return Object.entries(value).flatMap(([name, item]) => walk(item, `${where}.${name}`));
  return [];
}

/** The same of a page as it stands: its texts, and what stands in marks and attributes. */
export const findNoNumbersIn = (page: Element | null): string[] => {
  const found = new RegExp(`.{0,60}(?:${NO_NUMBER.source}).{0,40}`, "g");
  return [...(page?.outerHTML ?? "").matchAll(found)].map(([text]) => text);
};
