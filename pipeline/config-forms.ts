/** The parts of the configuration about forms that links of the site open, filled in beforehand. */
import {z} from "zod";
import {COMMITMENT_PLACEHOLDERS, DISPUTE_PLACEHOLDERS, FORM_PLACEHOLDERS, listPlaceholders} from "./contract/form.js";
import {findNearMiss} from "./errors.js";

const listBraced = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(", ");

/** An address with these placeholders. @param what names the form for whoever reads the schema */
const formUrl = (what: string, placeholders: readonly string[]) =>
  z
    .string()
    .superRefine((template, context) => checkFormUrl(template, placeholders, context))
    .optional()
    .describe(`Address of ${what}, prefilled by ${listBraced(placeholders)}`);

/** The AE's form. */
export const feedbackForm = z.strictObject({form_url: formUrl("the feedback form", FORM_PLACEHOLDERS)}).prefault({});

/** The forms of 1:1s and of disputes; what they gather comes back as the exports of commitments and disputes. */
export const coachingForms = z
  .strictObject({
    commitment_form_url: formUrl("the form that records what was agreed in a 1:1, or dismisses a focus", COMMITMENT_PLACEHOLDERS),
    dispute_form_url: formUrl("the form on which an SDR says that a record is wrong", DISPUTE_PLACEHOLDERS),
  })
  .prefault({});

/** The address of a record, with its id in it. */
export const linkTemplate = z.string().superRefine((template, context) => {
  const refuse = (message: string) => context.addIssue({code: "custom", message});
  const names = listPlaceholders(template);
  for (const name of names)
    if (name !== "id") refuse(`is no address of a record: {${name}} is no placeholder; the record's id is {id}`);
  if (names.length === 0)
    refuse("is no address of a record: it has no {id} in it, so that every record would lead to the same page");
});

/** Refuses what is no web address, and placeholders that nothing could fill or that would lead to another host. */
function checkFormUrl(template: string, placeholders: readonly string[], context: z.RefinementCtx): void {
  const refuse = (message: string) => context.addIssue({code: "custom", message});
  const plain = template.replace(/\{[^{}]*\}/g, "x");
  if (!URL.canParse(plain) || !/^https?:$/.test(new URL(plain).protocol)) {
    return refuse("is no web address; use one that begins with https://");
  }
  if (!/^\s*https?:\/\/[^/?#{}]+([/?#]|$)/i.test(template)) {
    return refuse("is no form address: a placeholder may stand in path, query or fragment, not in the host");
  }
  for (const name of listPlaceholders(template)) {
    if (placeholders.includes(name)) continue;
    const near = findNearMiss(name, placeholders);
    refuse(
      `is no form address: {${name}} is no placeholder${near ? `; did you mean {${near}}?` : ""}; known are ${listBraced(placeholders)}`,
    );
  }
}
