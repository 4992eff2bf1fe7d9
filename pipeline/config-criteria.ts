/** The checklists' part of the configuration's shape. */
import {z} from "zod";
import {DEFAULT_CRITERIA, LETTERS, type Checklist, type Criterion} from "./contract/criteria.js";
import {findNearMiss} from "./errors.js";

const criterion = z.strictObject({
  criterion: z.string().describe("Name; of a default criterion what is left out here is taken from it"),
  label: z.string().optional(),
  group: z.string().optional(),
  letter: z.enum(LETTERS).optional().describe("Part of BANT that it belongs to"),
  rule: z
    .string()
    .optional()
    .describe("DuckDB condition over account, contact, brief and CRM facts: true is met, false not met, null unknown"),
  shows: z.string().optional().describe("DuckDB text of what the rule saw; what the facts in the rule show if left out"),
  looks_for: z.string().optional().describe("What a reader is told was looked for where the rule saw nothing and is not met"),
});

/** A checklist: its own list, or the default one. */
export const checklist = (name: Checklist) =>
  z
    .array(criterion)
    .superRefine((list, context) => checkCriteria(list, name, context))
    .transform((list) => completeCriteria(list, name))
    .default([...DEFAULT_CRITERIA[name]]);

/** Whether each criterion stands once and has a rule, its own or the default one's. */
function checkCriteria(list: z.output<typeof criterion>[], name: Checklist, context: z.RefinementCtx): void {
  const known = DEFAULT_CRITERIA[name].map((entry) => entry.criterion);
  list.forEach((given, index) => {
    const issue = (key: string, message: string) =>
      context.addIssue({code: "custom", path: [index, key], message, params: {isAboutKey: true}});
    if (list.findIndex((other) => other.criterion === given.criterion) < index)
      issue("criterion", `"${given.criterion}" stands in the list twice`);
    if (given.rule !== undefined || known.includes(given.criterion)) return;
    const near = findNearMiss(given.criterion, known);
    issue("rule", `is missing: "${given.criterion}" is none of ${known.join(", ")}${near ? `; did you mean ${near}?` : ""}`);
  });
}

/** What an entry leaves out comes from the default criterion of that name; with a rule of its own, only the place in the list does. */
function completeCriteria(list: z.output<typeof criterion>[], name: Checklist): Criterion[] {
  return list.map((given) => {
    const known = DEFAULT_CRITERIA[name].find((entry) => entry.criterion === given.criterion);
    const base = {
      label: given.criterion.replaceAll("_", " "),
      group: "Other",
      letter: null,
      shows: null,
      looks_for: null,
      ...known,
    };
    // The default words would say of another rule what it does not ask.
    const own = given.rule === undefined ? {} : {label: given.criterion.replaceAll("_", " "), shows: null, looks_for: null};
    const stated = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return {...base, ...own, ...stated} as Criterion;
  });
}
