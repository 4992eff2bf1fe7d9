/** Where a build's work is done: in the warehouse itself, or in the engine that the configuration names. */
import type {Config} from "../config.js";
import type {Database} from "../db.js";
import {orderModels} from "../run/order.js";
import {findStanding, listModels, makeModel} from "../run/run.js";
import type {Added} from "./added.js";
import type {Engine} from "./database.js";
import {fetchTable, listTables, readSettings, sendTable} from "./ship.js";
import {ASIDE, clearAway} from "./standing.js";
import {TURN} from "./turn.js";
import {withEngine} from "./with-engine.js";

/** Models of schema intermediate that pages and commands read; a test holds the list against their code. */
export const READ_ELSEWHERE: readonly string[] = [
  "int_assignments",
  "int_brief_later",
  "int_brief_texts",
  "int_brief_variants",
  "int_criteria_facts",
  "int_criteria_verdicts",
  "int_disputes",
  "int_feedback_matches",
  "int_handoff_facts",
  "int_reassignments",
  "int_routing",
  "int_routing_turns",
  "int_slots",
];

export interface WorkOptions {
  /** Whether all is made that there is: then nothing else of ours stays on the server. */
  isWhole: boolean;
  /** Rows of raw that the server has read itself. */
  added: readonly Added[];
}

/**
 * Does `act`, which makes everything after raw and config, where the configuration says: in the warehouse `db`, or in the engine. There raw
 * and config are sent first, and what pages and commands read is fetched back, so that `db` is then what it would have been.
 * @throws UserError for whatever is wrong with the server, or while another build is at work there
 */
export async function atWork<T>(
  db: Database,
  config: Config,
  act: (work: Database) => Promise<T>,
  {isWhole, added}: WorkOptions,
): Promise<T> {
  if (config.engine === "duckdb") return act(db);
  const {clickhouse} = config.engine;
  return withEngine(clickhouse, async (engine, folder) => {
    await clearAway(engine.client, clickhouse, isLeft);
    await sendGround(db, engine, folder, added);
    const result = await act(engine);
    await fetchShown(engine, db, folder, added);
    await fetchMade(engine, db, folder, isWhole);
    const made = new Set([TURN, ...engine.list().map(({schema, name}) => `${schema}_${name}`)]);
    await clearAway(engine.client, clickhouse, (table) => isLeft(table) || (isWhole && !made.has(table)));
    return result;
  });
}

/** What a build that broke off has left: tables of its connections, and those that were to take another's place. */
const isLeft = (table: string): boolean => table.startsWith("temp_") || table.endsWith(ASIDE);

/** Sends raw and config. Which models stand as they were is not asked there: all are made. */
async function sendGround(db: Database, engine: Engine, folder: string, added: readonly Added[]): Promise<void> {
  for (const name of await listTables(db, ["raw", "config"])) {
    const own = added.filter(({entity}) => name.schema === "raw" && name.name === entity);
    if (name.name !== "versions") await sendTable(db, engine, name, folder, own);
  }
  for (const {held} of added) await engine.run(`drop table ${held.name.schema}.${held.name.name}`);
  engine.note(await readSettings(db));
}

/** Fetches those of the activities that only the server has which briefs show: of contacts that were handed off, and of accounts without one. */
async function fetchShown(engine: Engine, db: Database, folder: string, added: readonly Added[]): Promise<void> {
  if (added.length === 0) return;
  const files = added.map(({values}) => values._file_id).join(", ");
  await engine.run(`create or replace table source.shown as select * from raw.activities where _file_id in (${files}) and (
    contact_id in (select contact_id from marts.handoffs where contact_id is not null)
    or account_id in (select account_id from marts.handoffs where contact_id is null and account_id is not null))`);
  await fetchTable(engine, db, {schema: "source", name: "shown"}, folder);
  await engine.run("drop table source.shown");
  await db.run("insert into raw.activities by name from source.shown; drop schema source cascade");
}

/** Fetches the marts and what else is read of the models; staging, which says the same as raw, is made here. */
async function fetchMade(engine: Engine, db: Database, folder: string, isWhole: boolean): Promise<void> {
  // What was asked before the models were there holds no more.
  db.asked.clear();
  // What an earlier build noted of the models that stand here holds no more.
  await db.run("create schema if not exists build; drop table if exists build.models; create schema if not exists staging");
  const models = await listModels(db);
  const staging = orderModels(models.filter(({name}) => name.startsWith("staging.")));
  const names = new Set(models.map(({name}) => name));
  // Numbers and conclusions that were not made again stay those of the last whole build.
  for (const [name, kind] of await findStanding(db))
    if (isWhole ? /^(staging|intermediate|marts)\./.test(name) : names.has(name)) await db.run(`drop ${kind} if exists ${name}`);
  for (const model of staging) await makeModel(db, model);
  for (const name of engine.list()) {
    const isRead = name.schema === "marts" || (name.schema === "intermediate" && READ_ELSEWHERE.includes(name.name));
    if (isRead) await fetchTable(engine, db, name, folder);
  }
}
