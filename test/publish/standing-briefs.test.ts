import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {parseConfig, type Config} from "../../pipeline/config.js";
import type {Database} from "../../pipeline/db.js";
import {write} from "../../pipeline/models/marts/brief_letters.js";
import {readTemplate, writePart} from "../../pipeline/publish/brief/part.js";
import {PARTS} from "../../pipeline/publish/brief/read.js";
import {putBriefs} from "../../pipeline/publish/brief/shelve.js";
import {EVERYTHING} from "../../pipeline/publish/brief/slice.js";
import {noteVersion} from "../../pipeline/publish/brief/standing.js";
import {keepContacts, readHideContacts} from "../../pipeline/publish/protect/hide-contacts.js";
import {openShelf, type Shelf} from "../../pipeline/publish/write.js";
import {given} from "../models/given.js";
import {COMPANY} from "./company.js";

const SETTINGS = {brief: [{field: "pain_primary"}, {field: "budget"}, {field: "timeline", required: false}]};
const configure = (more: object = {}) =>
  parseConfig(JSON.stringify({company: "Test", ...SETTINGS, ...more}), "/test/baton.config.yaml");

let db: Database;
let folder = "";
/** Shards that were made, not taken from the build before. */
let made: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "baton-standing-"));
  db = await given(
    {
      ...COMPANY,
      activities: [
        {activity_id: "t1", contact_id: "c1", actor_id: "p-ada", channel: "email", direction: "out", occurred_at: "2026-08-10 10:00:00", subject: "Call 0171 2345678"},
        {activity_id: "t2", contact_id: "c1", channel: "email", direction: "in", occurred_at: "2026-10-02 10:00:00"},
      ],
      stakeholders: [{handoff_id: "h1", contact_id: "c1", name: "Pat Buyer", title: "CFO", role: "economic_buyer"}],
      calls: [{call_id: "k1", handoff_id: "h1", started_at: "2026-09-01 10:00:00", duration_seconds: 1500}],
      product_signals: [{account_id: "acme", week: "2026-08-24", seats: 9, active_users: 4}],
    },
    SETTINGS,
  );
  await put("first");
}); // prettier-ignore
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** The briefs of the present tables, remembered as those of version `name`; with what is known of the first ones unless `anew`. */
async function put(
  name: string,
  {config = configure(), anew = false, slice}: {config?: Config; anew?: boolean; slice?: number} = {},
): Promise<Map<string, string>> {
  const out = join(folder, name);
  rmSync(out, {recursive: true, force: true});
  const [hide, looked, before] = [
    await readHideContacts(db),
    new Map<string, Set<number>>(),
    anew ? undefined : join(folder, "first"),
  ];
  const plain = keepContacts(openShelf(out, before), hide, looked);
  made = [];
  const shelf: Shelf = {
    ...plain,
    putBytes(path, bytes) {
      made.push(path.slice("briefs/".length));
      plain.putBytes(path, bytes);
    },
  };
  await putBriefs(
    shelf,
    {db, config},
    before === undefined ? undefined : {folder: before, hide, looked, hasWithheld: false},
    slice,
  );
  shelf.putJson("manifest.json", {version: name});
  if (!anew) await noteVersion(db, name);
  const paths = (readdirSync(join(out, "briefs"), {recursive: true}) as string[]).filter((path) => path.endsWith(".json")).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(out, "briefs", path), "utf8")]));
}

const [EARLY, LATE, BO] = ["ada-osei/eve-tran-1.json", "ada-osei/eve-tran-2.json", "bo-lind/eve-tran-1.json"] as const;
const CHANGES: [what: string, sql: string, expected: string[]][] = [
  ["nothing", "select 1", []],
  ["an answer", "update marts.handoffs set quality_score = 3, missing = 'No names' where handoff_id = 'h9'", [LATE]],
  ["an edited note", "update staging.stg_handoffs set budget = '80k' where handoff_id = 'h1'", [EARLY]],
  ["an edited note that a brief of another file quotes", "update staging.stg_handoffs set budget = '80k' where handoff_id = 'h6'", [EARLY, LATE]],
  ["an earlier meeting at the account that nobody came to", "update marts.handoffs set outcome = 'no_show' where handoff_id = 'h10'", [LATE, BO]],
  ["a meeting moved to another day", "update marts.handoffs set meeting_at = '2026-11-01 10:00:00' where handoff_id = 'h2'", [EARLY]],
  ["a handoff that changes hands", "update marts.handoffs set sdr_id = 'p-bo' where handoff_id = 'h11'", [LATE, BO]],
  ["a handoff more", "insert into marts.handoffs by name select * replace ('h13' as handoff_id, '2026-10-04 10:00:00'::timestamp as booked_at) from marts.handoffs where handoff_id = 'h12'", [LATE, BO]],
  ["a person gone", "delete from marts.people where person_id = 'p-bo'", ["_none/eve-tran-1.json"]],
  ["a contact's other title", "update staging.stg_contacts set title = 'CEO'", [EARLY, LATE]],
  ["an account's other town", "update staging.stg_accounts set city = 'Ulm'", [EARLY, LATE, BO]],
  ["a touch more before one of two meetings", "insert into staging.stg_activities by name select * replace ('2026-10-03 10:00:00'::timestamp as occurred_at) from staging.stg_activities limit 1", [LATE]],
  ["a touch after all meetings", "insert into staging.stg_activities by name select * replace ('2026-12-03 10:00:00'::timestamp as occurred_at) from staging.stg_activities limit 1", []],
  ["one who decides more", "insert into staging.stg_stakeholders by name select * replace ('Kim' as name, null as contact_id) from staging.stg_stakeholders", [EARLY]],
  ["a call that lasted longer", "update staging.stg_calls set duration_seconds = 3000", [EARLY]],
  ["a week in the product more", "update staging.stg_product_signals set logins = 3", [EARLY, LATE, BO]],
  ["an account nearby", "insert into marts.related_accounts by name select 'h12' as handoff_id, 'a9' as account_id, 'Nine' as account_name, 'domain' as how, 1 as place", [BO]],
  ["another way of routing", "update marts.routing set verdict = 'broken', reason = 'other' where handoff_id = 'h12'", [BO]],
  ["a number in a text that is a contact's by now", "update raw.contacts set phone = '+49 171 2345678'", [EARLY, LATE]],
  ["a criterion that is judged another way", "update intermediate.int_criteria_verdicts set readiness_1 = not coalesce(readiness_1, false) where handoff_id = 'h12'", [BO]],
  ["the end of what answers are asked for", "update config.settings set as_of = '2026-10-17 11:00:00'", [EARLY]],
]; // prettier-ignore

for (const [what, sql, expected] of CHANGES)
  test(`after ${what} only those files are made that would differ, and all are those that are made from nothing`, async () => {
    await db.run("begin");
    try {
      await db.run(sql);
      const next = await put("next");
      expect(made).toEqual(expected);
      expect(next).toEqual(await put("anew", {anew: true}));
    } finally {
      await db.run("rollback");
    }
  });

test("another setting makes all of them anew, and so does another state of the files than was remembered", async () => {
  await db.run("begin");
  const config = configure({granularity: "team"});
  const next = await put("next", {config});
  expect(made).toEqual([EARLY, LATE, BO]);
  expect(next).toEqual(await put("anew", {config, anew: true}));
  await db.run("rollback; begin; update build.datasets set version = 'another'");
  await put("next");
  expect(made).toEqual([EARLY, LATE, BO]);
  await db.run("rollback");
});

test("briefs that are made in pieces are those that are made at once", async () => {
  expect(await put("pieces", {anew: true, slice: 5})).toEqual(await put("anew", {anew: true}));
});

test("no part of a brief compares every row with every other, and neither does what tells whether it changed", async () => {
  await db.run("begin; insert into intermediate.int_brief_vague by name select 'h1' as handoff_id, 'budget' as field");
  await db.run(`create or replace view marts.brief_letters as ${await write(db)}`);
  const template = await readTemplate(db);
  for (const part of PARTS)
    for (const query of [part.given, writePart(part, configure(), template, EVERYTHING)])
      if (query) expect(JSON.stringify(await db.rows(`explain ${query}`)), part.columns.join()).not.toMatch(/BLOCKWIS/);
  await db.run("rollback");
});

test("what is told of a handoff by itself names every table that its part of the brief reads", () => {
  const beneath: Record<string, string[]> = {
    "marts.criteria_letters": ["intermediate.int_criteria_verdicts", "intermediate.int_criteria_facts"],
  };
  const tables = (sql: string) =>
    new Set([...sql.matchAll(/\b(?:staging|intermediate|marts)\.\w+/g)].flatMap(([name]) => beneath[name] ?? [name]));
  const template = [{position: 1, field: "budget", entity: "handoffs", column_name: "budget", is_asked: true}];
  // What is quoted of a brief is told by that brief.
  const fields = tables(PARTS.find(({columns}) => columns.includes("values"))!.given!);
  for (const part of PARTS)
    if (part.given !== undefined) {
      const read = [...tables(writePart(part, configure(), template, EVERYTHING))];
      const isTold = (table: string) => part.quotes !== undefined && fields.has(table) && !tables(part.given!).has(table);
      expect(tables(part.given), part.columns.join()).toEqual(new Set(read.filter((table) => !isTold(table))));
    }
});
