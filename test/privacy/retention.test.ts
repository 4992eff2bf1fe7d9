import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {buildData} from "../../pipeline/build.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import type {HealthData} from "../../pipeline/contract/datasets.js";
import {ingest, Soiled, type IngestOptions} from "../../pipeline/ingest/index.js";
import {lookAtInputs} from "../../pipeline/inputs.js";
import {locateSalt} from "../../pipeline/privacy/salt.js";
import {givenCompany, type Company} from "../builds/given-company.js";

const LONG = "Sales rekeys every order of Petra Klöver by hand into two systems and loses a day a week";
const EXPORTS = {
  "people.csv": `person_id,name,email,role,manager_id,started_on,ended_on
ann,Ann Orr,ann@example.com,sdr,mia,2020-01-01,
bob,Bob Ray,bob@example.com,ae,mia,2020-01-01,
gus,Gus Long,gus@example.com,sdr,mia,2020-01-01,2023-06-30
hal,Hal Still,hal@example.com,ae,mia,2020-01-01,
mia,Mia Lead,mia@example.com,manager,,2019-01-01,
`,
  "contacts.csv": `contact_id,account_id,name,email,phone,title
c1,a1,Petra Klöver,petra@buyer.test,+49 30 1234567,CFO
c2,a2,Paul Petersen,paul@buyer.test,,CTO
c3,a3,Nina Never,nina@buyer.test,,CEO
c4,a1,Rita Return,rita@buyer.test,,COO
`,
  "handoffs.csv": `handoff_id,sdr_id,ae_id,account_id,contact_id,meeting_at,booked_at,meeting_status,pain_primary,budget,champion,key_moments
h1,gus,hal,a1,c1,2023-03-01T10:00:00Z,2023-02-20T10:00:00Z,held,${LONG},40000 EUR set aside by Petra,Petra Klöver,Petra Klöver called back in March
h2,gus,hal,a2,petra@buyer.test,2023-03-02T10:00:00Z,2023-02-21T10:00:00Z,no_show,tbd,Not disclosed by Petra,her boss,improvement
h3,ann,bob,a2,c2,2026-09-03T10:00:00Z,2026-08-22T10:00:00Z,held,Quotes take 5 days,40000 EUR,Paul Petersen,Paul called on 3 May
h4,ann,bob,a1,c4,2023-04-03T10:00:00Z,2023-03-22T10:00:00Z,held,Old words of Rita,none,Rita,Rita wrote
h5,ann,bob,a1,rita@buyer.test,2026-09-04T10:00:00Z,2026-08-23T10:00:00Z,held,New words,20000 EUR,Rita Return,met on 4 May
`,
  "feedback.csv": `feedback_id,handoff_id,ae_email,submitted_at,quality_score,missing,helpful
f1,h1,hal@example.com,2023-03-01T12:00:00Z,7,Petra had no budget at all,Gus knew her
f2,h3,bob@example.com,2026-09-03T12:00:00Z,8,No timeline given,all else
`,
  "stakeholders.csv": `handoff_id,name,role
h1,Olga Older,champion
h3,Kim Lee,technical_buyer
`,
  "activities.csv": `activity_id,contact_id,actor_id,channel,occurred_at,subject
t1,c1,gus,email,2023-02-19T09:00:00Z,Hello Petra
t2,c2,ann,email,2026-08-19T09:00:00Z,Hello Paul
t3,c1,gus,fax,2023-02-19T09:00:00Z,Fax for Petra
`,
};
const SECRETS = [
  "Petra",
  "petra@",
  "1234567",
  "Gus",
  "gus@",
  "Hal Still",
  "hal@",
  "Olga",
  "rekeys",
  "Nina",
  "Old words",
  "had no budget",
];

function given(retention: string | null = null, day = "2026-10-05"): Company {
  const company = givenCompany(afterAll);
  for (const [name, text] of Object.entries(EXPORTS)) company.write(name, text);
  configure(company, retention, day);
  return company;
}
// The fields of the brief that these exports tell of.
const BRIEF =
  "brief: [{field: contact_name}, {field: contact_title}, {field: contact_email}, {field: contact_phone}, {field: pain_primary}, {field: budget}, {field: champion}, {field: key_moments}]\n";
const configure = (company: Company, retention: string | null, day: string) =>
  company.write("baton.config.yaml", `company: Small Ltd\nas_of: "${day}T00:00:00Z"\n${BRIEF}sources:\n  - files: "*.csv"\n${retention === null ? "" : `retention_months: ${retention}\n`}`); // prettier-ignore

async function look<T>(company: Company, act: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(company.workspace.warehouse, {readOnly: true});
  return act(db).finally(() => db.close());
}
const build = (company: Company) => buildData(company.config(), company.workspace);
const rows = (company: Company, query: string) => look(company, (db) => db.rows(query));

function findBytes(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"}).flatMap((name) => {
    const path = join(folder, name);
    if (!statSync(path).isFile()) return [];
    const bytes = readFileSync(path);
    return texts.filter((text) => bytes.includes(text)).map((text) => `${name}: ${text}`);
  });
}

describe("whom nothing has touched for 24 months", () => {
  let company: Company;
  beforeAll(async () => {
    company = given();
    await build(company);
  });

  test("is in no byte of warehouse, rejects, cache or datasets", () => {
    expect(findBytes(company.workspace.folder, SECRETS)).toEqual([]);
  });

  test("is told by the same pseudonym wherever they stood, by whatever they were named", async () => {
    const [petra] = (await rows(company, "select contact_id, name, email, phone, title from raw.contacts where title = 'CFO'")) as Record<string, string>[]; // prettier-ignore
    expect(petra).toMatchObject({contact_id: expect.stringMatching(/^former-[0-9a-f]{12}$/) as string, name: expect.stringMatching(/^Former contact [0-9a-f]{6}$/) as string, email: expect.stringMatching(/@former\.invalid$/) as string, phone: "Withheld"}); // prettier-ignore
    // h2 named her by her address.
    expect(await rows(company, "select handoff_id from raw.handoffs where contact_id in (select contact_id from raw.contacts where title = 'CFO') order by 1")).toEqual([{handoff_id: "h1"}, {handoff_id: "h2"}]); // prettier-ignore
    expect(await rows(company, "select name, role from marts.people where person_id like 'former-%' order by role")).toEqual([
      {name: expect.stringMatching(/^Former AE [0-9a-f]{6}$/) as string, role: "ae"},
      {name: expect.stringMatching(/^Former SDR [0-9a-f]{6}$/) as string, role: "sdr"},
    ]);
    // An answer that names its author by the address alone is still the AE's.
    expect(await rows(company, "select count(*)::integer as n from marts.unmatched_feedback")).toEqual([{n: 0}]);
    // Whoever leads somebody who is here is here, and who came back has all of the past.
    expect(await rows(company, "select name from marts.people where person_id = 'mia'")).toEqual([{name: "Mia Lead"}]);
    expect(await rows(company, "select handoff_id, contact_name, contact_id from marts.handoffs where contact_id = 'c4' order by 1")).toEqual([
      {handoff_id: "h4", contact_name: "Rita Return", contact_id: "c4"},
      {handoff_id: "h5", contact_name: "Rita Return", contact_id: "c4"},
    ]); // prettier-ignore
  });

  test("leaves what was written before as filled, specific, not told or missing as it was, and comments under their themes", async () => {
    const kept = given("null");
    await build(kept);
    for (const query of [
      "select handoff_id, field, state, is_vague from marts.brief_fields order by all",
      "select handoff_id, theme from marts.comment_themes order by all",
      "select handoff_id, checklist, position, state from marts.criteria order by all",
      "select metric, scope, period, period_start, numerator, denominator, in_flight, value from marts.metrics where scope in ('company', 'source') order by all",
      "select path, entity, rows_read, loaded, merged, rejected, set_aside from raw.files order by all",
      "select path, entity, line, column_name, reason, effect from raw.rejects order by all",
      "select metric, scope, period, period_start, numerator, denominator, sum(in_flight) as flying, count(*) as n from marts.metrics where scope in ('sdr', 'ae', 'pair') group by all order by all",
    ])
      expect(await rows(company, query), query).toEqual(await rows(kept, query));
    expect(findBytes(kept.workspace.folder, ["Petra"])).not.toEqual([]);
  });

  test("is counted for data health, and no page shows what stands for a text", async () => {
    const health = JSON.parse(readFileSync(join(company.workspace.data, "health.json"), "utf8")) as HealthData;
    expect(health.withheld).toEqual({people: 2, prospects: 2, texts: 16, held_from: "2024-10-01"});
    expect(findBytes(company.workspace.data, ["Withheld", "various other things"])).toEqual([]);
    expect(findBytes(company.workspace.data, ["(no longer held)"])).not.toEqual([]);
  });
});

describe("builds that go on from each other", () => {
  const TABLES = ["raw.people", "raw.contacts", "raw.handoffs", "raw.feedback", "raw.stakeholders", "raw.activities", "raw.rejects", "raw.marks"]; // prettier-ignore
  /** Ingestion alone, into the warehouse of the time before; into a new one where that would still hold what it may not. */
  async function goOn(
    company: Company,
    folder = company.workspace.folder,
    muchBytes?: number,
    largeBytes?: number,
    onProgress?: IngestOptions["onProgress"],
  ): Promise<string[]> {
    mkdirSync(folder, {recursive: true});
    const path = join(folder, "warehouse.duckdb");
    const config = company.config();
    const inputs = lookAtInputs(config);
    const cache = {folder: join(folder, "cache"), hashFile: inputs.hashFile, isStill: inputs.isStill, code: "code"};
    const act = async () => {
      const db = await openDatabase(path);
      try {
        await ingest(db, config, {cache, muchBytes, largeBytes, onProgress});
        return await Promise.all(TABLES.map((table) => tell(db, table)));
      } finally {
        db.close();
      }
    };
    return act().catch((error: unknown) => {
      if (!(error instanceof Soiled) || muchBytes === 0) throw error;
      rmSync(path);
      return act();
    });
  }
  // What is said of the day that is set is another thing each day.
  const tell = async (db: Database, table: string) => JSON.stringify(await db.rows(`select columns(name -> name not in ('_file_id', 'file_id')) from ${table}${table === "raw.rejects" ? " where effect <> 'setting'" : ""} order by all`)); // prettier-ignore
  /** The same exports and salt, from nothing. */
  const fresh = (company: Company) => goOn(company, join(company.folder, `fresh-${Math.random()}`));
  const ask = async (company: Company, query: string) => {
    const db = await openDatabase(join(company.workspace.folder, "warehouse.duckdb"), {readOnly: true});
    return db.rows(query).finally(() => db.close());
  };
  let company: Company;
  beforeAll(async () => {
    company = given(null, "2025-02-10");
    await goOn(company);
  });

  test("hold in February of 2025 who was last touched in March of 2023", () => {
    expect(findBytes(company.workspace.folder, ["Petra Klöver", "Gus Long"])).not.toEqual([]);
  });

  test("let go with the first build of April who was touched in March, out of unchanged exports too", async () => {
    configure(company, null, "2025-04-01");
    const state = await goOn(company);
    expect(findBytes(company.workspace.folder, ["Petra", "rekeys", "had no budget"])).toEqual([]);
    expect(state).toEqual(await fresh(company));
    // Nothing more to do the next day.
    configure(company, null, "2025-04-02");
    expect(await goOn(company)).toEqual(state);
  });

  test("of much that is read for the first time need not be made twice, and are the same", async () => {
    const folder = join(company.folder, "much");
    expect(await goOn(company, folder, 0)).toEqual(await fresh(company));
    expect(findBytes(folder, ["Petra", "rekeys", "had no budget"])).toEqual([]);
  });

  test("of more than memory holds are the same, and leave nothing of what they were read into", async () => {
    const folder = join(company.folder, "large");
    expect(await goOn(company, folder, 0, 0)).toEqual(await fresh(company));
    expect(readdirSync(folder).sort()).toEqual(["cache", "warehouse.duckdb"]);
  });

  test("have somebody back with all of the past when a new export names them again, by their address too", async () => {
    company.write("more.csv", "activity_id,contact_id,actor_id,channel,occurred_at,subject\nt9,petra@buyer.test,ann,email,2025-03-30T09:00:00Z,Hello again\n"); // prettier-ignore
    const state = await goOn(company);
    expect(await ask(company, "select distinct contacts.name from raw.handoffs as handoffs inner join raw.contacts as contacts using (contact_id) where handoff_id in ('h1', 'h2')")).toEqual([{name: "Petra Klöver"}]); // prettier-ignore
    // What was written about her before is gone all the same.
    expect(findBytes(company.workspace.folder, ["rekeys", "had no budget"])).toEqual([]);
    expect(state).toEqual(await fresh(company));
  });

  test("let go of whom a later export leaves out again", async () => {
    company.write("more.csv", "activity_id,contact_id,actor_id,channel,occurred_at,subject\nt9,c2,ann,email,2025-03-30T09:00:00Z,Hello again\n"); // prettier-ignore
    expect(await goOn(company)).toEqual(await fresh(company));
    expect(findBytes(company.workspace.folder, ["Petra"])).toEqual([]);
  });

  /** Exports that a build reads, rather than taking them as they are kept. */
  const reads = async (own: Company) => {
    const names: string[] = [];
    const state = await goOn(own, undefined, undefined, undefined, ({path, stage, isKept}) => stage === "done" && !isKept && names.push(path)); // prettier-ignore
    return {names: names.sort(), state};
  };

  test("put somebody who is named by their id again back into what is kept, and read again only what tells more of them", async () => {
    company.write("more.csv", "activity_id,contact_id,actor_id,channel,occurred_at,subject\nt9,c1,ann,email,2025-03-30T09:00:00Z,Hello again\n"); // prettier-ignore
    const {names, state} = await reads(company);
    expect(await ask(company, "select activity_id, contact_id, actor_id like 'former-%' as is_former, subject from raw.activities where contact_id = 'c1' order by 1")).toEqual([
      {activity_id: "t1", contact_id: "c1", is_former: true, subject: "Withheld"},
      {activity_id: "t3", contact_id: "c1", is_former: true, subject: "Withheld"},
      {activity_id: "t9", contact_id: "c1", is_former: false, subject: "Hello again"},
    ]); // prettier-ignore
    expect(state).toEqual(await fresh(company));
    // Her own record and the meeting that names her by her address have more to say than her id; activities have not.
    expect(names).toEqual(["contacts.csv", "handoffs.csv", "more.csv"]);
    // What was mended is kept as it is now: the next build finds nothing to do, and a later one lets go again.
    expect(await goOn(company)).toEqual(state);
    company.write("more.csv", "activity_id,contact_id,actor_id,channel,occurred_at,subject\nt9,c2,ann,email,2025-03-30T09:00:00Z,Hello again\n"); // prettier-ignore
    expect(await goOn(company)).toEqual(await fresh(company));
    expect(findBytes(company.workspace.folder, ["Petra"])).toEqual([]);
  });

  test("put somebody back whose deal is touched again, by what the export that tells of the deal calls them", async () => {
    const own = given(null, "2025-04-01");
    own.write("deals.csv", "opportunity_id,account_id,created_at,stage\no1,a1,2023-03-05T10:00:00Z,discovery\n");
    own.write("buyers.csv", "opportunity_id,contact_id,role\no1,c1,champion\n");
    await goOn(own);
    expect(await ask(own, "select count(*)::integer as n from raw.activities where contact_id = 'c1'")).toEqual([{n: 0}]);
    own.write(
      "deals-now.csv",
      "opportunity_id,account_id,created_at,closed_at,stage\no1,a1,2023-03-05T10:00:00Z,2025-03-30,negotiation\n",
    );
    const {names, state} = await reads(own);
    expect(await ask(own, "select activity_id from raw.activities where contact_id = 'c1' order by 1")).toEqual([{activity_id: "t1"}, {activity_id: "t3"}]); // prettier-ignore
    expect(state).toEqual(await fresh(own));
    expect(names).toEqual(["buyers.csv", "contacts.csv", "deals-now.csv", "handoffs.csv"]);
  });

  test("take an id that is hashed like the name of somebody else for nobody but whom it names", async () => {
    const own = given(null, "2025-04-01");
    const salt = "ab".repeat(16);
    const key = (text: string) => createHash("sha256").update(salt + text).digest("hex").slice(0, 12); // prettier-ignore
    // Six digits of a hash stand for a name: among a few thousand some pseudonym of an id, hashed as a name, has those of a name.
    const names = new Map(Array.from({length: 9000}, (_, index) => [key(`buyer ${index}`).slice(0, 6), `Buyer ${index}`]));
    const pairs = Array.from({length: 9000}, (_, index) => `x${index}`).flatMap((id) => {
      const name = names.get(key(`former-${key(id)}`).slice(0, 6));
      return name === undefined ? [] : [{id, name}];
    });
    const {id, name} = pairs[0]!;
    own.write("baton.salt", `${salt}\n`);
    own.write("others.csv", `contact_id,account_id,name\n${id},a1,Greta Gone\nc9,a2,${name}\n`);
    own.write("calls-made.csv", `activity_id,contact_id,actor_id,channel,occurred_at,subject\nt6,${id},ann,email,2023-02-19T09:00:00Z,Hello Greta\nt7,c9,ann,email,2025-03-20T09:00:00Z,Hello you\n`); // prettier-ignore
    expect(await goOn(own)).toEqual(await fresh(own));
    own.write(
      "more.csv",
      "activity_id,contact_id,actor_id,channel,occurred_at,subject\nt9,c9,ann,email,2025-03-30T09:00:00Z,Hello again\n",
    );
    const {names: read, state} = await reads(own);
    expect(read).toEqual(["more.csv"]);
    expect(state).toEqual(await fresh(own));
    expect(findBytes(own.workspace.folder, ["Greta"])).toEqual([]);
  });

  test("hold everything again when the configuration keeps it, and other pseudonyms with another salt", async () => {
    const before = await ask(company, "select contact_id from raw.contacts where title = 'CFO'");
    company.write("baton.salt", `${"ab".repeat(16)}\n`);
    const state = await goOn(company);
    expect(await ask(company, "select contact_id from raw.contacts where title = 'CFO'")).not.toEqual(before);
    expect(state).toEqual(await fresh(company));
    configure(company, "0", "2025-04-01");
    await goOn(company);
    expect(await ask(company, "select pain_primary from raw.handoffs where handoff_id = 'h1'")).toEqual([{pain_primary: LONG}]);
  });
});

test("a company whose exports reach back no further keeps everything, whoever was never met", async () => {
  const company = givenCompany();
  company.write("contacts.csv", "contact_id,account_id,name\nc9,a1,Nina Never\n");
  const db = await openDatabase();
  await ingest(db, company.config());
  expect(await db.rows("select name from raw.contacts")).toEqual([{name: "Nina Never"}]);
  expect(existsSync(locateSalt(company.config().path))).toBe(false);
  db.close();
});
