import {gzipSync} from "node:zlib";
import {join} from "node:path";
import {expect, test} from "vitest";
import {findFiles} from "../../pipeline/ingest/find.js";
import {lookAtFolder} from "../../pipeline/init/look.js";
import {writeSources} from "../../pipeline/init/blocks.js";
import {csv, failure, ingestFiles, makeFolder} from "./given-files.js";

const HEADER = "HANDOFF_ID,SDR_ID,AE_ID,MEETING_AT,MEETING_STATUS,BUDGET,ACTIVE_EVALUATION";
const READ =
  "select handoff_id, ae_id, meeting_at, meeting_status, budget, active_evaluation from raw.handoffs order by handoff_id";
const values = (rows: object[]) => rows.map((row) => Object.values(row) as unknown[]);

test.each([
  ["\\N", false],
  ["\\N", true],
  ["NULL", false],
  ["NULL", true],
  ["null", false],
  ["(null)", false],
])("a cell %s (quoted: %s) holds nothing: no person, no budget, nothing to reject", async (nothing, isQuoted) => {
  const cell = isQuoted ? `"${nothing}"` : nothing;
  for (const end of ["", "\r"]) {
    const {db, rejects} = await ingestFiles({
      "data_0_0_0.csv": csv(
        HEADER,
        `"h1","p1",${cell},"2026-09-08 10:00:00.000 +0000",${cell},${cell},${cell}`,
        `h2,p1,p2,2026-09-08 10:00:00 UTC,held,Null & Sons,true${end}`,
      ),
    });
    expect(values(await db.rows(READ))).toEqual([
      ["h1", null, "2026-09-08 10:00:00", null, null, null],
      ["h2", "p2", "2026-09-08 10:00:00", "held", "Null & Sons", "true"],
    ]);
    expect(await rejects()).toEqual([]);
  }
});

test.each([
  ["2026-09-08 10:00:00.000 +0000", "2026-09-08 10:00:00"],
  ["2026-09-08 10:00:00.123456 UTC", "2026-09-08 10:00:00"],
  ["2026-09-08 10:00:00.123456+00", "2026-09-08 10:00:00"],
  ["2026-09-08 10:00:00.123456789 Z", "2026-09-08 10:00:00"],
  ["2026-09-08T10:00:00.000+0000", "2026-09-08 10:00:00"],
  ["2026-09-08 10:00:00.000 -0700", "2026-09-08 17:00:00"],
])("as warehouses write times: %s", async (time, instant) => {
  const {db} = await ingestFiles(
    {"a.csv": csv("HANDOFF_ID,SDR_ID,MEETING_AT", `h1,p1,${time}`)},
    "timezone: Europe/Berlin\nsources:\n  - files: a.csv\n",
  );
  expect(values(await db.rows("select meeting_at from raw.handoffs"))).toEqual([[instant]]);
});

const ROW = csv(HEADER, "h1,p1,p2,2026-09-08T10:00:00Z,held,,");
const UUID = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";

test("a part without rows is passed over, and told, once its folder says that it is complete", async () => {
  const parts = {[`part-00000-${UUID}-c000.csv`]: ROW, [`part-00001-${UUID}-c000.csv`]: ""};
  const find = (folder: string) => {
    const source = {files: ["."], columns: {}, values: {}, sql: {}};
    const {files, problems} = findFiles({folder, sources: [source]});
    return [files.length, problems.map(({what}) => what)];
  };
  expect(find(makeFolder({...parts, _SUCCESS: ""}))).toEqual([
    1,
    [expect.stringMatching(/^one part has no rows and is passed over: part-00001/)],
  ]);
  expect(find(makeFolder(parts))).toEqual([2, []]);
});

test("tomorrow's parts go by the same pattern", async () => {
  const folder = makeFolder({
    "x/data_0_0_0.csv.gz": gzipSync(ROW),
    "x/data_0_1_0.csv.gz": gzipSync(ROW),
    [`y/part-00000-${UUID}-c000.csv`]: ROW,
    "z/rows-000000000000.csv": ROW,
    "z/colours.csv": csv("colour,shape", "red,round"),
  });
  const text = writeSources(await lookAtFolder(folder, "."), ".");
  expect([...text.matchAll(/^ {2}- files: "(.*)"$/gm)].map(([, name]) => name)).toEqual([
    "x/data_*.csv.gz",
    "y/part-*.csv",
    "z/rows-*.csv",
  ]);
});

test("of a file without a header it is said that its first row is a record", async () => {
  const lines = csv("q5,p1,p2,a1,2026-09-08T10:00:00Z", "q6,p1,p2,a1,2026-09-09T10:00:00Z");
  expect(await failure({[join("x", "part.csv")]: lines}, "sources:\n  - files: x/part.csv\n")).toContain(
    "its first row looks like a record, not like names of columns: export it with a header (of Snowflake, HEADER = TRUE)",
  );
});
