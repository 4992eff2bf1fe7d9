import Papa from "papaparse";
import {beforeAll, describe, expect, it} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import type {Database} from "../../pipeline/db.js";
import {readWriteback, WRITEBACK_COLUMNS} from "../../pipeline/publish/writeback.js";
import {formatSafeCsv} from "../../pipeline/report.js";
import {given, type Cells} from "../models/given.js";

const SETTINGS = {
  brief: [{field: "pain_primary"}, {field: "budget"}, {field: "objections"}],
  qualification: [{criterion: "pain"}, {criterion: "duration"}],
  readiness: [{criterion: "meeting"}, {criterion: "routing", label: "=cmd|AE"}],
};
const meeting = (more: Cells): Cells => ({ae_id: "ae", meeting_status: "held", pain_primary: "Slow forecasts", budget: "tbd", ...more}); // prettier-ignore

describe("what goes back to the CRM", () => {
  let db: Database;
  const config = (more: object = {}) => parseConfig(JSON.stringify({...SETTINGS, ...more}), "/test/baton.config.yaml");
  beforeAll(async () => {
    const handoffs = [
      meeting({handoff_id: "old", meeting_at: "2026-09-05 05:59:59"}),
      meeting({handoff_id: "h1", meeting_id: "m0", opportunity_id: "o1", meeting_at: "2026-09-15 10:00:00", meeting_status: "rescheduled"}),
      meeting({handoff_id: "h1", meeting_id: "m1", opportunity_id: "o1", meeting_at: "2026-09-20 10:00:00", duration_minutes: 60, invite_accepted_at: "2026-09-16 10:00:00"}),
      meeting({meeting_id: "m2", contact_id: "c2", meeting_at: "2026-10-10 10:00:00", meeting_status: "scheduled", duration_minutes: 30, budget: "50k", pain_primary: ""}),
      meeting({handoff_id: "gone", contact_id: "c3", meeting_at: "2026-09-20 10:00:00", meeting_status: "canceled", canceled_by: "us"}),
    ]; // prettier-ignore
    db = await given({handoffs}, SETTINGS);
  });

  it("is a row per coming or recent handoff, by the CRM's own ids, with what is missing and what is not met", async () => {
    expect(await readWriteback(db, config())).toEqual([
      {
        handoff_id: "h1", meeting_id: "m1", opportunity_id: "o1", meeting_at: "2026-09-20T10:00:00Z", completeness_percent: 50, missing_fields: "Budget",
        msq_compliant: false, msq_not_met: "30 to 45 minutes agreed", msq_unknown: "", ready: false, ready_not_met: "", ready_unknown: "=cmd|AE",
      },
      {
        handoff_id: "", meeting_id: "m2", opportunity_id: "", meeting_at: "2026-10-10T10:00:00Z", completeness_percent: 50, missing_fields: "Primary pain",
        msq_compliant: false, msq_not_met: "Specific pain named", msq_unknown: "", ready: false,
        ready_not_met: "Meeting scheduled and accepted", ready_unknown: "=cmd|AE",
      },
    ]); // prettier-ignore
  });

  it("begins 30 days before the newest export, or where it is told to, in the configured zone", async () => {
    const ids = async (since: string, timezone = "UTC") =>
      (await readWriteback(db, config({timezone}), since)).map(({handoff_id, meeting_id}) => handoff_id || meeting_id);
    expect(await ids("2026-09-05")).toEqual(["old", "h1", "m2"]);
    expect(await ids("2026-09-21")).toEqual(["m2"]);
    expect(await ids("2026-09-20T11:30", "Europe/Berlin")).toEqual(["h1", "m2"]);
    await expect(readWriteback(db, config(), "soon")).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("soon"),
    });
  });

  it("is CSV that no spreadsheet takes for formulas, even over several lines, with a header without rows too", async () => {
    expect(formatSafeCsv(["a", "b"], [])).toBe("a,b\r\n");
    expect(formatSafeCsv(["a", "b", "c"], [{a: '=HYPERLINK("x")\nmore', b: -5, c: "\t+1"}])).toBe(
      'a,b,c\r\n"\'=HYPERLINK(""x"")\nmore",-5,"\'\t+1"\r\n',
    );
    const text = formatSafeCsv(WRITEBACK_COLUMNS, await readWriteback(db, config()));
    const {data} = Papa.parse<Record<string, string>>(text, {header: true, skipEmptyLines: true});
    expect(data[0]).toMatchObject({
      handoff_id: "h1",
      completeness_percent: "50",
      msq_compliant: "false",
      ready_unknown: "'=cmd|AE",
    });
  });
});
