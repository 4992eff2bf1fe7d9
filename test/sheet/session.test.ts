import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import type {Database} from "../../pipeline/db.js";
import {readSession, type Session} from "../../pipeline/sheet/read-session.js";
import {writeSession} from "../../pipeline/sheet/write-session.js";
import {given, type Cells} from "../models/given.js";

const CONFIG = {timezone: "Europe/Berlin", brief: [{field: "budget"}, {field: "timeline"}]};
const config = parseConfig(JSON.stringify({company: "Test & Co", ...CONFIG}), "/test/baton.config.yaml");
const handoff = (handoff_id: string, meeting_at: string, more: Cells = {}): Cells => ({
  handoff_id, meeting_at, sdr_id: "ann", ae_id: "eve", meeting_status: "held", handed_off_at: "2026-09-01 08:00:00", ...more,
}); // prettier-ignore
let db: Database;

beforeAll(async () => {
  db = await given(
    {
      people: [{person_id: "ann", name: "Ann Ode", email: "ann@x.example.com", role: "sdr"}, {person_id: "eve", name: "Eve Tran", role: "ae"}, {person_id: "gus", name: "Gus Ray", role: "ae"}, {person_id: "ben", name: "Ben Fry", role: "sdr"}],
      accounts: [{account_id: "acme", name: "Acme <b>"}],
      handoffs: [
        handoff("owed", "2026-09-28 10:00:00", {budget: "40k from finance", confirmation_sent_at: "2026-09-27 08:00:00"}),
        handoff("answered", "2026-09-14 10:00:00", {timeline: "Q4 2026"}),
        handoff("late", "2026-09-07 10:00:00", {budget: "30k from finance", timeline: "Q4 2026"}),
        handoff("missed", "2026-09-08 10:00:00", {meeting_status: "no_show"}),
        handoff("old", "2026-01-05 10:00:00"),
        handoff("other's", "2026-09-15 10:00:00", {ae_id: "gus"}),
        handoff("colleague's", "2026-09-15 10:00:00", {sdr_id: "ben"}),
      ],
      feedback: [
        {feedback_id: "f1", handoff_id: "answered", submitted_at: "2026-09-14 12:00:00", missing: "No word on <money>", quality_score: 3},
        {feedback_id: "f2", handoff_id: "late", submitted_at: "2026-09-25 12:00:00", quality_score: 9},
        {feedback_id: "f3", handoff_id: "other's", submitted_at: "2026-09-16 12:00:00", missing: "Not for Eve", quality_score: 9},
      ],
    },
    CONFIG,
  ); // prettier-ignore
});
afterAll(() => db.close());
const read = (more: Partial<{sdr: string; ae: string}> = {}): Promise<Session> =>
  readSession(db, config, {sdr: "ann", ae: "eve", ...more});

describe("a talk between an SDR and an AE", () => {
  it("is about this pair’s meetings of the last half-year alone", async () => {
    expect(await read()).toMatchObject({
      handoffs: 4,
      held: 3,
      from: "2026-09-07",
      to: "2026-09-28",
      sdr: {name: "Ann Ode"},
      ae: {name: "Eve Tran"},
    });
  });
  it("shows what briefs left open, most frequent first, and what was confirmed", async () => {
    const {fields, confirmed, synced} = await read();
    expect(fields).toEqual([{label: "Budget", open: 2, of: 4}, {label: "Timeline", open: 2, of: 4}]); // prettier-ignore
    expect(confirmed).toEqual({done: 1, of: 4});
    // No export tells of talks, so nothing is said of them.
    expect(synced).toEqual({done: 0, of: 0});
  });
  it("shows what was answered, late, and is still owed", async () => {
    const {answered, answered_late, owed, comments} = await read();
    expect({answered, answered_late}).toEqual({answered: {done: 2, of: 3}, answered_late: 1});
    expect(owed).toEqual([{account: "Acme <b>", meeting_at: "2026-09-28T10:00:00Z"}]);
    expect(comments.map(({missing}) => missing)).toEqual(["No word on <money>"]);
  });
  it("names nobody else, rates nobody, and shows texts as they are", async () => {
    const html = writeSession(await read());
    expect(html).toContain("Budget: open in 2 of 4 briefs");
    expect(html).toContain("<blockquote><bdi>No word on &lt;money&gt;</bdi></blockquote>");
    expect(html).not.toMatch(/Gus|Ben|Not for Eve|<script|<b>|quality|rating/);
    expect(html).toContain("Test &amp; Co");
  });
  it("says so where the two have met nobody together, or one of them is nobody", async () => {
    const session = await read({sdr: "ben", ae: "gus"});
    expect(session).toMatchObject({handoffs: 0, fields: [], owed: []});
    expect(writeSession(session)).toContain("No handoff between these two in the last 26 weeks.");
    await expect(read({sdr: "Ann Od"})).rejects.toThrow('--sdr: no SDR "Ann Od"; did you mean Ann Ode?');
    await expect(read({ae: "ann"})).rejects.toThrow('--ae: no AE "ann"');
    expect((await read({sdr: "ANN@x.example.com", ae: "eve tran"})).handoffs).toBe(4);
  });
});
