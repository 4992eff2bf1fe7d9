import {quoteName, quoteText, type Database} from "../../db.js";
import {readTemplate, stateOf, textOf, type TemplateField} from "./brief-template.js";
import type {Rules} from "./criteria-rules.js";
import {MISSING} from "./judge-field.js";

/**
 * Query of what the brief said, a row per handoff. Per field in use `<field>` (its text; null when missing) and `has_<field>` (it says something); how many required fields there
 * are and were filled; whether there are notes: a field of the qualification part, or of the whole where the template has none.
 * @param texts what was `said`; or only whether a text was `told` (an empty one stands for it), which spares reading them
 */
export async function writeCriteriaBrief(db: Database, {fields, used}: Rules, texts: "said" | "told"): Promise<string> {
  const template = await readTemplate(db);
  const wanted = fields.filter(({field, isInTemplate}) => isInTemplate && (used.has(field) || used.has(`has_${field}`)));
  const own = template.filter(({entity}) => entity === "handoffs");
  const part = own.filter(({section}) => section === "qualification");
  const notes = (part.length > 0 ? part : own).map(isFilled);
  const outputs = wanted.flatMap(({field}) => {
    const cell = template.find((other) => other.field === field)!;
    return [
      `case when states.${stateOf(cell)} <> ${MISSING}${isNoCopy(cell)} then ${texts === "said" ? `texts.${textOf(cell)}` : "''"} end as ${quoteName(field)}`,
      `coalesce(${isFilled(cell)}, false) as ${quoteName(`has_${field}`)}`,
    ];
  });
  return `with copies as (
  select handoff_id, list(field) as fields from intermediate.int_copied_texts group by handoff_id
)
select ${[
    "states.handoff_id",
    "completeness.required_fields::bigint as required_fields",
    "completeness.required_filled::bigint as required_filled",
    `coalesce(${notes.join(" or ") || "false"}, false) as has_notes`,
    ...outputs,
  ].join(",\n  ")}
from intermediate.int_brief_states as states
${texts === "said" ? "inner join intermediate.int_brief_texts as texts on texts.handoff_id = states.handoff_id" : ""}
inner join intermediate.int_brief_completeness as completeness on completeness.handoff_id = states.handoff_id
left join copies on copies.handoff_id = states.handoff_id`;
}

const isFilled = (cell: TemplateField): string => `(states.${stateOf(cell)} = 'filled'${isNoCopy(cell)})`;

/** Only prose can be a copy. */
const isNoCopy = ({field, narrative}: TemplateField): string =>
  narrative ? ` and (copies.fields is null or not list_contains(copies.fields, ${quoteText(field)}))` : "";
