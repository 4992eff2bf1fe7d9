import {describe, expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";
import type {Cells} from "./given.js";

/** A handoff as ingestion leaves it when its note was taken apart. */
const noted = (more: Cells = {}): Cells => ({
  handoff_id: "h",
  meeting_id: "m",
  contact_id: "c",
  meeting_at: "2026-09-10 10:00:00",
  meeting_status: "held",
  brief_text: "…",
  brief_unplaced: null,
  brief_certainty: 0.9,
  brief_from_note: null,
  ...more,
});

describe("a brief that is one note", () => {
  test("fills what the account's and the contact's records leave blank, and nothing else", async () => {
    const db = await given(
      {
        handoffs: [noted({brief_company: "Acme in the note", brief_industry: "SaaS", brief_contact_title: "CFO", budget: "40k", brief_from_note: "budget;brief_industry"})],
        accounts: [{account_id: "acme", name: "Acme", industry: null}],
        contacts: [{contact_id: "c", name: "Ann", title: "tbd"}],
      },
      {brief: [{field: "company"}, {field: "industry"}, {field: "contact_title"}, {field: "budget"}, {field: "timeline"}]},
    ); // prettier-ignore
    expect(
      await db.rows(
        "select field, state, value, came_from from marts.brief_fields left join marts.brief_values using (handoff_id, field) order by field",
      ),
    ).toEqual([
      {field: "budget", state: "filled", value: "40k", came_from: "note"},
      {field: "company", state: "filled", value: "Acme", came_from: "column"},
      {field: "contact_title", state: "missing", value: "tbd", came_from: null},
      {field: "industry", state: "filled", value: "SaaS", came_from: "note"},
      {field: "timeline", state: "missing", value: null, came_from: null},
    ]);
  });

  test("shows what could not be placed, how sure the split is and what it says of the meeting, as of the meeting's start", async () => {
    const file = (day: string, more: Cells) => ({rows: [noted(more)], exported_at: `2026-09-${day} 06:00:00`, source: 0});
    const db = await given({
      handoffs: [
        file("09", {brief_unplaced: "Cheers", brief_certainty: 0.75, brief_duration: "30 min"}),
        file("12", {brief_unplaced: "Bye", brief_certainty: 0.2, brief_duration: "45 min"}),
      ],
    });
    expect(await db.rows("from marts.brief_notes")).toEqual([
      {handoff_id: "h", variant: null, variant_label: null, certainty: 0.75, unplaced: "Cheers", meeting_time: null, duration: "30 min", touchpoints: null},
    ]); // prettier-ignore
  });

  test("is judged as it stood then; what a later note says is shown as added after the meeting", async () => {
    const file = (day: string, more: Cells) => ({rows: [noted(more)], exported_at: `2026-09-${day} 06:00:00`, source: 0});
    const db = await given(
      {handoffs: [file("09", {budget: null, timeline: "Q3"}), file("12", {budget: "40k", timeline: "Q4", brief_from_note: "budget;timeline"})]},
      {brief: [{field: "budget"}, {field: "timeline"}]},
    ); // prettier-ignore
    expect(
      await db.rows(
        "select field, state, value, after_value, is_added_later from marts.brief_fields left join marts.brief_values using (handoff_id, field) order by 1",
      ),
    ).toEqual([
      {field: "budget", state: "missing", value: null, after_value: "40k", is_added_later: true},
      {field: "timeline", state: "filled", value: "Q3", after_value: "Q4", is_added_later: false},
    ]);
  });
});

test("a company without notes has briefs of columns, and no certainty", async () => {
  const db = await given({
    handoffs: [{handoff_id: "h", meeting_at: "2026-09-10 10:00:00", meeting_status: "held", next_steps: "send it"}],
  });
  expect(await db.rows("select came_from from marts.brief_fields")).toEqual([{came_from: "column"}]);
  expect(await db.rows("select certainty, unplaced from marts.brief_notes")).toEqual([{certainty: null, unplaced: null}]);
});

test("a meeting without a brief misses every field; a brief whose meeting was cancelled is in no rate and has no fields", async () => {
  const db = await given({
    handoffs: [
      {handoff_id: "h1", meeting_at: "2026-09-10 10:00:00", meeting_status: "held"},
      {handoff_id: "h2", meeting_at: "2026-09-10 10:00:00", meeting_status: "canceled", canceled_at: "2026-09-01 10:00:00", next_steps: "send it"},
    ],
  }); // prettier-ignore
  expect(await db.rows("select handoff_id, state from marts.brief_fields")).toEqual([{handoff_id: "h1", state: "missing"}]);
  expect(await db.rows("select handoff_id, required_fields from marts.handoffs order by 1")).toEqual([
    {handoff_id: "h1", required_fields: 1},
    {handoff_id: "h2", required_fields: null},
  ]);
});

test("of two briefs for one handoff the decisive meeting's counts; what it leaves blank the earlier one tells", async () => {
  const slot = (id: string, day: string, status: string, more: Cells) => ({handoff_id: "h", meeting_id: id, meeting_at: `2026-09-${day} 10:00:00`, meeting_status: status, ...more}); // prettier-ignore
  const db = await given(
    {handoffs: [slot("m1", "03", "rescheduled", {budget: "10k", timeline: "Q3"}), slot("m2", "09", "held", {budget: "20k"})]},
    {brief: [{field: "budget"}, {field: "timeline"}]},
  );
  expect(
    await db.rows(
      "select field, value from marts.brief_fields left join marts.brief_values using (handoff_id, field) order by 1",
    ),
  ).toEqual([
    {field: "budget", value: "20k"},
    {field: "timeline", value: "Q3"},
  ]);
});
