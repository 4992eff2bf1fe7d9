/** The parts of the configuration about the brief. */
import {z} from "zod";
import {BRIEF_FIELDS, BRIEF_SECTIONS, type BriefField} from "./contract/brief.js";
import {BRIEF_VARIANTS, EVIDENCE, isMotion, VARIANT_FACTS, type BriefVariant} from "./contract/brief-variants.js";

export const briefField = z.strictObject({
  field: z.string().describe("A field of the default template, or a column of handoffs, accounts or contacts"),
  section: z.enum(BRIEF_SECTIONS.map(([name]) => name)).optional(),
  label: z.string().optional(),
  entity: z.enum(["handoffs", "accounts", "contacts"]).optional(),
  column: z.string().optional(),
  required: z.boolean().optional(),
  weight: z.number().min(0).optional(),
  min_words: z.int().min(1).optional(),
  narrative: z.boolean().optional(),
  allows_none: z.boolean().optional(),
  headings: z.array(z.string()).optional().describe("Further words that head the field in a brief that is one note"),
  ask: z.string().optional().describe("What to ask when it is missing or vague"),
});

export const briefVariant = z.union([
  z.enum(BRIEF_VARIANTS.map(({variant}) => variant)),
  z.strictObject({
    variant: z.string().describe("One of the shipped variants, or a name of your own"),
    label: z.string().optional(),
    when: z.string().optional().describe(`DuckDB condition over ${VARIANT_FACTS.join(", ")}; if left out, that of the shipped variant, or the motion of this name`), // prettier-ignore
    required: z.array(z.string()).optional().describe("Fields that it requires beyond the template"),
    optional: z.array(z.string()).optional().describe("Fields that it does not require"),
    weights: z.record(z.string(), z.number().min(0)).optional().describe("Field: weight in this variant"),
    evidence: z
      .record(z.string(), z.enum(EVIDENCE))
      .optional()
      .describe("Field: the export that stands for it where it is blank"),
  }),
]);

/** What an entry leaves out comes from the default template; a field unknown to it is a column of handoffs. */
export function completeBrief(list: z.output<typeof briefField>[]): BriefField[] {
  return list.map((given) => {
    const known = BRIEF_FIELDS.find((candidate) => candidate.field === given.field);
    const base = known ?? {
      field: given.field,
      section: "qualification" as const,
      label: given.field.replaceAll("_", " "),
      entity: "handoffs" as const,
      column: given.field,
      required: false,
      weight: 1,
      min_words: 1,
      narrative: false,
      allows_none: false,
      headings: [],
      ask: "",
    };
    const stated = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return {...base, ...stated, headings: [...base.headings, ...(given.headings ?? [])]} as BriefField;
  });
}

/** What an entry leaves out comes from the shipped variant of its name. */
export function completeVariant(given: z.output<typeof briefVariant>): BriefVariant {
  const {variant, when, ...rest} = typeof given === "string" ? {variant: given, when: undefined} : given;
  const known = BRIEF_VARIANTS.find((candidate) => candidate.variant === variant);
  const base = known ?? {
    variant,
    label: variant.replaceAll("_", " "),
    rule: isMotion(variant),
    required: [],
    optional: [],
    weights: {},
    evidence: {},
  };
  const stated = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {...base, ...stated, ...(when === undefined ? {} : {rule: when})};
}
