import {expect, test} from "vitest";
import {csv, ingestFiles} from "./given-files.js";

const HANDOFFS = csv("handoff_id,sdr_id,ae_id,account_id,meeting_at", "h1,s,a,x,2026-09-08T10:00");
const told = async (files: Record<string, string>, patterns: string) => {
  const {report, db} = await ingestFiles(files, `sources:\n${patterns}`);
  const health = await db.rows<{path: string; reason: string}>("select path, reason from raw.rejects where effect = 'told'");
  const found = report.problems.filter(({what}) => what.includes("not read by any source"));
  expect(health.map(({reason}) => reason).filter((reason) => reason.includes("not read by any source"))).toEqual(
    found.map(({what}) => what),
  );
  return found;
};

test("an export that no source's pattern matches is told where others of its folder are read, with what to do", async () => {
  const files = {
    "exports/handoffs-1.csv": HANDOFFS,
    "exports/new.csv": "a\n1\n",
    "exports/book.xlsx": "x",
    "exports/old/deals.csv": "a\n1\n",
  };
  expect(await told(files, "  - files: exports/handoffs-*.csv\n")).toEqual([
    {
      where: "exports",
      what: "2 files are not read by any source: book.xlsx, new.csv",
      hint: expect.stringContaining("npm run baton -- inspect exports/new.csv"),
    },
  ]);
});

test("what some source reads is not told, nor what lies beside the configuration or in folders of their own", async () => {
  const files = {
    "exports/handoffs.csv": HANDOFFS,
    "exports/deals.csv": csv("opportunity_id,account_id,stage", "o1,x,Won"),
    "notes.csv": "a\n1\n",
  };
  expect(await told(files, "  - files: exports/handoffs.csv\n  - files: exports/d*.csv\n")).toEqual([]);
  expect(await told(files, "  - files: exports\n")).toEqual([]);
  expect(await told({"handoffs.csv": HANDOFFS, "notes.csv": "a\n1\n"}, "  - files: handoffs.csv\n")).toEqual([]);
});
