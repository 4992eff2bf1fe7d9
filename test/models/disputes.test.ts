import {expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";

const dispute = (record_id: string, metric: string | null = null, resolved_at: string | null = null) => ({
  record_id, metric, raised_at: "2026-09-20 10:00:00", resolved_at,
}); // prettier-ignore

test("a dispute marks the handoff, by its id, a meeting's or an answer's, the opportunity or the lead, until it is resolved", async () => {
  const db = await given({
    handoffs: [
      {handoff_id: "h1", meeting_id: "m1", meeting_at: "2026-09-01 10:00:00"},
      {handoff_id: "h2", meeting_id: "m2", meeting_at: "2026-09-02 10:00:00"},
      {handoff_id: "h3", meeting_id: "m3", meeting_at: "2026-09-03 10:00:00"},
      {handoff_id: "h4", meeting_id: "m4", meeting_at: "2026-09-04 10:00:00"},
    ],
    feedback: [{feedback_id: "f3", handoff_id: "h3", submitted_at: "2026-09-05 10:00:00"}],
    opportunities: [{opportunity_id: "o1", created_at: "2026-09-05 10:00:00"}],
    leads: [{lead_id: "l1", created_at: "2026-09-01 10:00:00"}],
    disputes: [
      dispute("h1", "Show rate"),
      dispute("m2"),
      dispute("f3", "feedback_quality"),
      dispute("h4", null, "2026-09-21 10:00:00"),
      dispute("o1", "win_rate"),
      dispute("l1"),
      dispute("nowhere"),
    ],
  });
  const rows = await db.rows("select mart, record_id, metric from intermediate.int_disputes order by mart, record_id");
  expect(rows.map((row) => Object.values(row).join(" "))).toEqual([
    "handoffs h1 show_rate",
    "handoffs h2 ",
    "handoffs h3 feedback_quality",
    "leads l1 ",
    "opportunities o1 win_rate",
  ]);
  expect(await db.rows("select handoff_id from marts.handoffs where disputed order by 1")).toEqual([
    {handoff_id: "h1"},
    {handoff_id: "h2"},
    {handoff_id: "h3"},
  ]);
});
