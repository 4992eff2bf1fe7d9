import {describe, expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";
import type {Cells, Given} from "./given.js";

const handoff = (more: Cells = {}): Cells => ({
  handoff_id: "h",
  meeting_id: `m-${String(more.handoff_id ?? "h")}`,
  meeting_at: "2026-09-10 10:00:00",
  booked_at: "2026-09-01 08:00:00",
  assigned_at: "2026-09-01 09:00:00",
  meeting_status: "held",
  ae_id: "eve",
  ...more,
});
const GERMAN = {account_id: "acme", name: "Acme", country: "Germany", segment: "Mid-Market", employees: 400};
const DACH = {territory: "DACH", country: "Germany", ae_id: "eve"};

async function route(entities: Given, columns = ["verdict", "territory", "reason"], config: object = {}) {
  const db = await given({accounts: [GERMAN], handoffs: [handoff()], ...entities}, config);
  return db.rows(`select ${columns.join(", ")} from marts.routing order by handoff_id`);
}

describe("a handoff keeps the rule", () => {
  test("when its AE is in the rotation of the account's territory, and breaks it when another has it", async () => {
    const handoffs = [handoff({handoff_id: "a"}), handoff({handoff_id: "b", ae_id: "gus"})];
    expect(await route({handoffs, territories: [DACH]}, ["handoff_id", "verdict", "territory", "expected_ae_ids"])).toEqual([
      {handoff_id: "a", verdict: "kept", territory: "DACH", expected_ae_ids: ["eve"]},
      {handoff_id: "b", verdict: "broken", territory: "DACH", expected_ae_ids: ["eve"]},
    ]);
  });
  test("a blank cell of a rule fits any account", async () => {
    const anywhere = {territory: "Any", ae_id: "eve"};
    expect(await route({territories: [anywhere]})).toEqual([{verdict: "kept", territory: "Any", reason: null}]);
  });
  test("sizes are within their bounds, both included", async () => {
    const territories = [
      {territory: "Small", max_employees: 399, ae_id: "a1"},
      {territory: "Middle", min_employees: 400, max_employees: 400, ae_id: "a2"},
      {territory: "Large", min_employees: 401, ae_id: "a3"},
    ];
    const accounts = [399, 400, 401].map((employees) => ({...GERMAN, account_id: `n${employees}`, employees}));
    const handoffs = accounts.map(({account_id}) => handoff({handoff_id: account_id, account_id}));
    expect(await route({accounts, handoffs, territories}, ["handoff_id", "territory", "rule"])).toEqual([
      {handoff_id: "n399", territory: "Small", rule: "up to 399 employees"},
      {handoff_id: "n400", territory: "Middle", rule: "400–400 employees"},
      {handoff_id: "n401", territory: "Large", rule: "401 employees or more"},
    ]);
  });
  test("countries are the same under any of their names, and letters under any case", async () => {
    for (const country of ["DE", "deutschland", " GERMANY "]) {
      expect(await route({territories: [{...DACH, country, segment: "mid-market"}]})).toMatchObject([{verdict: "kept"}]);
    }
  });
});

describe("the most specific rule wins", () => {
  test("a country over its region, and a narrower range of sizes over a wider one", async () => {
    const territories = [
      {territory: "EMEA", region: "EMEA", ae_id: "eve"},
      {...DACH, region: "EMEA", ae_id: "gus"},
    ];
    expect(await route({handoffs: [handoff({region: "EMEA"})], territories})).toMatchObject([
      {verdict: "broken", territory: "DACH"},
    ]);
    const ranges = [
      {territory: "Wide", min_employees: 1, max_employees: 5000, ae_id: "gus"},
      {territory: "Narrow", min_employees: 250, max_employees: 999, ae_id: "eve"},
    ];
    expect(await route({territories: ranges})).toMatchObject([{verdict: "kept", territory: "Narrow"}]);
  });
  test("of rules that fit alike the handoff may go to any, and is told to be ambiguous", async () => {
    const territories = [
      {territory: "One", country: "Germany", ae_id: "gus"},
      {territory: "Two", country: "Germany", ae_id: "eve"},
    ];
    const columns = ["verdict", "territory", "is_ambiguous", "reason", "expected_ae_ids"];
    expect(await route({territories}, columns)).toEqual([
      {verdict: "kept", territory: "Two", is_ambiguous: true, reason: "ambiguous", expected_ae_ids: ["eve", "gus"]},
    ]);
    expect(await route({territories, handoffs: [handoff({ae_id: "kim"})]}, columns)).toMatchObject([
      {verdict: "broken", territory: "One", is_ambiguous: true},
    ]);
  });
});

describe("what is not known decides nothing", () => {
  const territories = [DACH, {territory: "Rest", ae_id: "gus"}];
  test("an account without a country may belong to a country's rule, so that no rule is certain", async () => {
    const accounts = [{...GERMAN, country: null}];
    expect(await route({accounts, territories})).toEqual([{verdict: "no_rule", territory: null, reason: "country_unknown"}]);
  });
  test("a size that no rule in question asks for is not missed", async () => {
    expect(await route({accounts: [{...GERMAN, employees: null}], territories})).toMatchObject([{verdict: "kept"}]);
  });
  test("a rule that an unknown cell could bring into play bars only what is less specific", async () => {
    const rules = [DACH, {territory: "Tiny", max_employees: 9, ae_id: "gus"}];
    expect(await route({accounts: [{...GERMAN, employees: null}], territories: rules})).toMatchObject([{territory: "DACH"}]);
    expect(await route({accounts: [{...GERMAN, country: "France", employees: null}], territories: rules})).toMatchObject([
      {verdict: "no_rule", reason: "employees_unknown"},
    ]);
  });
  test("an account that no export has, a handoff without an AE, and rules that fit nobody each say so", async () => {
    expect(await route({accounts: [], territories: [DACH]})).toMatchObject([{reason: "account_unknown"}]);
    expect(
      await route({handoffs: [handoff({ae_id: null})], territories: [DACH]}, ["verdict", "reason", "expected_ae_id"]),
    ).toEqual([{verdict: "no_rule", reason: "not_assigned", expected_ae_id: "eve"}]);
    expect(await route({territories: [{...DACH, country: "Spain"}]})).toMatchObject([{verdict: "no_rule", reason: "none_fits"}]);
    expect(await route({})).toMatchObject([{verdict: "no_rule", reason: "no_rules"}]);
  });
  test("a country lies in the region that the rules give it", async () => {
    const rules = [
      {...DACH, region: "EMEA", segment: "Enterprise", ae_id: "gus"},
      {territory: "EMEA rest", region: "EMEA", segment: "Mid-Market", ae_id: "eve"},
    ];
    expect(await route({territories: rules})).toMatchObject([{verdict: "kept", territory: "EMEA rest"}]);
  });
});

describe("the rule in force is that of the day of the assignment", () => {
  const columns = ["handoff_id", "verdict", "expected_ae_ids", "reason"];
  test("in the configured zone; an AE who joins later is named from then on", async () => {
    const territories = [
      {...DACH, ae_id: "eve", valid_from: "2026-01-01"},
      {...DACH, ae_id: "gus", valid_from: "2026-09-02"},
    ];
    // 22:30 UTC on the 1st is half past midnight on the 2nd in Berlin.
    const handoffs = [
      handoff({handoff_id: "before", ae_id: "gus", assigned_at: "2026-09-01 21:30:00"}),
      handoff({handoff_id: "from-then", ae_id: "gus", assigned_at: "2026-09-01 22:30:00"}),
      handoff({handoff_id: "too-early", booked_at: "2025-12-01 09:00:00", assigned_at: null}),
    ];
    expect(await route({handoffs, territories}, columns, {timezone: "Europe/Berlin"})).toEqual([
      {handoff_id: "before", verdict: "broken", expected_ae_ids: ["eve"], reason: null},
      {handoff_id: "from-then", verdict: "kept", expected_ae_ids: ["eve", "gus"], reason: null},
      {handoff_id: "too-early", verdict: "no_rule", expected_ae_ids: [], reason: "before_rules"},
    ]);
  });
  test("a row of the same AE, territory, country and segment with a later day replaces the earlier one", async () => {
    const territories = [
      {...DACH, max_employees: 999, valid_from: "2026-01-01"},
      {...DACH, max_employees: 300, valid_from: "2026-08-01"},
    ];
    expect(await route({territories})).toMatchObject([{verdict: "no_rule", reason: "none_fits"}]);
  });
  test("who has left the company is in no rotation any more", async () => {
    const people = [{person_id: "eve", role: "ae", ended_on: "2026-08-31"}];
    expect(await route({people, territories: [DACH, {...DACH, ae_id: "gus"}]}, columns)).toMatchObject([
      {verdict: "broken", expected_ae_ids: ["gus"]},
    ]);
  });
});

describe("the configuration's rules", () => {
  const routing = [{territory: "DACH", country: ["DE", "AT"], aes: ["gus", "eve"], context: "Works councils"}];
  test("stand in place of the export's", async () => {
    expect(
      await route({territories: [{territory: "Old", ae_id: "kim"}]}, ["verdict", "territory", "context"], {routing}),
    ).toEqual([{verdict: "kept", territory: "DACH", context: "Works councils"}]);
  });
  test("a later entry replaces the whole rotation", async () => {
    const later = [...routing, {territory: "DACH", country: ["DE", "AT"], aes: ["kim"], valid_from: "2026-08-01"}];
    expect(await route({}, ["verdict", "expected_ae_ids"], {routing: later})).toEqual([
      {verdict: "broken", expected_ae_ids: ["kim"]},
    ]);
  });
});

describe("next in turn", () => {
  const at = (hour: number) => `2026-09-01 ${String(hour).padStart(2, "0")}:00:00`;
  const series = (...aes: string[]) =>
    aes.map((ae_id, index) => handoff({handoff_id: `h${index}`, ae_id, booked_at: at(8), assigned_at: at(8 + index)}));
  const expected = async (entities: Given) => (await route(entities, ["expected_ae_id as ae"])).map(({ae}) => ae);
  const rotation = ["a", "b", "c"].map((ae_id) => ({...DACH, ae_id}));

  test("is who got a handoff of the territory longest ago, at first in the rule's own order", async () => {
    expect(await expected({handoffs: series("a", "b", "c", "c", "b"), territories: rotation})).toEqual(["a", "b", "c", "a", "a"]);
  });
  test("is not moved by what went to somebody outside the rotation", async () => {
    expect(await expected({handoffs: series("a", "x", "x"), territories: rotation})).toEqual(["a", "b", "b"]);
  });
  test("passes over whoever is away that day, unless everybody is", async () => {
    const away = (person_id: string) => ({person_id, role: "ae", absent_from: "2026-08-30", absent_to: "2026-09-01"});
    const handoffs = series("b");
    expect(await expected({handoffs, territories: rotation, people: [away("a")]})).toEqual(["b"]);
    expect(await expected({handoffs, territories: rotation, people: ["a", "b", "c"].map(away)})).toEqual(["a"]);
  });
});

describe("round robin", () => {
  const many = (ae_id: string, count: number, day: string) =>
    Array.from({length: count}, (_, index) => handoff({handoff_id: `${ae_id}${day}${index}`, ae_id, booked_at: `${day} 08:00:00`, assigned_at: `${day} 09:00:00`})); // prettier-ignore
  const shares = async (entities: Given) =>
    (await given({accounts: [GERMAN], ...entities})).rows(
      "select ae_id, handoffs, chances, round(share_got, 3) as got, round(share_due, 3) as due, reading from marts.round_robin order by ae_id",
    );
  const two = ["a", "b"].map((ae_id) => ({...DACH, ae_id}));

  test("a small difference is called even, a large one by its direction", async () => {
    expect(await shares({handoffs: [...many("a", 6, "2026-09-01"), ...many("b", 4, "2026-09-01")], territories: two})).toEqual([
      {ae_id: "a", handoffs: 6, chances: 10, got: 0.6, due: 0.5, reading: "even"},
      {ae_id: "b", handoffs: 4, chances: 10, got: 0.4, due: 0.5, reading: "even"},
    ]);
    expect(
      await shares({handoffs: [...many("a", 9, "2026-09-01"), many("b", 1, "2026-09-01")[0]!], territories: two}),
    ).toMatchObject([
      {ae_id: "a", got: 0.9, reading: "more"},
      {ae_id: "b", got: 0.1, reading: "less"},
    ]);
  });
  test("shares are of the time in the rotation: who joined later is due nothing from before", async () => {
    const territories = [two[0]!, {...two[1]!, valid_from: "2026-09-05"}];
    const handoffs = [...many("a", 4, "2026-09-01"), ...many("a", 2, "2026-09-06"), ...many("b", 2, "2026-09-06")];
    expect(await shares({handoffs, territories})).toMatchObject([
      {ae_id: "a", handoffs: 6, chances: 8, got: 0.75, due: 0.75},
      {ae_id: "b", handoffs: 2, chances: 4, got: 0.5, due: 0.5, reading: "too_few"},
    ]);
  });
  test("what went outside the rotation was nobody's turn, and nothing is due to whoever is away", async () => {
    const people = [{person_id: "b", role: "ae", absent_from: "2026-09-06", absent_to: "2026-09-07"}];
    const handoffs = [...many("x", 3, "2026-09-01"), ...many("b", 1, "2026-09-01"), ...many("a", 2, "2026-09-06")];
    expect(await shares({handoffs, territories: two, people})).toMatchObject([
      {ae_id: "a", handoffs: 2, chances: 3, due: 0.833},
      {ae_id: "b", handoffs: 1, chances: 1, due: 0.5},
    ]);
  });
});

describe("time to assign", () => {
  test("runs from booking to assignment; an assignment before the booking is no time", async () => {
    const handoffs = [
      handoff({handoff_id: "a", assigned_at: "2026-09-01 09:30:00"}),
      handoff({handoff_id: "b", assigned_at: "2026-08-31 09:30:00"}),
      handoff({handoff_id: "c", assigned_at: null}),
    ];
    expect(await route({handoffs}, ["time_to_assign_hours"])).toEqual([
      {time_to_assign_hours: 1.5},
      {time_to_assign_hours: null},
      {time_to_assign_hours: null},
    ]);
  });
});

describe("from hand to hand", () => {
  const people = ["eve", "gus", "kim"].map((person_id) => ({person_id, role: "ae", name: `${person_id} x`}));
  const read = async (entities: Given) =>
    (await given({people, ...entities})).rows("select step, from_id, to_id, changed_at from marts.reassignments order by step");
  test("field history tells each step, by id or by name", async () => {
    const change = (changed_at: string, old_value: string, new_value: string) =>
      ({entity: "handoffs", record_id: "h", field: "ae_id", changed_at, old_value, new_value}); // prettier-ignore
    const field_changes = [change("2026-09-02 10:00:00", "Eve X", "gus"), change("2026-09-03 10:00:00", "gus", "Kim X")];
    expect(await read({handoffs: [handoff({ae_id: "kim"})], field_changes})).toEqual([
      {step: 1, from_id: "eve", to_id: "gus", changed_at: "2026-09-02 10:00:00"},
      {step: 2, from_id: "gus", to_id: "kim", changed_at: "2026-09-03 10:00:00"},
    ]);
  });
  test("so do earlier exports, and the earlier meetings of a chain", async () => {
    const exports = [
      {rows: [handoff({ae_id: "gus"})], exported_at: "2026-09-02 00:00:00", source: 1},
      {rows: [handoff({ae_id: "eve"})], exported_at: "2026-09-12 00:00:00", source: 1},
    ];
    expect(await read({handoffs: exports})).toEqual([{step: 1, from_id: "gus", to_id: "eve", changed_at: null}]);
    const chain = [
      handoff({meeting_id: "m1", ae_id: "gus", meeting_status: "rescheduled"}),
      handoff({meeting_id: "m2", ae_id: "eve", meeting_at: "2026-09-12 10:00:00"}),
    ];
    expect(await read({handoffs: chain})).toEqual([{step: 1, from_id: "gus", to_id: "eve", changed_at: null}]);
  });
  test("a handoff that stayed has no step", async () => {
    expect(await read({handoffs: [handoff()]})).toEqual([]);
  });
});
