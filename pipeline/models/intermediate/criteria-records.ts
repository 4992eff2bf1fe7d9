import {FACTS, type FactType, type RecordEntity} from "../../contract/criteria-facts.js";
import {quoteName, quoteText, type Database} from "../../db.js";
import {writeBriefAsOf} from "./brief-as-of.js";
import {isEachRead} from "./brief-parts.js";
import {asText, valueOf, type TemplateField} from "./brief-template.js";
import type {Rules} from "./criteria-rules.js";

/** A fact that a column of a record tells. */
export interface Asked {
  name: string;
  type: FactType;
  column_name: string;
}

/** The facts in use that are an account's, a contact's, or the handoff's own. */
export const listAsked = (entity: RecordEntity, {used}: Pick<Rules, "used">): Asked[] =>
  FACTS.flatMap(({name, type, of}) => (of?.[0] === entity && used.has(name) ? [{name, type, column_name: of[1]}] : []));

/**
 * Query of these facts: blanks, placeholders and what is not of the column's type are null. An account or contact with one version is
 * read once, by `record_id`, its own; with several, it is read for each handoff as it stood at the meeting, by `record_id`, the handoff's.
 */
export async function writeRecords(db: Database, entity: RecordEntity, asked: readonly Asked[]): Promise<string> {
  const template = asked.map(
    ({column_name}, index): TemplateField => ({
      position: index + 1, field: column_name, section: "", label: "", entity, column_name, note_column: null,
      required: false, is_asked: false, weight: 0, min_words: 1, narrative: false, allows_none: false,
    }),
  ); // prettier-ignore
  const clean = await readCleaning(db);
  const outputs = asked.map(({name, type}, index) => `${clean(valueOf(template[index]!), type)} as ${quoteName(name)}`);
  const source =
    entity !== "handoffs" && (await isEachRead(db, template))
      ? `select ${["records.row_key as record_id", ...template.map((field) => `${asText("records", field.column_name)} as ${valueOf(field)}`)].join(", ")} from staging.stg_${entity} as records`
      : `select handoff_id as record_id, * from (${await writeBriefAsOf(db, "then", template)})`;
  return `select record_id, ${outputs.join(",\n  ")} from (${source})`;
}

/** SQL over `facts` of the id by which a handoff finds its account or contact among these records. */
export async function writeRecordKey(db: Database, entity: "accounts" | "contacts", asked: readonly Asked[]): Promise<string> {
  const template = asked.map(({column_name}) => ({entity, column_name}) as TemplateField);
  if (!(await isEachRead(db, template))) return "facts.handoff_id";
  return entity === "accounts" ? "facts.account_id" : "facts.contact_id";
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
