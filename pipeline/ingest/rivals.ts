/** Headers of one file that go by the same name, of which one is read. */
import {quoteName, type Database} from "../db.js";
import type {Problem} from "../errors.js";
import {normaliseHeader} from "../profiles/index.js";
import {listUnread, nameHeaders} from "./unread.js";
import type {FoundFile, Landing, Mapping} from "./types.js";

/** A header that is read, for which column, and others that might be meant as well. */
interface Rivalry {
  column: string;
  header: string;
  rivals: string[];
}

/** Headers that are told apart by nothing but how they are written; what the configuration names letter by letter is chosen, unless another is called just so. */
export function listRivals(file: FoundFile, mappings: readonly Mapping[], headers: readonly string[]): Rivalry[] {
  const unread = listUnread(headers, file, mappings);
  if (unread.length === 0) return [];
  const forms = new Map(unread.map((header) => [header, formOf(header, headers)]));
  const found = new Map<string, Rivalry>();
  for (const {column, headers: read} of mappings.flatMap(({columns}) => columns))
    for (const header of read) {
      if (found.has(header)) continue;
      const isChosen = file.source.columns[column] === header;
      const form = formOf(header, headers);
      const rivals = unread.filter((other) => forms.get(other) === form && (!isChosen || other.startsWith(`${header} (`)));
      if (rivals.length > 0) found.set(header, {column, header, rivals});
    }
  return [...found.values()];
}

/** Without the number that a second column of the same name gets. */
function formOf(header: string, headers: readonly string[]): string {
  const [, base] = /^(.+) \(\d+\)$/.exec(header) ?? [];
  return normaliseHeader(
    base !== undefined && headers.some((other) => other.toLowerCase() === base.toLowerCase()) ? base : header,
  );
}

/** A problem per header whose rivals say something else in some row. */
export async function reportRivals(
  db: Database,
  file: FoundFile,
  landing: Landing,
  list: readonly Rivalry[],
): Promise<Problem[]> {
  if (list.length === 0) return [];
  const cell = (header: string) => `nullif(trim(${quoteName(header)}), '')`;
  const counts = list.map(({header, rivals}, index) => {
    const differs = rivals.map((rival) => `${cell(rival)} is distinct from ${cell(header)}`).join(" or ");
    return `count(*) filter (${differs}) as n${index}`;
  });
  const [found] = await db.rows<Record<string, number>>(`select ${counts.join(", ")} from ${landing.table}`);
  return list.flatMap(({column, header, rivals}, index): Problem[] => {
    const rows = Number(found![`n${index}`]);
    if (rows === 0) return [];
    const what = `${column} is read from ${JSON.stringify(header)}, and not from ${nameHeaders(rivals)}, which goes by the same name and says something else on ${rows === 1 ? "1 row" : `${rows.toLocaleString("en")} rows`}`;
    const hint = `name the right one as it is written here: sources[${file.sourceIndex}].columns.${column}: ${JSON.stringify(rivals[0])}, or ${JSON.stringify(header)}; or have the export name them apart`;
    return [{where: file.name, what, hint}];
  });
}
