import {askOnce, quoteName, type Database} from "../../db.js";

/** A field of the brief as the configuration has it. */
export interface TemplateField {
  position: number;
  field: string;
  section: string;
  label: string;
  entity: "handoffs" | "accounts" | "contacts";
  column_name: string;
  /** Column of handoffs that holds what the brief's note says of it; null where there is none. */
  note_column: string | null;
  required: boolean;
  /** Required by default, or by a variant. */
  is_asked: boolean;
  weight: number;
  min_words: number;
  narrative: boolean;
  allows_none: boolean;
}

/** The brief template, in its order. */
export function readTemplate(db: Database): Promise<TemplateField[]> {
  const sql = `select *, required or position in (select position from config.brief_requirements where required) as is_asked
    from config.brief_fields order by position`;
  return askOnce(db, sql, () => db.rows<TemplateField>(sql));
}

/** Names of the columns of wide tables that belong to a field. */
export const valueOf = ({position}: TemplateField): string => `value_${position}`;
export const lateOf = ({position}: TemplateField): string => `is_late_${position}`;
export const textOf = ({position}: TemplateField): string => `text_${position}`;
export const stateOf = ({position}: TemplateField): string => `state_${position}`;
export const beforeOf = ({position}: TemplateField): string => `state_day_before_${position}`;

/** Fields whose lateness is told: the handoff's own. Accounts and contacts are judged by what there is. */
export const isDated = ({entity, is_asked}: TemplateField): boolean => entity === "handoffs" && is_asked;

/** The columns that template fields take from one entity, each once. */
export function columnsOf(template: readonly TemplateField[], entity: string): string[] {
  return [...new Set(template.filter((field) => field.entity === entity).map((field) => field.column_name))];
}

/** A column of a record as text. */
export const asText = (source: string, column: string): string => `${source}.${quoteName(column)}::text`;
