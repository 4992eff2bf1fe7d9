/** `marts.associations`: which fields of the brief go with an SQL, in the company and, where there is enough, in each motion. */
import {findMetric} from "../contract/metrics.js";
import type {Database} from "../db.js";
import {termsOf, type MemberRules} from "../metrics/index.js";
import {OUTCOME, type FieldRows} from "./field-fits.js";
import {describeFieldStates} from "./field-states.js";
import {NOT_COUNTED} from "./patterns.js";
import {readRows} from "./read-rows.js";

/** Held handoffs, mature or not, with the fields as they stood when the meeting began; null where there is nothing to compare. */
export async function readFields(db: Database, rules: MemberRules, metrics: ReadonlySet<string>): Promise<FieldRows | null> {
  if (!metrics.has(OUTCOME) || !metrics.has("documentation_completeness")) return null;
  const {fields, query, there, required} = await describeFieldStates(db);
  if (fields.length === 0) return null;
  const {members, dated_by, mature, success} = termsOf(findMetric(OUTCOME)!, rules);
  const isCounted = `(${members}) and ${dated_by} is not null and ${mature}`;
  const rows = await readRows(db, {
    from: `marts.handoffs as handoffs inner join (${query}) as field_states on field_states.handoff_id = handoffs.handoff_id`,
    where: "is_held",
    outcomes: [[OUTCOME, `case when ${isCounted} then coalesce(${success}, false)::utinyint else ${NOT_COUNTED} end`]],
    marks: [...there, ...required, "ae_id is not null"],
    withMotion: true,
  });
  return {rows, fields};
}
