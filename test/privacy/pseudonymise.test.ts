import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {buildData} from "../../pipeline/build.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {exportDigests} from "../../pipeline/digest/export-digests.js";
import {makeDisguise} from "../../pipeline/privacy/disguise-text.js";
import {makeUp, type MadeUp} from "../../pipeline/privacy/made-up.js";
import {locateSalt, readSalt} from "../../pipeline/privacy/salt.js";
import {givenCompany, type Company} from "../builds/given-company.js";

const EXPORTS = {
  "people.csv": `person_id,name,email,role,team,manager_id
ann@zeppel.test,Ann Ottokar,ann@zeppel.test,sdr,EMEA,mia7
cid7,Cid Quintus,cid@zeppel.test,sdr,EMEA,mia7
bob7,Bob Rasmusson,bob@zeppel.test,ae,Sales,mia7
mia7,Mia Leander,mia@zeppel.test,manager,,
`,
  "accounts.csv": `account_id,name,website,industry,employees,country
acme-7,"Krawinkel & Söhne, Inc.",https://www.krawinkel.test/about,software,900,Germany
a2,Zugspitz AG,zugspitz.test,software,400,Germany
`,
  "contacts.csv": `contact_id,account_id,name,email,phone,title,linkedin_url
c1,acme-7,Petra Klöver,petra@krawinkel.test,+49 30 1234567,CFO,https://linkedin.test/in/petrakloever
c2,zugspitz.test,Paul Petersen,paul@zugspitz.test,,CTO,
c3,a2,not disclosed,,,CTO,
`,
  "handoffs.csv": `handoff_id,sdr_id,ae_id,account_id,contact_id,meeting_at,booked_at,meeting_status,pain_primary,budget,champion,economic_buyer,key_moments,next_steps,meeting_link
ann-h1,ann@zeppel.test,bob7,acme-7,c1,2026-09-01T10:00:00Z,2026-08-20T10:00:00Z,held,Renewals slip at Krawinkel every May,40000 EUR,Petra,"Petra Klöver, CFO",PETRA KLÖVER called back on 3 May; see https://krawinkel.test/x or petra@krawinkel.test,Petra sends figures,https://meet.test/petra
ann-h2,Ann Ottokar,Bob Rasmusson,Zugspitz AG,paul@zugspitz.test,2026-09-02T10:00:00Z,2026-08-21T10:00:00Z,held,Quotes take a week,not disclosed,Paul Petersen,his boss,call +49 30 1234567 for zugspitz,Cid Quintus knows him,
ann-h3,cid7,bob@zeppel.test,a2,c2,2026-09-03T10:00:00Z,2026-08-25T10:00:00Z,no_show,Quotes take a week,not disclosed,,the CFO,,Bob will call in May,
`,
  "feedback.csv": `feedback_id,ae_email,account,meeting_on,submitted_at,quality_score,missing
f1,bob@zeppel.test,KRAWINKEL UND SÖHNE,2026-09-01,2026-09-01T12:00:00Z,7,Petra had no budget
f2,BOB@zeppel.test,Zugspitz,2026-09-02,2026-09-02T12:00:00Z,8,Ann knew no timeline
`,
  "stakeholders.csv": "handoff_id,name,role\nann-h1,Olga Ohlsson,champion\n",
  "activities.csv": `activity_id,contact_id,actor_id,channel,occurred_at,subject
t1,c1,ann@zeppel.test,email,2026-08-19T09:00:00Z,Hello Petra Klöver
t2,c2,cid7,fax,2026-08-19T09:00:00Z,Hello Paul of Zugspitz
`,
};
const SECRETS = ["Ottokar", "Quintus", "Rasmusson", "Leander", "zeppel", "Zeppel", "rawinkel", "RAWINKEL", "ugspitz", "Klöver", "KLÖVER", "kloever", "Petra", "PETRA", "petra", "Petersen", "1234567", "Ohlsson", "acme-7", "mia7", "bob7", "cid7", "ann-h1"]; // prettier-ignore
const CONFIG = `company: Small Ltd\nas_of: "2026-10-05T00:00:00Z"\nsources:\n  - files: "*.csv"\nteams:\n  - team: EMEA\n    manager: mia7\nexemplars: [cid7]\nlinks: {handoff: "https://crm.test/{id}"}\n`; // prettier-ignore

async function given(more: string): Promise<Company> {
  const company = givenCompany(afterAll);
  for (const [name, text] of Object.entries(EXPORTS)) company.write(name, text);
  company.write("baton.config.yaml", CONFIG + more);
  await buildData(company.config(), company.workspace);
  return company;
}
async function look<T>(company: Company, act: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(company.workspace.warehouse, {readOnly: true});
  return act(db).finally(() => db.close());
}
const rows = (company: Company, query: string) => look(company, (db) => db.rows<Record<string, unknown>>(query));
function findBytes(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"}).flatMap((name) => {
    const path = join(folder, name);
    if (!statSync(path).isFile()) return [];
    const bytes = readFileSync(path);
    return texts.filter((text) => name.includes(text) || bytes.includes(text)).map((text) => `${name}: ${text}`);
  });
}

describe("with pseudonyms", () => {
  let [plain, made]: Company[] = [];
  let up: MadeUp;
  beforeAll(async () => {
    plain = await given("");
    made = await given("pseudonymise: true\n");
    up = makeUp(readSalt(made.config().path)!);
  });

  test("nobody of the exports is in any byte of warehouse, cache, datasets or mails, by name, address, id or telephone", async () => {
    await look(made!, (db) => exportDigests(db, made!.config(), join(made!.workspace.folder, "digest"), {audience: "manager", format: "all"})); // prettier-ignore
    expect(readdirSync(join(made!.workspace.folder, "digest/manager")).length).toBeGreaterThan(1);
    expect(findBytes(made!.workspace.folder, SECRETS)).toEqual([]);
    expect(findBytes(plain!.workspace.folder, SECRETS).length).toBeGreaterThan(SECRETS.length);
    expect(statSync(locateSalt(made!.config().path)).mode & 0o077).toBe(0);
  });

  test("everybody has one, made up and the same wherever they stood, and who is named by address, name or domain is found all the same", async () => {
    expect(await rows(made!, "select name, role from marts.people order by role, name")).toEqual([
      {name: `AE ${up.name("Bob Rasmusson")}`, role: "ae"},
      {name: `Manager ${up.name("Mia Leander")}`, role: "manager"},
      ...[`SDR ${up.name("Ann Ottokar")}`, `SDR ${up.name("Cid Quintus")}`].sort().map((name) => ({name, role: "sdr"})),
    ]);
    expect(await rows(made!, "select count(*)::integer as n from raw.rejects where effect = 'orphan'")).toEqual([{n: 0}]);
    expect(await rows(made!, "select distinct account_name as name from marts.handoffs order by length(name) desc")).toEqual([
      {name: up.name("Krawinkel & Söhne") + ", Inc."},
      {name: up.name("Zugspitz") + " AG"},
    ]);
    expect((await rows(made!, "select manager_id from marts.teams where team = 'EMEA'"))[0]).toEqual({manager_id: up.id("mia7")});
    expect(made!.config().links).toEqual({});
  });

  test("every number is that of the company without, by whom it is", async () => {
    const query = "select metric, scope, scope_id, period, period_start, numerator, denominator, in_flight, round(value, 6) as value from marts.metrics"; // prettier-ignore
    const named = (scope: unknown, id: string) => (["sdr", "ae", "manager"].includes(String(scope)) ? call(id) : scope === "pair" ? id.split("|").map(call).join("|") : id); // prettier-ignore
    const call = (id: string) => up.id(id);
    const told = (list: Record<string, unknown>[]) => list.map((row) => JSON.stringify(row)).sort();
    const expected = (await rows(plain!, query)).map((row) => ({...row, scope_id: named(row["scope"], String(row["scope_id"]))}));
    expect(expected.length).toBeGreaterThan(200);
    expect(told(await rows(made!, query))).toEqual(told(expected));
    for (const [table, columns] of [
      ["marts.brief_fields", "field, state, is_vague"],
      ["marts.comment_themes", "theme"],
      ["intermediate.int_feedback_matches", "matched_by = 'none_fits' as is_lost"],
    ])
      // prettier-ignore
      expect(told(await rows(made!, `select ${columns} from ${table}`)), table).toEqual(told(await rows(plain!, `select ${columns} from ${table}`)));
  });

  test("a later build has the same, and what exports say of nobody stays", async () => {
    const before = await rows(made!, "select person_id, name from marts.people order by all");
    made!.write(
      "more.csv",
      "activity_id,contact_id,actor_id,channel,occurred_at,subject\nt9,c1,cid7,call,2026-08-29T09:00:00Z,Petra again\n",
    );
    await buildData(made!.config(), made!.workspace);
    expect(await rows(made!, "select person_id, name from marts.people order by all")).toEqual(before);
    expect(findBytes(made!.workspace.folder, SECRETS)).toEqual([]);
    expect(await rows(made!, "select budget from raw.handoffs order by 1")).toEqual([{budget: "40000 EUR"}, {budget: "not disclosed"}, {budget: "not disclosed"}]); // prettier-ignore
  });
});

describe("what people wrote", () => {
  const made = makeUp("0123456789abcdef");
  const disguise = makeDisguise({people: ["Petra Klöver", "Will May", "tbd"], companies: ["Acme Data Systems GmbH", "Nordwind AG"], phones: ["030 / 123 45 67"], ids: ["c-17"]}, made); // prettier-ignore
  test("has as many words as before, none of them a name, an address or a number of theirs", () => {
    const before = "Petra and petra klöver of ACME data systems (Nordwind’s buyer) met; mail x.y@z.test, dial 030 1234567, see http://a.test/b?c=1, c-17"; // prettier-ignore
    const after = disguise(before);
    expect(after).not.toMatch(/petra|klöver|acme|data|nordwind|x\.y|z\.test|123|a\.test|c-17/i);
    expect(after.split(/\s+/)).toHaveLength(before.split(/\s+/).length);
    expect(after).toContain(`${made.name("Petra")} and ${made.name("petra klöver")} of ${made.name("ACME data systems")}`);
  });
  test("keeps months, words and placeholders that are also somebody's name, but for the whole of it", () => {
    expect(disguise("Will you call in May? tbd, 40 000 EUR by 2026-05-03")).toBe(
      "Will you call in May? tbd, 40 000 EUR by 2026-05-03",
    );
    expect(disguise("will may signs")).toBe(`${made.name("will may")} signs`);
  });
  test("is another under another salt", () => {
    expect(makeUp("fedcba9876543210").name("Petra Klöver")).not.toBe(made.name("Petra Klöver"));
    expect(made.name("Petra Klöver")).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  });
});
