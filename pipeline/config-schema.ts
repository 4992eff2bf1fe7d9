/** The shape of `baton.config.yaml`. Its descriptions are what editors show; its defaults are those of the metric definitions. */
import {z} from "zod";
import {checklist} from "./config-criteria.js";
import {bulkAcceptance, feedbackForm, routingRule} from "./config-routing.js";
import {BRIEF_FIELDS, BRIEF_SECTIONS, NOT_DISCLOSED_WORDS, type BriefField} from "./contract/brief.js";
import {BRIEF_VARIANTS, EVIDENCE, VARIANT_FACTS, type BriefVariant} from "./contract/brief-variants.js";
import {WORD_LISTS} from "./contract/criteria-words.js";
import {ENTITIES, ENTITY_NAMES} from "./contract/entities.js";
import {FUNNEL_STAGES} from "./contract/funnel.js";
import {findMetric, METRIC_NAMES} from "./contract/metrics.js";
import {PERIODS} from "./contract/vocabulary.js";
import {findNearMiss} from "./errors.js";
import {readInstant} from "./instant.js";

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

export const LINK_KINDS = [
  "account",
  "contact",
  "lead",
  "opportunity",
  "handoff",
  "meeting",
  "person",
  "call",
  "activity",
] as const;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const zone = z.string().refine(isTimeZone, {error: "is no time zone; use an IANA name such as Europe/Berlin"});
const instant = z
  .string()
  .refine((text) => readInstant(text, "UTC") !== undefined, {error: "is no time; use ISO 8601, such as 2026-10-01T06:00:00Z"});
const day = z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && readInstant(text, "UTC") !== undefined, {
  error: "is no day of the calendar; use YYYY-MM-DD",
});
// The specifiers that DuckDB reads times by.
const dates = z
  .string()
  .refine((text) => /^(day-first|month-first|iso|([^%]*%(-[dmyHIMSj]|[aAwdbBmyYHIpMSfgnzZjUWcxXGuVT%]))+[^%]*)$/.test(text), {
    error: "is no way to write dates; use day-first, month-first, iso, or a strptime format such as %d.%m.%Y %H:%M",
  });
const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, {error: "is no time of day; use HH:MM"});
const currency = z.string().regex(/^[A-Z]{3}$/, {error: "is no ISO 4217 code; use three capitals such as EUR"});
const texts = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((value) => (typeof value === "string" ? [value] : value));
const share = z.number().min(0);

const sourceShape = z.strictObject({
  name: z.string().optional().describe("Name on the data health page; the first file pattern if left out"),
  files: texts.describe("File, or glob, or a list of them, relative to this file"),
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

const team = z.strictObject({
  team: z.string().describe("The team as the people export names it"),
  name: z.string().optional().describe("Name to show"),
  manager: z.string().optional().describe("Person id of the manager"),
  region: z.string().optional(),
  members: z.array(z.string()).default([]).describe("Person ids, where the people export names no team"),
});

const briefField = z.strictObject({
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

const briefVariant = z.union([
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

const stageSource = z.union([
  z.strictObject({column: z.string().describe("Time column of the entity")}),
  z.strictObject({stage: texts.describe("Opportunity stage, or stages, whose first entry counts (needs stage_changes)")}),
  z.strictObject({
    feedback: z
      .strictObject({will_advance: z.enum(["yes", "no", "maybe"])})
      .describe("The AE's answer counts, dated when it was given"),
  }),
]);

const perMetric = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(METRIC_NAMES), value);

/** Whether every target is a value its metric can have: 75 for a rate would put everybody below it. */
function checkTargets(targets: Record<string, number | undefined>, context: z.RefinementCtx): void {
  for (const [name, target] of Object.entries(targets)) {
    const range = findMetric(name)?.range;
    if (!range || target === undefined || (target >= range[0] && target <= range[1])) continue;
    const message = `is no target for ${name}: it lies between ${range[0]} and ${range[1]}`;
    context.addIssue({code: "custom", path: [name], message});
  }
}

export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  company: z.string().default("Your company").describe("Name on every page"),
  timezone: zone.default("UTC").describe("Zone of periods, business hours, and of times without a zone"),
  as_of: instant.optional().describe("The moment everything is judged at; the newest export if left out"),
  period: z.enum(PERIODS).default("month").describe("Period the pages open with"),
  currency: currency.default("USD").describe("Currency of amounts that name none"),
  sources: z.array(sourceShape.superRefine(checkColumns).superRefine(checkValues)).default([]).describe("Where the exports are"),
  targets: perMetric(z.number()).superRefine(checkTargets).default({}).describe("Metric: target (rates as 0.75, not 75)"),
  targets_confirmed: z.boolean().default(false).describe("Until true, targets are examples and nothing has a status"),
  windows: perMetric(z.number().positive())
    .default({})
    .describe("Metric: window in days (business days where its definition says so)"),
  min_n: z.int().min(1).default(5).describe("Fewest mature members for a number that is judged"),
  status: z
    .strictObject({
      exceeds_factor: z.number().min(1).default(1.025).describe("exceeds from target times this on (or half-way to the maximum)"),
      change_share: share.default(0.02).describe("improving and slipping from this share of the target on"),
    })
    .prefault({}),
  stage_order: z
    .array(z.enum(FUNNEL_STAGES))
    .default([...FUNNEL_STAGES])
    .describe("Acceptance may come before the meeting; its clock then starts at the handoff"),
  stages: z
    .strictObject({sql: stageSource.optional(), opportunity: stageSource.optional()})
    .prefault({})
    .describe("What makes an SQL and an opportunity"),
  teams: z.array(team).default([]),
  brief: z
    .array(briefField)
    .transform(completeBrief)
    .default([...BRIEF_FIELDS])
    .describe("The brief template; replaces the default one"),
  brief_variants: z
    .array(briefVariant)
    .transform((list) => list.map(completeVariant))
    .default([])
    .describe("What the brief asks for beyond the template, by kind of handoff; the first whose condition holds counts"),
  not_disclosed_words: z
    .array(z.string())
    .default([...NOT_DISCLOSED_WORDS])
    .describe("Beginnings of a value that say: asked, and not told"),
  qualification: checklist("qualification").describe(
    "Minimum qualification (MSQ), every criterion required; replaces the default list",
  ),
  readiness: checklist("readiness").describe("Handoff readiness, every criterion required; replaces the default list"),
  criteria_words: z
    .partialRecord(z.enum(WORD_LISTS), z.array(z.string()).min(1))
    .default({})
    .describe("Words that tell titles, departments, industries and places; replaces the list of that name"),
  routing: z.array(routingRule).default([]).describe("Territory rules; they stand in place of an export of territories"),
  bulk_acceptance: bulkAcceptance.describe("From when on acceptances are flagged as made in bulk"),
  feedback: feedbackForm.describe("The AE's feedback form"),
  reschedule_window_days: z.number().positive().default(14),
  late_cancel_hours: z.number().min(0).default(24),
  feedback_due_business_days: z.int().min(0).default(2),
  business_hours: z
    .strictObject({
      days: z.array(z.enum(WEEKDAYS)).min(1).default(["mon", "tue", "wed", "thu", "fri"]),
      start: clock.default("09:00"),
      end: clock.default("17:00"),
    })
    .refine(({start, end}) => start < end, {error: "is no working day: start must come before end"})
    .prefault({}),
  holidays: z
    .array(z.union([day, z.strictObject({date: day, name: z.string()})]))
    .default([])
    .transform((list) => list.map((entry) => (typeof entry === "string" ? entry : entry.date))),
  exchange_rates: z
    .record(currency, z.number().positive())
    .default({})
    .describe("Currency: worth of one unit in `currency`; without rates currencies are never mixed"),
  links: z.partialRecord(z.enum(LINK_KINDS), z.string()).default({}).describe("Kind of record: address with {id} in it"),
  publish: z
    .strictObject({
      contact_details: z.boolean().default(false).describe("Whether briefs show the contact's e-mail and telephone"),
    })
    .prefault({})
    .describe("What the site shows of people"),
});
export type ConfigValues = z.output<typeof configSchema>;

/** The JSON Schema that editors complete and check the configuration with. */
export function describeSchema(): object {
  return {title: "Baton configuration", ...z.toJSONSchema(configSchema, {io: "input", unrepresentable: "any"})};
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", {timeZone: name});
    return true;
  } catch {
    return false;
  }
}

/** What an entry leaves out comes from the default template; a field unknown to it is a column of handoffs. */
function completeBrief(list: z.output<typeof briefField>[]): BriefField[] {
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
function completeVariant(given: z.output<typeof briefVariant>): BriefVariant {
  const {variant, when, ...rest} = typeof given === "string" ? {variant: given, when: undefined} : given;
  const known = BRIEF_VARIANTS.find((candidate) => candidate.variant === variant);
  const base = known ?? {
    variant,
    label: variant.replaceAll("_", " "),
    rule: `motion = '${variant.replaceAll("'", "''")}'`,
    required: [],
    optional: [],
    weights: {},
    evidence: {},
  };
  const stated = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {...base, ...stated, ...(when === undefined ? {} : {rule: when})};
}
