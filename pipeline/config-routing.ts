/** The parts of the configuration about routing, acceptance and the feedback form. */
import {z} from "zod";
import {day, texts} from "./config-words.js";
import {FORM_PLACEHOLDERS, listPlaceholders} from "./contract/form.js";
import {findNearMiss} from "./errors.js";

/** A territory rule: what is left out holds for any account. */
export const routingRule = z
  .strictObject({
    territory: z.string().min(1).describe("Name of the territory"),
    region: z.string().optional(),
    country: texts.optional().describe("Country, or several; names or ISO codes"),
    segment: z.string().optional(),
    min_employees: z.int().min(0).optional(),
    max_employees: z.int().min(0).optional(),
    aes: z.array(z.string().min(1)).min(1).describe("Person ids of the AEs in the rotation, in the order of their turns"),
    valid_from: day.optional().describe("From when on; a later entry of the same territory, country and segment replaces it"),
    context: z.string().optional().describe("What an AE should know of the territory"),
  })
  .refine(({min_employees: low, max_employees: high}) => low === undefined || high === undefined || low <= high, {
    error: "is no range: min_employees must not be above max_employees",
  });
export type RoutingRule = z.output<typeof routingRule>;

/** When acceptances are taken for a click on "accept all". */
export const bulkAcceptance = z
  .strictObject({
    handoffs: z.int().min(2).default(5).describe("So many handoffs of one AE …"),
    minutes: z.number().min(0).default(2).describe("… accepted within so many minutes; 0 for the same second"),
  })
  .prefault({});

/** The AE's form. */
export const feedbackForm = z
  .strictObject({
    form_url: z
      .string()
      .superRefine(checkFormUrl)
      .optional()
      .describe(`Address of the feedback form, prefilled by ${FORM_PLACEHOLDERS.map((name) => `{${name}}`).join(", ")}`),
  })
  .prefault({});

/** Refuses what is no web address, and placeholders that nothing could fill or that would lead to another host. */
function checkFormUrl(template: string, context: z.RefinementCtx): void {
  const refuse = (message: string) => context.addIssue({code: "custom", message});
  const plain = template.replace(/\{[^{}]*\}/g, "x");
  if (!URL.canParse(plain) || !/^https?:$/.test(new URL(plain).protocol)) {
    return refuse("is no web address; use one that begins with https://");
  }
  if (!/^\s*https?:\/\/[^/?#{}]+([/?#]|$)/i.test(template)) {
    return refuse("is no form address: a placeholder may stand in path, query or fragment, not in the host");
  }
  for (const name of listPlaceholders(template)) {
    if ((FORM_PLACEHOLDERS as readonly string[]).includes(name)) continue;
    const near = findNearMiss(name, FORM_PLACEHOLDERS);
    const known = FORM_PLACEHOLDERS.map((word) => `{${word}}`).join(", ");
    refuse(`is no form address: {${name}} is no placeholder${near ? `; did you mean {${near}}?` : ""}; known are ${known}`);
  }
}
