// grain: one row per handoff
// key: handoff_id
// why: what account, contact and meeting records said when the meeting began, for the rules of the checklists
// reads: staging.stg_supplies, staging.stg_handoffs, staging.stg_handoffs_versions, staging.stg_accounts, staging.stg_accounts_versions, staging.stg_contacts, staging.stg_contacts_versions, intermediate.int_field_history, intermediate.int_meetings, intermediate.int_outcomes, intermediate.int_handoff_facts, intermediate.int_brief_told_twice, config.criteria, config.brief_fields, config.placeholders
import type {FactType} from "../../contract/criteria-facts.js";
import {quoteName, quoteText, type Database} from "../../db.js";
import {writeBriefAsOf} from "./brief-as-of.js";
import {valueOf, type TemplateField} from "./brief-template.js";
import {readRules} from "./criteria-rules.js";

interface Asked {
  name: string;
  type: FactType;
  entity: TemplateField["entity"];
  column_name: string;
}

/**
 * A column for each fact in use that is one of a record's; fields of the brief outside the template in use are among them. Blanks,
 * placeholders and what is not of the column's type are null.
 */
export async function write(db: Database): Promise<string> {
  const {facts, fields, used} = await readRules(db);
  const asked: Asked[] = [];
  for (const {name, type, of} of facts.values())
    if (of && used.has(name)) asked.push({name, type, entity: of[0], column_name: of[1]});
  for (const {field, column_name, isInTemplate} of fields)
    if (!isInTemplate && (used.has(field) || used.has(`has_${field}`)))
      asked.push({name: field, type: "text", entity: "handoffs", column_name});
  if (asked.length === 0) return "select handoff_id from intermediate.int_outcomes";
  const template = asked.map(
    ({entity, column_name}, index): TemplateField => ({
      position: index + 1, field: column_name, section: "", label: "", entity, column_name, note_column: null,
      required: false, is_asked: false, weight: 0, min_words: 1, narrative: false, allows_none: false,
    }),
  ); // prettier-ignore
  const clean = await readCleaning(db);
  const outputs = asked.map(({name, type}, index) => `${clean(valueOf(template[index]!), type)} as ${quoteName(name)}`);
  return `select handoff_id, ${outputs.join(",\n  ")} from (${await writeBriefAsOf(db, "then", template)})`;
}

const TYPES = {integer: "bigint", number: "double", boolean: "boolean", time: "timestamp", date: "date"} as const;

/** SQL of a cell's text as a value of its type. */
async function readCleaning(db: Database): Promise<(text: string, type: FactType) => string> {
  const words = await db.rows<{word: string}>(
    "select distinct lower(word) as word from config.placeholders where not only_if_none_not_allowed order by word",
  );
  const list = `[${words.map(({word}) => quoteText(word)).join(", ")}]::text[]`;
  const longest = Math.max(0, ...words.map(({word}) => word.length));
  return (text, type) =>
    type === "text"
      ? `case when strlen(${text}) > ${longest * 2} or not list_contains(${list}, lower(${writeTrim(text)})) then nullif(${writeTrim(text)}, '') end`
      : `try_cast(${text} as ${TYPES[type]})`;
}

/** A text without outer space. Looking for space of every kind is dear, and few texts have any. */
const writeTrim = (text: string): string =>
  `case when strlen(${text}) = length(${text}) and not starts_with(${text}, ' ') and not ends_with(${text}, ' ') then ${text} else trim(${text}) end`;
