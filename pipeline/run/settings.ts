import {CHECKLISTS} from "../contract/criteria.js";
import {CRITERIA_WORDS} from "../contract/criteria-words.js";
import {FACTS} from "../contract/criteria-facts.js";
import {ENTITY_NAMES} from "../contract/entities.js";
import type {Config} from "../config.js";
import type {Database} from "../db.js";
import {readInstant} from "../instant.js";
import {writeBrief} from "./brief-settings.js";
import {writeCalendar} from "./calendar.js";
import {writeRouting} from "./routing.js";
import {writeThemes} from "./theme-settings.js";
import {list, literal, writeTable} from "./tables.js";

/**
 * Writes the configuration into schema `config`, the only place where models read it, and works out what is known when
 * (`config.known`) and the business calendar. Needs schema raw.
 */
export async function writeSettings(db: Database, config: Config): Promise<void> {
  db.asked.clear();
  await db.run("create schema if not exists config");
  await writeScalars(db, config);
  await db.run(`create or replace table config.known as
    select entities.entity, case when files.exported_at is not null then least(settings.as_of, files.exported_at) end as known_at
    from (select unnest(${list(ENTITY_NAMES)}) as entity) as entities
    cross join config.settings as settings
    left join (select entity, max(exported_at) as exported_at from raw.files group by entity) as files
      on files.entity = entities.entity`);
  await writeBrief(db, config);
  await writeChecklists(db, config);
  await writeThemes(db, config);
  await writeTable(db, "targets", "metric text, target double", Object.entries(config.targets));
  await writeTable(db, "windows", "metric text, days double", Object.entries(config.windows));
  await writeTable(db, "exchange_rates", "currency text, rate double", Object.entries(config.exchange_rates));
  await writeTable(db, "links", "kind text, template text", Object.entries(config.links));
  const teams = config.teams.map(({team, name, manager, region}) => [team, name ?? team, manager ?? null, region ?? null]);
  await writeTable(db, "teams", "team text, name text, manager_id text, region text", teams);
  const members = config.teams.flatMap(({team, members}) => members.map((person) => [team, person]));
  await writeTable(db, "team_members", "team text, person_id text", members);
  await writeCalendar(db, config);
  await writeRouting(db, config);
}

async function writeScalars(db: Database, config: Config): Promise<void> {
  const {stages, windows} = config;
  const asOf = config.as_of ? literal(readInstant(config.as_of, config.timezone)!) : "(select max(exported_at) from raw.files)";
  const order = config.stage_order;
  const early = order.includes("accepted") && order.indexOf("accepted") < order.indexOf("held");
  await db.run(`create or replace table config.settings as select
    ${literal(config.company)} as company,
    ${literal(config.timezone)} as timezone,
    ${literal(config.currency)} as currency,
    ${asOf}::timestamp as as_of,
    ${config.min_n}::integer as min_n,
    ${config.reschedule_window_days}::double as reschedule_window_days,
    ${config.late_cancel_hours}::double as late_cancel_hours,
    ${Math.round(windows.feedback_response_rate ?? config.feedback_due_business_days)}::integer as feedback_due_business_days,
    ${Math.round(windows.acceptance_rate ?? 2)}::integer as acceptance_due_business_days,
    ${list(order)}::text[] as stage_order,
    ${early} as is_acceptance_before_meeting,
    ${config.bulk_acceptance.handoffs}::integer as bulk_handoffs,
    ${config.bulk_acceptance.minutes}::double as bulk_minutes,
    ${config.status.exceeds_factor}::double as exceeds_factor,
    ${config.status.change_share}::double as change_share,
    ${config.targets_confirmed} as targets_confirmed,
    ${stageSource("sql", stages.sql ?? {column: "sql_at"})},
    ${stageSource("opportunity", stages.opportunity ?? {column: "created_at"})}`);
}

type StageSource = NonNullable<Config["stages"]["sql"]>;

function stageSource(stage: string, source: StageSource): string {
  const kind = "column" in source ? "column" : "stage" in source ? "stage" : "feedback";
  return `${literal(kind)} as ${stage}_kind,
    ${literal("column" in source ? source.column : null)}::text as ${stage}_column,
    ${list("stage" in source ? source.stage : [])}::text[] as ${stage}_stages,
    ${literal("feedback" in source ? source.feedback.will_advance : null)}::text as ${stage}_will_advance`;
}

/** The rules of the checklists, the words they go by, and the columns of records that their facts are taken from. */
async function writeChecklists(db: Database, config: Config): Promise<void> {
  const criteria = CHECKLISTS.flatMap((checklist) =>
    config[checklist].map((entry, index) => [
      checklist, index + 1, entry.criterion, entry.label, entry.group, entry.letter, entry.rule, entry.shows, entry.looks_for,
    ]),
  ); // prettier-ignore
  const columns =
    "checklist text, position integer, criterion text, label text, group_name text, letter text, rule text, shows text, looks_for text";
  await writeTable(db, "criteria", columns, criteria);
  const words = Object.entries({...CRITERIA_WORDS, ...config.criteria_words}).flatMap(([list, entries]) =>
    entries.map((word) => [list, word]),
  );
  await writeTable(db, "criteria_words", "list text, word text", words);
  await writeTable(
    db,
    "fact_columns",
    "fact text, entity text, column_name text",
    FACTS.flatMap(({name, of}) => (of ? [[name, ...of]] : [])),
  );
}
