import {parseConfig, type Config} from "../../pipeline/config.js";
import type {MetricRow} from "../../pipeline/contract/datasets.js";
import type {MetricName} from "../../pipeline/contract/metrics.js";
import {quoteText, type Database} from "../../pipeline/db.js";
import {computeMetrics, readMetricRows} from "../../pipeline/metrics/index.js";
import {openSmall} from "../open-small.js";

type Cell = string | number | boolean | null;
export type Given = Record<string, Cell>;

const SCOPES = `sdr_id text, sdr_name text, ae_id text, ae_name text, pair_id text, team text, team_name text, manager_id text,
  manager_name text, source text, motion text, segment text, region text`;

/** The columns of the marts that metrics read. */
const MARTS = {
  handoffs: `handoff_id text, account_name text, ${SCOPES}, booked_at timestamp, handed_off_at timestamp, first_slot_at timestamp, meeting_at timestamp,
    outcome text, is_held boolean, is_reopened boolean, is_no_show boolean, is_first_slot_counted boolean, is_first_slot_held boolean,
    accepted_at timestamp, rejected_at timestamp, acceptance_due_at timestamp, time_to_accept_hours double, sql_at timestamp, opportunity_at timestamp,
    is_opportunity_before_meeting boolean, feedback_due_at timestamp, feedback_first_at timestamp, qualification_accuracy text,
    will_advance text, quality_score double, required_fields integer, required_filled integer, total_weight double,
    filled_weight double, is_fully_documented boolean, is_brief_on_time boolean, is_judged_late boolean, brief_completed_at timestamp,
    brief_lead_time_hours double, routed_at timestamp,
    routing_verdict text, time_to_assign_hours double, touches_to_meeting integer, is_msq_compliant boolean, is_ready boolean, known_at timestamp, sql_known_at timestamp,
    opportunities_known_at timestamp, feedback_known_at timestamp, disqualified_at timestamp, sdr_attended text,
    sync_call_at timestamp, confirmation_sent_at timestamp`,
  opportunities: `opportunity_id text, account_name text, ${SCOPES}, opportunity_at timestamp, won_at timestamp, closed_at timestamp, is_closed boolean,
    is_won boolean, amount double, currency text, known_at timestamp`,
  leads: `lead_id text, account_id text, ${SCOPES}, created_at timestamp, assigned_at timestamp, first_touch_at timestamp, conversation_at timestamp,
    qualified_at timestamp, meetings_booked integer, score double, known_at timestamp`,
  brief_fields: "handoff_id text, field text, state text, required boolean",
  criteria: "handoff_id text, checklist text, criterion text, state text",
} as const;

export const AS_OF = "2026-06-30 12:00:00";

/** The configuration of what is given: exported as of 30 June 2026 noon. */
export const configure = (yaml: string): Config =>
  parseConfig(`as_of: 2026-06-30T12:00:00Z\n${yaml}`, "/given/baton.config.yaml");

/** The marts that metrics read, without rows, and the settings. */
export async function createMarts(db: Database, config: Config): Promise<void> {
  await writeSettings(db, config);
  await db.run("create schema marts");
  for (const [mart, columns] of Object.entries(MARTS)) await db.run(`create table marts.${mart} (${columns})`);
  await db.run("create schema staging; create table staging.stg_accounts (account_id text, name text)");
}

/** Marts with just these rows, everything else in them null, exported as of 30 June 2026 noon, and their metrics. */
export async function given(marts: Partial<Record<keyof typeof MARTS, Given[]>>, yaml = ""): Promise<Computed> {
  const config = configure(yaml);
  const db = await openSmall();
  await createMarts(db, config);
  for (const mart of Object.keys(MARTS)) {
    const rows = marts[mart as keyof typeof MARTS] ?? [];
    const named = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const values = rows.map((row) => `(${named.map((name) => literal(row[name] ?? null)).join(", ")})`);
    if (rows.length > 0) await db.run(`insert into marts.${mart} (${named.join(", ")}) values ${values.join(", ")}`);
  }
  await computeMetrics(db, config);
  return {db, config, rows: (metric, scope = "company", period = "all") => readMetricRows(db, {metric, scope, period})};
}

interface Computed {
  db: Database;
  config: Config;
  rows(metric: MetricName, scope?: string, period?: string): Promise<MetricRow[]>;
}

async function writeSettings(db: Database, config: Config): Promise<void> {
  const opportunity = config.stages.opportunity ?? {column: "created_at"};
  await db.run(`create schema config;
    create table config.settings as select ${quoteText(config.company)} as company, timestamp ${quoteText(AS_OF)} as as_of,
      ${quoteText("column" in opportunity ? "column" : "stage")} as opportunity_kind,
      ${literal("column" in opportunity ? opportunity.column : null)}::text as opportunity_column;
    create table config.criteria (checklist text, criterion text);
    insert into config.criteria values ('qualification', 'pain'), ('readiness', 'meeting');
    create table config.brief_fields (field text, entity text, required boolean default true, position integer);
    insert into config.brief_fields (field, entity) values ('company', 'accounts'), ('pain_primary', 'handoffs');
    create table config.brief_requirements (position integer, required boolean)`);
}

const literal = (value: Cell): string => (typeof value === "string" ? quoteText(value) : String(value));

/** A meeting held that every source knows of up to the day of the export. */
export function held(meetingAt: string, row: Given = {}): Given {
  return {
    handoff_id: `h${++count}`, outcome: "held", is_held: true, is_no_show: false, meeting_at: meetingAt,
    known_at: AS_OF, sql_known_at: AS_OF, opportunities_known_at: AS_OF, feedback_known_at: AS_OF, ...row,
  }; // prettier-ignore
}

export function noShow(meetingAt: string, row: Given = {}): Given {
  return held(meetingAt, {outcome: "no_show", is_held: false, is_no_show: true, ...row});
}

export function opportunity(at: string, row: Given = {}): Given {
  return {opportunity_id: `o${++count}`, opportunity_at: at, is_closed: true, is_won: false, known_at: AS_OF, ...row};
}

export function lead(row: Given): Given {
  return {lead_id: `l${++count}`, known_at: AS_OF, ...row};
}

let count = 0;

/** `n` rows, each made anew. */
export const times = (n: number, make: (index: number) => Given): Given[] => Array.from({length: n}, (_, index) => make(index));
