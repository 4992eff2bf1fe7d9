import {afterAll, beforeAll, expect, it} from "vitest";
import {monthOf, type Member} from "../reference/metrics.js";
import {instant} from "../reference/read.js";
import {describeReal, expectSums, openReal, readLedger, readReal, readSums, type Real} from "./real-input.js";

const NAME = "maven_crm_iso";
const ZONE = "America/New_York";
const DAY = 86_400_000;

describeReal(NAME, "a public set of CRM deals without meetings", () => {
  const deals = readReal(NAME, "sales_pipeline.csv");
  const agents = readReal(NAME, "sales_teams.csv");
  const accounts = readReal(NAME, "accounts.csv");
  const at = (text: string | undefined) => instant(text, ZONE);
  const engaged = deals.filter((deal) => deal.engage_date);
  // The close date of a deal that is still open may lie ahead, so only that of closed deals dates the export.
  const closed = deals.filter((deal) => deal.deal_stage === "Won" || deal.deal_stage === "Lost");
  const asOf = Math.max(...engaged.map((deal) => at(deal.engage_date)!), ...closed.map((deal) => at(deal.close_date)!));
  let real: Real;

  beforeAll(async () => {
    real = await openReal(NAME);
  });
  afterAll(() => real.db.close());

  it("loads every row", async () => {
    expect(await readLedger(real.db)).toEqual([
      `accounts.csv accounts: ${accounts.length} = ${accounts.length} + 0 + 0 + 0`,
      `sales_pipeline.csv opportunities: ${deals.length} = ${deals.length} + 0 + 0 + 0`,
      `sales_teams.csv people: ${agents.length} = ${agents.length} + 0 + 0 + 0`,
    ]);
  });

  it("knows agents from the teams file and managers from being named there", async () => {
    const managers = new Set(agents.map((agent) => agent.manager));
    const rows = await real.db.rows<{role: string; people: number}>(
      "select role, count(*) as people from marts.people group by role order by role",
    );
    expect(rows).toEqual([
      {role: "ae", people: agents.length},
      {role: "manager", people: managers.size},
    ]);
    const teams = await real.db.rows<{team: string}>("select team from marts.teams order by team");
    expect(teams.map(({team}) => team)).toEqual([...new Set(agents.map((agent) => agent.regional_office))].sort());
  });

  it("flags every manager who has no row of their own, once, and loads the agents", async () => {
    const known = new Set(agents.map((agent) => agent.sales_agent));
    const orphans = [...new Set(agents.map((agent) => agent.manager!))].filter((name) => !known.has(name)).sort();
    const rows = await real.db.rows<{column_name: string; value: string}>(
      "select column_name, value from raw.rejects where effect = 'orphan' order by value",
    );
    expect(rows).toEqual(orphans.map((value) => ({column_name: "manager_id", value})));
    expect(real.problems.filter((problem) => problem.startsWith("people.manager_id: "))).toHaveLength(1);
  });

  it("takes revenue in millions for money", async () => {
    const [found] = await real.db.rows<{revenue: number}>("select sum(annual_revenue) as revenue from staging.stg_accounts");
    expect(found!.revenue).toBeCloseTo(
      accounts.reduce((sum, account) => sum + Number(account.revenue) * 1e6, 0),
      0,
    );
  });

  it("judges the win rate of engagements 180 days old, by agent and month", () => {
    const members = engaged.map((deal): Member => {
      const opened = at(deal.engage_date)!;
      const due = opened + 180 * DAY;
      const isMature = due <= asOf;
      const isWon = deal.deal_stage === "Won" && at(deal.close_date)! <= due;
      return {sdr: "", ae: deal.sales_agent!, source: "", datedAt: opened, isMature, numerator: Number(isMature && isWon)};
    });
    expect(members.filter((member) => member.isMature).length).toBeGreaterThan(1000);
    const found = (scope: string, period: string) => readSums(real.metrics, "opportunity_to_win_rate", scope, period);
    expect(found("company", "all")).toEqual(expectSums(members, () => " "));
    expect(found("ae", "all")).toEqual(expectSums(members, (member) => `${member.ae} `));
    expect(found("company", "month")).toEqual(expectSums(members, (member) => ` ${monthOf(member.datedAt, ZONE)}`));
    expect(found("ae", "month")).toEqual(expectSums(members, (member) => `${member.ae} ${monthOf(member.datedAt, ZONE)}`));
  });

  it("adds up what was won by agent and by month of closing", () => {
    const won = deals.filter((deal) => deal.deal_stage === "Won");
    for (const [scope, keyOf] of Object.entries({
      company: (deal: Record<string, string>) => ` ${deal.close_date!.slice(0, 7)}-01`,
      ae: (deal: Record<string, string>) => `${deal.sales_agent} ${deal.close_date!.slice(0, 7)}-01`,
    })) {
      const sums: Record<string, number> = {};
      for (const deal of won) sums[keyOf(deal)] = (sums[keyOf(deal)] ?? 0) + Number(deal.close_value);
      const found = readSums(real.metrics, "pipeline_won", scope, "month");
      expect(Object.fromEntries(Object.entries(found).map(([key, sum]) => [key, sum.numerator])), scope).toEqual(sums);
    }
  });

  it("takes the median of days from engagement to win", () => {
    const days = engaged
      .filter((deal) => deal.deal_stage === "Won" && at(deal.engage_date)! + 180 * DAY <= asOf)
      .map((deal) => (at(deal.close_date)! - at(deal.engage_date)!) / DAY)
      .filter((days) => days <= 180)
      .sort((a, b) => a - b);
    const median = (days[Math.floor((days.length - 1) / 2)]! + days[Math.ceil((days.length - 1) / 2)]!) / 2;
    const row = real.metrics.find(
      ({metric, scope, period}) => metric === "days_to_close" && scope === "company" && period === "all",
    );
    expect(row!.value).toBeCloseTo(median, 9);
    expect(row!.denominator).toBe(days.length);
  });

  it("has no number about meetings, since no meeting was exported", () => {
    const names = new Set(real.metrics.map(({metric}) => metric));
    for (const metric of ["show_rate", "meeting_to_sql_rate", "documentation_completeness", "handoff_quality_score"])
      expect(names).not.toContain(metric);
  });
});
