import {quoteText} from "../../db.js";
import type {TemplateField} from "./brief-template.js";
import {escapeRegex, FILLED, MISSING, SPACES, writeClean, writeState, type JudgingWords} from "./judge-field.js";

/** A column that holds what a brief says in a field. */
export interface Cell {
  column: string;
  field: Pick<TemplateField, "min_words" | "allows_none">;
}

/** SQL of a cell over `briefs` joined to `verdicts`: its cleaned text, and its state, copies apart. */
export interface Verdict {
  text: string;
  state: string;
}

/**
 * Judges the cells of the briefs of `source`, a query with `handoff_id`. A brief in which every cell is empty or filled just as it stands
 * is told by one look at all its texts joined, which takes a fraction of the time; the odd cells of the others are judged one by one,
 * all by one expression, since a pattern for each field takes longer to make than to use.
 * @returns the common table expressions `briefs` and `verdicts`, the latter with a row for each brief with odd cells
 */
export function writeJudged(source: string, cells: readonly Cell[], words: JudgingWords): {ctes: string; verdicts: Verdict[]} {
  const columns = cells.map(({column}) => column);
  const traits = {
    min_words: writeTrait(cells.map(({field}) => String(field.min_words))),
    allows_none: writeTrait(cells.map(({field}) => String(field.allows_none))),
  };
  // Where a field wants several words, they are counted.
  const counted = cells.filter(({field}) => field.min_words > 1).map(({column}) => `${column} is not null`);
  const isOdd = writeIsOdd("joined", words);
  const ctes = `briefs as materialized (
  select * exclude (joined), ${[...counted, isOdd].join(" or ")} as is_odd
  from (select *, ${BREAK} || concat_ws(${BREAK}, ${columns.join(", ")}) || ${BREAK} as joined from (${source}))
),
cells as (
  select handoff_id, unnest([${columns.map((_, index) => index + 1).join(", ")}]) as place, unnest([${columns.join(", ")}]) as value
  from briefs where is_odd
),
odd as materialized (
  select handoff_id, place, value, ${writeClean("value")} as text
  from (select *, ${BREAK} || value || ${BREAK} as joined from cells where value is not null)
  where ${traits.min_words === "1" ? "" : `${traits.min_words} > 1 or `}${isOdd}
),
verdicts as (
  select handoff_id,
    map_from_entries(list((place, state))) as states,
    map_from_entries(list((place, text)) filter (where text is distinct from value)) as texts
  from (select *, ${writeState({text: "text", ...traits}, words)} as state from odd)
  group by handoff_id
)`;
  return {ctes, verdicts: columns.map((column, index) => writeVerdict(`briefs.${column}`, index + 1))};
}

function writeVerdict(value: string, place: number): Verdict {
  return {
    text: `case when verdicts.texts is not null and map_contains(verdicts.texts, ${place}) then map_extract_value(verdicts.texts, ${place}) else ${value} end`,
    state: `case when verdicts.states is not null and map_contains(verdicts.states, ${place}) then map_extract_value(verdicts.states, ${place})
      when ${value} is null then ${MISSING} else ${FILLED} end`,
  };
}

/** Of the cell at `place`; said once where it is the same for all. */
const writeTrait = (values: readonly string[]): string =>
  new Set(values).size === 1 ? values[0]! : `[${values.join(", ")}][place]`;

/** Stands before, between and behind the texts of a brief. A text that holds it is only looked at more closely. */
const BREAK = "chr(1)";
/** The one letter that is none of A to Z for a pattern, but in lower case. */
const FOREIGN_I = "İ";

/**
 * SQL condition: one of the joined texts may be odd. Holds of some in which nothing turns out to be, never fails where something is.
 */
function writeIsOdd(joined: string, words: JudgingWords): string {
  const signs = ["'<'", "'&'", "'['", "'{'", quoteText(FOREIGN_I), ...SPACES.map((space) => `${space} || ${BREAK}`)];
  return [
    ...signs.map((sign) => `contains(${joined}, ${sign})`),
    `regexp_matches(${joined}, ${quoteText(writeOddCell(words))}, 'i')`,
  ].join(" or ");
}

/** Pattern of a cell that does not begin with a letter of A to Z or a digit, begins like one not disclosed, or is a placeholder. */
function writeOddCell({notDisclosed, placeholders, nones}: JudgingWords): string {
  const starts = new Set(notDisclosed.map((word) => [...word].slice(0, SURE_START).join("").toLowerCase()));
  const whole = [...placeholders, ...nones].filter((word) => /^[a-z0-9]/i.test(word)).map(escapeRegex);
  return `\\x01(?:${[
    "[^a-z0-9]",
    ...[...starts].map((start) => escapeRegex(start).replaceAll(/['’]/g, "['’]")),
    ...(whole.length > 0 ? [`(?:${whole.join("|")})[ .,;:!?]*\\x01`] : []),
  ].join("|")})`;
}

/** Letters that show a beginning to be none of ours. */
const SURE_START = 3;
