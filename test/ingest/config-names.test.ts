import {expect, it} from "vitest";
import {ingestFiles} from "./given-files.js";

const FILES = {
  "people.csv": "person_id,name,email,role\nann,Ann Ode,Ann@x.example.com,sdr\n",
  "handoffs.csv": "handoff_id,sdr_id,ae_id,account_id,meeting_at,meeting_status\nh1,ann,bob,a1,2026-09-01T10:00:00Z,held\n",
};
const ingest = async (exemplars: string, files: Record<string, string> = FILES) => {
  const {report} = await ingestFiles(files, `exemplars: ${exemplars}\nsources:\n  - files: "*.csv"\n`);
  return report.problems
    .filter(({where}) => where.startsWith("exemplars"))
    .map(({where, what, hint}) => `${where}: ${what}; ${hint}`);
};

it("a name under exemplars that nobody has is told, with who may have been meant", async () => {
  expect(await ingest("[ann, ANN@x.example.com, anm]")).toEqual([
    'exemplars[2]: "anm" is nobody in the export of people; no brief of theirs is shown; did you mean ann?',
  ]);
});
it("nothing is told where all have agreed, or no export knows people", async () => {
  expect(await ingest("all")).toEqual([]);
  expect(await ingest("[anm]", {"handoffs.csv": FILES["handoffs.csv"]})).toEqual([]);
});
