import {describe, expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";
import {readHandoffs, type Cells} from "./given.js";

const BERLIN = {timezone: "Europe/Berlin"};
const held = (handoff_id: string, more: Cells = {}): Cells => ({
  handoff_id,
  meeting_id: `m-${handoff_id}`,
  meeting_at: "2026-09-28 08:00:00",
  meeting_status: "held",
  ae_id: "eve",
  ...more,
});
/** One that shows that decisions are recorded at all. */
const accepted = held("0", {meeting_at: "2026-09-01 08:00:00", accepted_at: "2026-09-01 12:00:00"});
const read = async (handoffs: Cells[], columns: string[], config: object = BERLIN) =>
  readHandoffs(await given({handoffs}, config), ...columns);

describe("the AE's decision", () => {
  test("is accepted, rejected, open until its deadline, then overdue; before the meeting there is none", async () => {
    // The export is of Monday 5 October 2026, 8:00 in Berlin.
    const handoffs = [
      accepted,
      held("1", {meeting_at: "2026-09-10 08:00:00", rejected_at: "2026-09-11 08:00:00"}),
      held("2", {meeting_at: "2026-09-28 08:00:00"}),
      held("3", {meeting_at: "2026-10-02 08:00:00"}),
      held("4", {meeting_at: "2026-10-06 08:00:00", meeting_status: "scheduled"}),
    ];
    expect((await read(handoffs, ["decision"])).map(({decision}) => decision)).toEqual([
      "accepted",
      "rejected",
      "overdue",
      "open",
      null,
    ]);
  });
  test("is nobody's to make after a no-show, nor once the handoff went on or was given up", async () => {
    const handoffs = [
      accepted,
      held("1", {meeting_at: "2026-09-10 08:00:00", meeting_status: "no_show"}),
      held("2", {meeting_at: "2026-09-11 08:00:00", sql_at: "2026-09-14 08:00:00"}),
      held("3", {meeting_at: "2026-09-12 08:00:00", disqualified_at: "2026-09-14 08:00:00"}),
    ];
    expect((await read(handoffs, ["decision"])).slice(1)).toEqual([{decision: null}, {decision: null}, {decision: null}]);
  });
  test("is asked of nobody where no export records any", async () => {
    expect(await read([held("1")], ["decision"])).toEqual([{decision: null}]);
  });
  test("is due from the handoff on where acceptance comes before the meeting", async () => {
    const early = {...BERLIN, stage_order: ["booked", "accepted", "held"]};
    const coming = {meeting_at: "2026-10-20 08:00:00", meeting_status: "scheduled"};
    const handoffs = [
      accepted,
      held("1", {...coming, handed_off_at: "2026-09-28 08:00:00"}),
      held("2", {...coming, meeting_at: "2026-10-21 08:00:00", handed_off_at: "2026-10-02 08:00:00"}),
      held("3", {...coming, meeting_at: "2026-10-22 08:00:00"}),
    ];
    expect((await read(handoffs, ["decision"], early)).slice(1)).toEqual([
      {decision: "overdue"},
      {decision: "open"},
      {decision: null},
    ]);
  });
});

describe("hours overdue", () => {
  const overdue = async (meeting_at: string, config: object) =>
    (
      await read([accepted, held("1", {meeting_at})], ["decision", "round(hours_overdue, 3) as hours"], {...BERLIN, ...config})
    )[1];
  test("are business hours since the deadline: a weekend adds nothing", async () => {
    // Due on Thursday 1 October at 17:00; Friday's eight hours are all until Monday 8:00.
    expect(await overdue("2026-09-29 08:00:00", {})).toEqual({decision: "overdue", hours: 8});
  });
  test("nor does a holiday, which also puts the deadline off", async () => {
    expect(await overdue("2026-09-29 08:00:00", {holidays: ["2026-10-02"]})).toEqual({decision: "overdue", hours: 0});
    expect(await overdue("2026-09-29 08:00:00", {holidays: ["2026-10-01"]})).toEqual({decision: "overdue", hours: 0});
  });
  test("across the end of summer time a business day keeps its hours", async () => {
    // Due on Friday 23 October at 17:00; clocks go back on Sunday; Monday 26 until 12:00 in Berlin is 11:00 UTC.
    const db = await given(
      {handoffs: [{rows: [accepted, held("1", {meeting_at: "2026-10-21 08:00:00"})], exported_at: "2026-10-26 11:00:00"}]},
      BERLIN,
    );
    expect((await readHandoffs(db, "decision", "hours_overdue"))[1]).toEqual({decision: "overdue", hours_overdue: 3});
  });
  test("none are counted beyond what the export knows", async () => {
    const db = await given(
      {handoffs: [{rows: [accepted, held("1", {meeting_at: "2026-09-29 08:00:00"})], exported_at: "2026-10-01 12:00:00"}]},
      {...BERLIN, as_of: "2026-10-20T00:00:00Z"},
    );
    expect((await readHandoffs(db, "decision", "hours_overdue"))[1]).toEqual({decision: "open", hours_overdue: null});
  });
});

describe("accepted in bulk", () => {
  const bulk = {...BERLIN, bulk_acceptance: {handoffs: 3, minutes: 2}};
  const accept = (time: string, more: Cells = {}) =>
    held(time, {meeting_at: `2026-09-01 ${time}`, accepted_at: `2026-09-02 ${time}`, ...more});
  const flags = async (handoffs: Cells[], config: object = bulk) =>
    (await read(handoffs, ["is_auto_accepted as flag"], config)).map(({flag}) => flag);

  test("is as many of one AE's as configured within as many minutes, wherever the two minutes begin", async () => {
    const times = ["10:00:00", "10:01:30", "10:03:00", "10:03:30", "10:06:00"];
    expect(await flags(times.map((time) => accept(time)))).toEqual([false, true, true, true, false]);
  });
  test("exactly the configured minutes apart still counts, a second more does not", async () => {
    expect(await flags(["10:00:00", "10:01:00", "10:02:00"].map((time) => accept(time)))).toEqual([true, true, true]);
    expect(await flags(["10:00:00", "10:01:00", "10:02:01"].map((time) => accept(time)))).toEqual([false, false, false]);
  });
  test("two AEs at one moment are no bulk, nor are days without a time", async () => {
    const others = ["10:00:00", "10:00:01"].map((time) => accept(time));
    expect(await flags([...others, accept("10:00:02", {ae_id: "gus"})])).toEqual([false, false, false]);
    // Midnight in Berlin.
    const days = ["10:00:00", "11:00:00", "12:00:00"].map((time) => accept(time, {accepted_at: "2026-09-01 22:00:00"}));
    expect(await flags(days)).toEqual([false, false, false]);
  });
  test("at zero minutes only the same second counts", async () => {
    const same = {...BERLIN, bulk_acceptance: {handoffs: 2, minutes: 0}};
    const at = (time: string, accepted_at: string) => accept(time, {accepted_at: `2026-09-02 ${accepted_at}`});
    expect(await flags([at("10:00:00", "12:00:00"), at("11:00:00", "12:00:00"), at("12:00:00", "12:00:01")], same)).toEqual([
      true,
      true,
      false,
    ]);
  });
  test("counts as accepted all the same", async () => {
    const rows = await read(["10:00:00", "10:00:01", "10:00:02"].map((time) => accept(time)), ["decision"], bulk); // prettier-ignore
    expect(rows.map(({decision}) => decision)).toEqual(["accepted", "accepted", "accepted"]);
  });
});
