import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {buildData} from "../../pipeline/build.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {describeHeld} from "../../pipeline/privacy/describe.js";
import {addForgotten, listForgotten, locateForgotten, readForgotten, removeForgotten} from "../../pipeline/privacy/forgotten.js";
import {findIdentity, listDerived, listHeld} from "../../pipeline/privacy/identity.js";
import {makeScrubber} from "../../pipeline/privacy/scrub.js";
import {readToday} from "../../pipeline/today.js";
import {copyBuilt, givenCompany, type Company} from "../builds/given-company.js";

const EXPORTS = {
  "people.csv": `person_id,name,email,role,phone
ann,Ann Orr,ann@example.com,sdr,
bob,Bob Ray,bob@example.com,ae,
ann2,Ann Orr,ann.orr@example.com,sdr,
`,
  "contacts.csv": `contact_id,account_id,name,email,phone,title
c1,a1,Petra Klöver,petra@buyer.test,+49 30 1234567,CFO
c2,a2,Paul Petersen,paul@buyer.test,,CTO
`,
  "handoffs.csv": `handoff_id,sdr_id,ae_id,account_id,contact_id,meeting_at,booked_at,meeting_status,pain_primary,key_moments,champion
h1,ann,bob,a1,c1,2026-09-01T10:00:00Z,2026-08-20T10:00:00Z,held,Renewals slip,Petra Klöver called back,Petra
h2,ann,bob,a2,c2,2026-09-02T10:00:00Z,2026-08-21T10:00:00Z,held,Quotes take a week,met PETRA  KLÖVER at a fair; write to petra@buyer.test,Paul
h3,ann2,bob,a2,c7,2026-09-03T10:00:00Z,yesterday,held,Quotes take a week,Ann Orr knows him,Paul
`,
  "feedback.csv": `feedback_id,handoff_id,ae_id,submitted_at,quality_score,missing
f1,h1,bob,2026-09-01T12:00:00Z,7,Petra had no budget
f2,h2,bob@example.com,2026-09-02T12:00:00Z,8,nothing
`,
  "stakeholders.csv": `handoff_id,name,role
h2,Petra Klöver,champion
h2,Kim Lee,technical_buyer
h2,Max Rau,technical_buyer
`,
  "calls.csv": `call_id,handoff_id,contact_id,person_id,started_at,url
k1,h1,c1,ann,2026-08-20T09:00:00Z,https://calls.test/k1
k2,h2,c2,ann,2026-08-21T09:00:00Z,https://calls.test/k2
`,
  "activities.csv": `activity_id,contact_id,actor_id,channel,occurred_at,subject
t1,c1,ann,email,2026-08-19T09:00:00Z,Hello Petra
t2,c2,ann,fax,2026-08-19T09:00:00Z,Hello Paul and Petra Klöver
`,
  "commitments.csv": `sdr_id,behaviour,agreed_on,note
someone@example.com,budget,2026-09-02,asks
ann,budget,2026-09-01,Ann wants to ask earlier
ann2,budget,2026-09-01,asks later
`,
};

// The fields of the brief that these exports tell of.
const CONFIG = `company: Small Ltd
as_of: "2026-10-01T00:00:00Z"
brief: [{field: contact_name}, {field: contact_title}, {field: contact_email}, {field: contact_phone}, {field: pain_primary}, {field: champion}, {field: key_moments}]
sources:
  - files: "*.csv"
`;

function given(): Company {
  const company = givenCompany(afterAll);
  company.write("baton.config.yaml", CONFIG);
  for (const [name, text] of Object.entries(EXPORTS)) company.write(name, text);
  return company;
}

async function look<T>(company: Company, act: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(company.workspace.warehouse, {readOnly: true});
  return act(db).finally(() => db.close());
}
const build = (company: Company) => buildData(company.config(), company.workspace);
const rows = (company: Company, query: string) => look(company, (db) => db.rows(query));

/** Puts somebody on the list, as the command does before it builds again. */
const list = (company: Company, ...who: string[]) =>
  look(company, async (db) => {
    for (const each of who) addForgotten(company.config().path, await findIdentity(db, each), (await readToday(db))!);
  });

/** Files below a folder that hold one of the texts, as bytes. */
function findBytes(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((name) => {
    const path = join(folder, name);
    return statSync(path).isFile() && texts.some((text) => readFileSync(path).includes(text));
  });
}

// Built once; tests that go on from there take a copy.
let base: Company;
beforeAll(async () => {
  base = given();
  await build(base);
});

describe("a prospect who is to be forgotten", () => {
  // The first name alone is any word of a text: where the row is about somebody else it stays.
  const SECRETS = ["petra@buyer.test", "1234567", "Klöver", "KLÖVER", "Renewals slip"];
  let company: Company;
  beforeAll(async () => {
    company = await copyBuilt(base, afterAll);
    expect(findBytes(company.workspace.folder, SECRETS).length).toBeGreaterThan(3);
    await list(company, "Petra Klöver");
    await build(company);
  });

  test("is in no byte of warehouse, rejects, cache or datasets", () => {
    expect(findBytes(company.workspace.folder, SECRETS)).toEqual([]);
    expect(findBytes(company.folder, ["petra@buyer.test"]).sort()).toEqual(["contacts.csv", "handoffs.csv"]);
  });

  test("leaves handoffs that count on, without what they said of the prospect", async () => {
    expect(await rows(company, "select handoff_id, contact_id, pain_primary, key_moments, champion, sdr_id from raw.handoffs order by all")).toEqual([
      {handoff_id: "h1", contact_id: null, pain_primary: null, key_moments: null, champion: null, sdr_id: "ann"},
      {handoff_id: "h2", contact_id: "c2", pain_primary: "Quotes take a week", key_moments: "met … at a fair; write to …", champion: "Paul", sdr_id: "ann"},
      {handoff_id: "h3", contact_id: "c7", pain_primary: "Quotes take a week", key_moments: "Ann Orr knows him", champion: "Paul", sdr_id: "ann2"},
    ]); // prettier-ignore
    expect(await rows(company, "select feedback_id, quality_score, missing from raw.feedback order by all")).toEqual([
      {feedback_id: "f1", quality_score: "7", missing: null},
      {feedback_id: "f2", quality_score: "8", missing: "nothing"},
    ]);
    expect(await rows(company, "select call_id, contact_id, url from raw.calls order by all")).toEqual([
      {call_id: "k1", contact_id: null, url: null},
      {call_id: "k2", contact_id: "c2", url: "https://calls.test/k2"},
    ]);
    expect(await rows(company, "select name from raw.stakeholders order by name")).toEqual([
      {name: "Kim Lee"},
      {name: "Max Rau"},
    ]);
    expect(await rows(company, "select count(*)::integer as n from marts.handoffs")).toEqual([{n: 3}]);
  });

  test("stays in the ledger: a row that went is set aside with its line and nothing it said", async () => {
    expect(await rows(company, "select path, rows_read, loaded, merged, rejected, set_aside from raw.files where set_aside > 0 order by path")).toEqual([
      {path: "contacts.csv", rows_read: 2, loaded: 1, merged: 0, rejected: 0, set_aside: 1},
      {path: "stakeholders.csv", rows_read: 3, loaded: 2, merged: 0, rejected: 0, set_aside: 1},
    ]); // prettier-ignore
    expect(await rows(company, "select path, line, value, reason from raw.rejects where effect = 'set_aside' order by path")).toEqual([
      {path: "contacts.csv", line: 2, value: null, reason: "of somebody who is to be forgotten"},
      {path: "stakeholders.csv", line: 2, value: null, reason: "of somebody who is to be forgotten"},
    ]); // prettier-ignore
  });

  test("is back with the next build once taken off the list", async () => {
    const copy = await copyBuilt(company);
    removeForgotten(copy.config().path, "petra@buyer.test");
    await build(copy);
    expect(await rows(copy, "select name from raw.contacts where contact_id = 'c1'")).toEqual([{name: "Petra Klöver"}]);
  });

  test("is left out of every later export, and nobody else is", async () => {
    company.write(
      "later.csv",
      "contact_id,account_id,name,email\nc9,a1,P. Klöver,PETRA@buyer.test \nc1,a1,Petra K.,\nc3,a3,Petra Klöver,other@buyer.test\n",
    );
    await build(company);
    // Another of the same name is somebody else.
    expect(await rows(company, "select contact_id, email from raw.contacts order by all")).toEqual([
      {contact_id: "c2", email: "paul@buyer.test"},
      {contact_id: "c3", email: "other@buyer.test"},
    ]);
  });
});

describe("a person", () => {
  let company: Company;
  beforeAll(async () => {
    company = await copyBuilt(base, afterAll);
  });

  test("is told by id, address or name; a name of several is asked back, an unknown one refused", () =>
    look(company, async (db) => {
      expect(await findIdentity(db, " BOB@example.com")).toEqual({kind: "person", ids: ["bob", "bob@example.com"], names: ["Bob Ray"], records: expect.arrayContaining(["h1", "h2", "h3"]) as string[]}); // prettier-ignore
      await expect(findIdentity(db, "Ann Orr")).rejects.toThrow(/"Ann Orr" is the name of several people\n {2}→ name one by id: (ann, ann2|ann2, ann)$/); // prettier-ignore
      await expect(findIdentity(db, "Nobody")).rejects.toThrow('nobody in the exports goes by "Nobody"');
    }));

  test("or a prospect is found whom only references name, where no export has them as a record", () =>
    look(company, async (db) => {
      expect(await findIdentity(db, "c7")).toEqual({kind: "prospect", ids: ["c7"], names: [], records: ["h3"]});
      expect((await findIdentity(db, "someone@example.com")).kind).toBe("person");
    }));

  test("is told which rows of which exports hold somebody, those that only mention them among them", () =>
    look(company, async (db) => {
      const identity = await findIdentity(db, "c1");
      expect(describeHeld(identity, await listHeld(db, identity))).toBe(`a prospect who goes by c1, petra@buyer.test, Petra Klöver
8 rows of the exports hold them; take them out there, too:
  contacts.csv (contacts): line 2
  handoffs.csv (handoffs): lines 2, 3
  activities.csv (activities): lines 2, 3
  stakeholders.csv (stakeholders): line 2
  feedback.csv (feedback): line 2
  calls.csv (calls): line 2`);
    }));

  test("gets all that is held on them: rows of the exports, and what was worked out", () =>
    look(company, async (db) => {
      const identity = await findIdentity(db, "ann");
      const held = await listHeld(db, identity);
      expect(held.find(({entity}) => entity === "people")).toEqual({entity: "people", path: "people.csv", line: 2, row: {person_id: "ann", name: "Ann Orr", email: "ann@example.com", role: "sdr"}}); // prettier-ignore
      const derived = await listDerived(db, identity);
      expect(Object.keys(derived)).toEqual(expect.arrayContaining(["handoffs", "people", "metrics"]));
      expect(new Set(derived["metrics"]!.map(({scope, scope_id}) => `${String(scope)} ${String(scope_id)}`))).toEqual(new Set(["sdr ann", "pair ann|bob"])); // prettier-ignore
      expect(derived["handoffs"]!.map(({handoff_id}) => handoff_id).sort()).toEqual(["h1", "h2"]);
      expect(await listDerived(db, await findIdentity(db, "c1"))).toEqual({});
    }));

  test("who is to be forgotten counts in the company's numbers and nowhere by name; what AEs said of their handoffs goes", async () => {
    await list(company, "bob", "ann");
    await build(company);
    expect(findBytes(company.workspace.folder, ["Bob Ray", "bob@example.com", "ann@example.com"])).toEqual([]);
    expect(findBytes(company.workspace.data, ['"ann"', '"bob"'])).toEqual([]);
    expect(await rows(company, "select person_id, name from raw.people")).toEqual([{person_id: "ann2", name: "Ann Orr"}]);
    expect(await rows(company, "select handoff_id, sdr_id, ae_id, pain_primary from raw.handoffs order by all")).toEqual([
      {handoff_id: "h1", sdr_id: null, ae_id: null, pain_primary: "Renewals slip"},
      {handoff_id: "h2", sdr_id: null, ae_id: null, pain_primary: "Quotes take a week"},
      {handoff_id: "h3", sdr_id: "ann2", ae_id: null, pain_primary: "Quotes take a week"},
    ]);
    expect(await rows(company, "select missing, ae_id from raw.feedback")).toEqual([{missing: null, ae_id: null}, {missing: null, ae_id: null}]); // prettier-ignore
    expect(await rows(company, "select sdr_id, note from raw.commitments where sdr_id like 'ann%'")).toEqual([
      {sdr_id: "ann2", note: "asks later"},
    ]);
    expect(await rows(company, "select sum(numerator)::integer as n from marts.metrics where metric = 'show_rate' and scope = 'company' and period = 'all'")).toEqual([{n: 3}]); // prettier-ignore
  });
});

describe("the list", () => {
  test("tells nobody who is on it", () => {
    const company = given();
    addForgotten(
      company.config().path,
      {kind: "prospect", ids: ["c1", "petra@buyer.test"], names: ["Petra Klöver"], records: ["h1"]},
      "2026-10-01",
    );
    const text = readFileSync(locateForgotten(company.config().path), "utf8");
    expect(text).not.toMatch(/petra|klöver|"c1"|1234567/i);
    expect(statSync(locateForgotten(company.config().path)).mode & 0o077).toBe(0);
  });

  test("that is broken stops the build instead of letting everybody back in", () => {
    const company = given();
    const path = locateForgotten(company.config().path);
    company.write("baton.forgotten.json", '{"salt": "');
    expect(() => readForgotten(company.config().path)).toThrow(`${path}: is no JSON\n  → restore it`);
    company.write("baton.forgotten.json", '{"salt": "0123456789abcdef", "forgotten": [{"ids": "x"}]}');
    expect(() => readForgotten(company.config().path)).toThrow("is no list of who is to be forgotten: forgotten.0");
  });

  test("tells since when and of what kind, and lets go whoever is named by id, address or whole name; nobody else", () => {
    const {path} = given().config();
    const put = (kind: "person" | "prospect", ids: string[], names: string[], day: string) => addForgotten(path, {kind, ids, names, records: []}, day); // prettier-ignore
    put("prospect", ["c1", "petra@buyer.test"], ["Petra Klöver"], "2026-10-01");
    put("person", ["ann", "ann@example.com"], ["Ann Orr"], "2026-10-02");
    put("person", ["ann2", "ann.orr@example.com"], ["Ann Orr"], "2026-10-03");
    expect(listForgotten(path)).toEqual([
      {number: 1, since: "2026-10-01", kind: "prospect"},
      {number: 2, since: "2026-10-02", kind: "person"},
      {number: 3, since: "2026-10-03", kind: "person"},
    ]);
    expect(() => removeForgotten(path, "Nobody Here")).toThrow('nobody on the list goes by "Nobody Here"');
    expect(() => removeForgotten(path, "Ann Orr")).toThrow('"Ann Orr" is the name of several on the list');
    expect(removeForgotten(path, " PETRA  klöver").forgotten_on).toBe("2026-10-01");
    expect(removeForgotten(path, "ANN@example.com").kind).toBe("person");
    expect(listForgotten(path)).toEqual([{number: 1, since: "2026-10-03", kind: "person"}]);
    removeForgotten(path, "ann2");
    expect(readForgotten(path)).toBeUndefined();
  });

  test("takes names, addresses and ids with digits out of texts, and no single words", () => {
    const company = given();
    addForgotten(
      company.config().path,
      {kind: "prospect", ids: ["c-17", "will.may@x.test"], names: ["Will May", "May"], records: []},
      "2026-10-01",
    );
    const scrub = makeScrubber(readForgotten(company.config().path)!);
    expect(scrub("Will May will call; may be WILL  may. Mail will.may@x.test, (C-17). May I?")).toBe(
      "… will call; may be …. Mail …, (…). May I?",
    );
    expect(scrub("nothing here")).toBe("nothing here");
  });

  test("takes them out whatever stands around them: quotation marks, brackets, links, the last name first, accents of their own", () => {
    const company = given();
    addForgotten(
      company.config().path,
      {kind: "prospect", ids: ["c-17", "jose@buyer.test"], names: ["José María Díaz"], records: []},
      "2026-10-01",
    );
    const scrub = makeScrubber(readForgotten(company.config().path)!);
    for (const [text, left] of [
      ["“jose@buyer.test” [jose@buyer.test] _jose@buyer.test_ jose@buyer.test…", "“…” […] _…_ ……"],
      [
        "mailto:jose@buyer.test?subject=x https://x.test/?to=jose%40buyer.test&n=1",
        "mailto:…?subject=x https://x.test/?to=…&n=1",
      ],
      ["[c-17] id=c-17, https://crm.test/contacts/c-17/view", "[…] id=…, https://crm.test/contacts/…/view"],
      ["Díaz, José María; José María Díaz".normalize("NFD"), "…; …"],
      ["ajose@buyer.test jose@buyer.test.example c-171", "ajose@buyer.test jose@buyer.test.example c-171"],
    ] as const)
      expect(scrub(text)).toBe(left);
  });
});
