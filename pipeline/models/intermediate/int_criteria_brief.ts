// grain: one row per handoff
// key: handoff_id
// why: what the brief said when the meeting began, for the rules of the checklists
// reads: staging.stg_supplies, intermediate.int_brief_cells, intermediate.int_copied_texts, config.criteria, config.brief_fields
import {quoteName, type Database} from "../../db.js";
import {readRules} from "./criteria-rules.js";

/**
 * Per field in use `<field>` (its text; null when missing) and `has_<field>` (it says something); how many required fields there
 * are and were filled; whether there are notes: a field of the qualification part, or of the whole where the template has none.
 */
export async function write(db: Database): Promise<string> {
  const {fields, used} = await readRules(db);
  const wanted = fields.filter(({field, isInTemplate}) => isInTemplate && (used.has(field) || used.has(`has_${field}`)));
  const template = await db.rows<{field: string; position: number; section: string; entity: string; required: boolean}>(
    "select field, position, section, entity, required from config.brief_fields order by position",
  );
  const own = template.filter(({entity}) => entity === "handoffs");
  const part = own.filter(({section}) => section === "qualification");
  const notes = (part.length > 0 ? part : own).map(({position}) => position);
  const places = new Map(template.map(({field, position}) => [field, position]));
  const outputs = wanted.flatMap(({field}) => {
    const place = `position = ${places.get(field)!}`;
    return [
      `any_value(text) filter (where ${place} and state <> 'missing') as ${quoteName(field)}`,
      `coalesce(bool_or(state = 'filled') filter (where ${place}), false) as ${quoteName(`has_${field}`)}`,
    ];
  });
  const isOneOf = (positions: readonly number[]) => (positions.length > 0 ? `position in (${positions.join(", ")})` : "false");
  const counts = [
    "(count(*) filter (where required))::bigint as required_fields",
    "(count(*) filter (where required and state <> 'missing'))::bigint as required_filled",
    `coalesce(bool_or(state = 'filled') filter (where ${isOneOf(notes)}), false) as has_notes`,
  ];
  return `with cells as (
  select cells.handoff_id, cells.position, cells.required, cells.text,
    case when copies.handoff_id is not null then 'missing' else cells.state end as state
  from intermediate.int_brief_cells as cells
  left join intermediate.int_copied_texts as copies on copies.handoff_id = cells.handoff_id and copies.field = cells.field
  where cells.required or ${isOneOf([...wanted.map(({field}) => places.get(field)!), ...notes])}
)
select handoff_id, ${[...counts, ...outputs].join(",\n  ")}
from cells
group by handoff_id`;
}
