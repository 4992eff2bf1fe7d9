import type {Database} from "../../pipeline/db.js";
import type {Engine} from "../../pipeline/engine/database.js";
import {listTables, readSettings, sendTable} from "../../pipeline/engine/ship.js";

/** Sends the whole of raw and config. Which models stand as they were is not asked: all are made. */
export async function sendAll(db: Database, engine: Engine, folder: string): Promise<void> {
  for (const name of await listTables(db, ["raw", "config"]))
    if (name.name !== "versions") await sendTable(db, engine, name, folder);
  engine.note(await readSettings(db));
}
