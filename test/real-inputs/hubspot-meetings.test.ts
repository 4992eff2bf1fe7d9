import {afterAll, beforeAll, expect, it} from "vitest";
import {chainHandoffs, type Chain} from "../reference/handoffs.js";
import {monthOf, type Member} from "../reference/metrics.js";
import {nameHandoffs} from "./chains.js";
import {at, NAME, newest, readActivities, ZONE} from "./hubspot-export.js";
import {countBy, describeReal, expectSums, openReal, readSums, type Real} from "./real-input.js";

describeReal(NAME, "the meetings of a HubSpot export by labels", () => {
  const {activities, done, slots} = readActivities();
  // The newest thing that has happened dates the export: no file of it names a time.
  const asOf = newest(activities, "Activity Date");
  const chainsWithin = (days: number): Chain[] =>
    chainHandoffs(
      nameHandoffs(slots, (row) => `${row.sdr_id} ${row.contact_id}`, ZONE, days),
      new Map(),
      {zone: ZONE, asOf, rescheduleDays: days, lateCancelHours: 24, businessDays: 2, closes: "17:00", holidays: new Set()},
    );
  const isJudged = (chain: Chain) => chain.outcome === "held" || chain.outcome === "no_show";
  const member = (chain: Chain, datedAt: number, isHeld: boolean): Member => ({
    sdr: chain.cell("sdr_id"),
    ae: "",
    source: "",
    datedAt,
    isMature: true,
    numerator: Number(isHeld),
  });
  const shown = (chains: Chain[]) =>
    chains.filter(isJudged).map((chain) => member(chain, chain.meetingAt, chain.outcome === "held"));

  const expectRates = ({metrics}: Real, metric: string, members: Member[]) => {
    const month = (one: Member) => monthOf(one.datedAt, ZONE);
    expect(readSums(metrics, metric, "company", "all")).toEqual(expectSums(members, () => " "));
    expect(readSums(metrics, metric, "company", "month")).toEqual(expectSums(members, (one) => ` ${month(one)}`));
    expect(readSums(metrics, metric, "sdr", "all")).toEqual(expectSums(members, (one) => `${one.sdr} `));
    expect(readSums(metrics, metric, "sdr", "month")).toEqual(expectSums(members, (one) => `${one.sdr} ${month(one)}`));
  };
  const readCounts = async ({db}: Real, sql: string) =>
    Object.fromEntries((await db.rows<{key: string; n: number}>(sql)).map(({key, n}) => [key, n]));
  const OUTCOMES = "select sdr_id || ' ' || outcome as key, count(*) as n from marts.handoffs group by all";

  let real: Real;
  let wide: Real;
  beforeAll(async () => {
    real = await openReal(NAME);
    wide = await openReal(NAME, {reschedule_window_days: 365});
  });
  afterAll(() => {
    real.db.close();
    wide.db.close();
  });

  it("keep their status", async () => {
    expect(await readCounts(real, "select status as key, count(*) as n from marts.slots group by status")).toEqual(
      countBy(slots, (slot) => slot.meeting_status!),
    );
  });

  it("are judged by SDR, chain by chain", async () => {
    const chains = chainsWithin(14);
    expect(await readCounts(real, OUTCOMES)).toEqual(countBy(chains, (chain) => `${chain.cell("sdr_id")} ${chain.outcome}`));
    expectRates(real, "show_rate", shown(chains));
    const counted = chains.filter((chain) => chain.firstSlot.counted);
    expectRates(
      real,
      "first_slot_show_rate",
      counted.map((chain) => member(chain, chain.firstSlot.at, chain.firstSlot.held)),
    );
  });

  it("join the chain of an earlier meeting with the same contact, given a year for rescheduling", async () => {
    const chains = chainsWithin(365);
    expect(chains.length).toBeLessThan(slots.length);
    expect(await readCounts(wide, "select handoff_id as key, count(*) as n from marts.slots group by handoff_id")).toEqual(
      Object.fromEntries(chains.map((chain) => [`chain:${chain.id}`, chain.slots.length])),
    );
    expect(await readCounts(wide, OUTCOMES)).toEqual(countBy(chains, (chain) => `${chain.cell("sdr_id")} ${chain.outcome}`));
    expectRates(wide, "show_rate", shown(chains));
  });

  it("know how often their SDR was in touch with the contact before the first booking", async () => {
    const touches = (chain: Chain) =>
      done.filter(
        (row) =>
          row["Activity Owner"] === chain.cell("sdr_id") &&
          row["Associated Contact Email"] === chain.cell("contact_id") &&
          at(row["Activity Date"])! < chain.bookedAt,
      ).length;
    expect(await readCounts(real, "select handoff_id as key, touches_to_meeting as n from marts.handoffs")).toEqual(
      Object.fromEntries(chainsWithin(14).map((chain) => [`chain:${chain.id}`, touches(chain)])),
    );
  });

  it("have the contact part of their brief from the contacts' export, and no part that was not exported", async () => {
    const n = chainsWithin(14).filter(isJudged).length;
    const filled = await readCounts(
      real,
      "select field as key, count(*) as n from marts.brief_fields where state <> 'missing' and outcome in ('held', 'no_show') group by field",
    );
    expect(filled).toMatchObject({contact_name: n, contact_title: n});
    expect(filled).not.toHaveProperty("pain_primary");
  });
});
