import {describe, expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";
import {readHandoffs, type Cells, type Given} from "./given.js";

const held = (more: Cells = {}): Cells => ({
  handoff_id: "h",
  meeting_id: "m",
  meeting_at: "2026-09-01 10:00:00",
  meeting_status: "held",
  ...more,
});
const day = (number: number): string => `2026-09-${String(number).padStart(2, "0")} 12:00:00`;

async function read(handoff: Cells, columns: string[], more: Given = {}, config: object = {}) {
  const db = await given({handoffs: [held(handoff)], ...more}, config);
  return (await readHandoffs(db, ...columns))[0];
}

test("what a column does not say counts only up to the newest export that has the column", async () => {
  const row = (handoff_id: string, more: Cells = {}) =>
    held({handoff_id, meeting_id: handoff_id, account_id: handoff_id, ...more});
  const read = async (last: Cells) => {
    const files = [
      {source: 1, exported_at: "2026-09-20 06:00:00", rows: [row("a", {sql_at: day(5)}), row("b", {sql_at: null})]},
      {source: 1, exported_at: "2026-10-05 06:00:00", rows: [row("b", last), row("c", last)]},
      // Another source never had the column: of it the rule of before holds.
      {source: 2, exported_at: "2026-10-05 06:00:00", rows: [row("d")]},
    ];
    const db = await given({handoffs: files});
    return Object.fromEntries((await readHandoffs(db, "handoff_id", "sql_known_at")).map(({handoff_id, sql_known_at}) => [handoff_id, String(sql_known_at).slice(0, 10)])); // prettier-ignore
  };
  expect(await read({})).toEqual({a: "2026-09-20", b: "2026-09-20", c: "2026-09-20", d: "2026-10-05"});
  expect(await read({sql_at: null})).toEqual({a: "2026-10-05", b: "2026-10-05", c: "2026-10-05", d: "2026-10-05"});
});

describe("the first terminal event decides", () => {
  test("an SQL after a rejection is not one, and the handoff counts as reopened", async () => {
    const row = await read({rejected_at: day(2), rejection_reason: "no budget", sql_at: day(5)}, [
      "sql_at",
      "rejected_at",
      "rejection_reason",
      "is_reopened",
    ]);
    expect(row).toEqual({sql_at: null, rejected_at: day(2), rejection_reason: "no budget", is_reopened: true});
  });
  test("an SQL before a disqualification stands, and so does one at the same moment", async () => {
    for (const disqualified_at of [day(6), day(5)]) {
      const row = await read({sql_at: day(5), disqualified_at}, ["sql_at", "disqualified_at", "is_reopened"]);
      expect(row).toEqual({sql_at: day(5), disqualified_at: null, is_reopened: false});
    }
  });
  test("of acceptance and rejection the first is the AE's decision", async () => {
    expect(await read({accepted_at: day(2), rejected_at: day(3)}, ["accepted_at", "rejected_at", "is_reopened"])).toEqual({
      accepted_at: day(2),
      rejected_at: null,
      is_reopened: false,
    });
    expect(await read({accepted_at: day(4), rejected_at: day(3)}, ["accepted_at", "rejected_at", "is_reopened"])).toEqual({
      accepted_at: null,
      rejected_at: day(3),
      is_reopened: true,
    });
  });
  test("a disqualification between SQL and opportunity undoes the opportunity and the win, not the SQL", async () => {
    const opportunities = [{opportunity_id: "o", created_at: day(9), closed_at: day(20), is_closed: true, is_won: true}];
    const row = await read(
      {opportunity_id: "o", sql_at: day(5), disqualified_at: day(7)},
      ["sql_at", "opportunity_at", "won_at", "is_reopened", "stopped_by"],
      {opportunities},
    );
    expect(row).toEqual({sql_at: day(5), opportunity_at: null, won_at: null, is_reopened: true, stopped_by: "disqualified"});
  });
});

describe("what makes an SQL", () => {
  const columns = ["sql_at", "sql_known_at"];
  test("is handoffs.sql_at unless the configuration says otherwise", async () => {
    expect(await read({sql_at: day(5)}, columns)).toEqual({sql_at: day(5), sql_known_at: "2026-10-05 06:00:00"});
  });
  test("may be another date of the handoff", async () => {
    const row = await read({sql_at: day(5), accepted_at: day(3)}, columns, {}, {stages: {sql: {column: "accepted_at"}}});
    expect(row).toEqual({sql_at: day(3), sql_known_at: "2026-10-05 06:00:00"});
  });
  test("may be the first entry into a stage, known as far as the stage history was exported", async () => {
    const stage_changes = [
      {opportunity_id: "o", changed_at: day(8), to_stage: "qualified"},
      {opportunity_id: "o", changed_at: day(6), to_stage: "SQL"},
      {opportunity_id: "o", changed_at: day(4), to_stage: "Discovery"},
    ];
    const more: Given = {stage_changes: [{rows: stage_changes, exported_at: "2026-09-20 00:00:00"}]};
    const row = await read({opportunity_id: "o", sql_at: day(2)}, columns, more, {stages: {sql: {stage: ["sql", "Qualified"]}}});
    expect(row).toEqual({sql_at: day(6), sql_known_at: "2026-09-20 00:00:00"});
  });
  test("may be the AE's answer, dated when it was given", async () => {
    const feedback = [{feedback_id: "f", handoff_id: "h", submitted_at: day(3), will_advance: "yes"}];
    const row = await read({}, ["sql_at"], {feedback}, {stages: {sql: {feedback: {will_advance: "yes"}}}});
    expect(row).toEqual({sql_at: day(3)});
  });
  test("is unknown, not late, where its source is missing", async () => {
    expect(await read({}, columns, {}, {stages: {sql: {stage: "SQL"}}})).toEqual({sql_at: null, sql_known_at: null});
  });
});

describe("what makes an opportunity", () => {
  const columns = ["opportunity_at", "is_opportunity_before_meeting as before"];
  test("is its creation, but not before the SQL", async () => {
    const created = (created_at: string): Given => ({opportunities: [{opportunity_id: "o", created_at}]});
    expect(await read({opportunity_id: "o", sql_at: day(5)}, columns, created(day(9)))).toEqual({
      opportunity_at: day(9),
      before: false,
    });
    expect(await read({opportunity_id: "o", sql_at: day(5)}, columns, created("2026-08-01 12:00:00"))).toEqual({
      opportunity_at: day(5),
      before: true,
    });
  });
  test("may be a stage entered", async () => {
    const more: Given = {
      opportunities: [{opportunity_id: "o", created_at: day(2)}],
      stage_changes: [{opportunity_id: "o", changed_at: day(12), to_stage: "Proposal"}],
    };
    const config = {stages: {opportunity: {stage: "Proposal"}}};
    expect(await read({opportunity_id: "o"}, columns, more, config)).toEqual({opportunity_at: day(12), before: false});
    const db = await given({handoffs: [held({opportunity_id: "o"})], ...more}, config);
    expect(await db.rows("select opportunity_at, handoff_id from marts.opportunities")).toEqual([
      {opportunity_at: day(12), handoff_id: "h"},
    ]);
  });
  test("is won when it was closed as won; an expected closing date is no win", async () => {
    const closing = (is_won: boolean): Given => ({
      opportunities: [{opportunity_id: "o", created_at: day(2), closed_at: day(20), is_won, amount: 5000}],
    });
    expect(await read({opportunity_id: "o"}, ["won_at", "amount", "currency"], closing(true))).toEqual({
      won_at: day(20),
      amount: 5000,
      currency: "USD",
    });
    expect(await read({opportunity_id: "o"}, ["won_at", "amount", "currency"], closing(false))).toEqual({
      won_at: null,
      amount: 5000,
      currency: "USD",
    });
  });
});

test("an opportunity takes its scopes from its earliest handoff, else from its own people", async () => {
  const db = await given({
    people: [
      {person_id: "sdr", name: "Ines", team: "North"},
      {person_id: "sdr2", name: "Ola", team: "South"},
    ],
    handoffs: [
      held({opportunity_id: "o1", source: "event", ae_id: "ae", booked_at: day(1)}),
      held({handoff_id: "h2", meeting_id: "m2", opportunity_id: "o1", source: "inbound", booked_at: day(2)}),
    ],
    opportunities: [
      {opportunity_id: "o1", owner_id: "ae9", created_at: day(9)},
      {opportunity_id: "o2", owner_id: "ae9", sdr_id: "sdr2", created_at: day(9)},
    ],
  });
  expect(
    await db.rows("select opportunity_id, handoff_id, sdr_id, ae_id, team, source from marts.opportunities order by all"),
  ).toEqual([
    {opportunity_id: "o1", handoff_id: "h", sdr_id: "sdr", ae_id: "ae", team: "North", source: "event"},
    {opportunity_id: "o2", handoff_id: null, sdr_id: "sdr2", ae_id: "ae9", team: "South", source: null},
  ]);
});
