import {quoteName, quoteText, type Database} from "../db.js";
import type {Styles} from "./decide.js";
import type {Plan, PlannedColumn} from "./plan.js";

/** What spreadsheets do to cells when a CSV is opened and saved in them: digits and words are lost for good. */

const SCIENTIFIC = "[0-9]([.,][0-9]+)?E[+][0-9]{2,3}";
// 1-5 as the fifth of January or the first of May; 11-50 as November 1950; other languages write dots.
const MONTHS =
  "jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sept?|o[ck]t|nov|de[cz]|f[eé]vr|mars|avr|juin|juil|ao[uû]t|d[eé]c|ene|abr|ago|dic";
const DAY = `([0-9]{1,2}[-. ]+(${MONTHS})[a-zé]*[.]?|(${MONTHS})[a-zé]*[.]?[- ][0-9]{2})`;

/** SQL condition: the id in `x` was written as 1.23457E+17. */
export const isScientific = (x: string) => `(contains(${x}, 'E+') and regexp_full_match(${x}, '${SCIENTIFIC}'))`;
/** SQL condition: the range in `x` was turned into a date, such as 01-May. */
export const isDatedRange = (x: string) => `regexp_full_match(lower(${x}), '${DAY}')`;

export const LOST_DIGITS = {
  reason: "has lost its digits: a spreadsheet wrote the id in scientific notation",
  hint: "export it again, and do not save it in a spreadsheet",
};
export const LOST_RANGE = {
  reason: "was a range such as 1-5 before a spreadsheet made a date of it",
  hint: "export it again, and do not save it in a spreadsheet",
};

/** SQL text: why the cell `x` is no number, where it is a range or once was; else `reason`. */
export const explainNumber = (x: string, reason: string) =>
  `case when ${isDatedRange(x)} then ${quoteText(LOST_RANGE.reason)}
    when regexp_full_match(${x}, '[0-9.,]+ ?(-|–|to) ?[0-9.,]+|[0-9.,]+ ?[+]') then 'is a range, and the column wants one number' else ${quoteText(reason)} end`;

/** Columns whose texts may be ranges of sizes. */
const isRange = ({definition}: PlannedColumn) => definition.name === "segment";

/**
 * Looks for damaged ids and ranges in the rows just loaded, where no count would tell, and marks the styles of such columns.
 * @returns whether there are any, so that the file must be loaded again.
 */
export async function findDamage(db: Database, fileId: number, plan: Plan, styles: Styles): Promise<boolean> {
  const columns = plan.columns.filter((column) => column.definition.type === "id" || isRange(column));
  if (columns.length === 0) return false;
  const counts = columns.map((column) => {
    const x = quoteName(column.column);
    return `count(*) filter (${isRange(column) ? isDatedRange(x) : isScientific(x)}) as ${x}`;
  });
  const [found] = await db.rows<Record<string, number>>(
    `select ${counts.join(", ")} from raw.${plan.entity} where _file_id = ${fileId}`,
  );
  const damaged = columns.filter(({column}) => found![column]! > 0);
  for (const {column} of damaged) styles.set(column, {...styles.get(column)!, isDamaged: true});
  return damaged.length > 0;
}
