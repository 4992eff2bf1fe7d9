/** Of a brief: its template's fields, what they say and how they stand. */
import type {Config} from "../../config.js";
import {quoteText} from "../../db.js";
import {iso} from "../sql.js";
import {keepPrivate, LONGEST, type BriefPart, type TemplateField} from "./part.js";
import {EVERYTHING, type Reach} from "./slice.js";

/** Contacts' own, of which the site says that they are there, no more. */
const isContact = ({entity, column_name}: TemplateField) => entity === "contacts" && ["email", "phone"].includes(column_name);

/** What the fields say, a column each, named as in intermediate.int_brief_texts: as the site may show it. */
function writeTexts(config: Config, template: readonly TemplateField[]): string[] {
  return template.map((field) => {
    const text = `text_${field.position}`;
    const isShown = config.publish.contact_details || !isContact(field);
    return `${isShown ? keepPrivate(text, config, "phone") : "null::text"} as ${text}`;
  });
}

/** SQL of a JSON object with a member for each field of which `value` is not null; null where none is. Field by field: no row per field is made. */
function writeObject(template: readonly TemplateField[], value: (column: string) => string): string {
  const members = template.map(
    ({field, position}) => `${quoteText(`${JSON.stringify(field)}:`)} || to_json(${value(`text_${position}`)})::text`,
  );
  return `'{' || nullif(concat_ws(',', ${members.join(", ")}), '') || '}'`;
}

/** The same of rows, a field each: those are few. Sorted as texts, behind their places, they stand in the template's order. */
const objectOf = (value: string) =>
  `'{' || array_to_string(list_transform(list_sort(list(lpad(position::text, 3, '0') || '"' || template.field || '":' || to_json(${value})::text)), lambda member: substr(member, 4)), ',') || '}'`;

/** Letters that count. */
const countOf = (letters: string) => `length(letters) - length(translate(letters, '${letters}', ''))`;

/** How the fields stand and what they say, a row per handoff. */
const writeSaid = ({more, within}: Reach): string => `
      select ${more}letters.handoff_id, letters.letters, handoffs.is_judged_late, handoffs.brief_completed_at, contacts.phone, texts.* exclude (handoff_id)
      from marts.brief_letters as letters
      inner join temp.brief_slice as slice on slice.handoff_id = letters.handoff_id
      inner join marts.handoffs as handoffs on handoffs.handoff_id = letters.handoff_id
      left join intermediate.int_brief_texts as texts on texts.handoff_id = letters.handoff_id
      left join staging.stg_contacts as contacts on contacts.contact_id = slice.contact_id
      where ${within("letters.handoff_id")}`;

/** What changed after the meeting, a row per field. */
const LATER = `
      select cells.handoff_id, cells.field, cells.after_value, contacts.phone
      from intermediate.int_brief_later as cells
      inner join temp.brief_slice as slice on slice.handoff_id = cells.handoff_id and slice.outcome in ('held', 'no_show', 'pending')
      left join staging.stg_contacts as contacts on contacts.contact_id = slice.contact_id
      where cells.is_added_later or cells.after_value is not null`;

export const FIELDS: BriefPart = {
  columns: ["fields", "values", "cut", "later", "completeness"],
  written: ["values", "cut", "later"],
  given: `
    select handoff_id, hash(said) as print from (${writeSaid(EVERYTHING)}) as said
    union all
    select handoff_id, hash(later) as print from (${LATER}) as later`,
  lookUp: writeSaid,
  sql: (config, template, found) => `
    with texts as (
      select ${["handoff_id", "letters", "is_judged_late", "brief_completed_at", ...writeTexts(config, template)].join(",\n        ")}
      from (${found}
      )
    ),
    said as (
      select handoff_id, letters, is_judged_late, brief_completed_at, ${writeObject(template, (text) => `case when strlen(${text}) > ${LONGEST} then left(${text}, ${LONGEST}) else ${text} end`)} as values,
        ${writeObject(template, (text) => `case when strlen(${text}) > ${LONGEST} and length(${text}) > ${LONGEST} then length(${text}) end`)} as cut
      from texts
    ),
    changes as (
      select changed.handoff_id, ${objectOf(`coalesce(left(${keepPrivate("changed.after_value", config, "changed.phone")}, ${LONGEST}), '')`)} as later
      from (${LATER}
      ) as changed
      inner join config.brief_fields as template on template.field = changed.field
      group by changed.handoff_id
    )
    select said.handoff_id, said.letters as fields, said.values, said.cut, changes.later,
      struct_pack(required := (${countOf("FVNM")})::integer, filled := (${countOf("FVN")})::integer,
        is_judged_late := coalesce(said.is_judged_late, false), completed_at := ${iso("said.brief_completed_at")}) as completeness
    from said
    left join changes on changes.handoff_id = said.handoff_id`,
};
