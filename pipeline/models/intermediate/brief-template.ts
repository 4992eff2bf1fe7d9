import {quoteName, type Database} from "../../db.js";

/** A field of the brief as the configuration has it. */
export interface TemplateField {
  position: number;
  field: string;
  section: string;
  entity: "handoffs" | "accounts" | "contacts";
  column_name: string;
  required: boolean;
  weight: number;
  min_words: number;
  narrative: boolean;
  allows_none: boolean;
}

/** The brief template, in its order. */
export function readTemplate(db: Database): Promise<TemplateField[]> {
  return db.rows<TemplateField>("select * from config.brief_fields order by position");
}

/** Name of the column that holds a field's value in the wide tables, and of the one that says it was judged late. */
export const valueOf = ({position}: TemplateField): string => `value_${position}`;
export const lateOf = ({position}: TemplateField): string => `is_late_${position}`;

/** Fields whose lateness is told: the handoff's own. Accounts and contacts are judged by what there is. */
export const isDated = ({entity, required}: TemplateField): boolean => entity === "handoffs" && required;

/** The columns that template fields take from one entity, each once. */
export function columnsOf(template: readonly TemplateField[], entity: string): string[] {
  return [...new Set(template.filter((field) => field.entity === entity).map((field) => field.column_name))];
}

/** A column of a record as text. */
export const asText = (source: string, column: string): string => `${source}.${quoteName(column)}::text`;
