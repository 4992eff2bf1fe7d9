import {describe, expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";
import {readHandoffs, type Cells} from "./given.js";

const booked = (meeting_id: string, booked_at: string, more: Cells = {}): Cells => ({
  meeting_id,
  contact_id: meeting_id,
  booked_at,
  meeting_at: "2026-09-30 10:00:00",
  ...more,
});
const HISTORY = [
  {
    person_id: "sdr",
    name: "Ines Okafor",
    role: "sdr",
    team: "North",
    manager_id: "boss1",
    region: "EMEA",
    valid_from: "2026-03-01",
  },
  {
    person_id: "sdr",
    name: "Ines Okafor",
    role: "sdr",
    team: "South",
    manager_id: "boss2",
    region: "AMER",
    valid_from: "2026-06-01",
  },
  {person_id: "boss1", name: "Bo", role: "manager"},
];

describe("a handoff belongs to the team its SDR had when it was booked", () => {
  test("from the first day of a row on, by the local date", async () => {
    const handoffs = [booked("m1", "2026-05-31 21:59:00"), booked("m2", "2026-05-31 22:00:00")];
    const db = await given({people: HISTORY, handoffs}, {timezone: "Europe/Berlin"});
    expect(
      await db.rows("select handoff_id, team, manager_id, manager_name, region from marts.handoffs order by handoff_id"),
    ).toEqual([
      {handoff_id: "chain:m1", team: "North", manager_id: "boss1", manager_name: "Bo", region: "EMEA"},
      {handoff_id: "chain:m2", team: "South", manager_id: "boss2", manager_name: "boss2", region: "AMER"},
    ]);
  });
  test("before the earliest row the earliest holds", async () => {
    const db = await given({people: HISTORY, handoffs: [booked("m1", "2025-01-01 10:00:00")]});
    expect(await readHandoffs(db, "team")).toEqual([{team: "North"}]);
  });
  test("a row without a date holds since ever", async () => {
    const people = [
      {person_id: "sdr", team: "Old"},
      {person_id: "sdr", team: "New", valid_from: "2026-06-01"},
    ];
    const db = await given({people, handoffs: [booked("m1", "2026-01-01 10:00:00"), booked("m2", "2026-07-01 10:00:00")]});
    expect(await db.rows("select team from marts.handoffs order by booked_at")).toEqual([{team: "Old"}, {team: "New"}]);
  });
  test("where the people export names no team, the configuration's members count", async () => {
    const teams = [{team: "t1", name: "Northern lights", manager: "boss1", region: "EMEA", members: ["sdr"]}];
    const db = await given({handoffs: [booked("m1", "2026-01-01 10:00:00")]}, {teams});
    expect(await readHandoffs(db, "team", "team_name", "manager_id", "region")).toEqual([
      {team: "t1", team_name: "Northern lights", manager_id: "boss1", region: "EMEA"},
    ]);
  });
});

test("source, segment and region: the handoff's own word first, then the lead's, the account's, the SDR's", async () => {
  const people = [{person_id: "sdr", segment: "smb", region: "EMEA"}];
  const accounts = [{account_id: "a1", segment: "enterprise"}, {account_id: "a2"}];
  const leads = [{lead_id: "l1", source: "event"}];
  const handoffs = [
    booked("m1", "2026-09-01 10:00:00", {account_id: "a1", lead_id: "l1", source: "partner", segment: "mid", region: "APAC"}),
    booked("m2", "2026-09-02 10:00:00", {account_id: "a1", lead_id: "l1"}),
    booked("m3", "2026-09-03 10:00:00", {account_id: "a2"}),
  ];
  const db = await given({people, accounts, leads, handoffs});
  expect(await db.rows("select source, segment, region from marts.handoffs order by booked_at")).toEqual([
    {source: "partner", segment: "mid", region: "APAC"},
    {source: "event", segment: "enterprise", region: "EMEA"},
    {source: null, segment: "smb", region: "EMEA"},
  ]);
});

describe("people", () => {
  test("stand in their present team, with all the roles they have had", async () => {
    const people = [
      {person_id: "p", name: "Kim", role: "sdr", team: "North", valid_from: "2026-01-01", started_on: "2026-01-01"},
      {person_id: "p", name: "Kim", role: "ae", team: "Sales", valid_from: "2026-06-01"},
      {person_id: "p", name: "Kim", role: "ae", team: "Later", valid_from: "2027-01-01"},
    ];
    const db = await given({people});
    expect(await db.rows("select role, roles, team, started_on, is_current from marts.people")).toEqual([
      {role: "ae", roles: ["ae", "sdr"], team: "Sales", started_on: "2026-01-01", is_current: true},
    ]);
  });
  test("who only appear in records have their id for a name and a role from where they appear", async () => {
    const handoffs = [booked("m1", "2026-09-01 10:00:00", {sdr_id: "ann@example.com", ae_id: "007"})];
    const db = await given({handoffs});
    expect(await db.rows("select person_id, name, role, slug from marts.people order by person_id")).toEqual([
      {person_id: "007", name: "007", role: "ae", slug: "ae-007"},
      {person_id: "ann@example.com", name: "ann@example.com", role: "sdr", slug: "sdr-ann"},
    ]);
  });
  test("of one name have different page addresses, which neither inherits", async () => {
    const people = [
      {person_id: "1", name: "Zoë Ek"},
      {person_id: "2", name: "Zoe Ek"},
      {person_id: "3", name: "Zoe Ek 2"},
      {person_id: "4", name: "李娜"},
    ];
    const db = await given({people});
    expect(await db.rows("select slug from marts.people order by person_id")).toEqual([
      {slug: "zoe-ek--c4ca4238"},
      {slug: "zoe-ek--c81e728d"},
      {slug: "zoe-ek-2"},
      {slug: "person"},
    ]);
  });
  test("who left are not current", async () => {
    const people = [
      {person_id: "1", ended_on: "2026-10-04"},
      {person_id: "2", ended_on: "2026-10-05"},
    ];
    const db = await given({people});
    expect(await db.rows("select is_current from marts.people order by person_id")).toEqual([
      {is_current: false},
      {is_current: true},
    ]);
  });
});

test("teams know their kind, their present SDRs and the manager of most of them", async () => {
  const people = [
    {person_id: "1", role: "sdr", team: "North", manager_id: "b1"},
    {person_id: "2", role: "sdr", team: "North", manager_id: "b1"},
    {person_id: "3", role: "sdr", team: "North", manager_id: "b2", ended_on: "2026-01-01"},
    {person_id: "4", role: "ae", team: "Sales", manager_id: "b2"},
    {person_id: "5", role: "sdr", team: "Both"},
    {person_id: "6", role: "ae", team: "Both"},
  ];
  const db = await given({people});
  expect(await db.rows("select team, manager_id, kind, sdr_count from marts.teams order by team")).toEqual([
    {team: "Both", manager_id: null, kind: "mixed", sdr_count: 1},
    {team: "North", manager_id: "b1", kind: "sdr", sdr_count: 2},
    {team: "Sales", manager_id: "b2", kind: "ae", sdr_count: 0},
  ]);
});
