/** `marts.associations`: which fields of the brief go with an SQL, in the company and, where there is enough, in each motion. */
import type {Database} from "../db.js";
import {groupBy} from "../group-by.js";
import type {MemberRules} from "../metrics/index.js";
import {associate} from "../stats/associations.js";
import {findCompared, gatherFieldStates, isThere, type FieldStates} from "./field-states.js";
import {countPatterns, readHandoffs, STRATA, type MotionPattern} from "./patterns.js";

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
  const places = states.fields.length > 0 ? await findCompared(db, states, LEAST.side) : [];
  if (places.length === 0) return [];
  const fields = places.map((place) => states.fields[place]!);
  const everywhere = await readFieldPatterns(db, rules, states, places);
  const byMotion = groupBy(everywhere, ({motion}) => motion);
  const motions = [...byMotion.keys()].filter((motion) => motion !== "").sort();
  const rows: AssociationRow[] = [];
  for (const motion of ["", ...motions]) {
    const patterns = motion ? byMotion.get(motion)! : everywhere;
    if (motion && patterns.reduce((sum, {n}) => sum + n, 0) < LEAST.motion) continue;
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

/** Mature members counted by which of the fields were there. Which they were is the same list for all who have it in common. */
async function readFieldPatterns(
  db: Database,
  rules: MemberRules,
  {words}: FieldStates,
  places: readonly number[],
): Promise<MotionPattern[]> {
  const rows = await readHandoffs(db, rules, {
    metrics: [OUTCOME],
    // Other fields make no pattern of their own.
    marks: words.map((word, w) => `${word} & ${places.reduce((bits, place) => (Math.floor(place / 30) === w ? bits | (1 << place % 30) : bits), 0)}`), // prettier-ignore
    from: "inner join temp.field_states on field_states.handoff_id = handoffs.handoff_id",
    withMotion: true,
  });
  const lists = new Map<string, readonly boolean[]>();
  const presentOf = (row: number) => {
    const key = rows.marks.map((mark) => mark[row]!).join(" ");
    const known = lists.get(key) ?? places.map((place) => isThere(rows.marks, place, row));
    lists.set(key, known);
    return known;
  };
  const patterns = countPatterns(rows, OUTCOME, {marks: rows.marks, presentOf});
  await db.run("drop table temp.field_states");
  return patterns;
}
