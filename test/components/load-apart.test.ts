// @vitest-environment jsdom
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import type {Manifest} from "../../pipeline/contract/datasets.js";
import {bucketOf} from "../../src/components/base/bucket.js";
import {loadHandoffFacts} from "../../src/components/explain/facts.js";
import {loadBoard, loadBrief} from "../../src/components/brief/load-brief.js";
import {forgetLoaded, loadSubject} from "../../src/components/frame/load.js";
import {addressOfSubject, hasPage} from "../../src/components/frame/site-pages.js";
import {makeManifest} from "./fixtures.js";

let files: Record<string, unknown>;
let asked: string[];
const open = (manifest: Partial<Manifest>, more: Record<string, unknown>, search = "?") => {
  forgetLoaded();
  asked = [];
  files = {"manifest.json": makeManifest(manifest), ...more};
  history.replaceState(null, "", search);
};
beforeEach(() => {
  vi.stubGlobal("fetch", (address: string) => {
    const path = decodeURIComponent(address.replace(/.*\/_file\/data\//, "").replace(/\?.*/, ""));
    asked.push(path);
    return Promise.resolve(
      files[path] === undefined ? new Response("", {status: 404}) : new Response(JSON.stringify(files[path])),
    );
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, "", "?");
});

const BRIEF = {handoff_id: "h1", ae_slug: "eve", contact: {name: "Pat"}, routing: {verdict: "broken"}};
const briefFiles = (index: string) => ({
  [`briefs/index/${index}.json`]: {h1: "eve/ada-1"},
  "briefs/eve/ada-1.json": {briefs: [BRIEF]},
  "contacts/eve.json": {h1: {email: "pat@acme.example.com", phone: "555"}},
  [`turns/${bucketOf("h1")}.json`]: {h1: "Cy Ng"},
});

describe("what stands apart from a brief", () => {
  it("is added where the site holds it", async () => {
    open({holds: ["contacts", "turns"]}, briefFiles(bucketOf("h1")), "?handoff=h1");
    expect(await loadBrief()).toMatchObject({data: {contact: {name: "Pat", email: "pat@acme.example.com", phone: "555"}, routing: {expected_ae: "Cy Ng"}}}); // prettier-ignore
  });
  it("is not asked for where it does not; a small site's index is one file", async () => {
    open({holds: [], index_digits: 0}, briefFiles("all"), "?handoff=h1");
    expect(await loadBrief()).toMatchObject({state: "ready", data: BRIEF});
    expect(asked).toEqual(["manifest.json", "briefs/index/all.json", "briefs/eve/ada-1.json"]);
  });
  it("names on RevOps’ board whose turn a handoff was", async () => {
    const meeting = {handoff_id: "h1", tasks: [{who: "manager", what: "reroute", ae: "Eve"}], also: []};
    const more = {
      "coming/team/north.json": {slug: "north", meetings: [meeting], put_off: []},
      "coming/turns.json": {h1: "Cy Ng"},
    };
    open({holds: ["turns"]}, more, "?team=north");
    expect(await loadBoard()).toMatchObject({data: {data: {meetings: [{tasks: [{what: "reroute", expected_ae: "Cy Ng"}]}]}}});
    open({holds: []}, more, "?team=north");
    expect(JSON.stringify(await loadBoard())).not.toContain("Cy Ng");
  });
});

describe("a site of one audience", () => {
  const own: Partial<Manifest> = {
    audience: {kind: "sdr", slug: "ada-berg"},
    pages: ["sdr", "board", "brief"],
    holds: [],
    people: [{slug: "ada-berg", name: "Ada Berg", role: "sdr", team_slug: "emea", is_current: true, is_known: true, has_page: true, has_ae_page: false, has_one_on_one: false}],
    teams: [],
  }; // prettier-ignore
  it("opens with its own subject, and asks for no one else’s file", async () => {
    open(own, {"sdr/ada-berg.json": {slug: "ada-berg"}, "coming/sdr/ada-berg.json": {slug: "ada-berg", meetings: []}});
    expect(await loadSubject("sdr")).toMatchObject({state: "ready", data: {slug: "ada-berg"}});
    expect(await loadBoard()).toMatchObject({data: {kind: "sdr", data: {slug: "ada-berg"}}});
    history.replaceState(null, "", "?sdr=bo-lind");
    expect(await loadSubject("sdr")).toMatchObject({state: "absent", subject: "bo-lind"});
    expect(asked).not.toContain("sdr/bo-lind.json");
  });
  it("links to people and pages that it has, and asks for no lists of the whole company", async () => {
    open(own, {});
    const manifest = makeManifest(own);
    expect(addressOfSubject(manifest, "sdr", "ada-berg")).toContain("pages/sdr.html?sdr=ada-berg");
    expect([addressOfSubject(manifest, "sdr", "bo-lind"), addressOfSubject(manifest, "team", "emea"), hasPage(manifest, "feedback")]).toEqual([undefined, undefined, false]); // prettier-ignore
    expect(await loadHandoffFacts({of: "company"})).toMatchObject({state: "absent"});
    expect(asked).toEqual(["manifest.json"]);
  });
});
