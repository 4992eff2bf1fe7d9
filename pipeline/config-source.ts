/** The parts of the configuration about sources. */
import {z} from "zod";
import {dates, instant, texts, zone} from "./config-words.js";
import {ENTITIES, ENTITY_NAMES} from "./contract/entities.js";
import {findNearMiss} from "./errors.js";

/** The exporting systems Baton knows; `pipeline/profiles` has a file each. */
export const PROFILE_NAMES = [
  "canonical",
  "salesforce",
  "salesforce-weekly",
  "salesforce-history",
  "hubspot",
  "hubspot-forms",
  "outreach",
  "salesloft",
  "gong",
  "google-forms",
  "typeform",
] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

const sourceShape = z.strictObject({
  name: z.string().optional().describe("Name on the data health page; the first file pattern if left out"),
  files: texts.describe("File, or glob, or a list of them, relative to this file"),
  table: texts
    .optional()
    .describe("Table or view of a DuckDB database that files names, or a list of them, with its schema: crm.opportunities"),
  profile: z.enum(PROFILE_NAMES).optional().describe("Exporting system; recognised from the headers if left out"),
  entity: z.enum(ENTITY_NAMES).optional().describe("What the rows are; recognised from the headers if left out"),
  columns: z.record(z.string(), z.string()).default({}).describe("Canonical column: header in the file"),
  values: z
    .record(z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)))
    .default({})
    .describe("Canonical column: {value in the file: canonical value}"),
  sql: z
    .record(z.string(), z.string())
    .default({})
    .describe("Canonical column: DuckDB expression over the file's headers (all text)"),
  where: z
    .string()
    .optional()
    .describe("DuckDB condition over the file's headers: only rows that meet it are of this entity; the others are set aside"),
  dates: dates.optional().describe("day-first, month-first, iso, or a strptime format such as %d.%m.%Y %H:%M"),
  decimal: z.enum([".", ","]).optional().describe("Decimal mark of numbers"),
  timezone: zone.optional().describe("Zone of times without one"),
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be", "windows-1252", "iso-8859-1"]).optional(),
  delimiter: z.enum([",", ";", "\t", "|"]).optional(),
  quote: z.enum(['"', "'", "none"]).optional().describe("What encloses cells that hold delimiters; a double quote if left out"),
  header_line: z.int().min(1).optional().describe("Line of the header, from 1; found if left out"),
  mode: z
    .enum(["full", "incremental"])
    .optional()
    .describe("full: each export holds every record, so that one missing from a later export is deleted"),
  exported_at: instant.optional().describe("When the export was made; else a time in its name, else its newest past event"),
});
/** Whether every name is a column of the source's entity, or of any where it names none. */
function checkColumns(given: z.output<typeof sourceShape>, context: z.RefinementCtx): void {
  const entities = given.entity ? [given.entity] : ENTITY_NAMES;
  const known = [...new Set(entities.flatMap((name) => ENTITIES[name].columns.map((column) => column.name)))];
  for (const setting of ["columns", "values", "sql"] as const) {
    for (const name of Object.keys(given[setting]).filter((key) => !known.includes(key))) {
      const near = findNearMiss(name, known);
      const message = `is no column of ${given.entity ?? "any entity"}${near ? `; did you mean ${near}?` : ""}`;
      context.addIssue({code: "custom", path: [setting, name], message, params: {isAboutKey: true}});
    }
  }
}
/** Whether spellings are mapped to what their column may hold. */
function checkValues(given: z.output<typeof sourceShape>, context: z.RefinementCtx): void {
  const entities = given.entity ? [given.entity] : ENTITY_NAMES;
  for (const [name, values] of Object.entries(given.values)) {
    const columns = entities.flatMap((entity) => ENTITIES[entity].columns.filter((column) => column.name === name));
    if (!columns.every(({type}) => type === "boolean" || type === "choice")) continue;
    const known = [...new Set(columns.flatMap(({choices}) => choices ?? ["true", "false"]))];
    for (const [spelling, value] of Object.entries(values).filter(([, value]) => !known.includes(value))) {
      const near = findNearMiss(value, known);
      const message = `is none of ${known.join(", ")}${near ? `; did you mean ${near}?` : ""}`;
      context.addIssue({code: "custom", path: ["values", name, spelling], message});
    }
  }
}

export type SourceConfig = z.output<typeof sourceShape>;

/** Where exports are, and what cannot be told from them. */
export const source = sourceShape.superRefine(checkColumns).superRefine(checkValues);
