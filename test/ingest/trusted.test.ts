import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, it} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {openDatabase} from "../../pipeline/db.js";
import {readFile} from "../../pipeline/ingest/file.js";
import {findFiles} from "../../pipeline/ingest/find.js";
import {createTables} from "../../pipeline/ingest/tables.js";

const folder = mkdtempSync(join(tmpdir(), "baton-trusted-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const HEADER = "activity_id,actor_id,channel,direction,occurred_at,subject";
// More than the beginning by which a file is judged.
const lines = Array.from({length: 10_000}, (_, k) => `a${k},ann,email,outbound,2026-09-01T09:00:00Z,Hello`);

async function read(name: string, ending: readonly string[]) {
  writeFileSync(join(folder, name), [HEADER, ...lines, ...ending, ""].join("\n"));
  const config = parseConfig(`company: Northwind\nsources: [{files: ${name}}]\n`, join(folder, "baton.config.yaml"));
  const db = await openDatabase();
  try {
    await createTables(db);
    const {reports} = await readFile(db, findFiles(config).files[0]!, 1, config);
    const last = await db.rows("select activity_id, _line as line, subject from raw.activities order by _line desc limit 2");
    const odd = await db.rows("select line, column_name, value, effect from raw.rejects order by line");
    return {counts: reports.map(({rows_read, loaded, rejected}) => [rows_read, loaded, rejected]), last, odd};
  } finally {
    db.close();
  }
}

it("a long export of which a late cell goes on on the next line has each row once, with its line", async () => {
  const found = await read("broken-line.csv", ['b1,ann,email,outbound,2026-09-01T09:00:00Z,"Two\nlines"', "b2,ann,email,outbound,2026-09-01T09:00:00Z,Bye"]); // prettier-ignore
  expect(found).toEqual({
    counts: [[10_002, 10_002, 0]],
    last: [{activity_id: "b2", line: 10_004, subject: "Bye"}, {activity_id: "b1", line: 10_002, subject: "Two\nlines"}],
    odd: [],
  }); // prettier-ignore
});

it("a long export of which a late row has a cell too many loses that row, and says so", async () => {
  const found = await read("wide-row.csv", ["b1,ann,email,outbound,2026-09-01T09:00:00Z,One,too many", "b2,ann,fax,outbound,2026-09-01T09:00:00Z,Bye"]); // prettier-ignore
  expect(found.counts).toEqual([[10_002, 10_001, 1]]);
  expect(found.last[0]).toEqual({activity_id: "b2", line: 10_003, subject: "Bye"});
  expect(found.odd.map(({line, column_name, effect}) => [line, column_name, effect])).toEqual([[10_002, null, "row"], [10_003, "channel", "cell"]]); // prettier-ignore
});

it("a few odd cells of a long export are told with their lines and values", async () => {
  const found = await read("odd.csv", ["b1,ann,fax,outbound,2026-09-01T09:00:00Z,Björn", "b2,ann,email,outbound,2026-13-01T09:00:00Z,"]); // prettier-ignore
  expect(found.counts).toEqual([[10_002, 10_002, 0]]);
  expect(found.odd).toEqual([
    {line: 10_002, column_name: "channel", value: "fax", effect: "cell"},
    {line: 10_003, column_name: "occurred_at", value: "2026-13-01T09:00:00Z", effect: "cell"},
  ]);
});
