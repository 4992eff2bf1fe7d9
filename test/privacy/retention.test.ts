import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {buildData} from "../../pipeline/build.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
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
const configure = (company: Company, retention: string | null, day: string) =>
  company.write("baton.config.yaml", `company: Small Ltd\nas_of: "${day}T00:00:00Z"\nsources:\n  - files: "*.csv"\n${retention === null ? "" : `retention_months: ${retention}\n`}`); // prettier-ignore

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

  test("is told by the same pseudonym wherever they stood", async () => {
    console.log(
      await rows(company, "from raw.people order by all"),
      await rows(company, "from raw.contacts"),
      await rows(
        company,
        "select handoff_id, sdr_id, ae_id, contact_id, pain_primary, budget, champion, key_moments from raw.handoffs",
      ),
      await rows(company, "from raw.feedback"),
      await rows(company, "from raw.stakeholders"),
      await rows(company, "from raw.activities"),
      await rows(company, "from raw.rejects"),
      await rows(company, "from raw.withheld"),
    );
  });
});
