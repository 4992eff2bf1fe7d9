/** Of a brief: its template's fields, what they say and how they stand. */
import {iso} from "../sql.js";
import {keepPrivate, LONGEST, type BriefPart} from "./part.js";

/**
 * The cells of the slice's briefs, a row each. marts.brief_fields leaves out handoffs that no number judges (cancelled, our own side's,
 * unknown); their briefs are read as they came.
 */
const CELLS = `
  select cells.handoff_id, cells.field::text as field, cells.state::text as state, cells.required, said.value, cells.is_vague,
    cells.is_added_later, cells.after_value
  from marts.brief_fields as cells
  inner join temp.brief_slice as slice on slice.handoff_id = cells.handoff_id
  left join (select * from marts.brief_values where handoff_id in (select handoff_id from temp.brief_slice)) as said
    on said.handoff_id = cells.handoff_id and said.field = cells.field
  union all
  select cells.handoff_id, cells.field, cells.state, cells.required, cells.value, false, false, null
  from marts.brief_fields_unjudged as cells
  inner join temp.brief_slice as slice on slice.handoff_id = cells.handoff_id`;

/** What stands in a field as a member of a JSON object, behind its place in the template: sorted as texts, they stand in its order. */
const member = (value: string) => `lpad(position::text, 3, '0') || '"' || field || '":' || to_json(${value})::text`;

/** An object of members. Aggregates that sort as they go take several times as long as a list sorted at the end. */
const objectOf = (condition: string, value: string) =>
  `'{' || array_to_string(list_transform(list_sort(list(${member(value)}) filter (where ${condition})), lambda member: substr(member, 4)), ',') || '}'`;

export const FIELDS: BriefPart = {
  columns: ["fields", "values", "cut", "later", "completeness"],
  sql: (config) => `
    with cells as (${CELLS}),
    shown as (
      select cells.handoff_id, template.position, cells.field, cells.state, cells.required, cells.is_added_later,
        case cells.state when 'missing' then 'm' when 'not_disclosed' then 'n' else case when cells.is_vague then 'v' else 'f' end end as letter,
        -- E-mail and number are said to be there, no more.
        case when ${config.publish.contact_details} or not (template.entity = 'contacts' and template.column_name in ('email', 'phone'))
          then ${keepPrivate("cells.value", config, "contacts.phone")} end as value,
        ${keepPrivate("cells.after_value", config, "contacts.phone")} as after_value
      from cells
      inner join config.brief_fields as template on template.field = cells.field
      inner join temp.brief_slice as slice on slice.handoff_id = cells.handoff_id
      left join staging.stg_contacts as contacts on contacts.contact_id = slice.contact_id
    ),
    letters as (
      select handoff_id,
        array_to_string(list_transform(list_sort(list(lpad(position::text, 3, '0') || case when required then upper(letter) else letter end)),
          lambda member: substr(member, 4)), '') as fields,
        (count(*) filter (where required))::integer as required,
        (count(*) filter (where required and state <> 'missing'))::integer as filled
      from shown group by handoff_id
    ),
    texts as (
      select handoff_id, ${objectOf("true", `case when length(value) > ${LONGEST} then left(value, ${LONGEST}) else value end`)} as values,
        ${objectOf(`length(value) > ${LONGEST}`, "length(value)")} as cut
      from shown where value is not null group by handoff_id
    ),
    changes as (
      select handoff_id, ${objectOf("true", `coalesce(left(after_value, ${LONGEST}), '')`)} as later
      from shown where is_added_later or after_value is not null group by handoff_id
    )
    select letters.handoff_id, letters.fields, texts.values::json as values, texts.cut::json as cut, changes.later::json as later,
      struct_pack(required := letters.required, filled := letters.filled, is_judged_late := coalesce(handoffs.is_judged_late, false),
        completed_at := ${iso("handoffs.brief_completed_at")}) as completeness
    from letters
    left join texts on texts.handoff_id = letters.handoff_id
    left join changes on changes.handoff_id = letters.handoff_id
    inner join marts.handoffs as handoffs on handoffs.handoff_id = letters.handoff_id`,
};
