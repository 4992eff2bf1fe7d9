import {quoteName, quoteText, type Database} from "../../db.js";
import {readTemplate, stateOf, textOf, type TemplateField} from "./brief-template.js";
import {findTexts, type Rules} from "./criteria-rules.js";
import {writeTexts} from "./int_brief_texts.js";
import {MISSING} from "./judge-field.js";

/**
 * Query of what the brief said, a row per handoff. Per field in use `<field>` (its text; null when missing) and `has_<field>` (it says something); how many required fields there
 * are and were filled; whether there are notes: a field of the qualification part, or of the whole where the template has none; `meeting_at` and `outcome`.
 * @param texts of `all` fields; or only of those into which a `rule` looks, and of others whether there is one (an empty text stands for it), which spares reading them
 */
export async function writeCriteriaBrief(db: Database, rules: Rules, texts: "all" | "rule"): Promise<string> {
  const {fields, used} = rules;
  const template = await readTemplate(db);
  const wanted = fields.filter(({field, isInTemplate}) => isInTemplate && (used.has(field) || used.has(`has_${field}`)));
  const own = template.filter(({entity}) => entity === "handoffs");
  const part = own.filter(({section}) => section === "qualification");
  const notes = (part.length > 0 ? part : own).map(isFilled);
  const named = findTexts(rules);
  const said = new Map<string, string>();
  const joins: string[] = [];
  if (texts === "all") {
    for (const field of template) said.set(field.field, `texts.${textOf(field)}`);
    joins.push("inner join intermediate.int_brief_texts as texts on texts.handoff_id = states.handoff_id");
  } else {
    const read = template.filter(({field}) => named.has(field));
    const parts = await writeTexts(db, read, "states");
    read.forEach(({field}, index) => said.set(field, parts.texts[index]!));
    joins.push(...parts.joins);
  }
  const outputs = wanted.flatMap(({field}) => {
    const cell = template.find((other) => other.field === field)!;
    return [
      `case when states.${stateOf(cell)} <> ${MISSING}${isNoCopy(cell)} then ${said.get(field) ?? "''"} end as ${quoteName(field)}`,
      `coalesce(${isFilled(cell)}, false) as ${quoteName(`has_${field}`)}`,
    ];
  });
  return `with copies as (
  select handoff_id, list(field) as fields from intermediate.int_copied_texts group by handoff_id
)
select ${[
    "states.handoff_id",
    "states.meeting_at",
    "states.outcome",
    "completeness.required_fields::bigint as required_fields",
    "completeness.required_filled::bigint as required_filled",
    `coalesce(${notes.join(" or ") || "false"}, false) as has_notes`,
    ...outputs,
  ].join(",\n  ")}
from intermediate.int_brief_states as states
inner join intermediate.int_brief_completeness as completeness on completeness.handoff_id = states.handoff_id
left join copies on copies.handoff_id = states.handoff_id
${joins.join("\n")}`;
}

const isFilled = (cell: TemplateField): string => `(states.${stateOf(cell)} = 'filled'${isNoCopy(cell)})`;

/** Only prose can be a copy. */
const isNoCopy = ({field, narrative}: TemplateField): string =>
  narrative ? ` and (copies.fields is null or not list_contains(copies.fields, ${quoteText(field)}))` : "";
