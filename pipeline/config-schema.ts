/** The shape of `baton.config.yaml`. Its descriptions are what editors show; its defaults are those of the metric definitions. */
import {z} from "zod";
import {briefField, briefVariant, completeBrief, completeVariant} from "./config-brief.js";
import {checklist} from "./config-criteria.js";
import {coachingForms, feedbackForm, linkTemplate} from "./config-forms.js";
import {guard, refresh} from "./config-refresh.js";
import {bulkAcceptance, routingRule} from "./config-routing.js";
import {source} from "./config-source.js";
import {themes} from "./config-themes.js";
import {clock, currency, day, instant, texts, zone} from "./config-words.js";
import {BRIEF_FIELDS, NOT_DISCLOSED_WORDS} from "./contract/brief.js";
import {WORD_LISTS} from "./contract/criteria-words.js";
import {FUNNEL_STAGES} from "./contract/funnel.js";
import {OWNERS} from "./contract/loss-owners.js";
import {LANGUAGES} from "./contract/language.js";
import {findMetric, METRIC_NAMES} from "./contract/metrics.js";
import {PERIODS} from "./contract/vocabulary.js";

export {PROFILE_NAMES} from "./config-source.js";
export type {ProfileName, SourceConfig} from "./config-source.js";

const share = z.number().min(0);

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

const team = z.strictObject({
  team: z.string().describe("The team as the people export names it"),
  name: z.string().optional().describe("Name to show"),
  manager: z.string().optional().describe("Person id of the manager"),
  region: z.string().optional(),
  members: z.array(z.string()).default([]).describe("Person ids, where the people export names no team"),
});

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

const clickhouse = z.strictObject({
  url: z
    .url({protocol: /^https?$/, error: "is no address; write it as https://clickhouse.example:8443"})
    .describe("Address of the server's HTTP interface"),
  database: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "is no name of a database: letters, digits and _ alone")
    .describe("Database in which Baton's tables stand; it must be there"),
  user: z
    .string()
    .min(1)
    .default("default")
    .describe("Who may make and drop tables there; the password stands in the environment as BATON_CLICKHOUSE_PASSWORD"),
  cluster: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/, "is no name of a cluster: letters, digits, _, - and . alone")
    .optional()
    .describe("Cluster whose hosts share the tables, as system.clusters calls it; one host if left out"),
});

const shape = z.strictObject({
  $schema: z.string().optional(),
  company: z.string().default("Your company").describe("Name on every page"),
  language: z
    .enum(LANGUAGES, {error: `is no language of a site; use ${LANGUAGES.join(" or ")}`})
    .default("en")
    .describe("Language of the site, its mails, sheets and calendar files: en or de; what exports say stays as it is"),
  timezone: zone.default("UTC").describe("Zone of periods, business hours, and of times without a zone"),
  as_of: instant.optional().describe("The moment everything is judged at; the newest export if left out"),
  period: z.enum(PERIODS).default("month").describe("Period the pages open with"),
  currency: currency.default("USD").describe("Currency of amounts that name none"),
  database: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Another DuckDB database that the warehouse is put into at the end of a build: a file, or md:name with its token in the environment",
    ),
  engine: z
    .union([z.literal("duckdb"), z.strictObject({clickhouse})], {
      error: "is no engine; use duckdb, or clickhouse with url, database and user",
    })
    .default("duckdb")
    .describe("Where models, checks and metrics are computed: duckdb, in this process, or a ClickHouse server"),
  sources: z.array(source).default([]).describe("Where the exports are"),
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
  themes: themes.describe("Words to add to the themes of what AEs say was missing, and themes of your own"),
  exemplars: z
    .union([z.literal("all"), z.array(z.string())])
    .default([])
    .describe(
      "SDRs (ids or e-mail addresses) who agreed that excerpts of their briefs are shown to others without names, or all",
    ),
  routing: z.array(routingRule).default([]).describe("Territory rules; they stand in place of an export of territories"),
  loss_owners: z
    .record(z.string(), z.enum(OWNERS))
    .default({})
    .transform((own) => Object.fromEntries(Object.entries(own).map(([name, owner]) => [name.trim().toLowerCase(), owner])))
    .describe("Cause (such as no_show) or reason of a lost handoff: who can act on it, sdr, ae, routing, buyer or nobody"),
  bulk_acceptance: bulkAcceptance.describe("From when on acceptances are flagged as made in bulk"),
  feedback: feedbackForm.describe("The AE's feedback form"),
  coaching: coachingForms.describe("Forms of 1:1s and disputes"),
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
  links: z.partialRecord(z.enum(LINK_KINDS), linkTemplate).default({}).describe("Kind of record: address with {id} in it"),
  granularity: z
    .enum(["person", "team"])
    .default("person")
    .describe("What is the smallest that numbers are about; `team` switches every number about a single person off"),
  retention_months: z
    .int()
    .min(0)
    .max(1200)
    .nullable()
    .default(24)
    .describe(
      "How long people and texts are held: the running month and so many before it; what is older is counted on without name and words. 0 or null keeps all",
    ),
  pseudonymise: z
    .boolean()
    .default(false)
    .describe(
      "Whether made-up names, ids and addresses stand for all people, prospects and accounts, for demos and works councils",
    ),
  publish: z
    .strictObject({
      site_url: z
        .url({protocol: /^https?$/})
        .optional()
        .describe("Where the site is published; calendar files lead to the briefs there, and to none without it"),
      contact_details: z
        .boolean()
        .default(false)
        .describe("Whether briefs show the contact's e-mail and telephone, to the AE of the handoff alone"),
      exec_sees_people: z.boolean().default(false).describe("Whether leadership's tree names people and shows their pages"),
      exemplar_brief: z
        .boolean()
        .default(false)
        .describe(
          "Whether one whole brief of somebody in `exemplars` is shown to others as an example, without names: ask them for that too; from min_people of them on",
        ),
      min_people: z
        .int()
        .min(2)
        .default(5)
        .describe("A number about others is published from so many people on; fewer are left out, also by difference"),
    })
    .prefault({})
    .describe("What the site shows of people"),
  refresh: refresh.describe("The nightly job; see docs/operations.md"),
  guard: guard.describe("How much may change from one published build to the next"),
});

/** Rows that never come to this machine cannot be looked through here for who is no longer to be held. */
function checkAtEngine(given: z.output<typeof shape>, context: z.RefinementCtx): void {
  for (const [index, {at}] of given.sources.entries()) {
    if (at === undefined) continue;
    const refuse = (message: string) => context.addIssue({code: "custom", path: ["sources", index, "at"], message});
    if (given.engine === "duckdb") refuse("is for a ClickHouse server: set engine.clickhouse, or name files");
    if (given.retention_months)
      refuse("is not looked through for what is too old: take that out of the table there, and set retention_months: 0");
    if (given.pseudonymise) refuse("is not looked through for names: with pseudonymise name files");
  }
}

export const configSchema = shape.superRefine(checkAtEngine);
export type ConfigValues = z.output<typeof configSchema>;

/** The JSON Schema that editors complete and check the configuration with. */
export function describeSchema(): object {
  return {title: "Baton configuration", ...z.toJSONSchema(configSchema, {io: "input", unrepresentable: "any"})};
}
