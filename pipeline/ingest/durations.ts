/** Lengths of time as people and telephones write them: 31m 12s, 1h 5m, 00:31:12. */
import type {Column} from "../contract/entities.js";

/** Seconds in what a column counts; undefined of a column of no lengths. */
export const unitOf = ({name}: Column): number | undefined =>
  name.endsWith("_minutes") ? 60 : name.endsWith("_seconds") ? 1 : undefined;

const AMOUNT = "([0-9]+(?:[.,][0-9]+)?)";
const PARTS = `(?:pt)?(?:${AMOUNT} ?(?:h|hrs?|hours?|std|stunden?)[.,]? ?)?(?:${AMOUNT} ?(?:m|mins?|minutes?|minuten?)[.,]? ?)?(?:${AMOUNT} ?(?:s|secs?|seconds?|sek|sekunden?)[.]?)?`;
const CLOCK = "[0-9]{1,3}:[0-5]?[0-9]:[0-5]?[0-9]";
/** Minutes and seconds where seconds are counted, as of calls; of meetings it might as well be hours and minutes. */
const SHORT_CLOCK = "[0-9]{1,3}:[0-5][0-9]";

export const OPEN_CLOCK = "could be hours and minutes or minutes and seconds: write 0:45:00 or 45 min";
/** SQL condition: the cell is such a length. */
export const isOpenClock = (x: string) => `regexp_full_match(${x}, '${SHORT_CLOCK}')`;

/** SQL text of the length in cell `x`, counted in `unit`; null where it is a number, or none. */
export function convertDuration(x: string, unit: number): string {
  const part = (index: number) =>
    `coalesce(try_cast(replace(nullif(regexp_extract(lower(${x}), '^${PARTS}$', ${index}), ''), ',', '.') as double), 0)`;
  const worded = `${part(1)} * 3600 + ${part(2)} * 60 + ${part(3)}`;
  const clock = unit === 1 ? `${CLOCK}|${SHORT_CLOCK}` : CLOCK;
  const counted = `list_reduce(try_cast(string_split(${x}, ':') as bigint[]), lambda total, part: total * 60 + part)`;
  const seconds = `case when regexp_full_match(${x}, '${clock}') then ${counted}
    when regexp_matches(${x}, '[0-9] ?[A-Za-z]') and regexp_full_match(lower(${x}), '${PARTS}') then ${worded} end`;
  return `round((${seconds}) / ${unit}, 4)::varchar`;
}
