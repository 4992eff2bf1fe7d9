import {readdirSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {checkData, describeCheck} from "../pipeline/check.js";
import {parseConfig} from "../pipeline/config.js";
import {csv, makeFolder} from "./ingest/given-files.js";

const check = async (files: Record<string, string>, sources: string) => {
  const folder = makeFolder(files);
  const result = await checkData(parseConfig(`sources:\n${sources}`, join(folder, "baton.config.yaml")));
  return {result, text: describeCheck(result), left: readdirSync(folder).sort()};
};
const handoffs = csv("meeting_id,sdr_id,meeting_at,meeting_status", "m1,ann,2026-03-02T10:00:00Z,held", "m2,ann,soon,held");

test("a check tells what became of every row and that a build would succeed, and writes nothing", async () => {
  const {result, text, left} = await check({"handoffs.csv": handoffs}, "  - files: handoffs.csv\n");
  expect(result).toMatchObject({
    ok: true,
    stops: [],
    files: [{path: "handoffs.csv", entity: "handoffs", encoding: "utf-8", rows_read: 2, loaded: 1, rejected: 1}],
  });
  expect(result.files[0]!.problems).toMatchObject([
    {effect: "row", line: 3, column: "meeting_at", value: "soon", reason: "is no time"},
  ]);
  expect(text).toContain("handoffs.csv  canonical / handoffs: 2 rows read = 1 loaded + 0 merged + 1 rejected + 0 set aside");
  expect(text).toMatch(/a build would succeed$/);
  expect(result.problems).toEqual([]);
  expect(result.files[0]!.problems[0]!.hint).toContain("ISO 8601");
  expect(left).toEqual(["handoffs.csv"]);
});

test("what would stop a build is told file by file, beside what the others hold", async () => {
  const {result, text} = await check(
    {"handoffs.csv": handoffs, "strange.csv": csv("colour,shape", "red,round"), "empty.csv": ""},
    "  - files: handoffs.csv\n  - files: strange.csv\n  - files: empty.csv\n  - files: missing.csv\n",
  );
  expect(result.ok).toBe(false);
  expect(result.files.map(({path, entity, loaded}) => [path, entity, loaded])).toEqual([
    ["handoffs.csv", "handoffs", 1],
    ["strange.csv", null, undefined],
    ["empty.csv", null, undefined],
  ]);
  expect(result.files[1]!.problems).toMatchObject([
    {effect: "stop", reason: expect.stringContaining("cannot tell what it holds")},
  ]);
  expect(result.stops).toHaveLength(3);
  expect(text).toContain("a build would stop: 3 reasons");
  expect(text).toContain("no such file: missing.csv");
});

test("what no export supplies is told: which parts of the site stay empty, which metrics are not computed and why", async () => {
  const {result, text} = await check({"handoffs.csv": handoffs}, "  - files: handoffs.csv\n");
  const entities = result.missing.map(({entity}) => entity);
  expect(entities).toContain("people");
  expect(entities).not.toContain("handoffs");
  expect(result.absent_metrics.map(({metric}) => metric)).toContain("handoff_quality_score");
  expect(text).toMatch(/not supplied.*\n(.*\n)*  feedback +what AEs say/);
  expect(text).toMatch(/\n  acceptance_rate, time_to_accept_hours\n +When the AE accepted/);
});
