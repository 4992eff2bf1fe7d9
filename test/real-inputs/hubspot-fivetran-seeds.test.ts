import {afterAll, beforeAll, expect, it} from "vitest";
import {instant} from "../reference/read.js";
import {countBy, describeReal, openReal, readLedger, readReal, readSums, type Real} from "./real-input.js";

const NAME = "hubspot_fivetran_seeds";

describeReal(NAME, "HubSpot tables as a connector writes them", () => {
  const read = (table: string) => readReal(NAME, `${table}_data.csv`);
  const [owners, companies, contacts, deals] = [read("owner"), read("company"), read("contact"), read("deal")];
  let real: Real;

  beforeAll(async () => {
    real = await openReal(NAME);
  });
  afterAll(() => real.db.close());

  it("recognises properties behind their prefix, and loads every row", async () => {
    const line = (table: string, entity: string, rows: unknown[]) =>
      `${table}_data.csv ${entity}: ${rows.length} = ${rows.length} + 0 + 0 + 0`;
    expect(await readLedger(real.db)).toEqual([
      line("company", "accounts", companies),
      line("contact", "contacts", contacts),
      line("deal", "opportunities", deals),
      line("owner", "people", owners),
    ]);
  });

  it("counts every deal by owner, all in flight or without a win", async () => {
    const asOf = Math.max(...deals.map((deal) => instant(deal.property_createdate, "UTC")!));
    const mature = (deal: Record<string, string>) => instant(deal.property_createdate, "UTC")! + 180 * 86_400_000 <= asOf;
    const [rows] = await real.db.rows<{n: number}>(
      "select count(*) as n from marts.opportunities where opportunity_at is not null",
    );
    expect(rows!.n).toBe(deals.length);
    // No deal names a stage or a closing date, so whether any was won cannot be known, and there is no rate.
    expect(deals.some((deal) => deal.deal_pipeline_stage_id || deal.property_closedate)).toBe(false);
    expect(readSums(real.metrics, "opportunity_to_win_rate", "company", "all")).toEqual({});
    expect(deals.filter(mature).length).toBeGreaterThan(0);
  });

  it("gives deals to the owners of the owners' table", async () => {
    const known = new Set(owners.map((owner) => owner.owner_id));
    expect(deals.filter((deal) => deal.owner_id && !known.has(deal.owner_id))).toEqual([]);
    const rows = await real.db.rows<{ae_id: string; n: number}>(
      "select ae_id, count(*) as n from marts.opportunities where ae_id is not null group by ae_id",
    );
    expect(Object.fromEntries(rows.map(({ae_id, n}) => [ae_id, n]))).toEqual(
      countBy(
        deals.filter((deal) => deal.owner_id),
        (deal) => deal.owner_id!,
      ),
    );
  });
});
