// grain: one row per handoff and filled field that is not specific enough to act on
// key: handoff_id, field
// why: "looking to improve" fills a field and tells the AE nothing; whoever wrote it is asked for more
// reads: intermediate.int_brief_states, intermediate.int_brief_texts, config.brief_fields, config.brief_requirements
import {SPECIFIC} from "../../contract/brief-specific.js";
import {quoteText, type Database} from "../../db.js";
import {readTemplate, stateOf, textOf} from "./brief-template.js";
import {writeMayBeVague, writeVague} from "./judge-specific.js";

const NONE = "select null::text as handoff_id, null::text as field where false";

/** Fields without a rule are never vague. Copies, which are missing, are among the rows. */
export async function write(db: Database): Promise<string> {
  const ruled = (await readTemplate(db)).filter(({field}) => Object.hasOwn(SPECIFIC, field));
  if (ruled.length === 0) return NONE;
  const candidates = ruled.map((field) => {
    const text = `texts.${textOf(field)}`;
    return `case when states.${stateOf(field)} = 'filled' and ${writeMayBeVague(SPECIFIC[field.field]!, text)} then ${text} end as ${textOf(field)}`;
  });
  await db.run(`create or replace temporary table brief_candidates as
    select ${["states.handoff_id", ...candidates].join(", ")}
    from intermediate.int_brief_states as states
    inner join intermediate.int_brief_texts as texts on texts.handoff_id = states.handoff_id`);
  const [found] = await db.rows(
    `select 1 from temp.brief_candidates where coalesce(${ruled.map(textOf).join(", ")}) is not null limit 1`,
  );
  // Making the patterns takes longer than all else where there is nothing to judge.
  if (!found) return NONE;
  const cells = ruled.map(
    (field, index) =>
      `select handoff_id, ${index + 1} as place, ${textOf(field)} as text from temp.brief_candidates where ${textOf(field)} is not null`,
  );
  const names = `[${ruled.map(({field}) => quoteText(field)).join(", ")}]`;
  // Gathered first: otherwise each of the fields would make all patterns for itself.
  return `with cells as materialized (${cells.join("\n  union all ")})
select handoff_id, ${names}[place] as field
from cells
where ${writeVague(ruled.map(({field}) => SPECIFIC[field]!))}`;
}
