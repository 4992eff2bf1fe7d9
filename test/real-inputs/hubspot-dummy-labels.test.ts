import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {chainHandoffs, type Chain} from "../reference/handoffs.js";
import {monthOf, type Member} from "../reference/metrics.js";
import {instant, type Cells} from "../reference/read.js";
import {nameHandoffs} from "./chains.js";
import {countBy, describeReal, expectSums, openReal, readLedger, readReal, readSums, type Real} from "./real-input.js";

const NAME = "hubspot_dummy_labels";
const ZONE = "America/New_York";
const DAY = 86_400_000;
const STATUS: Cells = {
  Completed: "held",
  "No Show": "no_show",
  Rescheduled: "rescheduled",
  Cancelled: "canceled",
  Scheduled: "scheduled",
  "": "scheduled",
};
const TO_DO = ["Not Started", "In Progress", "Waiting", "Deferred"];

describeReal(NAME, "a HubSpot export by labels", () => {
  const activities = readReal(NAME, "hubspot_activities.csv");
  const deals = readReal(NAME, "hubspot_deals.csv");
  const companies = readReal(NAME, "hubspot_companies.csv");
  const contacts = readReal(NAME, "hubspot_contacts.csv");
  const at = (text: string | undefined) => instant(text, ZONE);
  const newest = (rows: Cells[], column: string) => Math.max(...rows.map((row) => at(row[column])!));
  // The newest thing that has happened dates the export: no file of it names a time.
  const asOf = newest(activities, "Activity Date");

  const meetings = activities.filter((row) => row["Activity Type"] === "Meeting");
  const done = activities.filter((row) => row["Activity Type"] !== "Meeting" && !TO_DO.includes(row["Task Status"]!));
  const slots = meetings.map((row): Cells => ({
    meeting_id: row["Activity ID"]!,
    sdr_id: row["Activity Owner"]!,
    contact_id: row["Associated Contact Email"]!,
    meeting_at: row["Activity Date"]!,
    meeting_status: STATUS[row["Meeting Outcome"]!]!,
  }));
  const chainsWithin = (days: number): Chain[] =>
    chainHandoffs(
      nameHandoffs(slots, (row) => `${row.sdr_id} ${row.contact_id}`, ZONE, days),
      new Map(),
      {
        zone: ZONE,
        asOf,
        rescheduleDays: days,
        lateCancelHours: 24,
        businessDays: 2,
        closes: "17:00",
        holidays: new Set(),
      },
    );
  const judged = (chain: Chain) => chain.outcome === "held" || chain.outcome === "no_show";
  const member = (chain: Chain, datedAt: number, isHeld: boolean): Member => ({
    sdr: chain.cell("sdr_id"),
    ae: "",
    source: "",
    datedAt,
    isMature: true,
    numerator: Number(isHeld),
  });
  const showMembers = (chains: Chain[]) =>
    chains.filter(judged).map((chain) => member(chain, chain.meetingAt, chain.outcome === "held"));
  const SCOPES = {company: () => "", sdr: (one: Member) => one.sdr} as const;
  const PERIODS = {all: () => "", month: (one: Member) => monthOf(one.datedAt, ZONE)} as const;
  const expectRates = (
    real: Real,
    metric: string,
    members: Member[],
    scopes: Record<string, (one: Member) => string> = SCOPES,
  ) => {
    for (const [scope, ownerOf] of Object.entries(scopes)) {
      for (const [period, periodOf] of Object.entries(PERIODS)) {
        expect(readSums(real.metrics, metric, scope, period), `${scope} by ${period}`).toEqual(
          expectSums(members, (one) => `${ownerOf(one)} ${periodOf(one)}`),
        );
      }
    }
  };
  const readOutcomes = async (real: Real) => {
    const rows = await real.db.rows<{sdr_id: string; outcome: string; n: number}>(
      "select sdr_id, outcome, count(*) as n from marts.handoffs group by all",
    );
    return Object.fromEntries(rows.map(({sdr_id, outcome, n}) => [`${sdr_id} ${outcome}`, n]));
  };

  let real: Real;
  beforeAll(async () => {
    real = await openReal(NAME);
  });
  afterAll(() => real.db.close());

  it("recognises all four files, and accounts for each of their rows", async () => {
    const line = (file: string, entity: string, read: number, loaded: number) =>
      `hubspot_${file}.csv ${entity}: ${read} = ${loaded} + 0 + 0 + ${read - loaded}`;
    expect(await readLedger(real.db)).toEqual([
      line("activities", "activities", activities.length, done.length),
      line("activities", "handoffs", activities.length, meetings.length),
      line("companies", "accounts", companies.length, companies.length),
      line("contacts", "contacts", contacts.length, contacts.length),
      line("deals", "opportunities", deals.length, deals.length),
    ]);
    expect(await real.db.rows("select distinct profile from raw.files")).toEqual([{profile: "hubspot"}]);
  });

  it("is dated by its newest event, a local midnight", async () => {
    const [settings] = await real.db.rows<{as_of: string}>("select as_of::text as as_of from config.settings");
    expect(Date.parse(`${settings!.as_of.replace(" ", "T")}Z`)).toBe(asOf);
  });

  it("finds contacts by e-mail and companies by domain: no record is left unmatched", async () => {
    const emails = new Map(contacts.map((row) => [row.Email!.toLowerCase(), row["Contact ID"]!]));
    const domains = new Map(companies.map((row) => [row["Company Domain Name"]!.toLowerCase(), row["Company ID"]!]));
    const pairs = async (sql: string) =>
      Object.fromEntries((await real.db.rows<{id: string; other: string}>(sql)).map(({id, other}) => [id, other]));
    expect(await pairs("select meeting_id as id, contact_id as other from raw.handoffs")).toEqual(
      Object.fromEntries(slots.map((slot) => [slot.meeting_id, emails.get(slot.contact_id!.toLowerCase())])),
    );
    expect(await pairs("select opportunity_id as id, account_id as other from raw.opportunities")).toEqual(
      Object.fromEntries(deals.map((deal) => [deal["Deal ID"], domains.get(deal["Associated Company Domain"]!.toLowerCase())])),
    );
    expect(await real.db.rows("select * from raw.rejects where effect = 'orphan'")).toEqual([]);
  });

  it("keeps every meeting's status", async () => {
    const rows = await real.db.rows<{status: string; n: number}>("select status, count(*) as n from marts.slots group by status");
    expect(Object.fromEntries(rows.map(({status, n}) => [status, n]))).toEqual(countBy(slots, (slot) => slot.meeting_status!));
  });

  it("judges each SDR's chains of meetings", async () => {
    const chains = chainsWithin(14);
    expect(await readOutcomes(real)).toEqual(countBy(chains, (chain) => `${chain.cell("sdr_id")} ${chain.outcome}`));
    expectRates(real, "show_rate", showMembers(chains));
    expectRates(
      real,
      "first_slot_show_rate",
      chains.filter((chain) => chain.firstSlot.counted).map((chain) => member(chain, chain.firstSlot.at, chain.firstSlot.held)),
    );
  });

  describe("with a year for rescheduling", () => {
    let wide: Real;
    beforeAll(async () => {
      wide = await openReal(NAME, {reschedule_window_days: 365});
    });
    afterAll(() => wide.db.close());

    it("joins later meetings with the same contact to their chain", async () => {
      const chains = chainsWithin(365);
      expect(chains.length).toBeLessThan(slots.length);
      const rows = await wide.db.rows<{handoff_id: string; n: number}>(
        "select handoff_id, count(*) as n from marts.slots group by handoff_id",
      );
      expect(Object.fromEntries(rows.map(({handoff_id, n}) => [handoff_id, n]))).toEqual(
        Object.fromEntries(chains.map((chain) => [`chain:${chain.id}`, chain.slots.length])),
      );
      expect(await readOutcomes(wide)).toEqual(countBy(chains, (chain) => `${chain.cell("sdr_id")} ${chain.outcome}`));
      expectRates(wide, "show_rate", showMembers(chains));
    });
  });

  it("judges the win rate of deals 180 days old, by owner and month of creation", () => {
    const knownAt = newest(deals, "Create Date");
    const members = deals.map((deal): Member => {
      const created = at(deal["Create Date"])!;
      const due = created + 180 * DAY;
      const isMature = due <= knownAt;
      const isWon = deal["Deal Stage"] === "Closed Won" && at(deal["Close Date"])! <= due;
      return {sdr: "", ae: deal["Deal Owner"]!, source: "", datedAt: created, isMature, numerator: Number(isMature && isWon)};
    });
    expectRates(real, "opportunity_to_win_rate", members, {company: () => "", ae: (one) => one.ae});
  });

  it("adds up what was created and won, to the cent, by owner", () => {
    const sum = (rows: Cells[]) => {
      const cents: Record<string, number> = {};
      for (const deal of rows)
        cents[`${deal["Deal Owner"]} `] = (cents[`${deal["Deal Owner"]} `] ?? 0) + Math.round(Number(deal.Amount) * 100);
      return cents;
    };
    const found = (metric: string) =>
      Object.fromEntries(
        Object.entries(readSums(real.metrics, metric, "ae", "all")).map(([key, {numerator}]) => [
          key,
          Math.round(numerator * 100),
        ]),
      );
    expect(found("pipeline_created")).toEqual(sum(deals));
    expect(found("pipeline_won")).toEqual(sum(deals.filter((deal) => deal["Deal Stage"] === "Closed Won")));
  });

  it("counts the SDR's own activities with the contact before the first booking", async () => {
    const expected = chainsWithin(14).map((chain) => [
      `chain:${chain.id}`,
      done.filter(
        (row) =>
          row["Activity Owner"] === chain.cell("sdr_id") &&
          row["Associated Contact Email"] === chain.cell("contact_id") &&
          at(row["Activity Date"])! < chain.bookedAt,
      ).length,
    ]);
    const rows = await real.db.rows<{handoff_id: string; touches: number}>(
      "select handoff_id, touches_to_meeting as touches from marts.handoffs",
    );
    expect(Object.fromEntries(rows.map(({handoff_id, touches}) => [handoff_id, touches]))).toEqual(Object.fromEntries(expected));
  });

  it("fills the contact part of each judged brief from the contacts' export, and no part that was not exported", async () => {
    const judgedChains = chainsWithin(14).filter(judged).length;
    const rows = await real.db.rows<{field: string; n: number}>(
      "select field, count(*) as n from marts.brief_fields where state <> 'missing' and outcome in ('held', 'no_show') group by field order by field",
    );
    expect(rows.filter(({field}) => field.startsWith("contact_"))).toEqual(
      expect.arrayContaining([
        {field: "contact_name", n: judgedChains},
        {field: "contact_title", n: judgedChains},
      ]),
    );
    expect(rows.map(({field}) => field)).not.toContain("pain_primary");
  });

  it("has no number about feedback, acceptance or SQLs, which the export does not hold", () => {
    const names = new Set(real.metrics.map(({metric}) => metric));
    for (const metric of ["feedback_response_rate", "acceptance_rate", "meeting_to_sql_rate", "handoff_quality_score"])
      expect(names).not.toContain(metric);
  });
});
