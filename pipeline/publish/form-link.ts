/** The address of the feedback form, filled in for one handoff. */
import {FORM_PLACEHOLDERS, type FormPlaceholder} from "../contract/form.js";

/** What is known of a handoff; what is not known leaves its place in the form empty. */
export type FormValues = Partial<Record<FormPlaceholder, string | null>>;

/**
 * Puts values into `feedback.form_url`, each encoded so that it can neither end its parameter nor begin another.
 * Placeholders that are none stay as they are; the configuration refuses them before.
 * @returns null without a template, since there is nothing to link to.
 */
export function writeFormLink(template: string | null | undefined, values: FormValues): string | null {
  if (!template) return null;
  const known = new Map<string, string | null | undefined>(Object.entries(values));
  return template
    .trim()
    .replace(/\{([a-z_]+)\}/g, (all, name: string) => (isPlaceholder(name) ? encode(known.get(name) ?? "") : all));
}

const isPlaceholder = (name: string): boolean => (FORM_PLACEHOLDERS as readonly string[]).includes(name);

/** As encodeURIComponent, and what that leaves though some form tools read it as a sign of their own. Half a pair of surrogates is replaced. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD")).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
