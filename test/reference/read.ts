/**
 * A second, plain reading of the metric definitions, over the canonical CSVs alone: no DuckDB, no pipeline code. Slow and
 * simple on purpose. Tests hold the pipeline against it.
 */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import Papa from "papaparse";

export type Cells = Record<string, string>;

/** The rows of one canonical CSV; later rows win where the first `keys` wholly filled repeat. */
export function readRows(folder: string, entity: string, keys: string[][]): Cells[] {
  const text = readFileSync(join(folder, `${entity}.csv`), "utf8");
  const {data} = Papa.parse<Cells>(text, {header: true, skipEmptyLines: "greedy"});
  const byKey = new Map<string, Cells>();
  data.forEach((row, index) => {
    const key = keys.find((columns) => columns.every((column) => row[column]));
    byKey.set(key ? key.map((column) => row[column]).join("\0") : `row ${index}`, row);
  });
  return [...byKey.values()];
}

/** Milliseconds of an ISO time; without a zone it is in `zone`. Undefined when it is no time. */
export function instant(text: string | undefined, zone: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text?.trim() ?? "");
  if (!match) return undefined;
  const [, y, m, d, h = "0", min = "0", s = "0", offset] = match;
  if (+m! > 12 || +m! < 1 || +d! < 1 || +d! > new Date(Date.UTC(+y!, +m!, 0)).getUTCDate()) return undefined;
  const local = Date.UTC(+y!, +m! - 1, +d!, +h, +min, +s);
  if (offset === "Z") return local;
  if (offset) {
    const sign = offset.startsWith("-") ? -1 : 1;
    return local - sign * (+offset.slice(1, 3) * 60 + +offset.slice(-2)) * 60_000;
  }
  // Two passes: the offset of a zone depends on the instant that is looked for.
  return local - offsetAt(local - offsetAt(local, zone), zone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds by which `zone` is ahead of UTC at `at`. */
function offsetAt(at: number, zone: string): number {
  const parts = localParts(at, zone);
  return (
    Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!, parts.second!) - Math.floor(at / 1000) * 1000
  );
}

function localParts(at: number, zone: string): Record<string, number> {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(at).map(({type, value}) => [type, Number(value)]));
}

/** The local day, `YYYY-MM-DD`. */
export function localDay(at: number, zone: string): string {
  const {year, month, day} = localParts(at, zone);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
