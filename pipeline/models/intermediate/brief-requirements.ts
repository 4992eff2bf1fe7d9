import {askOnce, quoteText, type Database} from "../../db.js";
import {lateOf, type TemplateField} from "./brief-template.js";

interface Requirement {
  variant: string;
  position: number;
  required: boolean;
  weight: number;
}

/** What each variant asks of each field; empty without variants. */
export function readRequirements(db: Database): Promise<Requirement[]> {
  const sql = "select variant, position, required, weight from config.brief_requirements order by all";
  return askOnce(db, sql, () => db.rows<Requirement>(sql));
}

/** SQL over a column `variant` (null for none): a trait of the field there. A constant where all variants agree. */
const write =
  (trait: (rule: Pick<Requirement, "required" | "weight">) => string) =>
  (field: TemplateField, requirements: readonly Requirement[]): string => {
    const base = trait(field);
    const others = requirements.filter((rule) => rule.position === field.position && trait(rule) !== base);
    const whens = others.map((rule) => `when ${quoteText(rule.variant)} then ${trait(rule)}`);
    return whens.length === 0 ? base : `case variant ${whens.join(" ")} else ${base} end`;
  };

export const writeRequired = write(({required}) => String(required));
export const writeWeight = write(({weight}) => `${weight}::double`);

/** SQL, beside a column `variant`: whether only a later export tells of a field that is required there. */
export function writeLate(dated: readonly TemplateField[], requirements: readonly Requirement[], table: string): string {
  const terms = dated.map((field) => {
    const required = writeRequired(field, requirements);
    return required === "true" ? `${table}.${lateOf(field)}` : `(${required}) and ${table}.${lateOf(field)}`;
  });
  return terms.length > 0 ? `coalesce(${terms.join(" or ")}, false)` : "false";
}
