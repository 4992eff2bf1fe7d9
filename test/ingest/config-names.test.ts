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

const tell = async (yaml: string, files: Record<string, string>) => {
  const {report} = await ingestFiles(files, `${yaml}\nsources:\n  - files: "*.csv"\n`);
  return report.problems
    .filter(({where}) => where.startsWith("teams"))
    .map(({where, what, hint}) => `${where}: ${what}; ${hint}`);
};

it("a team that no export of people names is told, and so are a manager and members whom it does not know", async () => {
  const people = "person_id,name,role,team,manager_id\nann,Ann Ode,sdr,West,eve\neve,Eve Ray,manager,,\n";
  const yaml = "teams: [{team: West, manager: eve}, {team: Wset, manager: ev}, {team: South, members: [ann, bo]}]";
  expect(await tell(yaml, {...FILES, "people.csv": people})).toEqual([
    'teams[1].team: "Wset" is no team in the export of people; nobody is in it; did you mean West?',
    'teams[1].manager: "ev" is nobody in the export of people; did you mean eve?',
    'teams[2].members[1]: "bo" is nobody in the export of people; name people by id, as the export of people has them',
  ]);
  expect(await tell(yaml, {"handoffs.csv": FILES["handoffs.csv"]})).toEqual([]);
});
