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
  "microsoft-forms",
  "surveymonkey",
  "typeform",
] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** A table, or a call of one of the functions by which ClickHouse reads files. */
const FROM =
  /^(?:[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?|(?:s3|s3Cluster|gcs|azureBlobStorage|url|urlCluster|file|hdfs|iceberg|icebergS3|deltaLake|hudi)\([^;]*\))$/;
/** What is read by the engine: most of a company's rows, which nothing but two models and the briefs looks at. */
const AT_ENGINE = "activities";
/** Settings of files that the engine does not read. */
const OF_FILES = ["table", "encoding", "delimiter", "quote", "header_line", "decimal"] as const;

const sourceShape = z.strictObject({
  name: z.string().optional().describe("Name on the data health page; the first file pattern if left out"),
  files: texts.default([]).describe("File, or glob, or a list of them, relative to this file"),
  at: z
    .literal("engine", {error: "is engine or left out"})
    .optional()
    .describe("engine: the ClickHouse server reads the rows itself, from what `from` names; activities alone"),
  from: z
    .string()
    .regex(FROM, "is neither a table, as crm.activities, nor a function that reads files, as s3('https://…/*.parquet')")
    .optional()
    .describe(
      "With at: engine, a table or view of the server, or a function of ClickHouse's that reads files: s3, gcs, url, file, …",
    ),
  table: texts
    .optional()
    .describe("Table or view of a DuckDB database that files names, or a list of them, with its schema: crm.opportunities"),
  profile: z.enum(PROFILE_NAMES).optional().describe("Exporting system; recognised from the headers if left out"),
  entity: z.enum(ENTITY_NAMES).optional().describe("What the rows are; recognised from the headers if left out"),
  columns: z
    .record(z.string(), z.string())
    .default({})
    .describe("Canonical column: header in the file; of a time also two, of day and time of day: Date + Time"),
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

/** Whether a source has what its rows are read from, where they are read. */
function checkPlace(given: z.output<typeof sourceShape>, context: z.RefinementCtx): void {
  const refuse = (path: string, message: string) => context.addIssue({code: "custom", path: [path], message});
  const want = (path: string, message: string) =>
    context.addIssue({code: "custom", path: [path], message, params: {isAboutKey: true}});
  if (given.at === undefined) {
    if (given.files.length === 0) want("files", "is required: name a file, or a glob");
    if (given.from !== undefined) refuse("from", "is read by the engine alone; add at: engine, or name files");
    return;
  }
  if (given.from === undefined) want("from", "is required: name a table of the server, or a function that reads files there");
  if (given.files.length > 0) refuse("files", "is read on this machine; with at: engine name from instead");
  if (given.entity !== AT_ENGINE) refuse("entity", `is not what the engine reads itself: name ${AT_ENGINE}`);
  for (const name of OF_FILES)
    if (given[name] !== undefined) refuse(name, "is of files, and the engine reads rows: leave it out");
}

export type SourceConfig = z.output<typeof sourceShape>;

/** Where exports are, and what cannot be told from them. */
export const source = sourceShape.superRefine(checkColumns).superRefine(checkValues).superRefine(checkPlace);
