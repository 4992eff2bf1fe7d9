import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import type {Manifest, TeamData} from "../../pipeline/contract/datasets.js";
import {listAccess} from "../../pipeline/publish/trees/access.js";
import {makeTrees, type Trees} from "../../pipeline/publish/trees/trees.js";
import {findLeaks} from "../../pipeline/leaks/index.js";
import type {Cells, Given} from "../models/given.js";
import {published, type Published} from "./published.js";

const LONG = `id/"${"x".repeat(500)}"😀`;
const held = (handoff_id: string, sdr_id: string, ae_id: string, day: string, more: Cells = {}): Cells => ({
  handoff_id, sdr_id, ae_id, meeting_at: `${day} 10:00:00`, booked_at: `${day} 08:00:00`, meeting_status: "held", account_id: `acc-${handoff_id}`, contact_id: `c-${handoff_id}`, ...more,
}); // prettier-ignore
/** Ada moved from the team called like a path to South in August; two people are called Kim Lee; one has an id that no file could be called by. */
const GIVEN: Given = {
  people: [
    {person_id: "p-ada", name: "Ada Osei", role: "sdr", team: "../../etc", manager_id: "p-mo", valid_from: "2026-01-01"},
    {person_id: "p-ada", name: "Ada Osei", role: "sdr", team: "South", manager_id: "p-su", valid_from: "2026-08-01"},
    // Nobody is in Empty any more.
    {person_id: "p-bo", name: "Bo Lind", role: "sdr", team: "Empty", valid_from: "2025-01-01"},
    {person_id: "p-bo", name: "Bo Lind", role: "sdr", team: "../../etc", manager_id: "p-mo", valid_from: "2025-02-01"},
    {person_id: "k1", name: "Kim Lee", role: "sdr", team: "South", manager_id: "p-su"},
    {person_id: "k2", name: "Kim Lee", role: "sdr", team: "../../etc", manager_id: "p-mo"},
    {person_id: LONG, role: "sdr", team: "South", manager_id: "p-su"},
    {person_id: "p-eve", name: "Eve Tran", role: "ae", team: "Sales"},
    {person_id: "p-fay", name: "Fay Moor", role: "ae", team: "Sales"},
    {person_id: "p-mo", name: "Mo Díaz", role: "manager"},
    {person_id: "p-su", name: "Su Park", role: "manager"},
    {person_id: "p-no", name: "Noor Idle", role: "manager"},
  ],
  accounts: ["h1", "h2", "h3", "h4", "h5", "h6"].map((id) => ({account_id: `acc-${id}`, name: `Account ${id}`})),
  contacts: ["h1", "h2", "h3", "h4", "h5", "h6"].map((id) => ({contact_id: `c-${id}`, account_id: `acc-${id}`, name: `Buyer ${id}`, email: `${id}@buyer.example.com`, phone: `555-010${id[1]}`})),
  handoffs: [
    held("h1", "p-ada", "p-eve", "2026-07-01"), held("h2", "p-ada", "p-eve", "2026-09-01"), held("h3", "p-bo", "p-fay", "2026-09-02"), held("h4", "k1", "p-fay", "2026-09-03"),
    held("h5", LONG, "p-eve", "2026-09-04"), held("h6", "k2", "p-eve", "2026-10-20", {meeting_status: "scheduled"}),
  ],
  feedback: [
    {feedback_id: "f1", handoff_id: "h2", ae_id: "p-eve", submitted_at: "2026-09-01 15:00:00", quality_score: 9, missing: "Nothing said of the timeline", helpful: "She gave h2@buyer.example.com and 5550 102 herself"},
    {feedback_id: "f2", handoff_id: "h3", ae_id: "p-fay", submitted_at: "2026-09-02 15:00:00", quality_score: 4, missing: "No budget named at all"},
  ],
}; // prettier-ignore
const CONFIG = {
  brief: [{field: "budget", required: true}],
  as_of: "2026-10-05T06:00:00Z",
  teams: [{team: "Empty"}, {team: "Nobody's"}, {team: "../../etc", name: "../../etc"}],
  publish: {contact_details: true, site_url: "https://handoffs.example.com/site"},
};

let site: Published;
let root: string;
let made: Trees;
async function plant(given: Given, config: object, from?: Published): Promise<{site: Published; made: Trees; root: string}> {
  const site = from ?? (await published(given, config));
  const root = mkdtempSync(join(tmpdir(), "baton-trees-"));
  const shell = join(root, "shell");
  mkdirSync(shell);
  writeFileSync(join(shell, "index.html"), "<!doctype html>");
  const settings = parseConfig(JSON.stringify({company: "Test", ...config}), "/test/baton.config.yaml");
  const made = await makeTrees(site.db, settings, {
    data: site.out,
    out: join(root, "trees"),
    shellOf: () => Promise.resolve({folder: shell, files: ["index.html"]}),
  });
  return {site, made, root};
}
beforeAll(async () => {
  ({site, made, root} = await plant(GIVEN, CONFIG));
});
afterAll(() => rmSync(root, {recursive: true, force: true}));

const at = (path: string) => join(root, "trees", path);
const list = (folder: string) =>
  (readdirSync(at(folder), {recursive: true}) as string[])
    .filter((path) => statSync(at(`${folder}/${path}`)).isFile())
    .map((path) => path.replace("_file/data/", ""))
    .sort();
const textOf = (folder: string) => list(folder).map((path) => `${path}\n${readFileSync(at(path === "index.html" ? `${folder}/${path}` : `${folder}/_file/data/${path}`), "latin1")}`).join("\n"); // prettier-ignore
const json = <T>(path: string) => JSON.parse(readFileSync(at(path), "utf8")) as T;
const NAMES = ["Ada Osei", "Bo Lind", "Kim Lee", "Eve Tran", "Fay Moor", "Mo D", "Su Park", "Noor Idle", "Buyer h1", "Buyer h2", "Buyer h3", "Buyer h4", "Buyer h5", "Buyer h6"]; // prettier-ignore
const namedIn = (folder: string) => {
  const text = textOf(folder);
  return NAMES.filter((name) => text.includes(name));
};

describe("trees", () => {
  it("are there for each audience, under names that lead nowhere else, two people of one name apart", () => {
    const long = made.trees.find(({id}) => id === LONG)!.folder;
    expect(long).toMatch(/^sdr\/sdr-id-x{1,80}$/);
    expect(made.trees.map(({folder}) => folder)).toEqual([
      "revops", "exec", "team/etc", "team/empty", "team/south", "sdr/ada-osei", "sdr/bo-lind", "sdr/kim-lee--b637b17a", "sdr/kim-lee--61620957", long, "ae_team/sales", "ae/eve-tran", "ae/fay-moor",
    ]); // prettier-ignore
    expect(readdirSync(at("")).sort()).toEqual(["ae", "ae_team", "exec", "revops", "sdr", "team"]);
    expect(made.withoutTeam).toEqual(["Noor Idle"]);
  });
  it("hold an SDR's own files and no other", () => {
    expect(list("sdr/ada-osei")).toEqual([
      "briefs/ada-osei/eve-tran-1.json", "briefs/ada-osei/eve-tran-2.json", "briefs/index/all.json", "coming/sdr/ada-osei.json", "facts/ada-osei.arrow", "facts/handoffs/ada-osei.arrow",
      "index.html", "manifest.json", "playbook.json", "sdr/ada-osei.json", "search/sdr/ada-osei.json",
    ]); // prettier-ignore
    expect(namedIn("sdr/ada-osei")).toEqual(["Ada Osei", "Eve Tran", "Su Park", "Buyer h1", "Buyer h2"]);
    expect(textOf("sdr/ada-osei")).toContain("Nothing said of the timeline");
    expect(textOf("sdr/ada-osei")).not.toContain("No budget named at all");
  });
  it("hold of a manager the handoffs of who is in the team and of those booked in it, others' teams as sums", () => {
    expect(namedIn("team/south")).toEqual(["Ada Osei", "Kim Lee", "Eve Tran", "Fay Moor", "Su Park", "Buyer h1", "Buyer h2", "Buyer h4", "Buyer h5"]); // prettier-ignore
    // Ada was in it in July: that handoff is there, her page is not.
    expect(namedIn("team/etc")).toEqual(["Ada Osei", "Bo Lind", "Kim Lee", "Eve Tran", "Fay Moor", "Mo D", "Buyer h1", "Buyer h3", "Buyer h6"]); // prettier-ignore
    expect(Object.keys(json<object>("team/etc/_file/data/briefs/index/all.json")).sort()).toEqual(["h1", "h3", "h6"]);
    expect(list("team/etc")).not.toContain("sdr/ada-osei.json");
    const other = json<TeamData>("team/etc/_file/data/team/south.json");
    expect([other.shows, other.scorecard, other.headlines, other.manager_name]).toEqual(["nothing", [], [], null]);
  });
  it("say of an empty team that it is, and name nobody", () => {
    expect(json<TeamData>("team/empty/_file/data/team/empty.json")).toMatchObject({
      name: "Empty",
      shows: "people",
      scorecard: [],
    });
    expect(namedIn("team/empty")).toEqual([]);
  });
  it("hold no person for leadership, and nothing at all of a company of five where a manager knows three of them", () => {
    expect(namedIn("exec")).toEqual([]);
    expect(json("exec/_file/data/company.json")).toMatchObject({counts: {handoffs: 6}});
    expect(json("team/south/_file/data/company.json")).toBeNull();
  });
  it("hold of an AE the own handoffs, whose contacts' details nobody else gets", () => {
    expect(namedIn("ae/fay-moor")).toEqual(["Bo Lind", "Kim Lee", "Fay Moor", "Buyer h3", "Buyer h4"]);
    expect(list("ae/fay-moor")).toEqual([
      "ae/fay-moor.json", "briefs/fay-moor/bo-lind-1.json", "briefs/fay-moor/kim-lee--b637b17a-1.json", "briefs/index/all.json", "coming/ae/fay-moor.json", "contacts/fay-moor.json",
      "facts/ae/fay-moor.arrow", "index.html", "manifest.json", "search/ae/fay-moor.json",
    ]); // prettier-ignore
    for (const {folder} of made.trees) {
      const addresses =
        textOf(folder)
          .match(/h\d@buyer\.example\.com|555-010\d/g)
          ?.sort() ?? [];
      const own = {"ae/fay-moor": ["555-0103", "555-0104", "h3@buyer.example.com", "h4@buyer.example.com"], "ae/eve-tran": ["555-0101", "555-0102", "555-0105", "555-0106", "h1@buyer.example.com", "h2@buyer.example.com", "h5@buyer.example.com", "h6@buyer.example.com"]}[folder] ?? []; // prettier-ignore
      expect(addresses, folder).toEqual(own);
    }
  });
  it("name in their manifests only whom they have pages of", () => {
    const manifest = (folder: string) => json<Manifest>(`${folder}/_file/data/manifest.json`);
    expect(manifest("sdr/bo-lind")).toMatchObject({audience: {kind: "sdr", slug: "bo-lind"}, people: [{slug: "bo-lind", has_page: true, has_one_on_one: false, has_ae_page: false}], holds: []}); // prettier-ignore
    expect(manifest("team/etc").people.map(({slug, has_one_on_one}) => [slug, has_one_on_one])).toEqual([["bo-lind", true], ["kim-lee--61620957", true]]); // prettier-ignore
    expect(manifest("team/etc").teams.map(({slug, manager_name}) => [slug, manager_name])).toEqual([["etc", "Mo Díaz"], ["empty", null], ["sales", null], ["south", null]]); // prettier-ignore
    expect(manifest("exec").people).toEqual([]);
    expect(manifest("ae/eve-tran").holds).toEqual(["contacts"]);
    expect(manifest("revops").pages).toContain("raters");
    expect(manifest("exec").pages).not.toContain("raters");
  });
  it("share their bytes: what several hold is on disk once", () => {
    const inode = (path: string) => statSync(at(path)).ino;
    const shard = "_file/data/briefs/ada-osei/eve-tran-2.json";
    expect(inode(`revops/${shard}`)).toBe(inode(`sdr/ada-osei/${shard}`));
    expect(inode(`revops/${shard}`)).toBe(inode("ae/eve-tran/_file/data/briefs/eve-tran/ada-osei-2.json"));
    expect(inode("revops/index.html")).toBe(inode("ae/eve-tran/index.html"));
    expect(inode("team/south/_file/data/team/etc.json")).toBe(inode("team/empty/_file/data/team/etc.json"));
  });
  it("lead from a calendar to the brief in the tree of whom it is for", () => {
    const calendar = readFileSync(at("ae/eve-tran/_file/data/coming/ae/eve-tran.ics"), "utf8").replaceAll("\r\n ", "");
    expect(calendar).toContain("URL:https://handoffs.example.com/site/ae/eve-tran/pages/brief.html?handoff=h6\r\n");
    expect(existsSync(at("revops/_file/data/coming/ae/eve-tran.ics"))).toBe(true);
  });
});

it("with numbers of teams alone, no file says anything about a person but what handoffs there are", async () => {
  const own = await plant(GIVEN, {...CONFIG, granularity: "team"});
  const data = (path: string) => own.site.json<Record<string, unknown>>(path);
  expect(
    own.site.files.filter((path) => /^(one-on-one|focus-cases|facts\/(ae|rater|handoffs|[^/]+\.arrow$))/.test(path)),
  ).toEqual([]);
  expect(data("sdr/ada-osei.json")).toMatchObject({headlines: [], cells: [], others: [], fields: [], runs: [], funnel: [], recent: [{quality_score: null}, {}]}); // prettier-ignore
  expect(data("team/etc.json")).toMatchObject({scorecard: [], heat: [], queue: [], headlines: []});
  expect(data("ae/eve-tran.json")["cells"]).toEqual([]);
  expect(data("ae/eve-tran.json")).toMatchObject({closed_unanswered: 0, closed_undecided: 0});
  // No team has five: none has a number, nor the records behind one.
  expect(own.site.files.filter((path) => path.startsWith("facts/team/"))).toEqual([]);
  expect(data("funnel.json")["by"]).toContainEqual(expect.objectContaining({dimension: "team", groups: []}));
  expect(data("documentation.json")["checklists"]).toContainEqual(expect.objectContaining({groups: []}));
  expect(data("raters.json")).toEqual({raters: [], fit: null});
  expect(data("feedback.json")["response"]).toEqual([]);
  expect(own.site.table("facts/company/handoffs.arrow").map(({sdr, ae}) => `${String(sdr)}${String(ae)}`)).toEqual(["", "", "", "", "", ""]); // prettier-ignore
  expect(own.site.text("briefs/ada-osei/eve-tran-2.json")).not.toContain("quality_score");
  rmSync(own.root, {recursive: true, force: true});
});

it("leadership sees people where the configuration says so, and even then not how AEs rate", async () => {
  const own = await plant(GIVEN, {...CONFIG, publish: {...CONFIG.publish, exec_sees_people: true}}, site);
  const exec = join(own.root, "trees/exec/_file/data");
  expect(existsSync(join(exec, "sdr/ada-osei.json"))).toBe(true);
  for (const path of ["raters.json", "health.json", "contacts", "facts/rater"])
    expect(existsSync(join(exec, path)), path).toBe(false);
  rmSync(own.root, {recursive: true, force: true});
});

describe("the table of who sees what", () => {
  it("has a row per tree: the group that lets in, for whom, and whom it is about", async () => {
    const rows = await listAccess(site.db, {execSeesPeople: false});
    expect(rows.map(({group}) => group)).toEqual(made.trees.map(({folder}) => `baton:${folder}`));
    const row = (group: string) => rows.find((each) => each.group === group);
    expect(row("baton:sdr/bo-lind")).toMatchObject({readers: "Bo Lind", people: "Bo Lind"});
    expect(row("baton:team/south")).toMatchObject({
      readers: "Su Park",
      sees: expect.stringContaining("other teams as sums") as string,
    });
    expect(row("baton:team/empty")).toMatchObject({readers: "nobody: the team has no manager", people: ""});
    expect(row("baton:exec")).toMatchObject({people: "none"});
    expect((await listAccess(site.db, {execSeesPeople: true})).find(({group}) => group === "baton:exec")).toMatchObject({
      people: "all",
    });
  });
});

it("of a team whose SDRs and AEs have managers of their own each tree names, and is for, those of whom it is about", async () => {
  const member = (person_id: string, name: string, role: string, manager_id: string) => ({person_id, name, role, team: "Growth", manager_id}); // prettier-ignore
  const own = await plant(
    {
      people: [
        member("s1", "Ada Osei", "sdr", "m1"), member("s2", "Bo Lind", "sdr", "m1"), member("s3", "Kim Lee", "sdr", "m2"), member("a1", "Eve Tran", "ae", "m3"),
        {person_id: "m1", name: "Mo Díaz", role: "manager"}, {person_id: "m2", name: "Su Park", role: "manager"}, {person_id: "m3", name: "Noor Idle", role: "manager"},
      ],
      handoffs: ["s1", "s2", "s3"].map((sdr, n) => held(`h${n}`, sdr, "a1", `2026-09-0${n + 1}`)),
    },
    {as_of: CONFIG.as_of},
  ); // prettier-ignore
  const tree = (folder: string) => join(own.root, "trees", folder);
  const managerIn = (folder: string) =>
    (JSON.parse(readFileSync(join(tree(folder), "_file/data/manifest.json"), "utf8")) as Manifest).teams[0]!.manager_name;
  expect(["revops", "team/growth", "sdr/ada-osei", "sdr/kim-lee", "ae_team/growth", "ae/eve-tran"].map(managerIn)).toEqual(["Mo Díaz", "Mo Díaz", "Mo Díaz", "Su Park", "Noor Idle", "Noor Idle"]); // prettier-ignore
  expect(own.site.json("ae-team/growth.json")).toMatchObject({manager_name: "Noor Idle"});
  expect(await findLeaks(own.site.db, own.made.trees.map(({folder, kind, id}) => ({kind, id, folder: tree(folder)})))).toEqual([]); // prettier-ignore
  const readers = new Map((await listAccess(own.site.db, {execSeesPeople: false})).map((row) => [row.group, row.readers]));
  expect([readers.get("baton:team/growth"), readers.get("baton:ae_team/growth")]).toEqual(["Mo Díaz, Su Park", "Noor Idle"]);
  expect(own.made.withoutTeam).toEqual([]);
  rmSync(own.root, {recursive: true, force: true});
});
