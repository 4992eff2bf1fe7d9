import {afterAll, beforeAll, expect, it} from "vitest";
import {chainHandoffs} from "../reference/handoffs.js";
import {monthOf, type Member} from "../reference/metrics.js";
import {instant, type Cells} from "../reference/read.js";
import {countBy, describeReal, expectSums, openReal, readLedger, readReal, readSums, type Real} from "./real-input.js";

const NAME = "crm_leads_activity_opp";
const ZONE = "America/Chicago";
const AS_OF = Date.parse("2025-07-08T12:00:00Z");

describeReal(NAME, "leads, activities and opportunities of no known system", () => {
  const activities = readReal(NAME, "Activity.csv");
  const leads = readReal(NAME, "Leads.csv");
  const contacts = readReal(NAME, "Contacts.csv");
  const opportunities = readReal(NAME, "Opportunity.csv");
  const at = (text: string | undefined) => instant(text, ZONE);
  const done = activities.filter((row) => row.Completed === "True");
  const meetings = activities.filter((row) => row.ActivityType === "Meeting" || row.ActivityType === "Demo");
  const chains = chainHandoffs(
    meetings.map((row): Cells => ({
      handoff_id: row.ActivityID!,
      meeting_id: row.ActivityID!,
      sdr_id: "sales",
      lead_id: row.LeadID!,
      meeting_at: row.DueDate!,
      meeting_status: row.Completed === "True" ? "held" : "scheduled",
    })),
    new Map(),
    {zone: ZONE, asOf: AS_OF, rescheduleDays: 14, lateCancelHours: 24, businessDays: 2, closes: "17:00", holidays: new Set()},
  );
  let real: Real;

  beforeAll(async () => {
    real = await openReal(NAME);
  });
  afterAll(() => real.db.close());

  it("takes one file for activities and for meetings, and accounts for the rows it leaves out of each", async () => {
    const line = (file: string, entity: string, read: number, loaded: number) =>
      `${file}.csv ${entity}: ${read} = ${loaded} + 0 + 0 + ${read - loaded}`;
    expect(await readLedger(real.db)).toEqual([
      line("Activity", "activities", activities.length, done.length),
      line("Activity", "handoffs", activities.length, meetings.length),
      line("Contacts", "contacts", contacts.length, contacts.length),
      line("Leads", "leads", leads.length, leads.length),
      line("Opportunity", "opportunities", opportunities.length, opportunities.length),
    ]);
  });

  it("maps the file's own words for channels", async () => {
    const rows = await real.db.rows<{channel: string; n: number}>(
      "select channel, count(*) as n from staging.stg_activities group by channel",
    );
    const channels: Cells = {Call: "call", Email: "email", Meeting: "meeting", Demo: "meeting", "Follow-up": "other"};
    expect(Object.fromEntries(rows.map(({channel, n}) => [channel, n]))).toEqual(
      countBy(done, (row) => channels[row.ActivityType!]!),
    );
  });

  it("says of each meeting whether it was held, lies ahead, or was never recorded", async () => {
    const rows = await real.db.rows<{outcome: string; n: number}>(
      "select outcome, count(*) as n from marts.handoffs group by outcome",
    );
    expect(Object.fromEntries(rows.map(({outcome, n}) => [outcome, n]))).toEqual(countBy(chains, (chain) => chain.outcome));
  });

  it("counts only meetings with a known outcome in the show rate, by month and by the lead's source", () => {
    const sources = new Map(leads.map((lead) => [lead.LeadID, lead.LeadSource!]));
    const members = chains
      .filter((chain) => chain.outcome === "held")
      .map((chain): Member => ({
        sdr: "sales",
        ae: "",
        source: sources.get(chain.cell("lead_id"))!,
        datedAt: chain.meetingAt,
        isMature: true,
        numerator: 1,
      }));
    expect(members.length).toBeGreaterThan(50);
    expect(readSums(real.metrics, "show_rate", "company", "month")).toEqual(
      expectSums(members, (one) => ` ${monthOf(one.datedAt, ZONE)}`),
    );
    expect(readSums(real.metrics, "show_rate", "source", "all")).toEqual(expectSums(members, (one) => `${one.source} `));
  });

  it("ties each opportunity to the meeting whose number it shares", async () => {
    const ids = new Set(meetings.map((row) => row.ActivityID));
    const [found] = await real.db.rows<{n: number}>("select count(*) as n from marts.opportunities where handoff_id is not null");
    expect(found!.n).toBe(opportunities.filter((row) => ids.has(row.ActivityID)).length);
  });

  it("counts meetings per lead, and no lead as worked, since no date says so", async () => {
    const perLead = countBy(meetings, (row) => row.LeadID!);
    const rows = await real.db.rows<{lead_id: string; n: number}>(
      "select lead_id, meetings_booked as n from marts.leads where meetings_booked > 0",
    );
    expect(Object.fromEntries(rows.map(({lead_id, n}) => [lead_id, n]))).toEqual(perLead);
    const names = new Set(real.metrics.map(({metric}) => metric));
    for (const metric of ["lead_qualification_rate", "speed_to_lead_hours", "meeting_booking_rate"])
      expect(names).not.toContain(metric);
  });

  it("adds up what was won by month of closing", () => {
    const cents: Record<string, number> = {};
    for (const row of opportunities.filter((one) => one.OpportunityStage === "Closed Won")) {
      const month = ` ${monthOf(at(row.CloseDate)!, ZONE)}`;
      cents[month] = (cents[month] ?? 0) + Math.round(Number(row.EstimatedValue) * 100);
    }
    const found = readSums(real.metrics, "pipeline_won", "company", "month");
    expect(Object.fromEntries(Object.entries(found).map(([key, {numerator}]) => [key, Math.round(numerator * 100)]))).toEqual(
      cents,
    );
  });

  it("has no win rate, since no opportunity says when it came into being", () => {
    const names = new Set(real.metrics.map(({metric}) => metric));
    for (const metric of ["opportunity_to_win_rate", "pipeline_created", "meeting_to_opportunity_rate"])
      expect(names).not.toContain(metric);
  });
});
