import {describe, expect, test} from "vitest";
import {checkModels} from "../../pipeline/run/checks.js";
import {givenAsAsked as given} from "./as-asked.js";
import {readHandoffs, type Cells} from "./given.js";

const meeting = (more: Cells = {}): Cells => ({
  handoff_id: "h",
  meeting_id: "m",
  contact_id: "c",
  booked_at: "2026-09-01 10:00:00",
  meeting_at: "2026-09-10 10:00:00",
  meeting_status: "held",
  ...more,
});

test("any subset of entities builds: nothing at all gives empty marts, and every check holds", async () => {
  const db = await given({}, {brief: undefined});
  for (const mart of ["handoffs", "slots", "opportunities", "leads", "brief_fields", "people", "teams", "unmatched_feedback"]) {
    expect(await db.rows(`from marts.${mart}`)).toEqual([]);
  }
  expect(await checkModels(db)).toEqual([]);
});

test("entities that were not exported leave blanks, not zeros", async () => {
  const db = await given({handoffs: [meeting()]});
  expect(
    await readHandoffs(
      db,
      "touches_to_meeting",
      "quality_score",
      "feedback_known_at",
      "opportunity_at",
      "opportunities_known_at",
      "amount",
      "team",
    ),
  ).toEqual([
    {
      touches_to_meeting: null,
      quality_score: null,
      feedback_known_at: null,
      opportunity_at: null,
      opportunities_known_at: null,
      amount: null,
      team: null,
    },
  ]);
  expect(await checkModels(db)).toEqual([]);
});

describe("what is known", () => {
  test("each source is known up to its own newest export, and no further than as_of", async () => {
    const entities = {
      handoffs: [
        {rows: [meeting()], exported_at: "2026-09-20 06:00:00", source: 1},
        {rows: [meeting()], exported_at: "2026-09-25 06:00:00", source: 1},
        {rows: [meeting({handoff_id: "h2", meeting_id: "m2"})], exported_at: "2026-09-15 06:00:00", source: 2},
      ],
      feedback: [{rows: [], exported_at: "2026-10-01 06:00:00"}],
    };
    const read = async (config: object) => {
      const db = await given(entities, config);
      return db.rows("select handoff_id, known_at, feedback_known_at from marts.handoffs order by handoff_id");
    };
    expect(await read({})).toEqual([
      {handoff_id: "h", known_at: "2026-09-25 06:00:00", feedback_known_at: "2026-10-01 06:00:00"},
      {handoff_id: "h2", known_at: "2026-09-15 06:00:00", feedback_known_at: "2026-10-01 06:00:00"},
    ]);
    expect(await read({as_of: "2026-09-22T06:00:00Z"})).toEqual([
      {handoff_id: "h", known_at: "2026-09-22 06:00:00", feedback_known_at: "2026-09-22 06:00:00"},
      {handoff_id: "h2", known_at: "2026-09-15 06:00:00", feedback_known_at: "2026-09-22 06:00:00"},
    ]);
  });
});

describe("touches before the first booking", () => {
  const touch = (activity_id: string, more: Cells = {}): Cells => ({
    activity_id,
    actor_id: "sdr",
    contact_id: "c",
    account_id: "acme",
    channel: "email",
    direction: "out",
    occurred_at: "2026-08-20 10:00:00",
    ...more,
  });
  const count = async (activities: Cells[], handoffs: Cells[] = [meeting()]) => {
    const db = await given({handoffs, activities});
    return (await readHandoffs(db, "touches_to_meeting"))[0]!.touches_to_meeting;
  };
  test("are what the SDR sent to the contact; meetings, replies and what came later are not", async () => {
    const activities = [
      touch("1"),
      touch("2", {channel: "call", direction: null}),
      touch("3", {direction: "in"}),
      touch("4", {channel: "meeting"}),
      touch("5", {occurred_at: "2026-09-01 10:00:00"}),
      touch("6", {actor_id: "ae"}),
      touch("7", {contact_id: "c2"}),
    ];
    expect(await count(activities)).toBe(2);
  });
  test("count by account where the handoff names no contact", async () => {
    expect(
      await count([touch("1"), touch("2", {contact_id: "c2"}), touch("3", {account_id: "other"})], [meeting({contact_id: null})]),
    ).toBe(2);
  });
  test("are none, not unknown, where the export has others", async () => {
    expect(await count([touch("1", {contact_id: "c2"})])).toBe(0);
  });
  test("end at the first booking of a chain", async () => {
    const slots = [
      meeting({meeting_id: "m1", booked_at: "2026-08-19 10:00:00", meeting_at: "2026-08-25 10:00:00", meeting_status: "no_show"}),
      meeting(),
    ];
    expect(await count([touch("1")], slots)).toBe(0);
  });
});

test("a handoff is disputed while a dispute about it or one of its meetings is open", async () => {
  const read = async (dispute: Cells) => {
    const db = await given({handoffs: [meeting()], disputes: [{raised_at: "2026-09-12 10:00:00", ...dispute}]});
    return (await readHandoffs(db, "disputed"))[0]!.disputed;
  };
  expect(await read({record_id: "h"})).toBe(true);
  expect(await read({record_id: "m"})).toBe(true);
  expect(await read({record_id: "h", resolved_at: "2026-09-13 10:00:00"})).toBe(false);
  expect(await read({record_id: "other"})).toBe(false);
});

test("a chain speaks with its decisive slot's word, else with the latest earlier one's", async () => {
  const slots = [
    meeting({
      meeting_id: "m1",
      meeting_at: "2026-09-03 10:00:00",
      meeting_status: "rescheduled",
      ae_id: "ae1",
      source: "event",
      confirmation_sent_at: "2026-09-02 10:00:00",
      accepted_at: "2026-09-04 10:00:00",
    }),
    meeting({meeting_id: "m2", ae_id: "ae2", booked_at: "2026-09-04 10:00:00"}),
  ];
  const db = await given({handoffs: slots});
  expect(
    await readHandoffs(db, "ae_id", "source", "booked_at", "confirmation_sent_at", "accepted_at", "pair_id", "slot_count"),
  ).toEqual([
    {
      ae_id: "ae2",
      source: "event",
      booked_at: "2026-09-01 10:00:00",
      confirmation_sent_at: null,
      accepted_at: "2026-09-04 10:00:00",
      pair_id: "sdr|ae2",
      slot_count: 2,
    },
  ]);
});

test("a lead counts its handoffs, not its slots, and the first terminal event decides", async () => {
  const slots = [
    meeting({meeting_id: "m1", meeting_at: "2026-09-03 10:00:00", meeting_status: "no_show", lead_id: "l1"}),
    meeting({lead_id: "l1"}),
  ];
  const leads = [
    {
      lead_id: "l1",
      sdr_id: "sdr",
      created_at: "2026-08-01 10:00:00",
      qualified_at: "2026-08-05 10:00:00",
      disqualified_at: "2026-08-09 10:00:00",
    },
    {
      lead_id: "l2",
      sdr_id: "sdr",
      created_at: "2026-08-01 10:00:00",
      qualified_at: "2026-08-05 10:00:00",
      disqualified_at: "2026-08-04 10:00:00",
    },
  ];
  const db = await given({handoffs: slots, leads});
  expect(
    await db.rows("select lead_id, meetings_booked, qualified_at, disqualified_at from marts.leads order by lead_id"),
  ).toEqual([
    {lead_id: "l1", meetings_booked: 1, qualified_at: "2026-08-05 10:00:00", disqualified_at: null},
    {lead_id: "l2", meetings_booked: 0, qualified_at: null, disqualified_at: "2026-08-04 10:00:00"},
  ]);
});

test("a currency is the same however it is spelt, and the configured one where none is named", async () => {
  const opportunities = [
    {opportunity_id: "o1", created_at: "2026-09-11 10:00:00", amount: 1, currency: "usd"},
    {opportunity_id: "o2", created_at: "2026-09-11 10:00:00", amount: 2, currency: "USD"},
    {opportunity_id: "o3", created_at: "2026-09-11 10:00:00", amount: 3},
  ];
  const db = await given({handoffs: [meeting({opportunity_id: "o1"})], opportunities}, {currency: "EUR"});
  expect(
    await db.rows("select currency, sum(amount) as amount from marts.opportunities group by currency order by currency"),
  ).toEqual([
    {currency: "EUR", amount: 3},
    {currency: "USD", amount: 3},
  ]);
  expect(await readHandoffs(db, "currency")).toEqual([{currency: "USD"}]);
});
