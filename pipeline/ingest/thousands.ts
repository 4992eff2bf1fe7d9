import {quoteName, type Database} from "../db.js";
import type {Problem} from "../errors.js";
import type {Styles} from "./decide.js";
import type {Plan} from "./plan.js";
import type {FoundFile} from "./types.js";

/** SQL condition: a point stands before each three digits and nowhere else. */
const isGrouped = (x: string) => `regexp_full_match(${x}, '-?[1-9][0-9]{0,2}([.][0-9]{3})+')`;

/**
 * Looks for columns whose points may all part thousands (`1.234`), which read as bare numbers without complaint. Columns of one file
 * are written alike: where another one has decimal commas, they do part thousands; else they are read as they stand, and that is told.
 * @returns whether a style changed, and what could not be told from the data.
 */
export async function findThousands(
  db: Database,
  file: FoundFile,
  fileId: number,
  plan: Plan,
  styles: Styles,
): Promise<{isChanged: boolean; problems: Problem[]}> {
  const columns = plan.columns.filter(
    ({column, definition}) => definition.type === "number" && styles.get(column)!.number === "plain",
  );
  if (columns.length === 0) return {isChanged: false, problems: []};
  const counts = columns.flatMap(({column}, index) => {
    const x = quoteName(column);
    return [
      `count(*) filter (contains(${x}, '.') and not ${isGrouped(x)}) as other_${index}`,
      `min(${x}) filter (${isGrouped(x)}) as example_${index}`,
    ];
  });
  const [found] = await db.rows<Record<string, number | string | null>>(
    `select ${counts.join(", ")} from raw.${plan.entity} where _file_id = ${fileId}`,
  );
  const hasCommas = [...styles.values()].some(({number}) => number === ",");
  const problems: Problem[] = [];
  let isChanged = false;
  for (const [index, {column}] of columns.entries()) {
    const example = found![`example_${index}`];
    if (example === null || found![`other_${index}`] !== 0) continue;
    if (hasCommas) {
      styles.set(column, {...styles.get(column)!, number: ","});
      isChanged = true;
      continue;
    }
    const what = `${column} could be in thousands or have three decimals, such as "${example}"; read as decimals`;
    problems.push({where: file.name, what, hint: `say which under sources[${file.sourceIndex}].decimal`});
  }
  return {isChanged, problems};
}
