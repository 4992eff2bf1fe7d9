/** Fields of the brief and SQLs: pure, so that it can run on another core. */
import {associate} from "../stats/associations.js";
import {findCompared, hasBit, keysOf, WORD} from "./field-bits.js";
import {countPatterns, sortByAe, STRATA, type HandoffRows, type Presence} from "./patterns.js";

export interface AssociationRow {
  /** Empty for the company. */
  motion: string;
  field: string;
  n_with: number;
  n_without: number;
  log_odds: number;
  log_odds_lower: number;
  log_odds_upper: number;
  /** Share of SQLs with the field less that without, other fields, source, segment and AE being as they are. */
  difference: number;
  lower: number;
  upper: number;
}

export const OUTCOME = "meeting_to_sql_rate";

/** Fewest handoffs with and without a field, and in a motion. */
const LEAST = {side: 20, motion: 300};

export interface FieldRows {
  /** Marks: words of what was there, as many of what was asked for, and whether the AE is known. */
  rows: HandoffRows;
  /** Bit k of word w is field 30 w + k. */
  fields: readonly string[];
}

/** An association, never a cause: keen buyers disclose more. Held, mature handoffs. */
export function associateFields({rows: read, fields: all}: FieldRows): AssociationRow[] {
  const handoffs = sortByAe(read);
  const {presence, fields} = findPresence(handoffs, all);
  if (fields.length === 0) return [];
  const rows: AssociationRow[] = [];
  for (const [place, motion] of [[undefined, ""], ...handoffs.motions.entries()] as const) {
    // Those of no motion are in none.
    if (place !== undefined && motion === "") continue;
    const patterns = countPatterns(handoffs, OUTCOME, presence, place);
    if (motion && patterns.n.reduce((sum, n) => sum + n, 0) < LEAST.motion) continue;
    for (const found of associate(patterns, fields, STRATA) ?? []) {
      if (!found || found.n_with < LEAST.side || found.n_without < LEAST.side) continue;
      const {log_odds, difference} = found;
      rows.push({
        motion,
        field: found.field,
        n_with: found.n_with,
        n_without: found.n_without,
        log_odds: log_odds.value,
        log_odds_lower: log_odds.lower,
        log_odds_upper: log_odds.upper,
        difference: difference.value,
        lower: difference.lower,
        upper: difference.upper,
      });
    }
  }
  return rows;
}

/** The fields that may be compared and which of them each handoff had; -1 where nobody knows the AE. */
function findPresence({length, marks}: HandoffRows, all: readonly string[]): {presence: Presence; fields: string[]} {
  const words = Math.ceil(all.length / WORD);
  const [there, required, isAeKnown] = [marks.slice(0, words), marks.slice(words, 2 * words), marks[2 * words]!];
  const places = findCompared(all.length, {length, there, required}, LEAST.side);
  const keys = keysOf(places, there, length);
  const lists: boolean[][] = [];
  const known = new Map<string | number, number>();
  const of = new Int32Array(length).fill(-1);
  for (let row = 0; row < length; row++) {
    if (isAeKnown[row] === 0) continue;
    const key = keys[row]!;
    let place = known.get(key);
    if (place === undefined) {
      place = lists.push(places.map((field) => hasBit(there, field, row))) - 1;
      known.set(key, place);
    }
    of[row] = place;
  }
  return {presence: {lists, of}, fields: places.map((place) => all[place]!)};
}
