import {describe, expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";
import type {Cells} from "./given.js";

const meeting = (meeting_id: string, booked: string, slot: string, meeting_status: string | null, more: Cells = {}): Cells => ({
  meeting_id,
  booked_at: `2026-${booked} 10:00:00`,
  meeting_at: `2026-${slot} 10:00:00`,
  meeting_status,
  ...more,
});

/** Chains as lists of meeting ids, in order of slot. */
async function readChains(handoffs: Cells[], config: object = {}): Promise<string[]> {
  const db = await given({handoffs}, config);
  const rows = await db.rows<{chain: string}>(
    "select string_agg(meeting_id, ' ' order by slot_number) as chain from marts.slots group by handoff_id order by chain",
  );
  return rows.map((row) => row.chain);
}

describe("meetings with a handoff_id", () => {
  test("rows that share it are one chain, however far apart", async () => {
    const rows = [
      meeting("m1", "03-01", "03-05", "held", {handoff_id: "h"}),
      meeting("m2", "08-01", "09-01", "held", {handoff_id: "h"}),
    ];
    expect(await readChains(rows)).toEqual(["m1 m2"]);
  });
  test("rows with two ids are two chains, even when one follows the other", async () => {
    const rows = [
      meeting("m1", "09-01", "09-05", "canceled", {handoff_id: "h1"}),
      meeting("m2", "09-06", "09-10", "held", {handoff_id: "h2"}),
    ];
    expect(await readChains(rows)).toEqual(["m1", "m2"]);
  });
  test("a meeting without an id may follow one that has an id, and becomes part of its handoff", async () => {
    const db = await given({
      handoffs: [meeting("m1", "09-01", "09-05", "canceled", {handoff_id: "h1"}), meeting("m2", "09-06", "09-10", "held")],
    });
    expect(await db.rows("select handoff_id, slot_count, outcome from marts.handoffs")).toEqual([
      {handoff_id: "h1", slot_count: 2, outcome: "held"},
    ]);
  });
});

describe("meetings without a handoff_id", () => {
  test.each(["rescheduled", "canceled", "no_show"])("join a chain whose last slot was %s", async (status) => {
    expect(await readChains([meeting("m1", "09-01", "09-05", status), meeting("m2", "09-06", "09-10", "held")])).toEqual([
      "m1 m2",
    ]);
  });
  test.each(["held", "scheduled", null])("open their own chain after a slot that was %s", async (status) => {
    expect(await readChains([meeting("m1", "09-01", "09-05", status), meeting("m2", "09-06", "09-10", "held")])).toEqual([
      "m1",
      "m2",
    ]);
  });
  test("join when booked exactly 14 days after the slot, not a minute later", async () => {
    const first = meeting("m1", "09-01", "09-05", "no_show");
    expect(await readChains([first, meeting("m2", "09-19", "09-25", "held")])).toEqual(["m1 m2"]);
    expect(await readChains([first, {...meeting("m2", "09-19", "09-25", "held"), booked_at: "2026-09-19 10:01:00"}])).toEqual([
      "m1",
      "m2",
    ]);
  });
  test("the window is configuration", async () => {
    const rows = [meeting("m1", "09-01", "09-05", "no_show"), meeting("m2", "09-09", "09-15", "held")];
    expect(await readChains(rows, {reschedule_window_days: 3})).toEqual(["m1", "m2"]);
  });
  test("where the booking is not dated, the slot stands in", async () => {
    const first = meeting("m1", "09-01", "09-05", "no_show");
    const undated = (slot: string) => ({...meeting("m2", "09-01", slot, "held"), booked_at: null});
    expect(await readChains([first, undated("09-19")])).toEqual(["m1 m2"]);
    expect(await readChains([first, undated("09-20")])).toEqual(["m1", "m2"]);
  });
  test("are taken in order of slot, not of booking or of lines", async () => {
    const rows = [
      meeting("m3", "09-06", "09-20", "held"),
      meeting("m2", "09-07", "09-12", "rescheduled"),
      meeting("m1", "09-01", "09-05", "canceled"),
    ];
    expect(await readChains(rows)).toEqual(["m1 m2 m3"]);
  });
  test("another SDR's meeting with the same prospect is another handoff", async () => {
    const rows = [meeting("m1", "09-01", "09-05", "no_show"), meeting("m2", "09-06", "09-10", "held", {sdr_id: "other"})];
    expect(await readChains(rows)).toEqual(["m1", "m2"]);
  });
  test("the latest of several open chains is joined", async () => {
    const rows = [
      meeting("m1", "08-01", "09-01", "no_show", {handoff_id: "h1"}),
      meeting("m2", "08-02", "09-03", "no_show", {handoff_id: "h2"}),
      meeting("m3", "09-04", "09-08", "held"),
    ];
    expect(await readChains(rows)).toEqual(["m1", "m2 m3"]);
  });
  test("a chain that has been held is passed over for an earlier open one", async () => {
    const rows = [
      meeting("m1", "08-01", "09-01", "no_show", {handoff_id: "h1"}),
      meeting("m2", "08-02", "09-03", "held", {handoff_id: "h2"}),
      meeting("m3", "09-04", "09-08", "held"),
    ];
    expect(await readChains(rows)).toEqual(["m1 m3", "m2"]);
  });
});

describe("the same prospect", () => {
  const first = (more: Cells) => meeting("m1", "09-01", "09-05", "canceled", more);
  const second = (more: Cells) => meeting("m2", "09-06", "09-10", "held", more);
  test("is the same opportunity where both rows name one, whatever the contact", async () => {
    expect(
      await readChains([first({opportunity_id: "o1", contact_id: "c1"}), second({opportunity_id: "o1", contact_id: "c2"})]),
    ).toEqual(["m1 m2"]);
    expect(
      await readChains([first({opportunity_id: "o1", contact_id: "c1"}), second({opportunity_id: "o2", contact_id: "c1"})]),
    ).toEqual(["m1", "m2"]);
  });
  test("is the same account and contact where one row names no opportunity", async () => {
    expect(await readChains([first({opportunity_id: "o1", contact_id: "c1"}), second({contact_id: "c1"})])).toEqual(["m1 m2"]);
    expect(await readChains([first({contact_id: "c1"}), second({contact_id: "c2"})])).toEqual(["m1", "m2"]);
  });
  test("needs at least an account or a contact: two meetings with nobody named are two", async () => {
    expect(await readChains([first({account_id: null}), second({account_id: null})])).toEqual(["m1", "m2"]);
    expect(await readChains([first({account_id: null, contact_id: "c1"}), second({account_id: null, contact_id: "c1"})])).toEqual(
      ["m1 m2"],
    );
  });
});

test("a chain without an id is named by its first meeting, or by a stable text where meetings have none", async () => {
  const named = await given({handoffs: [meeting("m1", "09-01", "09-05", "held")]});
  expect(await named.rows("select handoff_id from marts.handoffs")).toEqual([{handoff_id: "chain:m1"}]);
  const rows = [{...meeting("m1", "09-01", "09-05", "held", {contact_id: "c"}), meeting_id: null}];
  const ids = async () =>
    (await (await given({handoffs: rows})).rows<{handoff_id: string}>("select handoff_id from marts.handoffs"))[0]!.handoff_id;
  expect(await ids()).toMatch(/^chain:[0-9a-f]{32}$/);
  expect(await ids()).toBe(await ids());
});

describe("an export with one row per handoff", () => {
  const exported = (day: string, slot: string, meeting_status: string) => ({
    rows: [{handoff_id: "h", booked_at: "2026-09-01 10:00:00", meeting_at: `2026-${slot} 10:00:00`, meeting_status}],
    exported_at: `2026-${day} 06:00:00`,
    source: 1,
  });
  const read = async (...files: ReturnType<typeof exported>[]) => {
    const db = await given({handoffs: files});
    return db.rows("select outcome, slot_count, first_slot_at, meeting_at from marts.handoffs");
  };
  test("shows a moved meeting when the next export has another slot in its place", async () => {
    expect(await read(exported("09-05", "09-10", "scheduled"), exported("09-20", "09-17", "held"))).toEqual([
      {outcome: "held", slot_count: 2, first_slot_at: "2026-09-10 10:00:00", meeting_at: "2026-09-17 10:00:00"},
    ]);
  });
  test("also when the meeting was moved forward: the old slot is not the last one", async () => {
    expect(await read(exported("09-02", "09-17", "scheduled"), exported("09-20", "09-10", "no_show"))).toEqual([
      {outcome: "no_show", slot_count: 2, first_slot_at: "2026-09-17 10:00:00", meeting_at: "2026-09-10 10:00:00"},
    ]);
  });
});
