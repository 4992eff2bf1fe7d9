import {expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";
import {readHandoffs, type Cells} from "./given.js";

const BERLIN = {timezone: "Europe/Berlin"};
const held = (meeting_at: string, more: Cells = {}): Cells => ({meeting_id: "m", meeting_at, meeting_status: "held", ...more});

test("two business days after a Tuesday end on Thursday at closing time, in the configured zone", async () => {
  // 8 September 2026 is a Tuesday; 17:00 in Berlin is 15:00 UTC in summer.
  const db = await given({handoffs: [held("2026-09-08 08:00:00")]}, BERLIN);
  expect(await readHandoffs(db, "feedback_due_at", "acceptance_due_at")).toEqual([
    {feedback_due_at: "2026-09-10 15:00:00", acceptance_due_at: "2026-09-10 15:00:00"},
  ]);
});

test("a weekend and a holiday are no business days", async () => {
  // Friday 2 October, Saturday and Sunday, Monday a holiday: the second business day after is Wednesday.
  const db = await given({handoffs: [held("2026-10-02 08:00:00")]}, {...BERLIN, holidays: ["2026-10-05"]});
  expect(await readHandoffs(db, "feedback_due_at")).toEqual([{feedback_due_at: "2026-10-07 15:00:00"}]);
});

test("a meeting on a Saturday is due as if it had been on the Friday evening", async () => {
  const db = await given({handoffs: [held("2026-10-03 08:00:00")]}, BERLIN);
  expect(await readHandoffs(db, "feedback_due_at")).toEqual([{feedback_due_at: "2026-10-06 15:00:00"}]);
});

test("the local day decides: late evening in UTC is the next day in Tokyo", async () => {
  // Monday 20:00 UTC is Tuesday 05:00 in Tokyo; Thursday 17:00 there is 08:00 UTC.
  const db = await given({handoffs: [held("2026-09-07 20:00:00")]}, {timezone: "Asia/Tokyo"});
  expect(await readHandoffs(db, "feedback_due_at")).toEqual([{feedback_due_at: "2026-09-10 08:00:00"}]);
});

test("a deadline across the end of summer time keeps its local hour", async () => {
  // Friday 23 October 2026; clocks go back on Sunday 25; Tuesday 17:00 in Berlin is then 16:00 UTC.
  const db = await given({handoffs: [held("2026-10-23 08:00:00")]}, {...BERLIN, as_of: "2026-11-10T00:00:00Z"});
  expect(await readHandoffs(db, "feedback_due_at")).toEqual([{feedback_due_at: "2026-10-27 16:00:00"}]);
});

test("business hours to acceptance count opening hours only, across a change of the clock too", async () => {
  // Friday 27 March 2026 16:00 in Berlin (15:00 UTC) to Monday 10:30 (08:30 UTC): one hour on Friday, one and a half on Monday.
  const db = await given({handoffs: [held("2026-03-27 15:00:00", {accepted_at: "2026-03-30 08:30:00"})]}, BERLIN);
  expect(await readHandoffs(db, "time_to_accept_hours")).toEqual([{time_to_accept_hours: 2.5}]);
});

test("accepted before opening on the next day: only the hours left of the day of the meeting", async () => {
  // Monday 14:00 to 17:00 in Berlin, then Tuesday 07:00.
  const db = await given({handoffs: [held("2026-09-07 12:00:00", {accepted_at: "2026-09-08 05:00:00"})]}, BERLIN);
  expect(await readHandoffs(db, "time_to_accept_hours")).toEqual([{time_to_accept_hours: 3}]);
});

test("accepted before the meeting took no time; not accepted has no time", async () => {
  const rows = [
    held("2026-09-07 12:00:00", {accepted_at: "2026-09-07 09:00:00"}),
    {...held("2026-09-08 12:00:00"), meeting_id: "m2", contact_id: "c"},
  ];
  const db = await given({handoffs: rows});
  expect(await readHandoffs(db, "time_to_accept_hours as hours")).toEqual([{hours: 0}, {hours: null}]);
});

test("where acceptance comes before the meeting, its clock starts at the handoff", async () => {
  const stage_order = ["booked", "accepted", "held", "sql"];
  const row = held("2026-09-15 08:00:00", {handed_off_at: "2026-09-07 15:00:00", accepted_at: "2026-09-08 10:00:00"});
  const db = await given({handoffs: [row]}, {stage_order});
  // Monday 15:00–17:00 and Tuesday 9:00–10:00 UTC; due Wednesday at closing time. Feedback still waits for the meeting.
  expect(await readHandoffs(db, "time_to_accept_hours", "acceptance_due_at", "feedback_due_at")).toEqual([
    {time_to_accept_hours: 3, acceptance_due_at: "2026-09-09 17:00:00", feedback_due_at: "2026-09-17 17:00:00"},
  ]);
});

test("opening hours, days and deadlines are configuration", async () => {
  const config = {
    business_hours: {days: ["sun", "mon", "tue", "wed", "thu"], start: "08:00", end: "24:00"},
    feedback_due_business_days: 1,
    windows: {acceptance_rate: 3},
  };
  // Thursday 3 September: Friday and Saturday are off, Sunday ends at midnight.
  const db = await given({handoffs: [held("2026-09-03 10:00:00")]}, config);
  expect(await readHandoffs(db, "feedback_due_at", "acceptance_due_at")).toEqual([
    {feedback_due_at: "2026-09-07 00:00:00", acceptance_due_at: "2026-09-09 00:00:00"},
  ]);
});
