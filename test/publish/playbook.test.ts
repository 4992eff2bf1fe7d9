import {afterAll, beforeAll, describe, expect, it} from "vitest";
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
  expect(await make(undefined)).toEqual({exemplars: [], brief: null, authors: 0});
  expect(await make(["nobody"])).toEqual({exemplars: [], brief: null, authors: 0});
});

describe("a whole brief", () => {
  const BRIEF = {brief: ["pain_primary", "current_solution", "timeline", "budget", "champion", "objections"].map((field) => ({field, required: field !== "objections"}))}; // prettier-ignore
  const whole = {
    pain_primary: "20 contracts of Acme lapse a month unnoticed",
    current_solution: "3 shared sheets, one per country",
    timeline: "Contract with the present tool ends on 31 March 2027",
    budget: "40k approved by finance for this quarter",
    champion: "Pat Buyer, leads the audit of 9 sites",
    objections: "Fears 6 weeks of set-up",
  };
  const ask = async (brief: Cells, settings: object, more: Cells = {}) => {
    const own = await given(
      {
        people: [{person_id: "ann", name: "Ann Ode", role: "sdr"}, {person_id: "ben", name: "Ben Fry", role: "sdr"}, {person_id: "ae", name: "Eve Tran", role: "ae"}],
        accounts: [{account_id: "acme", name: "Acme Ltd"}],
        contacts: [{contact_id: "c", name: "Pat Buyer", title: "CFO"}],
        handoffs: [
          {...handoff("best", "ann", ""), account_id: "acme", ...brief, ...more},
          {...handoff("ben's", "ben", "5 people copy dates by hand each day")},
        ],
        feedback: [{feedback_id: "f", handoff_id: "best", quality_score: 9, submitted_at: "2026-09-11 10:00:00"}],
      },
      BRIEF,
    ); // prettier-ignore
    try {
      const config = parseConfig(JSON.stringify({company: "Test", ...BRIEF, ...settings}), "/test/baton.config.yaml");
      return (await makePlaybook({db: own, config, people: [{name: "Ann Ode"}, {name: "Eve Tran"}]})).brief;
    } finally {
      own.close();
    }
  };
  const agreed = {exemplars: "all", publish: {exemplar_brief: true, min_people: 2}};

  it("is shown without names, part by part", async () => {
    const brief = (await ask(whole, agreed))!;
    expect(brief).toMatchObject({rating: 9, became_sql: false, month: "2026-09"});
    expect(brief.fields.map(({field, text}) => [field, text])).toEqual([
      ["pain_primary", "20 contracts of the prospect lapse a month unnoticed"],
      ["current_solution", "3 shared sheets, one per country"],
      ["timeline", "Contract with the present tool ends on 31 March 2027"],
      ["budget", "40k approved by finance for this quarter"],
      ["champion", "The contact, leads the audit of 9 sites"],
      ["objections", "Fears 6 weeks of set-up"],
    ]);
  });
  it("is not shown unless the configuration asks for it, and enough have agreed", async () => {
    expect(await ask(whole, {exemplars: "all", publish: {min_people: 2}})).toBeNull();
    expect(await ask(whole, {exemplars: "all", publish: {exemplar_brief: true, min_people: 3}})).toBeNull();
    expect(await ask(whole, {...agreed, exemplars: ["ben"]})).toBeNull();
  });
  it("is none where a required part may name somebody, is missing, or the meeting was not held; an optional part that may is left out", async () => {
    const named = "6 teams wait for acme each week, says buyer";
    expect(await ask({...whole, budget: named}, agreed)).toBeNull();
    expect(await ask({...whole, timeline: ""}, agreed)).toBeNull();
    expect(await ask(whole, agreed, {meeting_status: "no_show"})).toBeNull();
    const less = (await ask({...whole, objections: named}, agreed))!;
    expect(less.fields.map(({field}) => field)).not.toContain("objections");
    expect(less.fields).toHaveLength(5);
  });
});
