/** What every part of a brief is written with. */
import type {Config} from "../../config.js";
import type {Database} from "../../db.js";
import type {Reach} from "./slice.js";

/**
 * A part of the brief: SQL that gives at most one row per handoff of `temp.brief_slice`, with `handoff_id` and the columns that it
 * adds to the document, which are named here. Lists and structs become JSON as they are; what is null is left out.
 */
export interface BriefPart {
  columns: readonly string[];
  /** Those of them that are texts of JSON already; nothing in them is null. */
  written?: readonly string[];
  sql(config: Config, template: readonly TemplateField[], found?: string): string;
  /**
   * SQL of what `sql` is then given to go by (`found`): what it looks up of the handoffs of `temp.brief_slice`, called `slice`. For parts that look through
   * everything whatever is asked of them: of many handoffs that is done once for all, not slice by slice.
   */
  lookUp?(reach: Reach, template: readonly TemplateField[]): string;
  /**
   * SQL of everything that `sql` reads of a handoff: `handoff_id` and what else, any number of rows. Where that takes less time than to make it, what a
   * brief is made from is told by this, else by what `sql` gives. Settings and template are told by themselves.
   */
  given?: string;
  /** SQL of the other briefs whose fields are quoted in a brief, `handoff_id` and `quoted_id`: what those are made from tells this one too. */
  quotes?: string;
}

/** SQL of a part, for which what it goes by is looked up as far as `reach`. */
export const writePart = (part: BriefPart, config: Config, template: readonly TemplateField[], reach: Reach): string =>
  part.sql(config, template, part.lookUp?.(reach, template));

/** A field of the brief's template, as the marts were made with it. */
export interface TemplateField {
  position: number;
  field: string;
  entity: string;
  column_name: string;
  /** Required by default, or by a variant. */
  is_asked: boolean;
}

export const readTemplate = (db: Database): Promise<TemplateField[]> =>
  db.rows<TemplateField>(`
    select position, field, entity, column_name, required or position in (select position from config.brief_requirements where required) as is_asked
    from config.brief_fields order by position`);

/** Characters of one text that the site carries: ten printed pages. */
export const LONGEST = 20_000;

/**
 * SQL of a text as the site may show it: without e-mail addresses, and without the contact's own number, unless the configuration
 * lets contact details out. Anybody's address is meant, also of who is no contact; what contacts' numbers look like elsewhere, and in texts
 * of other documents, `hide-contacts.ts` takes out on the way to the shelf. @param text a column @param phone the contact's number, a column
 */
export function keepPrivate(text: string, {publish}: Pick<Config, "publish">, phone = "null::text"): string {
  if (publish.contact_details) return text;
  const plain = `case when contains(${text}, '@') then regexp_replace(${text}, '[\\w.+%-]+@[\\w-]+(\\.[\\w-]+)+', '…@…', 'g') else ${text} end`;
  return phone === "null::text"
    ? plain
    : `case when length(${phone}) > 5 then replace(${plain}, ${phone}, '…') else ${plain} end`;
}

/** SQL of an address that a page may lead to; null for any other, scripts above all. */
export const keepWebAddress = (address: string): string =>
  `case when regexp_matches(${address}, '^https?://', 'i') then ${address} end`;
