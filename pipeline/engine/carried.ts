/** Whether every model, check and metric can be carried, asked before a night depends on it. */
import {tmpdir} from "node:os";
import type {Config} from "../config.js";
import type {Database, Parameters} from "../db.js";
import type {Problem} from "../errors.js";
import {tryMetrics} from "../metrics/index.js";
import {writeKeyCheck} from "../run/checks.js";
import {INTEGRITY} from "../run/integrity.js";
import {orderModels} from "../run/order.js";
import {listModels, makeModel} from "../run/run.js";
import type {Client} from "./client.js";
import {openEngine, type Engine} from "./database.js";
import {describeTable, listTables, readSettings} from "./ship.js";
import {readStatement} from "./statement.js";
import {CannotCarry} from "./tree.js";

/** Takes every statement and knows nothing. */
const NOBODY: Client = {
  async command() {},
  query: async () => ({data: []}),
  async load() {},
  async save() {},
  async close() {},
};

/** Tables that an engine has before any model runs. */
const GROUND = ["raw", "config"];

/**
 * Carries whatever the engine would be asked to run for this configuration, without an engine. `db` is a warehouse as a build leaves it.
 * @returns a problem per statement that cannot be carried: the model or check, the line, and the construct. What reads a model that could
 *   not be carried is not asked.
 */
export async function findUncarried(db: Database, config: Config): Promise<Problem[]> {
  return (await carryAll(db, config)).problems;
}

/** The same, with the engine that then knows the columns of every table. */
export async function carryAll(db: Database, config: Config): Promise<{engine: Engine; problems: Problem[]}> {
  const engine = openEngine(NOBODY, db, {database: "baton"}, tmpdir());
  for (const name of await listTables(db, GROUND)) engine.know(name, await describeTable(db, name));
  engine.note(await readSettings(db));
  const side = await db.fork();
  try {
    return {engine, problems: await tryAll(engine, answerFrom(side, engine), config)};
  } finally {
    side.close();
  }
}

async function tryAll(engine: Engine, dry: Database, config: Config): Promise<Problem[]> {
  const problems: Problem[] = [];
  const failed = new Set<string>();
  const attempt = async (where: string, act: () => Promise<unknown>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      const cause = (error as Error).cause ?? error;
      if (!(cause instanceof CannotCarry)) throw error;
      failed.add(where);
      problems.push({where, what: cause.message});
    }
  };
  const models = orderModels(await listModels(dry));
  for (const model of models) {
    if (model.reads.some((name) => failed.has(name))) failed.add(model.name);
    else await attempt(model.name, () => makeModel(dry, model));
  }
  for (const model of models.filter(({name}) => !failed.has(name)))
    await attempt(model.name, () => engine.run(writeKeyCheck(model)));
  if (failed.size > 0) return problems;
  for (const {model, rule, offenders} of INTEGRITY) await attempt(`${model}: ${rule}`, () => engine.run(offenders));
  await attempt("metrics", () => tryMetrics(engine, config));
  return problems;
}

/** What models ask while they are written is answered by the DuckDB that has it, with the temporary tables that they make for it. */
function answerFrom(db: Database, engine: Engine): Database {
  return {
    ...engine,
    async run(sql: string) {
      await engine.run(sql);
      const statement = readStatement(sql);
      if ((statement.kind === "make" || statement.kind === "define") && statement.name.schema === "temp") await db.run(sql);
    },
    async rows<T extends object>(sql: string, parameters?: Parameters) {
      await engine.rows(sql, parameters);
      return db.rows<T>(sql, parameters);
    },
  };
}
