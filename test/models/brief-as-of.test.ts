import {describe, expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";
import type {Cells, Given} from "./given.js";

/** The meeting is on 10 September 2026 at 10:00 UTC. */
const row = (more: Cells = {}): Cells => ({
  handoff_id: "h",
  meeting_id: "m",
  meeting_at: "2026-09-10 10:00:00",
  booked_at: "2026-09-01 10:00:00",
  meeting_status: "held",
  ...more,
});
const file = (exported: string, ...rows: Cells[]) => ({rows, exported_at: `2026-${exported}`, source: 0});
const change = (changed: string, old_value: string | null, new_value: string | null, more: Cells = {}): Cells => ({
  entity: "handoffs",
  record_id: "h",
  field: "budget",
  changed_at: `2026-${changed}:00`,
  old_value,
  new_value,
  ...more,
});
const BUDGET = {brief: [{field: "budget"}]};

async function read(entities: Given, config: object = BUDGET) {
  const db = await given(entities, config);
  const [field] = await db.rows<{value: string}>(
    "select state, value, is_added_later as later from marts.brief_fields left join marts.brief_values using (handoff_id, field)",
  );
  const [handoff] = await db.rows(
    "select is_judged_late as late, is_brief_on_time as on_time, brief_completed_at as since, brief_lead_time_hours as lead from marts.handoffs",
  );
  return {...field, ...handoff};
}

describe("field history comes first", () => {
  test("the last change before the meeting's start holds; what came after is shown as added later", async () => {
    const history = [
      change("09-09 09:00", null, "30k"),
      change("09-10 10:00", "30k", "tbd"),
      change("09-12 09:00", "tbd", "50k"),
    ];
    expect(await read({handoffs: [row({budget: "50k"})], field_changes: history})).toEqual({
      state: "missing", value: "tbd", later: true, late: false, on_time: true, since: null, lead: null,
    }); // prettier-ignore
  });
  test("where all changes came after, the old value of the first one holds", async () => {
    const history = [change("09-12 09:00", null, "40k"), change("09-13 09:00", "40k", "50k")];
    expect(
      await read({handoffs: [row({budget: "50k", brief_updated_at: "2026-09-01 10:00:00"})], field_changes: history}),
    ).toMatchObject({state: "missing", value: null, later: true, late: false});
  });
  test("an emptied field was empty at the meeting", async () => {
    expect(
      await read({
        handoffs: [row({budget: "50k"})],
        field_changes: [change("09-08 09:00", "40k", null), change("09-11 09:00", null, "50k")],
      }),
    ).toMatchObject({state: "missing", value: null, later: true});
  });
  test("it may be kept under the meeting's id, and of accounts and contacts", async () => {
    expect(
      await read({handoffs: [row({budget: "50k"})], field_changes: [change("09-12 09:00", "30k", "50k", {record_id: "m"})]}),
    ).toMatchObject({value: "30k"});
    const entities = {
      handoffs: [row()],
      accounts: [{account_id: "acme", industry: "Retail"}],
      field_changes: [change("09-12 09:00", null, "Retail", {entity: "accounts", record_id: "acme", field: "industry"})],
    };
    expect(await read(entities, {brief: [{field: "industry"}]})).toMatchObject({state: "missing", later: true, late: false});
  });
});

describe("then exports", () => {
  test("the newest one made by the meeting's start holds, though a later one says more", async () => {
    const handoffs = [
      file("09-08 06:00:00", row({budget: "10k"})),
      file("09-10 10:00:00", row({budget: "20k"})),
      file("09-12 06:00:00", row({budget: "30k"})),
    ];
    expect(await read({handoffs})).toMatchObject({
      state: "filled",
      value: "20k",
      late: false,
      on_time: true,
      since: "2026-09-08 06:00:00",
    });
  });
  test("also before a later export whose brief was changed earlier", async () => {
    const handoffs = [
      file("09-08 06:00:00", row({budget: null})),
      file("09-12 06:00:00", row({budget: "30k", brief_updated_at: "2026-09-09 06:00:00"})),
    ];
    expect(await read({handoffs})).toMatchObject({state: "missing", later: true});
  });
  test("a file that does not have the column says nothing about it", async () => {
    const handoffs = [
      file("09-12 06:00:00", row({budget: "30k", brief_updated_at: "2026-09-09 06:00:00"})),
      file("09-08 06:00:00", row()),
    ];
    const [late, early] = handoffs;
    expect(
      await read({handoffs: [late!, {...early!, columns: ["handoff_id", "meeting_id", "meeting_at", "meeting_status"]}]}),
    ).toMatchObject({state: "filled", value: "30k", late: false});
  });
});

test("a later file without the brief's columns makes no brief late", async () => {
  const handoffs = [
    {...file("09-12 06:00:00", row()), columns: ["handoff_id", "meeting_id", "meeting_at", "meeting_status"]},
    file("09-08 10:00:00", row({budget: "30k"})),
  ];
  expect(await read({handoffs})).toMatchObject({
    state: "filled",
    late: false,
    on_time: true,
    since: "2026-09-08 10:00:00",
    lead: 48,
  });
});

describe("then the brief's own date", () => {
  test("at or before the meeting's start vouches for a later export", async () => {
    expect(await read({handoffs: [row({budget: "30k", brief_updated_at: "2026-09-10 10:00:00"})]})).toEqual({
      state: "filled", value: "30k", later: false, late: false, on_time: false, since: "2026-09-10 10:00:00", lead: 0,
    }); // prettier-ignore
  });
});

describe("else the earliest later export", () => {
  test("judges, and is marked as judged late", async () => {
    const handoffs = [
      file("09-14 06:00:00", row({budget: "40k"})),
      file("09-12 06:00:00", row({budget: "30k", brief_updated_at: "2026-09-11 06:00:00"})),
    ];
    expect(await read({handoffs})).toEqual({
      state: "filled",
      value: "30k",
      later: false,
      late: true,
      on_time: false,
      since: null,
      lead: null,
    });
  });
  test("fields of account and contact do not make a brief judged late", async () => {
    expect(
      await read({handoffs: [row()], accounts: [{account_id: "acme", industry: "Retail"}]}, {brief: [{field: "industry"}]}),
    ).toMatchObject({state: "filled", late: false});
  });
  test("optional fields do not make a brief judged late", async () => {
    expect(await read({handoffs: [row({objections: "price"})]}, {brief: [{field: "objections"}]})).toMatchObject({
      state: "filled",
      late: false,
    });
  });
});

describe("on time", () => {
  test("is complete 24 hours before, by history", async () => {
    const on = async (changed: string) => read({handoffs: [row({budget: "50k"})], field_changes: [change(changed, null, "50k")]});
    expect(await on("09-09 10:00")).toMatchObject({on_time: true, since: "2026-09-09 10:00:00", lead: 24});
    expect(await on("09-09 10:01")).toMatchObject({on_time: false, state: "filled", since: "2026-09-09 10:01:00"});
  });
  test("by an export made by then, or a date of the brief by then", async () => {
    expect(await read({handoffs: [file("09-09 10:00:00", row({budget: "10k"}))]})).toMatchObject({
      on_time: true,
      since: "2026-09-09 10:00:00",
      lead: 24,
    });
    expect(await read({handoffs: [row({budget: "10k", brief_updated_at: "2026-09-09 10:00:00"})]})).toMatchObject({
      on_time: true,
      lead: 24,
    });
  });
  test("not when a required field is missing, whatever the rest", async () => {
    const handoffs = [row({budget: "10k", brief_updated_at: "2026-09-05 10:00:00"})];
    expect(await read({handoffs}, {brief: [{field: "budget"}, {field: "timeline"}]})).toMatchObject({
      on_time: false,
      since: null,
    });
  });
  test("since when: the last required field to be filled, emptied ones anew", async () => {
    const timeline = (changed: string, old_value: string | null, new_value: string | null) =>
      change(changed, old_value, new_value, {field: "timeline"});
    const history = [
      change("09-02 10:00", null, "30k"),
      timeline("09-03 10:00", null, "Q4"),
      timeline("09-04 10:00", "Q4", "tbd"),
      timeline("09-07 10:00", "tbd", "Q1"),
      timeline("09-08 10:00", "Q1", "Q2"),
    ];
    const entities = {handoffs: [row({budget: "30k", timeline: "Q2"})], field_changes: history};
    expect(await read(entities, {brief: [{field: "budget"}, {field: "timeline"}]})).toMatchObject({
      on_time: true,
      since: "2026-09-07 10:00:00",
      lead: 72,
    });
  });
});

describe("a chain of several meetings", () => {
  const first = row({
    meeting_id: "m1",
    meeting_at: "2026-09-03 10:00:00",
    meeting_status: "rescheduled",
    budget: "10k",
    timeline: "Q3",
    brief_updated_at: "2026-09-02 10:00:00",
  });
  const config = {brief: [{field: "budget"}, {field: "timeline"}]};
  const values = async (second: Cells, third?: Cells) => {
    const db = await given({handoffs: [first, second, ...(third ? [third] : [])]}, config);
    return db.rows(
      "select field, value from marts.brief_fields left join marts.brief_values using (handoff_id, field) order by field",
    );
  };
  test("is briefed by the decisive slot's row; a blank cell comes from the latest earlier row", async () => {
    expect(await values(row({budget: "20k", timeline: null}))).toEqual([
      {field: "budget", value: "20k"},
      {field: "timeline", value: "Q3"},
    ]);
  });
  test("rows after the decisive slot say nothing about it", async () => {
    const third = row({meeting_id: "m3", meeting_at: "2026-09-20 10:00:00", budget: "99k"});
    expect(await values(row({budget: null, timeline: "Q4"}), third)).toEqual([
      {field: "budget", value: "10k"},
      {field: "timeline", value: "Q4"},
    ]);
  });
});
