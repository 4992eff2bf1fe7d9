import {afterAll, beforeAll, expect, it} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import type {Database} from "../../pipeline/db.js";
import {makePlaybook} from "../../pipeline/publish/playbook.js";
import {given, type Cells} from "../models/given.js";

const CONFIG = {brief: [{field: "pain_primary"}, {field: "budget"}, {field: "contact_title"}]};
const handoff = (handoff_id: string, sdr_id: string, pain_primary: string, more: Cells = {}): Cells => ({
  handoff_id, sdr_id, ae_id: "ae", contact_id: "c", meeting_at: "2026-09-10 10:00:00", meeting_status: "held", pain_primary, ...more,
}); // prettier-ignore
let db: Database;

beforeAll(async () => {
  db = await given(
    {
      people: [{person_id: "ann", name: "Ann Ode", email: "ann@x.example.com", role: "sdr"}, {person_id: "ben", name: "Ben Fry", role: "sdr"}, {person_id: "ae", name: "Eve Tran", role: "ae"}],
      accounts: [{account_id: "acme", name: "Acme Ltd"}],
      contacts: [{contact_id: "c", name: "Pat Buyer", title: "CFO"}],
      handoffs: [
        handoff("well", "ann", "Acme's 20 contracts lapse a month, says Pat Buyer", {motion: "outbound"}),
        handoff("twin", "ann", "Acme's 30 contracts lapse a month, says Pat Buyer"),
        handoff("less", "ann", "2 audits were missed", {budget: "40k approved by finance"}),
        handoff("vague", "ann", "Wants growth"),
        handoff("missed", "ann", "9 tools for one process", {meeting_status: "no_show"}),
        handoff("other", "ben", "5 people copy dates by hand each day"),
        handoff("named", "ann", "6 teams wait for acme each week, says buyer"),
      ],
      feedback: [{feedback_id: "f", handoff_id: "well", quality_score: 9, submitted_at: "2026-09-11 10:00:00"}],
    },
    CONFIG,
  ); // prettier-ignore
});
afterAll(() => db.close());
const make = async (exemplars: unknown) => {
  const config = parseConfig(JSON.stringify({company: "Test", ...CONFIG, exemplars}), "/test/baton.config.yaml");
  return makePlaybook({db, config, people: [{name: "Ann Ode"}, {name: "Eve Tran"}]});
};

it("shows briefs of those who agreed, well rated first, without names, and nothing that is vague, doubtful, said already or of a missed meeting", async () => {
  const {exemplars, authors} = await make(["ann"]);
  expect(authors).toBe(1);
  expect(exemplars.map(({behaviour, text, rating}) => [behaviour, text, rating])).toEqual([
    ["pain_primary", "The prospect’s 20 contracts lapse a month, says the contact", 9],
    ["pain_primary", "2 audits were missed", null],
    ["budget", "40k approved by finance", null],
  ]);
  expect(exemplars[0]).toEqual({
    behaviour: "pain_primary",
    label: "Primary pain",
    text: expect.any(String),
    motion: "outbound",
    rating: 9,
    became_sql: false,
    month: "2026-09",
  });
});
it("an author may be named by e-mail address, and all means all", async () => {
  expect((await make(["ANN@x.example.com"])).authors).toBe(1);
  const {exemplars, authors} = await make("all");
  expect(authors).toBe(2);
  expect(exemplars.map(({text}) => text)).toContain("5 people copy dates by hand each day");
});
it("nobody has agreed unless it is said", async () => {
  expect(await make(undefined)).toEqual({exemplars: [], authors: 0});
  expect(await make(["nobody"])).toEqual({exemplars: [], authors: 0});
});
