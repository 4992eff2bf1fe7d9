import {beforeAll, describe, expect, it} from "vitest";
import type {AeData, Manifest, RoutingData} from "../../pipeline/contract/datasets.js";
import type {Cells, Given} from "../models/given.js";
import {published, type Published} from "./published.js";

const handoff = (handoff_id: string, more: Cells = {}): Cells => ({
  handoff_id,
  meeting_id: `m-${handoff_id}`,
  sdr_id: "p-ada",
  ae_id: "p-eve",
  booked_at: "2026-08-20 09:00:00",
  assigned_at: "2026-08-20 10:00:00",
  meeting_at: "2026-09-01 10:00:00",
  meeting_status: "held",
  ...more,
});
const COMPANY: Given = {
  people: [
    {person_id: "p-ada", name: "Ada Osei", role: "sdr"},
    {person_id: "p-eve", name: "Eve Tran", role: "ae"},
    {person_id: "p-gus", name: "Gus Holm", role: "ae"},
  ],
  accounts: [{account_id: "acme", name: "Acme", country: "Germany"}],
  territories: [{territory: "DACH", country: "Germany", ae_id: "p-eve"}],
  handoffs: [
    handoff("h1", {accepted_at: "2026-09-01 12:00:00"}),
    handoff("h2", {accepted_at: "2026-09-01 12:00:30"}),
    handoff("h3", {ae_id: "p-gus", rejected_at: "2026-09-02 12:00:00", rejection_reason: "Wrong territory"}),
    handoff("h4", {meeting_at: "2026-09-29 10:00:00"}),
    // More than six weeks before the export: nobody asks for a decision any more.
    handoff("h7", {meeting_at: "2026-08-21 10:00:00"}),
    handoff("h5", {meeting_at: "2026-10-07 10:00:00", meeting_status: "scheduled"}),
    handoff("h6", {account_id: "lost", meeting_at: "2026-09-10 10:00:00", rejected_at: "2026-09-11 12:00:00"}),
  ],
};
let site: Published;
let data: RoutingData;
beforeAll(async () => {
  site = await published(COMPANY, {bulk_acceptance: {handoffs: 2, minutes: 1}});
  data = site.json<RoutingData>("routing.json");
});

describe("the document on routing", () => {
  it("counts verdicts and names why there was no rule", () => {
    expect(data).toMatchObject({
      has_rules: true,
      verdicts: {kept: 5, broken: 1, no_rule: 1},
      no_rule: [{reason: "account_unknown", count: 1}],
      broken_by_sdr: [{sdr: "Ada Osei", sdr_slug: "ada-osei", kept: 5, with_rule: 6}],
    });
  });
  it("lists broken rules with people by name", () => {
    expect(data.broken).toMatchObject([
      {handoff_id: "h3", account: "Acme", sdr: "Ada Osei", ae: "Gus Holm", expected: "Eve Tran", rotation: ["Eve Tran"], rule: "Germany"},
    ]); // prettier-ignore
  });
  it("has decisions: overdue ones in business hours, bulk apart, reasons with their counts", () => {
    // Due on Thursday 1 October at 17:00; eight business hours until the export on Monday morning.
    expect(data.decisions).toMatchObject({
      accepted: 2, rejected: 2, open: 0, overdue: 1, lapsed: 1, auto_accepted: 2,
      overdue_list: [{handoff_id: "h4", ae: "Eve Tran", due_at: "2026-10-01T17:00:00Z", hours_overdue: 8}],
      bursts: [{ae: "Eve Tran", day: "2026-09-01", handoffs: 2}],
      reasons: [{reason: "", count: 1}, {reason: "Wrong territory", count: 1}],
    }); // prettier-ignore
  });
  it("has what each AE has at hand; decisions too old to be asked for apart, as on the AE's own page", () => {
    expect(site.json<AeData>("ae/eve-tran.json")).toMatchObject({overdue_count: 1, closed_undecided: 1});
    expect(data.load.map((row) => [row.ae, row.coming, row.overdue_decisions, row.lapsed_decisions])).toEqual([
      ["Eve Tran", 1, 1, 1],
      ["Gus Holm", 0, 0, 0],
    ]);
  });
  it("knows no rules where none were supplied; rules of the configuration are not a missing export", async () => {
    const bare = await published({...COMPANY, territories: []});
    expect(bare.json<RoutingData>("routing.json")).toMatchObject({has_rules: false, balance: [], broken: []});
    const missing = ({json}: Published) => json<Manifest>("manifest.json").missing.map(({entity}) => entity);
    expect(missing(bare)).toContain("territories");
    const routing = [{territory: "DACH", aes: ["p-eve"]}];
    expect(missing(await published({...COMPANY, territories: []}, {routing}))).not.toContain("territories");
  });
});
