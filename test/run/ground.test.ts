import {expect, onTestFinished, test} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {ingest} from "../../pipeline/ingest/index.js";
import {findGround, findReferences, orderModels} from "../../pipeline/run/order.js";
import {listModels} from "../../pipeline/run/run.js";
import {writeSettings} from "../../pipeline/run/settings.js";

test("a model's header names every table that its query, or a query on the way to it, reads", async () => {
  const db = await openDatabase();
  onTestFinished(() => db.close());
  const config = parseConfig("sources:\n  - files: sample-data/canonical/*.csv\n", "baton.config.yaml");
  await ingest(db, config);
  await writeSettings(db, config);
  for (const schema of ["staging", "intermediate", "marts"]) await db.run(`create schema ${schema}`);
  const unnamed: Record<string, string[]> = {};
  for (const model of orderModels(await listModels(db))) {
    const seen: string[] = [];
    const spy: Database = {
      ...db,
      // Each asks for itself, so that it is seen.
      asked: new Map(),
      run: (sql, parameters) => (seen.push(sql), db.run(sql, parameters)),
      rows: (sql, parameters) => (seen.push(sql), db.rows(sql, parameters)),
    };
    const query = await model.write(spy);
    await db.run(`create ${model.isView ? "view" : "table"} ${model.name} as ${query}`);
    const text = [...seen, query].join("\n").replace(/--.*$/gm, "");
    const named = (list: readonly string[]) => list.filter((name) => name !== model.name);
    const read = named([...findGround(text), ...findReferences(text)]);
    const missing = read.filter((name) => ![...model.ground, ...model.reads].includes(name));
    if (missing.length > 0) unnamed[model.path] = missing;
  }
  expect(unnamed).toEqual({});
});
