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

const tellOf = async (yaml: string, files: Record<string, string>, section: string) => {
  const {report} = await ingestFiles(files, `${yaml}\nsources:\n  - files: "*.csv"\n`);
  return report.problems
    .filter(({where}) => where.startsWith(section))
    .map(({where, what, hint}) => `${where}: ${what}; ${hint}`);
};
const STAGES = "opportunity_id,changed_at,to_stage\no1,2026-09-01T10:00:00Z,Discovery\no2,2026-09-01T10:00:00Z,Proposal sent\n";

it("a stage that no opportunity has entered is told, and so is one without an export that could know it", async () => {
  const yaml = "stages: {sql: {stage: [discovery, Dicovery]}, opportunity: {stage: Closing}}";
  expect(await tellOf(yaml, {...FILES, "stage_changes.csv": STAGES}, "stages")).toEqual([
    'stages.sql.stage[1]: "Dicovery" is no stage in the export of stage_changes; did you mean Discovery?',
    'stages.opportunity.stage: "Closing" is no stage in the export of stage_changes; there are Discovery, Proposal sent',
  ]);
  expect((await tellOf(yaml, FILES, "stages"))[1]).toBe(
    'stages.opportunity.stage: "Closing" is dated by an export of stage_changes, and there is none; add one, or name a column',
  );
});

it("reasons of losses, AEs and segments of territory rules, and motions of variants are looked for in the exports", async () => {
  const handoffs = "handoff_id,sdr_id,ae_id,account_id,meeting_at,meeting_status,rejection_reason,segment,motion\nh1,ann,bob,a1,2026-09-01T10:00:00Z,held,Not our ICP,Mid,Product-led\n"; // prettier-ignore
  const files = {...FILES, "handoffs.csv": handoffs};
  const yaml = `loss_owners: {no_show: ae, "not our icp": sdr, not our icpp: sdr}
routing: [{territory: A, aes: [ann, anm], segment: Midd, region: East}]
brief_variants: [product_led, {variant: entreprise}]`;
  expect(await tellOf(yaml, files, "loss_owners")).toEqual([
    'loss_owners.not our icpp: "not our icpp" is no cause, and no reason in the export of handoffs; did you mean Not our ICP?',
  ]);
  expect(await tellOf(yaml, files, "routing")).toEqual([
    'routing[0].aes[1]: "anm" is nobody in the export of people; did you mean ann?',
    'routing[0].segment: "Midd" is no segment in the exports; did you mean Mid?',
  ]);
  expect(await tellOf(yaml, files, "brief_variants")).toEqual([
    'brief_variants[1]: "entreprise" is no motion of a handoff in the exports; there are Product-led',
  ]);
});
