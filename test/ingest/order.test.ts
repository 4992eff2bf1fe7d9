import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, it} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {readFile} from "../../pipeline/ingest/file.js";
import {findFiles} from "../../pipeline/ingest/find.js";
import {createTables} from "../../pipeline/ingest/tables.js";

const folder = mkdtempSync(join(tmpdir(), "baton-order-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

it("a row has the line that it stands on, even where the database puts rows in by another order than it reads them", async () => {
  const count = 130_000;
  const lines = Array.from({length: count}, (_, k) => `a${k + 2},ann,email,outbound,2026-09-01T09:00:00Z`);
  writeFileSync(join(folder, "activities.csv"), ["activity_id,actor_id,channel,direction,occurred_at", ...lines, ""].join("\n"));
  const config = parseConfig("company: Northwind\nsources: [{files: activities.csv}]\n", join(folder, "baton.config.yaml"));
  const db = await openDatabase();
  await createTables(db);
  const turning: Database = {
    ...db,
    async run(sql, parameters) {
      await db.run(sql, parameters);
      if (!sql.trimStart().startsWith("insert into raw.activities")) return;
      await db.run("create temp table turned as select * from raw.activities order by rowid desc; delete from raw.activities; insert into raw.activities from turned; drop table turned"); // prettier-ignore
    },
  };
  await readFile(turning, findFiles(config).files[0]!, 1, config);
  expect(await db.rows("select count(*) as rows, count(*) filter (activity_id <> 'a' || _line) as wrong from raw.activities")).toEqual([{rows: count, wrong: 0}]); // prettier-ignore
  db.close();
});
