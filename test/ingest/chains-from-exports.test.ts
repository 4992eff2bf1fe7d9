import {expect, test} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {runModels} from "../../pipeline/run/run.js";
import {writeSettings} from "../../pipeline/run/settings.js";
import {csv, ingestFiles} from "./given-files.js";

/** Handoffs as lines: number of slots, outcome, and their meetings in order of slot. */
async function readChains(files: Record<string, string>): Promise<string[]> {
  const {db} = await ingestFiles(files);
  await writeSettings(db, parseConfig("company: Test", "/test/baton.config.yaml"));
  await runModels(db);
  const rows = await db.rows<{line: string}>(`
    select concat_ws(' ', any_value(handoffs.slot_count), any_value(handoffs.outcome), string_agg(strftime(slots.meeting_at, '%d'), ' ' order by slots.slot_number)) as line
    from marts.handoffs as handoffs inner join marts.slots as slots using (handoff_id) group by handoff_id order by line`);
  return rows.map(({line}) => line);
}

const HEAD = "sdr_id,ae_id,account_id,contact_id,booked_at,meeting_at,meeting_status";
const FIRST = "ann,bob,a1,c1,2026-09-01T10:00:00Z,2026-09-05T10:00:00Z,rescheduled";
const SECOND = "ann,bob,a1,c1,2026-09-04T10:00:00Z,2026-09-12T10:00:00Z,held";
const LAST = "ann,bob,a2,c2,2026-09-20T10:00:00Z,2026-09-25T10:00:00Z,no_show";

test("canonical, one row per meeting, with a handoff id", async () => {
  const rows = [`h1,m1,${FIRST}`, `h1,m2,${SECOND}`, `h2,m3,${LAST}`];
  expect(await readChains({"handoffs.csv": csv(`handoff_id,meeting_id,${HEAD}`, ...rows)})).toEqual([
    "1 no_show 25",
    "2 held 05 12",
  ]);
});

test("canonical, one row per meeting, without a handoff id", async () => {
  const rows = [`m1,${FIRST}`, `m2,${SECOND}`, `m3,${LAST}`];
  expect(await readChains({"handoffs.csv": csv(`meeting_id,${HEAD}`, ...rows)})).toEqual(["1 no_show 25", "2 held 05 12"]);
});

test("canonical, without any id: people and slot tell meetings apart", async () => {
  expect(await readChains({"handoffs.csv": csv(HEAD, FIRST, SECOND, LAST)})).toEqual(["1 no_show 25", "2 held 05 12"]);
});

test("canonical, one row per handoff: a slot that was moved is known from the export before", async () => {
  const handoff = (slot: string, status: string) =>
    csv(`handoff_id,${HEAD}`, `h1,ann,bob,a1,c1,2026-09-01T10:00:00Z,2026-09-${slot}T10:00:00Z,${status}`);
  const {db} = await ingestFiles(
    {"2026-09-04/handoffs.csv": handoff("05", "scheduled"), "2026-09-14/handoffs.csv": handoff("12", "held")},
    `sources:\n  - files: "*/handoffs.csv"\n`,
  );
  await writeSettings(db, parseConfig("company: Test", "/test/baton.config.yaml"));
  await runModels(db);
  expect(await db.rows("select slot_count, outcome from marts.handoffs")).toEqual([{slot_count: 2, outcome: "held"}]);
});

test("Salesforce events: copies for invitees are no meetings of their own", async () => {
  const event = (id: string, contact: string, booked: string, slot: string, status: string, isChild: boolean) =>
    `00UA000000${id},005A000000bobbb,005A000000annnn,003A000000${contact},2026-09-${booked}T10:00:00Z,2026-09-${slot}T10:00:00Z,${status},${isChild}`;
  const rows = [
    event("aaaaa", "ccccc", "01", "05", "Rescheduled", false),
    event("aaaab", "ccccc", "01", "05", "Rescheduled", true),
    event("bbbbb", "ccccc", "04", "12", "Held", false),
    event("bbbbc", "ccccc", "04", "12", "Held", true),
    event("ddddd", "eeeee", "20", "25", "No Show", false),
  ];
  const file = csv("Id,OwnerId,CreatedById,WhoId,CreatedDate,StartDateTime,Meeting_Status__c,IsChild", ...rows);
  expect(await readChains({"Event.csv": file})).toEqual(["1 no_show 25", "2 held 05 12"]);
});

test("HubSpot meetings: outcomes in HubSpot's words, one record per meeting", async () => {
  const file = csv(
    "Record ID,Meeting name,Activity assigned to,Activity created by,Create date,Meeting start time,Meeting outcome,Associated Company IDs,Associated Contact IDs",
    "1,Demo,Bob Ray,Ann Orr,2026-09-01 10:00,2026-09-05 10:00,Rescheduled,11,21",
    "2,Demo,Bob Ray,Ann Orr,2026-09-04 10:00,2026-09-12 10:00,Completed,11,21",
    "3,Demo,Bob Ray,Ann Orr,2026-09-20 10:00,2026-09-25 10:00,No Show,12,22",
  );
  expect(await readChains({"meetings.csv": file})).toEqual(["1 no_show 25", "2 held 05 12"]);
});
