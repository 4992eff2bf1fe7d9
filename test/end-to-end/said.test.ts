import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {SdrData} from "../../pipeline/contract/datasets.js";
import type {Database} from "../../pipeline/db.js";
import {exportDigests, type DigestEntry} from "../../pipeline/digest/export-digests.js";
import {AUDIENCES, type Audience} from "../../pipeline/digest/types.js";
import {findLeaks, type AudienceKind, type Leak} from "../../pipeline/leaks/index.js";
import {readBriefDocuments} from "../../pipeline/publish/brief/read.js";
import {BRIEF_HANDOFFS} from "../../pipeline/publish/brief/slice.js";
import {readSession} from "../../pipeline/sheet/read-session.js";
import {writeSession} from "../../pipeline/sheet/write-session.js";
import {openSample, sampleConfig as config} from "../sample.js";
import {drawOthers} from "./draw-others.js";
import {drawPages} from "./draw-pages.js";
import {findUnread} from "./figures.js";
import {findNeverSaid, listSaid} from "./never-said.js";
import {findNoNumbersIn} from "./no-number.js";

const out = mkdtempSync(join(tmpdir(), "baton-said-"));
let db: Database;
let data: string;
let people: {
  person_id: string;
  name: string;
  email: string | null;
  slug: string;
  team: string | null;
  role: string;
  is_current: boolean;
}[];
const entries = new Map<Audience, DigestEntry[]>();
const read = (audience: Audience, {files}: DigestEntry): string[] =>
  Object.values(files).map((file) => readFileSync(join(out, "digest", audience, file), "utf8"));

beforeAll(async () => {
  ({db, data} = await openSample());
  people = await db.rows(
    "select person_id, name, email, slug, team, role, is_current and person_id in (select person_id from staging.stg_people) as is_current from marts.people order by person_id",
  );
  for (const audience of AUDIENCES)
    entries.set(audience, await exportDigests(db, config, join(out, "digest"), {audience, format: "all"}));
});
afterAll(() => rmSync(out, {recursive: true, force: true}));

/** What would tell of a person: none of it is part of a word. */
const marksOf = ({person_id, name, email, slug}: (typeof people)[number]) =>
  new RegExp(
    `(?<![\\p{L}\\p{Nd}])(${[person_id, name, slug, ...(email ? [email] : [])].map((mark) => mark.replaceAll(/[.+]/g, "\\$&")).join("|")})(?![\\p{L}\\p{Nd}])`,
    "u",
  );

describe("a mail holds nothing of others than its reader may see", () => {
  it("everybody who is here has one, and nobody who left", () => {
    const current = (role: string) =>
      people
        .filter((person) => person.role === role && person.is_current)
        .map(({slug}) => slug)
        .sort();
    expect(
      entries
        .get("sdr")!
        .map(({slug}) => slug)
        .sort(),
    ).toEqual(current("sdr"));
    expect(
      entries
        .get("ae")!
        .map(({slug}) => slug)
        .sort(),
    ).toEqual(current("ae"));
    expect(entries.get("manager")!.length).toBeGreaterThan(2);
    expect(people.some(({is_current, role}) => !is_current && role === "sdr")).toBe(true);
  });
  it("one person may be named; whoever left is told apart from whom nobody knows, and mails of before are gone", async () => {
    const folder = join(out, "one");
    const [first] = entries.get("sdr")!;
    await exportDigests(db, config, folder, {audience: "sdr", format: "text"});
    const one = await exportDigests(db, config, folder, {audience: "sdr", format: "html", person: first!.email!});
    expect(one.map(({slug, email}) => ({slug, email}))).toEqual([{slug: first!.slug, email: first!.email}]);
    expect(readdirSync(join(folder, "sdr")).sort()).toEqual([`${first!.slug}.html`, "manifest.json"]);
    const leaver = people.find(({is_current, role, email}) => !is_current && role === "sdr" && email)!;
    const ask = (person: string) => exportDigests(db, config, folder, {audience: "sdr", format: "html", person});
    await expect(ask(leaver.person_id)).rejects.toThrow("is no longer here, and gets no mail");
    await expect(ask("Nobody At All")).rejects.toThrow('nobody is called "Nobody At All"');
  });
  it("says that something changed where the SDR’s page calls it a signal, and nowhere else", () => {
    for (const entry of entries.get("sdr")!) {
      const {headlines} = JSON.parse(readFileSync(join(data, "sdr", `${entry.slug}.json`), "utf8")) as SdrData;
      const signals = headlines.filter(({latest, is_change_signal}) => latest && is_change_signal);
      const [, mail] = read("sdr", entry);
      expect(mail!.match(/More than chance\./g)?.length ?? 0, entry.slug).toBe(signals.length);
    }
  });
  it.each(["sdr", "ae"] as const)("of an %s: nobody of the same role, no e-mail address, no score", (role) => {
    for (const entry of entries.get(role)!) {
      const others = people.filter(
        (person) => person.person_id !== entry.person_id && (person.role === role || person.role === "manager"),
      );
      for (const text of read(role, entry)) {
        expect(
          others.filter((person) => marksOf(person).test(text)).map(({name}) => name),
          entry.slug,
        ).toEqual([]);
        expect(text).not.toMatch(/[\w.]+@[\w.]+\.\w/);
        if (role === "ae") expect(text).not.toMatch(/quality|rated|rating|out of 10/i);
      }
    }
  });
  it("of an SDR: no comment on a colleague’s handoff", async () => {
    const rows = await db.rows<{sdr_id: string; text: string}>(
      "select distinct sdr_id, unnest([missing, helpful]) as text from marts.handoffs where sdr_id is not null",
    );
    const own = (id: string) => new Set(rows.filter(({sdr_id}) => sdr_id === id).map(({text}) => text));
    for (const entry of entries.get("sdr")!) {
      const mine = own(entry.person_id);
      const quotes = [...read("sdr", entry)[0]!.matchAll(/<blockquote><bdi>(.*?)<\/bdi>/gs)].map(([, quote]) =>
        quote!.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
      );
      expect(
        quotes.filter((quote) => !mine.has(quote)),
        entry.slug,
      ).toEqual([]);
    }
  });
  it("of a manager: no SDR of another team but counterparts of own AEs", async () => {
    const pairs = await db.rows<{sdr_id: string; team: string}>(
      "select distinct handoffs.sdr_id, aes.team from marts.handoffs as handoffs inner join marts.people as aes on aes.person_id = handoffs.ae_id where handoffs.outcome = 'pending'",
    );
    const teams = await db.rows<{team: string; manager_id: string}>(
      "select team, manager_id from marts.teams where manager_id is not null",
    );
    for (const entry of entries.get("manager")!) {
      const own = new Set(teams.filter(({manager_id}) => manager_id === entry.person_id).map(({team}) => team));
      const met = new Set(pairs.filter(({team}) => own.has(team)).map(({sdr_id}) => sdr_id));
      const others = people.filter(
        ({role, team, person_id}) => role === "sdr" && !(team !== null && own.has(team)) && !met.has(person_id),
      );
      for (const text of read("manager", entry))
        expect(
          others.filter((person) => marksOf(person).test(text)).map(({name}) => name),
          entry.slug,
        ).toEqual([]);
    }
  });
});

const json = <T>(path: string): T => JSON.parse(readFileSync(join(data, path), "utf8")) as T;
// Drawn once, looked at more than once: nothing takes as long.
let drawn: Promise<Element[]> | undefined;
const drawOnce = () => (drawn ??= drawPages(json));

it("every figure on every page of the sample company says what to conclude and what not, and none shows a number that is none", async () => {
  const pages = await drawOnce();
  expect(pages.length).toBeGreaterThan(40);
  expect([...new Set(pages.flatMap(findUnread))]).toEqual([]);
  expect(pages.flatMap(findNoNumbersIn)).toEqual([]);
});

it("no page, mail or sheet says what may never be said, leaves a gap unfilled or counts wrong", async () => {
  // Some of each outcome, those to come first.
  const briefs = await readBriefDocuments(
    db,
    config,
    `select * from (${BRIEF_HANDOFFS}) qualify row_number() over (partition by outcome order by handoff_id desc) <= 12`,
  );
  const pages = [...(await drawOnce()), ...(await drawOthers(json, briefs))];
  const quoted = await db.rows<{text: string}>(
    "select distinct unnest([missing, helpful]) as text from marts.handoffs union select distinct value from marts.brief_values union select note from marts.commitments union select account_name from marts.handoffs",
  );
  const said: [string, string][] = pages.flatMap((page, index) => [...listSaid(`page ${index}`, page)]);
  const pairs = await db.rows<{sdr_id: string; ae_id: string}>(
    "select sdr_id, ae_id from marts.handoffs where sdr_id is not null and ae_id is not null group by all order by count(*) desc, sdr_id, ae_id limit 20",
  );
  for (const {sdr_id, ae_id} of pairs) {
    const sheet = document.createElement("div");
    sheet.innerHTML = writeSession(await readSession(db, config, {sdr: sdr_id, ae: ae_id}));
    said.push(...listSaid(`sheet ${sdr_id} ${ae_id}`, sheet));
  }
  for (const audience of AUDIENCES)
    for (const entry of entries.get(audience)!) {
      const mail = readFileSync(join(out, "digest", audience, entry.files.text!), "utf8");
      said.push(
        ...`${entry.subject}\n${mail}`
          .split("\n")
          .filter((line) => !line.startsWith("  > "))
          .map((line): [string, string] => [`mail ${entry.slug}`, line]),
      );
    }
  expect(said.length).toBeGreaterThan(10_000);
  expect(
    findNeverSaid(
      said,
      quoted.flatMap(({text}) => text ?? []),
    ),
  ).toEqual([]);
});

describe("the leak test over what RevOps sees", () => {
  // The datasets of the whole company, as files that lie there: tables, documents, calendars, names of folders.
  const look = (kind: AudienceKind, id?: string) =>
    findLeaks(db, [{folder: data, kind, ...(id ? {id} : {})}], {exemplars: config.exemplars, contactDetails: config.publish.contact_details});
  it("finds nothing for RevOps: no prospect's e-mail address or telephone number is in any file", async () => {
    expect(await look("revops")).toEqual([]);
  });
  it("finds plenty of every kind for anybody else, in every kind of file", async () => {
    const sdr = people.find(({role, is_current}) => role === "sdr" && is_current)!;
    const leaks = await look("sdr", sdr.person_id);
    const found = (key: (leak: Leak) => string) => [...new Set(leaks.map(key))].sort();
    expect(found(({kind}) => kind)).toEqual(["brief", "comment", "field", "handoff", "id", "name", "note"]);
    expect(found(({file}) => file.split(".").at(-1)!)).toEqual(expect.arrayContaining(["arrow", "json", "ics"]));
    const others = people.filter(({person_id, role}) => role === "sdr" && person_id !== sdr.person_id);
    const named = new Set(leaks.map(({whom}) => whom));
    expect(others.filter(({name, person_id}) => name !== person_id && !named.has(`${name} (${person_id})`))).toEqual([]);
    expect(named).not.toContain(`${sdr.name} (${sdr.person_id})`);
  });
}); // prettier-ignore
