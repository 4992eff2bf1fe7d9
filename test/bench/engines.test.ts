import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {openDatabase} from "../../pipeline/db.js";
import {hashMarts} from "./engines/checksum.js";
import {writeReport, type SizeResult} from "./engines/table.js";
import {replaceTables} from "./report.js";

const part = (name: string, seconds: number, megabytes: number) => ({name, seconds, cpu: seconds, megabytes});
const SIZE: SizeResult = {
  sdrs: 50,
  months: 36,
  steps: {
    generate: {parts: [], bytes: 264e6},
    ground: {parts: [part("exports → raw", 9, 900)], rows: 1_271_038},
    duckdb: {parts: [part("staging.a", 0.01, 300), part("marts.b", 4, 500)], rows: 7, checksum: "abc"},
    clickhouse: {parts: [part("raw sent", 2, 400), part("staging.a", 0.02, 800), part("marts.b", 6, 700)], rows: 7, checksum: "abc"},
  },
}; // prettier-ignore

test("a report sets time and memory of each model side by side, and what takes next to nothing stands together", () => {
  const report = writeReport([SIZE]);
  expect(report).toContain("| 50 | 1,271,038 | 4.01 | 4.0 | 500 | 8.02 | 8.0 | 800 | 2.00 | 2.00 |");
  expect(report).toContain("| marts.b | 4.00 | 4.0 | 500 | 6.00 | 6.0 | 700 |");
  expect(report).toContain("| raw sent |  |  |  | 2.00 | 2.0 | 400 |");
  expect(report).toContain("| 1 others, one after the other | 0.01 | 0.0 | 300 | 0.02 | 0.0 | 800 |");
  expect(report).toContain("7 rows of marts, checksum abc on DuckDB and abc on ClickHouse.");
});

test("a checksum is the same in whatever order rows come and whichever way doubles were added, and another when a cell differs", async () => {
  const db = await openDatabase();
  const hash = async (select: string) => {
    await db.run(`create schema if not exists marts; create or replace table marts.a as ${select}`);
    return hashMarts(db, [{schema: "marts", name: "a"}]);
  };
  const given = await hash("select * from (values (1, 0.1::double + 0.2::double, 'x'), (2, null, null)) as rows(n, d, t)");
  expect(await hash("select * from (values (2, null, null), (1, 0.3::double, 'x')) as rows(n, d, t)")).toEqual(given);
  for (const other of ["(1, 0.3001::double, 'x')", "(1, 0.3::double, 'y')", "(1, null, 'x')"])
    expect(await hash(`select * from (values (2, null, null), ${other}) as rows(n, d, t)`)).not.toEqual(given);
  expect(given.rows).toBe(2);
  db.close();
});

test("tables go between a page's marks, and a page without them is left alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "baton-report-"));
  const page = join(folder, "page.md");
  writeFileSync(page, "before\n<!-- bench -->\nold\n<!-- /bench -->\nafter\n");
  replaceTables(page, "new");
  expect(readFileSync(page, "utf8")).toBe("before\n<!-- bench -->\n\nnew\n<!-- /bench -->\nafter\n");
  writeFileSync(page, "before\n");
  expect(() => replaceTables(page, "new")).toThrow("has not one <!-- bench -->");
  rmSync(folder, {recursive: true, force: true});
});
