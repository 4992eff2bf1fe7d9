import {describe, expect, test} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {openDatabase} from "../../pipeline/db.js";
import {writeSettings} from "../../pipeline/run/settings.js";
import {writeRaw, type Given} from "../models/given.js";

async function settle(config: object, entities: Given = {}) {
  const db = await openDatabase();
  await writeRaw(db, entities);
  await writeSettings(db, parseConfig(JSON.stringify(config), "/test/baton.config.yaml"));
  return db;
}

describe("as of", () => {
  const files: Given = {
    handoffs: [{rows: [], exported_at: "2026-09-20 06:00:00"}],
    feedback: [{rows: [], exported_at: "2026-09-10 06:00:00"}],
  };
  test("is the newest export where the configuration does not say", async () => {
    const db = await settle({}, files);
    expect(await db.rows("select as_of from config.settings")).toEqual([{as_of: "2026-09-20 06:00:00"}]);
    expect(
      await db.rows(
        "select entity, known_at from config.known where entity in ('handoffs', 'feedback', 'leads') order by entity",
      ),
    ).toEqual([
      {entity: "feedback", known_at: "2026-09-10 06:00:00"},
      {entity: "handoffs", known_at: "2026-09-20 06:00:00"},
      {entity: "leads", known_at: null},
    ]);
  });
  test("is the configuration's moment, in UTC, and bounds what is known", async () => {
    const db = await settle({as_of: "2026-09-15T02:00:00+02:00"}, files);
    expect(await db.rows("select as_of from config.settings")).toEqual([{as_of: "2026-09-15 00:00:00"}]);
    expect(await db.rows("select known_at from config.known where entity = 'handoffs'")).toEqual([
      {known_at: "2026-09-15 00:00:00"},
    ]);
  });
});

test("the brief's fields, words and the lists of the configuration become tables", async () => {
  const db = await settle({
    brief: [{field: "company", required: false, weight: 3}, {field: "budget"}],
    targets: {show_rate: 0.8},
    exchange_rates: {EUR: 1.1},
    teams: [{team: "t", members: ["p1", "p2"]}],
  });
  expect(await db.rows("select position, field, entity, column_name, required, weight from config.brief_fields")).toEqual([
    {position: 1, field: "company", entity: "accounts", column_name: "name", required: false, weight: 3},
    {position: 2, field: "budget", entity: "handoffs", column_name: "budget", required: true, weight: 1},
  ]);
  expect(await db.rows("select metric, target from config.targets")).toEqual([{metric: "show_rate", target: 0.8}]);
  expect(await db.rows("select team, name from config.teams")).toEqual([{team: "t", name: "t"}]);
  expect(await db.rows("select person_id from config.team_members order by 1")).toEqual([{person_id: "p1"}, {person_id: "p2"}]);
});

test("columns that the contract does not have are refused together, before anything runs", async () => {
  const config = {stages: {sql: {column: "qualified_on"}}, brief: [{field: "budgt"}, {field: "budget"}, {field: "budget"}]};
  await expect(settle(config)).rejects.toThrow(
    /3 mistakes[\s\S]*stages\.sql\.column[\s\S]*handoffs has no time column "qualified_on"[\s\S]*brief\[0\][\s\S]*"budgt"[\s\S]*brief\[2\]\.field/,
  );
});

test("a day of a clock change has its true hours", async () => {
  // On 29 March 2026 clocks in Berlin go forward at 2: a day open from 0 to 24 has 23 hours.
  const db = await settle(
    {timezone: "Europe/Berlin", business_hours: {days: ["sun"], start: "00:00", end: "24:00"}, as_of: "2026-04-10T00:00:00Z"},
    {handoffs: [{rows: [{meeting_at: "2026-03-20 10:00:00"}]}]},
  );
  expect(
    await db.rows(
      "select opens_at, closes_at, hours_before from config.calendar where day in ('2026-03-29', '2026-03-30') order by day",
    ),
  ).toMatchObject([{opens_at: "2026-03-28 23:00:00", closes_at: "2026-03-29 22:00:00"}, {}]);
  const [sunday, monday] = await db.rows<{hours_before: number}>(
    "select hours_before from config.calendar where day in ('2026-03-29', '2026-03-30') order by day",
  );
  expect(monday!.hours_before - sunday!.hours_before).toBe(23);
});

test("routing rules become a row per country and AE, in the order of the turns", async () => {
  const db = await settle({
    routing: [
      {territory: "DACH", country: ["Germany", "Austria"], min_employees: 250, aes: ["p2", "p1"], valid_from: "2026-01-01"},
    ],
  });
  expect(
    await db.rows(
      "select position, territory, country, min_employees as low, ae_id, valid_from::text as day from config.routing",
    ),
  ).toEqual(
    [
      ["Germany", "p2"],
      ["Germany", "p1"],
      ["Austria", "p2"],
      ["Austria", "p1"],
    ].map(([country, ae_id], index) => ({position: index + 1, territory: "DACH", country, low: 250, ae_id, day: "2026-01-01"})),
  );
});

test("a country is known by its code and by its names in several languages, a former one by its successor's", async () => {
  const db = await settle({});
  const codes = await db.rows<{code: string}>(
    "select distinct code from config.countries where alias in ('de', 'germany', 'deutschland', 'allemagne', 'alemania', 'dd')",
  );
  expect(codes).toEqual([{code: "DE"}]);
  expect(await db.rows("select code from config.countries where alias in ('uk', 'usa') order by code")).toEqual([
    {code: "GB"},
    {code: "US"},
  ]);
});
