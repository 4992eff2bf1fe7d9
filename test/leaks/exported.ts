import {parseConfig} from "../../pipeline/config.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {orderModels} from "../../pipeline/run/order.js";
import {findStanding, listModels, makeModel} from "../../pipeline/run/run.js";
import {writeSettings} from "../../pipeline/run/settings.js";
import {writeRaw, type Given} from "../models/given.js";

/** Raw and staging, which is all that the leak test reads. */
export async function exported(entities: Given, config: object = {}): Promise<Database> {
  const db = await openDatabase();
  await writeRaw(db, entities);
  await writeSettings(db, parseConfig(JSON.stringify(config), "/test/baton.config.yaml"));
  await db.run("create schema staging");
  await makeStaging(db);
  return db;
}

/** Staging of what raw holds now. */
export async function makeStaging(db: Database): Promise<void> {
  const standing = await findStanding(db);
  for (const model of orderModels(await listModels(db)))
    if (model.name.includes("stg_")) await makeModel(db, model, standing.get(model.name));
}
