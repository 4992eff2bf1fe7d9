// grain: one row per handoff
// key: handoff_id
// why: what the brief said when the meeting began, for the rules of the checklists
// reads: staging.stg_supplies, intermediate.int_brief_cells, intermediate.int_copied_texts
import {quoteName, quoteText, type Database} from "../../db.js";
import {readRules} from "./criteria-rules.js";

/**
 * Per field in use `<field>` (its text; null when missing) and `has_<field>` (it says something); how many required fields there
 * are and were filled; whether there are notes: a field of the qualification part, or of the whole where the template has none.
 */
export async function write(db: Database): Promise<string> {
  const {fields, used} = await readRules(db);
  const wanted = fields.filter(({field, isInTemplate}) => isInTemplate && (used.has(field) || used.has(`has_${field}`)));
  const notes = await db.rows<{field: string}>(
    `select field from config.brief_fields where entity = 'handoffs'
       and (section = 'qualification' or not exists (select 1 from config.brief_fields where entity = 'handoffs' and section = 'qualification'))`,
  );
  const list = (names: readonly {field: string}[]) => `[${names.map(({field}) => quoteText(field)).join(", ")}]::text[]`;
  const outputs = wanted.flatMap(({field}) => [
    `any_value(text) filter (where field = ${quoteText(field)} and state <> 'missing') as ${quoteName(field)}`,
    `coalesce(bool_or(state = 'filled') filter (where field = ${quoteText(field)}), false) as ${quoteName(`has_${field}`)}`,
  ]);
  const counts = [
    "(count(*) filter (where required))::bigint as required_fields",
    "(count(*) filter (where required and state <> 'missing'))::bigint as required_filled",
    `coalesce(bool_or(state = 'filled') filter (where list_contains(${list(notes)}, field)), false) as has_notes`,
  ];
  return `with cells as (
  select cells.handoff_id, cells.field, cells.required, cells.text,
    case when copies.handoff_id is not null then 'missing' else cells.state end as state
  from intermediate.int_brief_cells as cells
  left join intermediate.int_copied_texts as copies on copies.handoff_id = cells.handoff_id and copies.field = cells.field
  where cells.required or list_contains(${list([...wanted, ...notes])}, cells.field)
)
select handoff_id, ${[...counts, ...outputs].join(",\n  ")}
from cells
group by handoff_id`;
}
