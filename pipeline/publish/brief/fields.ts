/** Of a brief: its template's fields, what they say and how they stand. */
import type {Config} from "../../config.js";
import {quoteText} from "../../db.js";
import {iso} from "../sql.js";
import {keepPrivate, LONGEST, type BriefPart, type TemplateField} from "./part.js";

/** Contacts' own, of which the site says that they are there, no more. */
const isContact = ({entity, column_name}: TemplateField) => entity === "contacts" && ["email", "phone"].includes(column_name);

/** What the fields say, a column each, named as in intermediate.int_brief_texts: as the site may show it. */
function writeTexts(config: Config, template: readonly TemplateField[]): string[] {
  return template.map((field) => {
    const text = `text_${field.position}`;
    const isShown = config.publish.contact_details || !isContact(field);
    return `${isShown ? keepPrivate(`texts.${text}`, config, "contacts.phone") : "null::text"} as ${text}`;
  });
}

/** SQL of a JSON object with a member for each field of which `value` is not null; null where none is. Field by field: no row per field is made. */
function writeObject(template: readonly TemplateField[], value: (column: string) => string): string {
  const members = template.map(
    ({field, position}) => `',' || ${quoteText(JSON.stringify(field))} || ':' || to_json(${value(`text_${position}`)})::text`,
  );
  return `'{' || nullif(substr(concat(${members.join(", ")}), 2), '') || '}'`;
}

/** The same of rows, a field each: those are few. Sorted as texts, behind their places, they stand in the template's order. */
const objectOf = (value: string) =>
  `'{' || array_to_string(list_transform(list_sort(list(lpad(position::text, 3, '0') || '"' || template.field || '":' || to_json(${value})::text)), lambda member: substr(member, 4)), ',') || '}'`;

/** Letters that count. */
const countOf = (letters: string) => `length(letters) - length(translate(letters, '${letters}', ''))`;

export const FIELDS: BriefPart = {
  columns: ["fields", "values", "cut", "later", "completeness"],
  sql: (config, template) => `
    with texts as (
      select texts.handoff_id, ${writeTexts(config, template).join(",\n        ")}
      from intermediate.int_brief_texts as texts
      inner join temp.brief_slice as slice on slice.handoff_id = texts.handoff_id
      left join staging.stg_contacts as contacts on contacts.contact_id = slice.contact_id
    ),
    said as (
      select handoff_id, ${writeObject(template, (text) => `case when strlen(${text}) > ${LONGEST} then left(${text}, ${LONGEST}) else ${text} end`)} as values,
        ${writeObject(template, (text) => `case when strlen(${text}) > ${LONGEST} and length(${text}) > ${LONGEST} then length(${text}) end`)} as cut
      from texts
    ),
    changes as (
      select cells.handoff_id, ${objectOf(`coalesce(left(${keepPrivate("cells.after_value", config, "contacts.phone")}, ${LONGEST}), '')`)} as later
      from intermediate.int_brief_later as cells
      inner join config.brief_fields as template on template.field = cells.field
      inner join temp.brief_slice as slice on slice.handoff_id = cells.handoff_id and slice.outcome in ('held', 'no_show', 'pending')
      left join staging.stg_contacts as contacts on contacts.contact_id = slice.contact_id
      where cells.is_added_later or cells.after_value is not null group by cells.handoff_id
    )
    select letters.handoff_id, letters.letters as fields, said.values::json as values, said.cut::json as cut, changes.later::json as later,
      struct_pack(required := (${countOf("FVNM")})::integer, filled := (${countOf("FVN")})::integer,
        is_judged_late := coalesce(handoffs.is_judged_late, false), completed_at := ${iso("handoffs.brief_completed_at")}) as completeness
    from marts.brief_letters as letters
    inner join temp.brief_slice as slice on slice.handoff_id = letters.handoff_id
    inner join marts.handoffs as handoffs on handoffs.handoff_id = letters.handoff_id
    left join said on said.handoff_id = letters.handoff_id
    left join changes on changes.handoff_id = letters.handoff_id`,
};
