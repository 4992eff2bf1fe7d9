// grain: one row per handoff and field that says another thing now than when the meeting began
// key: handoff_id, field
// why: what was changed only after the meeting is shown as such, and never counted
// reads: intermediate.int_brief_states, intermediate.int_brief_texts, intermediate.int_brief_now, config.brief_fields, config.brief_requirements, config.not_disclosed_words, config.placeholders
import type {Database} from "../../db.js";
import {readTemplate, stateOf, textOf, valueOf} from "./brief-template.js";
import {MISSING, readWords, writeClean, writeState} from "./judge-field.js";

/** `after_value`, the text now (null when it was emptied); `is_added_later`, when a field missing then is filled now. */
export async function write(db: Database): Promise<string> {
  const template = await readTemplate(db);
  const words = await readWords(db);
  const [found] = await db.rows("select 1 from intermediate.int_brief_now limit 1");
  if (!found)
    return "select null::text as handoff_id, null::text as field, null::text as after_value, false as is_added_later where false";
  const cells = template.map((field) => `present.${valueOf(field)}, texts.${textOf(field)}, then_.${stateOf(field)}`);
  const rows = template.map(
    (
      field,
    ) => `select handoff_id, ${field.position}::integer as position, ${valueOf(field)} as value, ${textOf(field)} as text, ${stateOf(field)} as state
  from temp.brief_sides where ${valueOf(field)} is distinct from ${textOf(field)}`,
  );
  const state = writeState({text: "cells.after_value", min_words: "fields.min_words", allows_none: "fields.allows_none"}, words);
  await db.run(`create or replace temporary table brief_sides as
    select present.handoff_id, ${cells.join(", ")}
    from intermediate.int_brief_now as present
    inner join intermediate.int_brief_states as then_ on then_.handoff_id = present.handoff_id
    inner join intermediate.int_brief_texts as texts on texts.handoff_id = present.handoff_id`);
  return `with cells as materialized (
  select handoff_id, position, text, state, ${writeClean("value")} as after_value from (${rows.join("\nunion all\n")})
)
select cells.handoff_id, fields.field, cells.after_value,
  case when cells.state = ${MISSING} then ${state} <> ${MISSING} else false end as is_added_later
from cells
inner join config.brief_fields as fields on fields.position = cells.position
where cells.after_value is distinct from cells.text`;
}
