import type {CarefulRow} from "./careful.js";
import type {FoundFile, Grouped, Mapping, Stop} from "./types.js";
import {nameFew} from "./name-few.js";

/** What reports with groups write between records, in the languages that they are exported in: words that may stand alone, and those that a number goes with. */
const TOTALS = [
  "(?:grand |sub[- ]?)?totals?", "(?:grand |record |row |unique |distinct )?counts?", "(?:zwischen|gesamt|teil)summen?", "(?:gesamt)?ergebnis", "gesamt", "(?:gesamt)?anzahl",
  "sous[- ]total", "total g[ée]n[ée]ral", "total general", "recuento", "total geral", "contagem",
].join("|"); // prettier-ignore
const OTHERS =
  "sum|average|avg|max(?:imum)?|min(?:imum)?|median|summe|mittelwert|durchschnitt|nombre|somme|moyenne|suma|promedio|soma|m[ée]dia";
const WORDS = `${TOTALS}|${OTHERS}`;
const IN_BRACKETS = "(?: \\([\\d.,' ]+\\))?:?";
const TOTAL = new RegExp(`^(?:${TOTALS})${IN_BRACKETS}$`, "i");
const LABEL = new RegExp(`^(?:${WORDS})${IN_BRACKETS}$`, "i");
/** Spreadsheets put the group before it: "Ada Moss Total". */
const OF_GROUP = new RegExp(`^(.+?) (?:${WORDS}):?$`, "i");
/** The older reports of Salesforce begin a group with a line of its own: "Opportunity Owner: Ada Moss (3 records)". */
const HEADING = /^[^:]{2,60}: .+ \(\d+ records?\)$/;
const NUMBER = /^[-+(]?(?:[A-Z]{2,3} ?)?[^\p{L}\d\s]{0,2} ?\d[\d.,' \u00a0\u202f]*\)? ?(?:%|[A-Z]{3}|[^\p{L}\d\s:/-]{1,2})?\)?$/u;

/** Whether a text has such a line: its rows are then looked at one by one. */
export const REPORT_LINE = new RegExp(
  `^[ "',;\\t|]*(?:(?:[^\\n,;\\t|]{1,60} )?(?:${WORDS})${IN_BRACKETS}["']?(?:[,;\\t|]["']?(?:${WORDS}|[A-Z]{3} )?[^\\p{L}\\n,;\\t|]*)*|[^\\n:]{2,60}: [^\\n]+ \\(\\d+ records?\\)["',;\\t|]*)\\r?$`,
  "imu",
);

export const ARROW = /[↑↓]$/;

/** Told of lines between the records of a report. */
export const COUNTED = "line of counts or totals in the report";
export const HEADED = "heading of a group in the report, which its records do not repeat";

/** Tells lines of counts and totals from records, and whether the report writes a group's value on its first record alone. */
export interface ReportGate {
  /** What the row is, if it is no record. */
  take(row: CarefulRow): string | undefined;
  /** Columns whose values stand once per group; undefined where there are none. */
  end(): Grouped | undefined;
}

export function makeReportGate(headers: readonly string[]): ReportGate {
  const width = headers.length;
  const columns = headers.map(() => ({filled: 0, blank: 0, last: "", isRepeated: false}));
  // An inner group begins wherever the outer one does.
  const isInner = headers.map(() => true);
  let [rows, counted, isBetween] = [0, 0, false];
  return {
    take({cells}) {
      const told = describeLine(cells, width, (text) => columns.some(({last}) => last === text));
      if (told !== undefined) {
        counted++;
        return told;
      }
      rows++;
      isBetween ||= counted > 0;
      for (const [index, column] of columns.entries()) {
        const cell = cells[index]?.trim() ?? "";
        if (cell === "") {
          column.blank++;
          if (index > 0 && (cells[index - 1]?.trim() ?? "") !== "") isInner[index] = false;
          continue;
        }
        column.filled++;
        column.isRepeated ||= column.last === cell;
        column.last = cell;
      }
      return undefined;
    },
    end() {
      // Salesforce marks the columns by which a report is grouped.
      const isMarked = headers.some((header) => ARROW.test(header));
      if (counted === 0 && !isMarked) return undefined;
      const used = columns.flatMap(({filled}, index) => (filled > 0 ? [index] : []));
      const groups: number[] = [];
      for (const index of used) {
        const {blank, filled, isRepeated} = columns[index]!;
        const isOnce = blank > 0 && !(groups.length === 0 && isRepeated) && (groups.length === 0 || isInner[index]!);
        if (!isOnce || (!isBetween && !isMarked && filled > 1)) break;
        groups.push(index);
      }
      return groups.length === 0
        ? undefined
        : {headers: groups.map((index) => headers[index]!), rows: columns[groups[0]!]!.blank, of: rows};
    },
  };
}

/** The first filled cell says what is counted, the others are numbers or say so too; a row with all its cells filled is a record, whatever it says. */
function describeLine(cells: readonly string[], width: number, isGroup: (text: string) => boolean): string | undefined {
  const [first, ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (first === undefined || others.length + 1 >= Math.max(width, 2)) return undefined;
  if (others.length === 0 && HEADING.test(first)) return HEADED;
  const isLabel = LABEL.test(first) || isGroup(OF_GROUP.exec(first)?.[1] ?? "\0");
  // Max is a name, too.
  const isSaid = TOTAL.test(first) || others.some((cell) => NUMBER.test(cell));
  return isLabel && isSaid && others.every((cell) => LABEL.test(cell) || NUMBER.test(cell)) ? COUNTED : undefined;
}

/** A file whose groups' values stand once is read by halves; unless nothing is read from them, it is not read at all. */
export function refuseGroups(file: FoundFile, {headers, rows, of}: Grouped, mappings: readonly Mapping[]): Stop | undefined {
  const read = new Set(mappings.flatMap(({columns}) => columns.flatMap((column) => column.headers)));
  const wanted = headers.filter((header) => read.has(header));
  if (wanted.length === 0) return undefined;
  return {
    title: `${file.name}: the report is grouped, and ${nameFew(wanted.map((header) => JSON.stringify(header)))} ${wanted.length === 1 ? "stands" : "stand"} on the first row of each group alone`,
    problems: [
      {
        where: JSON.stringify(wanted[0]),
        what: `is blank on ${rows.toLocaleString("en")} of ${of.toLocaleString("en")} rows, which belong to the group above them`,
      },
    ],
    advice: "take the grouping out of the report, or export its details alone (Salesforce: Export, Details Only), so that every row has its own; or fill the blank cells from above in a spreadsheet",
  };
} // prettier-ignore
