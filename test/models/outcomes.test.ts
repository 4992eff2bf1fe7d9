import {describe, expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";
import {readHandoffs, type Cells, type Given} from "./given.js";

/** Exports are of 5 October 2026, 06:00 UTC. */
const slot = (number: number, at: string, meeting_status: string | null, more: Cells = {}): Cells => ({
  handoff_id: "h",
  meeting_id: `m${number}`,
  booked_at: "2026-08-01 09:00:00",
  meeting_at: `2026-${at}:00`,
  meeting_status,
  ...more,
});
const answer = (showed_up: string, more: Cells = {}): Cells => ({
  feedback_id: "f",
  handoff_id: "h",
  submitted_at: "2026-09-20 12:00:00",
  showed_up,
  ...more,
});

async function judge(handoffs: Cells[], feedback: Cells[] = [], config: object = {}) {
  const db = await given({handoffs, feedback}, config);
  const [row] = await db.rows(
    "select outcome, outcome_reason, meeting_at from intermediate.int_outcomes order by first_slot_at, handoff_id",
  );
  return [row!.outcome, row!.outcome_reason, String(row!.meeting_at).slice(5, 10)];
}

describe("held", () => {
  test("when any slot was held; the first held one is decisive", async () => {
    expect(
      await judge([slot(1, "09-01 10:00", "held"), slot(2, "09-08 10:00", "held"), slot(3, "09-09 10:00", "no_show")]),
    ).toEqual(["held", "status", "09-01"]);
  });
  test("also when a later slot lies ahead", async () => {
    expect(await judge([slot(1, "09-01 10:00", "held"), slot(2, "10-08 10:00", "scheduled")])).toEqual([
      "held",
      "status",
      "09-01",
    ]);
  });
  test("when the last past slot is still scheduled or blank and the AE says the prospect came", async () => {
    expect(await judge([slot(1, "09-01 10:00", "scheduled")], [answer("yes")])).toEqual(["held", "showed_up", "09-01"]);
    expect(await judge([slot(1, "09-01 10:00", "rescheduled"), slot(2, "09-08 10:00", null)], [answer("yes")])).toEqual([
      "held",
      "showed_up",
      "09-08",
    ]);
  });
});

describe("pending", () => {
  test("when an uncancelled slot lies ahead", async () => {
    expect(await judge([slot(1, "09-01 10:00", "no_show"), slot(2, "10-06 10:00", "scheduled")])).toEqual([
      "pending",
      "ahead",
      "10-06",
    ]);
  });
  test("ahead means after this source's own export, however late the others are", async () => {
    const entities = {
      handoffs: [{rows: [slot(1, "09-15 10:00", "scheduled")], exported_at: "2026-09-14 06:00:00"}],
      feedback: [{rows: [answer("no", {submitted_at: "2026-09-14 12:00:00"})], exported_at: "2026-10-05 06:00:00"}],
    };
    const db = await given(entities);
    expect(await readHandoffs(db, "outcome", "known_at")).toEqual([{outcome: "pending", known_at: "2026-09-14 06:00:00"}]);
  });
  test("but no longer once the AE has said after its start what became of it", async () => {
    const entities = {
      handoffs: [{rows: [slot(1, "09-15 10:00", "scheduled")], exported_at: "2026-09-14 06:00:00"}],
      feedback: [{rows: [answer("no")], exported_at: "2026-10-05 06:00:00"}],
    };
    const db = await given(entities);
    expect(await readHandoffs(db, "outcome", "outcome_reason")).toEqual([{outcome: "no_show", outcome_reason: "showed_up"}]);
  });
  test("nor for what is recorded as a no-show, though nothing else in the export is as new", async () => {
    const handoffs = [{rows: [slot(1, "09-15 10:00", "no_show")], exported_at: "2026-08-01 09:00:00"}];
    expect(await readHandoffs(await given({handoffs}), "outcome")).toEqual([{outcome: "no_show"}]);
  });
  test("as_of earlier than the export counts as the moment of knowing", async () => {
    expect(await judge([slot(1, "09-15 10:00", null)], [], {as_of: "2026-09-10T00:00:00Z"})).toEqual([
      "pending",
      "ahead",
      "09-15",
    ]);
  });
  test("while a rescheduled meeting may still be booked again", async () => {
    expect(await judge([slot(1, "09-21 06:01", "rescheduled")])).toEqual(["pending", "awaiting_reschedule", "09-21"]);
  });
  test("not because of a cancelled slot ahead", async () => {
    expect(await judge([slot(1, "10-08 10:00", "canceled")])).toEqual(["canceled", "status", "10-08"]);
  });
});

describe("canceled", () => {
  test("when a rescheduled meeting was not booked again: the source is known up to 14 days after the slot", async () => {
    expect(await judge([slot(1, "09-21 06:00", "rescheduled")])).toEqual(["canceled", "not_rebooked", "09-21"]);
  });
  test("by the prospect 24 hours before the slot or earlier; later it is a no-show", async () => {
    expect(await judge([slot(1, "09-10 10:00", "canceled", {canceled_at: "2026-09-09 10:00:00"})])).toEqual([
      "canceled",
      "status",
      "09-10",
    ]);
    expect(await judge([slot(1, "09-10 10:00", "canceled", {canceled_at: "2026-09-09 10:01:00"})])).toEqual([
      "no_show",
      "late_cancel",
      "09-10",
    ]);
    expect(
      await judge([slot(1, "09-10 10:00", "canceled", {canceled_at: "2026-09-09 10:01:00", canceled_by: "prospect"})]),
    ).toEqual(["no_show", "late_cancel", "09-10"]);
  });
  test("when nobody recorded the time of the cancellation", async () => {
    expect(await judge([slot(1, "09-10 10:00", "canceled")])).toEqual(["canceled", "status", "09-10"]);
  });
  test("the hours of a late cancellation are configuration", async () => {
    const rows = [slot(1, "09-10 10:00", "canceled", {canceled_at: "2026-09-09 10:01:00"})];
    expect(await judge(rows, [], {late_cancel_hours: 4})).toEqual(["canceled", "status", "09-10"]);
  });
});

describe("our side", () => {
  test("what we cancelled or missed is in no rate, however late it was", async () => {
    const late = {canceled_by: "us", canceled_at: "2026-09-10 09:59:00"};
    expect(await judge([slot(1, "09-10 10:00", "canceled", late)])).toEqual(["our_side", "us_canceled", "09-10"]);
    expect(await judge([slot(1, "09-10 10:00", "no_show", {no_show_by: "us"})])).toEqual(["our_side", "us_no_show", "09-10"]);
  });
  test("is forgotten once the meeting was booked again and held", async () => {
    expect(await judge([slot(1, "09-10 10:00", "canceled", {canceled_by: "us"}), slot(2, "09-12 10:00", "held")])).toEqual([
      "held",
      "status",
      "09-12",
    ]);
  });
});

describe("past and still scheduled", () => {
  test("without an answer of the AE nothing is guessed", async () => {
    expect(await judge([slot(1, "09-10 10:00", null)])).toEqual(["unknown", "not_recorded", "09-10"]);
  });
  test("the AE's no is a no-show", async () => {
    expect(await judge([slot(1, "09-10 10:00", "scheduled")], [answer("no")])).toEqual(["no_show", "showed_up", "09-10"]);
  });
  test("the AE's rescheduled waits for the new booking, and then counts as cancelled", async () => {
    expect(await judge([slot(1, "09-28 10:00", "scheduled")], [answer("rescheduled")])).toEqual([
      "pending",
      "awaiting_reschedule",
      "09-28",
    ]);
    expect(await judge([slot(1, "09-10 10:00", "scheduled")], [answer("rescheduled")])).toEqual([
      "canceled",
      "not_rebooked",
      "09-10",
    ]);
  });
  test("the last answer counts, and a recorded status more than any answer", async () => {
    const answers = [answer("no"), answer("yes", {feedback_id: "f2", submitted_at: "2026-09-21 12:00:00"})];
    expect(await judge([slot(1, "09-10 10:00", "scheduled")], answers)).toEqual(["held", "showed_up", "09-10"]);
    expect(await judge([slot(1, "09-10 10:00", "no_show")], answers)).toEqual(["no_show", "status", "09-10"]);
  });
});

describe("first slot", () => {
  const read = async (handoffs: Cells[], feedback: Cells[] = []) => {
    const db = await given({handoffs, feedback} satisfies Given);
    const [row] = await readHandoffs(
      db,
      "is_first_slot_counted as counted",
      "is_first_slot_held as held",
      "reschedule_count as moves",
    );
    return row;
  };
  test("counts when it was held, missed, moved or cancelled late by the prospect", async () => {
    expect(await read([slot(1, "09-01 10:00", "held")])).toEqual({counted: true, held: true, moves: 0});
    const second = slot(2, "09-08 10:00", "held");
    expect(await read([slot(1, "09-01 10:00", "rescheduled"), second])).toEqual({counted: true, held: false, moves: 1});
    expect(await read([slot(1, "09-01 10:00", "no_show"), second])).toEqual({counted: true, held: false, moves: 1});
    expect(await read([slot(1, "09-01 10:00", "canceled", {canceled_at: "2026-09-01 08:00:00"}), second])).toEqual({
      counted: true,
      held: false,
      moves: 1,
    });
  });
  test("does not count when it was cancelled early by the prospect, or cancelled or missed by us", async () => {
    const second = slot(2, "09-08 10:00", "no_show");
    for (const more of [
      {meeting_status: "canceled"},
      {meeting_status: "canceled", canceled_by: "us"},
      {meeting_status: "no_show", no_show_by: "us"},
    ]) {
      expect(await read([slot(1, "09-01 10:00", null, more), second])).toEqual({counted: false, held: false, moves: 1});
    }
  });
  test("does not count where the handoff is neither held nor missed", async () => {
    expect(await read([slot(1, "09-01 10:00", "canceled")])).toEqual({counted: false, held: false, moves: 0});
  });
  test("the AE's yes about an only slot makes it held", async () => {
    expect(await read([slot(1, "09-01 10:00", null)], [answer("yes")])).toEqual({counted: true, held: true, moves: 0});
  });
});
