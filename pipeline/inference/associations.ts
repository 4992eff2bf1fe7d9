/** `marts.associations`: which fields of the brief go with an SQL, in the company and, where there is enough, in each motion. */
import {quoteText, type Database} from "../db.js";
import {groupBy} from "../group-by.js";
import type {MemberRules} from "../metrics/index.js";
import {associate} from "../stats/associations.js";
import {readPatterns, STRATA} from "./patterns.js";

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

/** Fewest handoffs with and without a field, and in a motion. */
const LEAST = {side: 20, motion: 300};

/** An association, never a cause: keen buyers disclose more. Held, mature handoffs; the fields as they stood when the meeting began. */
export async function associateFields(db: Database, rules: MemberRules, metrics: ReadonlySet<string>): Promise<AssociationRow[]> {
  if (!metrics.has("meeting_to_sql_rate") || !metrics.has("documentation_completeness")) return [];
  const known = await db.rows<{field: string}>(`
    select fields.field from marts.brief_fields as fields inner join marts.handoffs as handoffs on handoffs.handoff_id = fields.handoff_id
    where fields.required and handoffs.is_held group by fields.field
    having count(*) filter (where fields.state = 'missing') >= ${LEAST.side} and count(*) filter (where fields.state <> 'missing') >= ${LEAST.side}
    order by fields.field`);
  const fields = known.map(({field}) => field);
  if (fields.length === 0) return [];
  const states = `inner join (
      select handoff_id, ${fields.map((field, index) => `coalesce(bool_or(state <> 'missing') filter (where field = ${quoteText(field)}), false) as f${index}`).join(", ")}
      from marts.brief_fields where field in (${fields.map(quoteText).join(", ")}) group by handoff_id
    ) as states on states.handoff_id = handoffs.handoff_id`;
  const present = fields.map((_, index) => `f${index}`);
  const everywhere = await readPatterns(db, rules, {metric: "meeting_to_sql_rate", present, from: states, withMotion: true});
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
