// @vitest-environment jsdom
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import type {Manifest, SearchList} from "../../pipeline/contract/datasets.js";
import {forgetLoaded} from "../../src/components/frame/load.js";
import {findHandoffs, forgetSearched, hasHandoffs} from "../../src/components/search/search-handoffs.js";
import {openSearch} from "../../src/components/search/search.js";
import {findThings, listThings} from "../../src/components/search/search-things.js";
import {PlaybookPage} from "../../src/components/company/playbook-page.js";
import {makeManifest, PLAYBOOK} from "./fixtures.js";

const list = (...rows: SearchList["rows"]): SearchList => ({names: ["Ada Berg", "Cleo Diaz"], rows});
const FILES: Record<string, unknown> = {
  "search/all.json": [["acme", "p1"], ["lodz", "p2"], ["zenith", "p3"]],
  "search/all/p1.json": list(["h1", 20485, "Acme", "Ann Key", 0]),
  "search/all/p2.json": list(["h2", 20486, "Łódź Steel", null, 1], ["h1", 20485, "Acme", "Łena Key", -1]),
  "search/all/p3.json": list(["h3", 20487, "Zenith", "Bo", 0]),
  "search/sdr/ada-berg.json": list(["h1", 20485, "Acme", "Ann Key", 1]),
  "search/sdr/bo-chen.json": list(["h4", 20488, "Acme", null, 1]),
  "search/team/emea.json": list(["h5", 20489, "Acme South", null, 0]),
  "briefs/index/all.json": {"006A": "ada-berg/cleo-1"},
}; // prettier-ignore

let asked: string[];
beforeEach(() => {
  forgetLoaded();
  forgetSearched();
  asked = [];
  vi.stubGlobal("fetch", (address: string) => {
    const path = decodeURIComponent(address.replace(/.*\/_file\/data\//, "").replace(/\?.*/, ""));
    asked.push(path);
    const file = path === "manifest.json" ? makeManifest() : FILES[path];
    return Promise.resolve(file === undefined ? new Response("", {status: 404}) : new Response(JSON.stringify(file)));
  });
});
afterEach(() => void vi.unstubAllGlobals());

const WHOLE = makeManifest({holds: ["lists"], index_digits: 0});
const TEAM = makeManifest({audience: {kind: "team", slug: "emea"}, holds: [], pages: ["team", "sdr", "brief"]});
const find = async (query: string, manifest: Manifest) => (await findHandoffs(query, manifest)).hits;

describe("of everybody's handoffs", () => {
  it("the search fetches the page of the word alone, and finds by the beginning of words, whatever their accents", async () => {
    expect(await find("łódź", WHOLE)).toEqual([{handoff_id: "h2", day: "2026-02-02", account: "Łódź Steel", contact: null, name: "Cleo Diaz"}]); // prettier-ignore
    expect(asked).toEqual(["manifest.json", "search/all.json", "search/all/p2.json"]);
    expect(await find("teel", WHOLE)).toEqual([]);
  });
  it("every word has to be in the names", async () => {
    expect((await find("acme key", WHOLE)).map(({handoff_id}) => handoff_id)).toEqual(["h1"]);
    expect(await find("acme bo", WHOLE)).toEqual([]);
  });
  it("one is found by its whole id", async () => {
    expect((await find("006A", WHOLE)).map(({handoff_id}) => handoff_id)).toEqual(["006A"]);
  });
});

describe("on a manager's site", () => {
  it("the team's people and those who booked in it before are looked through, newest first, each with who booked it", async () => {
    expect((await find("acme", TEAM)).map(({handoff_id, name}) => [handoff_id, name])).toEqual([["h5", "Ada Berg"], ["h4", "Bo Chen for Cleo Diaz"], ["h1", "Ada Berg for Cleo Diaz"]]); // prettier-ignore
  });
  it("one is found by how its id begins, among the team's own", async () => {
    expect((await find("h4", TEAM)).map(({handoff_id}) => handoff_id)).toEqual(["h4"]);
    expect(await find("h3", TEAM)).toEqual([]);
  });
});

it("leadership that sees no person has no handoffs to look through, and asks for none", async () => {
  const exec = makeManifest({audience: {kind: "exec", slug: ""}, holds: [], people: []});
  expect([hasHandoffs(exec), await find("acme", exec), asked]).toEqual([false, [], []]);
});

it("one Escape closes it, whatever stands in its field", async () => {
  // What this browser for tests lacks.
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.dispatchEvent(new Event("close"));
    },
  });
  await openSearch();
  const input = document.querySelector<HTMLInputElement>(".search-panel input")!;
  input.value = "acme";
  input.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", cancelable: true}));
  expect(document.querySelector(".search-panel")).toBeNull();
});

describe("of what the site names", () => {
  const names = (manifest: Manifest, query: string) => findThings(listThings(manifest), query).map(({kind, name}) => `${kind}: ${name}`); // prettier-ignore
  it("people, teams, metrics, words and pages are found, those that begin with it first", () => {
    expect(names(WHOLE, "ada")).toEqual(["people: Ada Berg"]);
    expect(names(WHOLE, "emea")).toEqual(["teams: EMEA"]);
    expect(names(WHOLE, "meeting show rate")).toEqual(["metrics: Meeting show rate"]);
    expect(names(WHOLE, "brief")).toContain("terms: Handoff brief");
    expect(names(WHOLE, "data").filter((name) => name.startsWith("pages"))).toEqual(["pages: Data health", "pages: Data dictionary"]); // prettier-ignore
  });
  it("what a brief holds, and what a word means, is found, after what is called so", () => {
    expect(names(WHOLE, "budget").slice(0, 2)).toEqual(["fields: Budget", "terms: BANT"]);
    expect(names(WHOLE, "no show")).toContain("terms: No-show");
    const criteria = [{checklist: "readiness", criterion: "invite", label: "Invitation accepted"}] as Manifest["criteria"];
    expect(names(makeManifest({criteria}), "invitation")).toEqual(["fields: Invitation accepted"]);
    expect(listThings(WHOLE).find(({name}) => name === "Budget")?.href).toMatch(/playbook(\.html)?#field-budget$/);
  });
  it("what a good handoff takes beyond the fields is found, by its name or by how it is done, and leads to the playbook", () => {
    expect([names(WHOLE, "talk with the ae"), names(WHOLE, "five minutes with")]).toEqual([
      ["behaviours: Talk with the AE before the meeting"],
      ["behaviours: Talk with the AE before the meeting"],
    ]);
    const {href} = listThings(WHOLE).find(({kind}) => kind === "behaviours")!;
    expect(href).toMatch(/playbook(\.html)?#behaviour-verbal_sync$/);
    expect(PlaybookPage(PLAYBOOK, WHOLE).querySelector(`#${href.split("#")[1]}`)!.textContent).toContain("Take five minutes");
  });
  it("only those are that the site has a page of", () => {
    expect(names(TEAM, "cleo")).toEqual([]);
    expect(names(TEAM, "meeting show")).toEqual([]);
    expect(listThings(TEAM).filter(({kind}) => kind === "pages").map(({name}) => name)).toEqual(["Teams", "SDRs"]); // prettier-ignore
  });
});
