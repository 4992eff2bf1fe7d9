/** `marts.associations`: which fields of the brief go with an SQL, in the company and, where there is enough, in each motion. */
import type {Database} from "../db.js";
import type {MemberRules} from "../metrics/index.js";
import {associate} from "../stats/associations.js";
import {findCompared, gatherFieldStates, hasBit, type FieldStates} from "./field-states.js";
import {countPatterns, readHandoffs, STRATA, type HandoffRows, type Presence} from "./patterns.js";

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

const OUTCOME = "meeting_to_sql_rate";

/** Fewest handoffs with and without a field, and in a motion. */
const LEAST = {side: 20, motion: 300};

/** An association, never a cause: keen buyers disclose more. Held, mature handoffs; the fields as they stood when the meeting began. */
export async function associateFields(db: Database, rules: MemberRules, metrics: ReadonlySet<string>): Promise<AssociationRow[]> {
  if (!metrics.has("meeting_to_sql_rate") || !metrics.has("documentation_completeness")) return [];
  const states = await gatherFieldStates(db);
  if (states.fields.length === 0) return [];
  const {rows: handoffs, presence, fields} = await readFields(db, rules, states);
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

/** Held handoffs, the fields that may be compared and which of them each had; -1 where nobody knows the AE. */
async function readFields(
  db: Database,
  rules: MemberRules,
  states: FieldStates,
): Promise<{rows: HandoffRows; presence: Presence; fields: string[]}> {
  const words = states.there.length;
  const rows = await readHandoffs(db, rules, {
    metrics: [OUTCOME],
    marks: [...states.there, ...states.required, "handoffs.ae_id is not null"],
    from: "inner join temp.field_states on field_states.handoff_id = handoffs.handoff_id",
    where: "handoffs.is_held",
  });
  await db.run("drop table temp.field_states");
  const [there, required] = [rows.marks.slice(0, words), rows.marks.slice(words, 2 * words)];
  const isAeKnown = rows.marks[2 * words]!;
  const places = findCompared(states, {length: rows.length, there, required}, LEAST.side);
  const lists: boolean[][] = [];
  const known = new Map<string | number, number>();
  const of = new Int32Array(rows.length).fill(-1);
  for (let row = 0; row < rows.length; row++) {
    if (isAeKnown[row] === 0) continue;
    const key = words === 1 ? there[0]![row]! : there.map((word) => word[row]!).join(" ");
    const place = known.get(key) ?? lists.push(places.map((field) => hasBit(there, field, row))) - 1;
    known.set(key, place);
    of[row] = place;
  }
  return {rows, presence: {lists, of}, fields: places.map((place) => states.fields[place]!)};
}
