import {quoteText} from "../../db.js";
import type {TemplateField} from "./brief-template.js";
import {FILLED, MISSING, NOT_DISCLOSED, writeClean, writeState, type JudgingWords} from "./judge-field.js";
import {BETWEEN, WIDE_SPACES, writeIsOdd, writeOddCell} from "./odd-signs.js";

/** A column that holds what a brief says in a field. */
export interface Cell {
  column: string;
  field: Pick<TemplateField, "min_words" | "allows_none">;
}

/** Cells that one whole number tells of, a bit each: as many as a double holds exactly. */
const BITS = 50;
/** Begin and end of a cell in the marked text; the sign behind the first tells its place, counted from 1. */
const [BEGIN, END] = ["chr(2)", "chr(3)"];
const FIRST_MARK = 0x4e00;
/** A text holds begin or end itself: places cannot be told, and all of its brief is looked at. */
const IS_MUDDLED = [BEGIN, END].map((sign) => `contains(joined, ${sign})`).join(" or ");

const markCells = (cells: readonly Cell[]): string[] =>
  cells.map(({column}, index) => `${BEGIN} || '${markOf(index)}' || ${column} || ${END}`);

/**
 * Query of the briefs of `source`, `handoff_id` and cells, with what one look at each tells: `empty_<n>`, a bit for each cell without a
 * text, and `odd_cells`, the cells that are not filled just as they stand, marked with their places; null where there is none, as in
 * most briefs. One look at all texts joined takes a fraction of the time of a look at each; marks of the places would double it, and are
 * set where something is odd. Holds some cells in which nothing turns out to be odd, never leaves one out. That a cell ends in a blank is
 * not looked for: `writePlain` takes it off.
 * @param kept columns to hand on, of `source` or told by SQL over them; `is_wide` tells them that a text may hold a line end, a tab or a
 * space that does not break
 */
export function writeLooks(source: string, cells: readonly Cell[], kept: readonly string[], words: JudgingWords): string {
  const columns = cells.map(({column}) => column);
  // Where a field wants several words, they are counted.
  const counted = cells.flatMap((cell, index) => (cell.field.min_words > 1 ? [{...cell, mark: markOf(index)}] : []));
  const odd = writeOddCell(
    words,
    counted.map(({mark}) => mark),
  );
  const isOdd = [...counted.map(({column}) => `${column} is not null`), writeIsOdd("joined", words)].join(" or ");
  const empty = chunks(columns).map(
    (chunk, number) =>
      `${chunk.map((column, at) => `case when ${column} is null then ${2 ** at} else 0 end`).join(" | ")} as empty_${number}`,
  );
  return `select ${["handoff_id", ...empty, ...kept].join(", ")},
  case when marked is null then null
    when ${IS_MUDDLED} then list_filter([${markCells(cells).join(", ")}], lambda cell: cell is not null)
    else regexp_extract_all(marked, ${quoteText(odd)}, 0, 'i') end as odd_cells
from (
  select *, case when ${isOdd} then concat(${markCells(cells).join(", ")}) end as marked,
    ${WIDE_SPACES.map((code) => `contains(joined, chr(${code}))`).join(" or ")} as is_wide
  from (select *, ${BETWEEN} || concat_ws(${BETWEEN}, ${columns.join(", ")}) || ${BETWEEN} as joined from ${source})
)`;
}

/** Query of the odd cells, a row each: `handoff_id`, `place`, the cell's cleaned `text`, whether that differs, and its `state`, copies apart. */
export function writeOddCells(looks: string, cells: readonly Cell[], words: JudgingWords): string {
  const trait = (values: readonly string[]) => (new Set(values).size === 1 ? values[0]! : `[${values.join(", ")}][place]`);
  const state = writeState(
    {
      text: "text",
      min_words: trait(cells.map(({field}) => String(field.min_words))),
      allows_none: trait(cells.map(({field}) => String(field.allows_none))),
    },
    words,
  );
  return `with cells as (
  select handoff_id, unnest(odd_cells) as cell from ${looks} where odd_cells is not null
),
placed as (
  select handoff_id, (unicode(substr(cell, 2, 1)) - ${FIRST_MARK})::integer as place, substr(cell, 3, length(cell) - 3) as value from cells
),
cleaned as (
  select handoff_id, place, value, ${writeClean("value")} as text from placed
)
select handoff_id, place, text, text is distinct from value as is_cleaned, ${state} as state from cleaned`;
}

/** SQL of the numbers that tell of several odd cells at once, over rows of one brief: `missing_<n>` and `told_<n>` (asked, not told). */
export function writeMasks(cells: readonly Cell[]): string[] {
  const bit = (state: string, number: number) =>
    `coalesce(bit_or(case when state = '${state}' and (place - 1) // ${BITS} = ${number} then 1::bigint << ((place - 1) % ${BITS}) end), 0)`;
  return chunks(cells).flatMap((_, number) => [
    `${bit("missing", number)} as missing_${number}`,
    `${bit("not_disclosed", number)} as told_${number}`,
  ]);
}

/** SQL of the numbers that tell the states of a brief's cells: `gone_<n>` and `told_<n>`, out of `looks` and the masks of its `odd` cells. */
export const writeSums = (cells: readonly Cell[]): string[] =>
  chunks(cells).flatMap((_, number) => [
    `looks.empty_${number} | coalesce(odd.missing_${number}, 0) as gone_${number}`,
    `coalesce(odd.told_${number}, 0) as told_${number}`,
  ]);

/** SQL of the state of the cell at an index, from the numbers of its brief. */
export function writeStateAt(index: number): string {
  const [number, bit] = [Math.floor(index / BITS), 2 ** (index % BITS)];
  return `case when gone_${number} & ${bit} <> 0 then ${MISSING} when told_${number} <> 0 and told_${number} & ${bit} <> 0 then ${NOT_DISCLOSED} else ${FILLED} end`;
}

const markOf = (index: number): string => String.fromCodePoint(FIRST_MARK + index + 1);

function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({length: Math.ceil(list.length / BITS)}, (_, number) => list.slice(number * BITS, (number + 1) * BITS));
}
