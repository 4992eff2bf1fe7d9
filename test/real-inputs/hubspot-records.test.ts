import {afterAll, beforeAll, expect, it} from "vitest";
import {monthOf, type Member} from "../reference/metrics.js";
import type {Cells} from "../reference/read.js";
import {at, NAME, newest, readActivities, ZONE} from "./hubspot-export.js";
import {describeReal, expectSums, openReal, readLedger, readReal, readSums, type Real} from "./real-input.js";

const DAY = 86_400_000;

describeReal(NAME, "the records of a HubSpot export by labels", () => {
  const {activities, done, slots} = readActivities();
  const [deals, companies, contacts] = ["deals", "companies", "contacts"].map((table) =>
    readReal(NAME, `hubspot_${table}.csv`),
  ) as [Cells[], Cells[], Cells[]];
  let real: Real;

  beforeAll(async () => {
    real = await openReal(NAME);
  });
  afterAll(() => real.db.close());

  it("are recognised in all four files, and each row is accounted for", async () => {
    const line = (file: string, entity: string, read: number, loaded: number) =>
      `hubspot_${file}.csv ${entity}: ${read} = ${loaded} + 0 + 0 + ${read - loaded}`;
    expect(await readLedger(real.db)).toEqual([
      line("activities", "activities", activities.length, done.length),
      line("activities", "handoffs", activities.length, slots.length),
      line("companies", "accounts", companies.length, companies.length),
      line("contacts", "contacts", contacts.length, contacts.length),
      line("deals", "opportunities", deals.length, deals.length),
    ]);
    expect(await real.db.rows("select distinct profile from raw.files")).toEqual([{profile: "hubspot"}]);
  });

  it("are dated by the newest event among them, a local midnight", async () => {
    const [settings] = await real.db.rows<{as_of: string}>("select as_of::text as as_of from config.settings");
    expect(Date.parse(`${settings!.as_of.replace(" ", "T")}Z`)).toBe(newest(activities, "Activity Date"));
  });

  it("find contacts by e-mail and companies by domain, and leave none unmatched", async () => {
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

  it("give the win rate of deals 180 days old, by owner and month of creation", () => {
    const closed = deals.filter((deal) => deal["Deal Stage"]!.startsWith("Closed"));
    const knownAt = Math.min(
      newest(activities, "Activity Date"),
      Math.max(newest(deals, "Create Date"), newest(closed, "Close Date")),
    );
    const members = deals.map((deal): Member => {
      const created = at(deal["Create Date"])!;
      const due = created + 180 * DAY;
      const isMature = due <= knownAt;
      const isWon = deal["Deal Stage"] === "Closed Won" && at(deal["Close Date"])! <= due;
      return {sdr: "", ae: deal["Deal Owner"]!, source: "", datedAt: created, isMature, numerator: Number(isMature && isWon)};
    });
    const found = (scope: string, period: string) => readSums(real.metrics, "opportunity_to_win_rate", scope, period);
    expect(found("company", "all")).toEqual(expectSums(members, () => " "));
    expect(found("company", "month")).toEqual(expectSums(members, (one) => ` ${monthOf(one.datedAt, ZONE)}`));
    expect(found("ae", "all")).toEqual(expectSums(members, (one) => `${one.ae} `));
    expect(found("ae", "month")).toEqual(expectSums(members, (one) => `${one.ae} ${monthOf(one.datedAt, ZONE)}`));
  });

  it("give what was created and won, to the cent, by owner", () => {
    const sum = (rows: Cells[]) => {
      const cents: Record<string, number> = {};
      for (const deal of rows) {
        const key = `${deal["Deal Owner"]} `;
        cents[key] = (cents[key] ?? 0) + Math.round(Number(deal.Amount) * 100);
      }
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

  it("give no number about feedback, acceptance or SQLs, which the export does not hold", () => {
    const names = new Set(real.metrics.map(({metric}) => metric));
    for (const metric of ["feedback_response_rate", "acceptance_rate", "meeting_to_sql_rate", "handoff_quality_score"]) {
      expect(names).not.toContain(metric);
    }
  });
});
