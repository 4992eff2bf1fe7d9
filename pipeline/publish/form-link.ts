/** The address of the feedback form, filled in for one handoff. */
import {quoteText} from "../db.js";
import {FORM_PLACEHOLDERS, type FormPlaceholder} from "../contract/form.js";

/** SQL of what each placeholder stands for; one that is not named, and what is null, leaves its place in the form empty. */
export type FormColumns = Partial<Record<FormPlaceholder, string>>;

/**
 * SQL of `feedback.form_url` with values put in, each encoded so that it can neither end its parameter nor begin another (DuckDB's
 * `url_encode` keeps letters, digits and `-_.~` alone). Placeholders that are none stay as they are; the configuration refuses
 * them before.
 * @returns null without a template, since there is nothing to link to.
 */
export function writeFormLink(template: string | null | undefined, columns: FormColumns): string {
  if (!template) return "null::text";
  const known = new Map<string, string>(Object.entries(columns));
  const parts = template
    .trim()
    .split(/(\{[a-z_]+\})/)
    .filter(Boolean)
    .map((part) => {
      const name = part.startsWith("{") ? part.slice(1, -1) : "";
      if (!isPlaceholder(name)) return quoteText(part);
      return known.has(name) ? `url_encode(coalesce(${known.get(name)}, ''))` : "''";
    });
  return `(${parts.join(" || ")})`;
}

const isPlaceholder = (name: string): boolean => (FORM_PLACEHOLDERS as readonly string[]).includes(name);
