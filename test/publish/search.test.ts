import {mkdtempSync, readFileSync, readdirSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {SearchList, SearchPages} from "../../pipeline/contract/datasets.js";
import {openDatabase, quoteText, type Database} from "../../pipeline/db.js";
import type {Ground} from "../../pipeline/publish/ground.js";
import {foldSql} from "../../pipeline/publish/search/fold.js";
import {putSearch} from "../../pipeline/publish/search/put.js";
import {openShelf} from "../../pipeline/publish/write.js";
import {fold} from "../../src/components/search/fold.js";
import {findPages} from "../../src/components/search/search-handoffs.js";
import {closeAfterFile} from "../opened.js";

const NAMES = ["Müller & Söhne GmbH", "İstanbul Çelik", "Łódź Ørsted", "ΣΑΣ ΟΔΟΣ", "Straße & Æther", "株式会社トヨタ", "한국전자", "हिन्दी भवन", "شركة النور", "Cafe\u0301 O’Neil", "ガス"]; // prettier-ignore

const folder = mkdtempSync(join(tmpdir(), "baton-search-"));
let db: Database;

/** Seven hundred handoffs of Ada (in the north), one of Bo (who has left it), one of an account in Łódź that Bo booked with Ann Key. */
beforeAll(async () => {
  db = closeAfterFile(await openDatabase());
  await db.run(`create schema marts;
    create table marts.people as select * from (values ('p1', 'ada', 'north', true), ('p2', 'bo', 'south', true), ('p3', 'eve', 'sales', true))
      as people (person_id, slug, team, is_current);
    create table marts.teams as select * from (values ('north', 'north-1')) as teams (team, slug);
    create table marts.handoffs as
    select 'h' || n as handoff_id, timestamp '2026-01-01 23:30:00' as meeting_at, 'Company ' || md5(n::text) || ' Ltd' as account_name,
      'Contact ' || md5('c' || n) as contact_name, 'p1' as sdr_id, 'p3' as ae_id, 'north' as team, 'Ada Osei' as sdr_name, 'Eve Tran' as ae_name
    from range(700) as numbers (n)
    union all select 'late', timestamp '2026-02-01 10:00:00', 'Łódź "Steel"', 'Ann Key', 'p2', 'p3', 'north', 'Bo Lind', 'Eve Tran'
    union all select 'old', timestamp '2020-02-01 10:00:00', 'Zenith', 'Former contact 0a1b2c', 'p2', null, null, 'Bo Lind', null`);
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

async function put(name: string, {before = "", granularity = "person"} = {}) {
  const person = (person_id: string, slug: string) => ({person_id, slug});
  const ground = {
    db,
    config: {granularity, timezone: "Europe/Berlin"},
    sdrs: [person("p1", "ada"), person("p2", "bo"), person("p4", "cy")],
    aes: [person("p3", "eve")],
    teams: [{team: "north", slug: "north-1"}],
  };
  await putSearch(openShelf(join(folder, name), before && join(folder, before)), ground as unknown as Ground);
  return open(name);
}

function open(name: string) {
  const read = <T>(path: string) => JSON.parse(readFileSync(join(folder, name, "search", path), "utf8")) as T;
  const find = (query: string) =>
    findPages(read<SearchPages>("all.json"), fold(query)).flatMap((page) => read<SearchList>(`all/${page}.json`).rows);
  return {read, find};
}

describe("what the search looks through", () => {
  it("finds a handoff by each word of its account and contact, whatever its accents, in a page of few", async () => {
    const {find} = await put("first");
    for (const query of ["lodz", "STEEL", "ann key", "Key", "łó"])
      expect(
        find(query).map(([id]) => id),
        query,
      ).toContain("late");
    expect(find("steel").length).toBeLessThan(600);
    expect(find("steel").find(([id]) => id === "late")).toEqual(["late", 20485, 'Łódź "Steel"', "Ann Key", expect.any(Number)]);
  });
  it("leaves the rest as it was when a handoff more comes", async () => {
    await db.run("insert into marts.handoffs select * replace ('new' as handoff_id, 'Quark' as account_name, 'Lea Mo' as contact_name) from marts.handoffs where handoff_id = 'late'"); // prettier-ignore
    const {find} = await put("second", {before: "first"});
    expect(find("quark").map(([id]) => id)).toContain("new");
    const paths = readdirSync(join(folder, "second"), {recursive: true}) as string[];
    const isWritten = (path: string) => statSync(join(folder, "second", path)).nlink === 1;
    const written = paths.filter((path) => path.endsWith(".json") && isWritten(path));
    expect(written.filter((path) => !path.includes("/all/")).sort()).toEqual(["search/ae/eve.json", "search/sdr/bo.json", "search/team/north-1.json"]); // prettier-ignore
    expect(written.length - 3).toBeLessThanOrEqual(3);
  });
  it("lists each person's own, and of a team those of whoever is not in it now", () => {
    const {read} = open("second");
    const ids = (path: string) => read<SearchList>(path).rows.map(([id]) => id);
    expect(ids("sdr/bo.json")).toEqual(["late", "new", "old"]);
    expect(ids("team/north-1.json")).toEqual(["late", "new"]);
    expect(ids("ae/eve.json")).toHaveLength(702);
    expect(ids("sdr/cy.json")).toEqual([]);
    expect(read<SearchList>("sdr/bo.json").rows.at(-1)).toEqual(["old", 18293, "Zenith", null, -1]);
  });
  it("names no person where no number is about one", async () => {
    const {read} = await put("few", {granularity: "team"});
    expect(read<SearchList>("sdr/bo.json").names).toEqual([]);
  });
});

it("names are folded alike in the pipeline and on the page", async () => {
  const rows = await db.rows<{name: string; folded: string}>(`select name, ${foldSql("name")} as folded from (values ${NAMES.map((name) => `(${quoteText(name)})`).join(", ")}) as names (name)`); // prettier-ignore
  expect(Object.fromEntries(rows.map(({name, folded}) => [name, folded]))).toEqual(Object.fromEntries(NAMES.map((name) => [name, fold(name)]))); // prettier-ignore
});
