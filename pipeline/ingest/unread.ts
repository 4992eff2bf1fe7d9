/** What of an export arrives nowhere: headers that nothing is read from, and columns that its later files do not have any more. */
import {groupBy} from "../group-by.js";
import {quoteName} from "../db.js";
import {isToldByCells} from "../contract/supplied.js";
import type {Problem} from "../errors.js";
import {isDated} from "./ledger.js";
import {nameFew} from "./name-few.js";
import type {FileReport, FoundFile, Mapping} from "./types.js";

/** The headers that no mapping reads, and none of the configuration's own expressions. */
export function listUnread(headers: readonly string[], {source}: Pick<FoundFile, "source">, mappings: readonly Mapping[]): string[] {
  const read = new Set(mappings.flatMap(({columns, asideHeaders}) => [...columns.flatMap((column) => column.headers), ...asideHeaders]));
  const expressions = [source.where ?? "", ...Object.values(source.sql), ...mappings.map(({unpivot}) => unpivot?.pairs ?? "")];
  return headers.filter((header) => !read.has(header) && !expressions.some((sql) => mentions(sql, header)));
} // prettier-ignore

const mentions = (sql: string, header: string): boolean =>
  sql.includes(quoteName(header)) || sql.toLowerCase().split(/[^\p{L}\p{N}_$]+/u).includes(header.toLowerCase()); // prettier-ignore

/** Headers for a message, in quotes. */
export const nameHeaders = (headers: readonly string[]): string => nameFew(headers.map((header) => JSON.stringify(header)));

/**
 * A problem per kind of export whose newest file lacks columns that an earlier one of the same source has: a field may have been renamed where the
 * export is made. Which file is later must be told by its name or the configuration; files of one time are parts of one export.
 */
export function reportLost(reports: readonly FileReport[]): Problem[] {
  const dated = reports.filter(isDated);
  const kinds = groupBy(dated, ({source_index, entity, profile, kind}) => [source_index, entity, profile, kind].join("\u001f"));
  return [...kinds.values()].flatMap((files): Problem[] => {
    const newest = files.map((file) => file.exported_at!).sort().at(-1)!; // prettier-ignore
    const last = files.filter((file) => file.exported_at === newest);
    const has = new Set(last.flatMap(({columns}) => columns));
    const lost = new Map<string, string>();
    for (const {columns, path} of files.filter((file) => file.exported_at! < newest).sort((a, b) => (a.exported_at! < b.exported_at! ? -1 : 1)))
      for (const column of columns) if (!has.has(column)) lost.set(column, path);
    const {path, entity, source_index} = last[0]!;
    for (const column of lost.keys()) if (isToldByCells(entity, column, has)) lost.delete(column);
    if (lost.size === 0) return [];
    const unread = [...new Set(last.flatMap((file) => file.unread))];
    return [
      {
        where: path,
        what: `no column gives ${[...lost].map(([column, file]) => `${entity}.${column}, as in ${file}`).join("; ")}`,
        hint:
          unread.length > 0
            ? `if a field goes by another name now, map it under sources[${source_index}].columns; nothing is read from ${nameHeaders(unread)}`
            : "if it is still kept, put it into the export again",
      },
    ];
  });
} // prettier-ignore
