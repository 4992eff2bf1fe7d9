// @vitest-environment jsdom
import {tableFromArrays, tableToIPC} from "@uwdata/flechette";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {addressOf, keepSafeLink} from "../../src/components/frame/address.js";
import {forgetLoaded, loadDocument, loadSubject, loadTable} from "../../src/components/frame/load.js";
import {makeManifest} from "./fixtures.js";

let files: Record<string, unknown>;
let asked: string[];

beforeEach(() => {
  forgetLoaded();
  asked = [];
  files = {"manifest.json": makeManifest({version: "v7"}), "company.json": {answer: 42}};
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(address.replace(/.*\/_file\/data\//, ""));
    const body = files[asked.at(-1)!.replace(/\?.*/, "")];
    if (body === undefined) return Promise.resolve(new Response("", {status: 404}));
    if (typeof body === "number") return Promise.resolve(new Response("", {status: body}));
    return Promise.resolve(new Response(body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body)));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, "", "?");
});

describe("a data file", () => {
  it("is asked for under the version that the manifest names, and the manifest once", async () => {
    const [first, second] = await Promise.all([loadDocument<{answer: number}>("company.json"), loadDocument("company.json")]);
    expect(first).toMatchObject({state: "ready", data: {answer: 42}});
    expect(second.state).toBe("ready");
    expect(asked.filter((path) => path.startsWith("manifest"))).toEqual(["manifest.json"]);
    expect(asked).toContain("company.json?v=v7");
  });
  it("that was not supplied is absent, which is no failure", async () => {
    expect(await loadDocument("feedback.json")).toMatchObject({state: "absent", path: "feedback.json"});
  });
  it("that did not come is a failure which names it", async () => {
    files["company.json"] = 500;
    expect(await loadDocument("company.json")).toEqual({state: "failed", path: "company.json", why: "500"});
  });
  it("cannot be had without the manifest, and the failure names that", async () => {
    delete files["manifest.json"];
    expect(await loadDocument("company.json")).toEqual({state: "failed", path: "manifest.json", why: "404"});
  });
  it("in Arrow comes as rows", async () => {
    files["cube.arrow"] = tableToIPC(tableFromArrays({month: ["2025-09-01", "2025-10-01"], numerator: Int32Array.of(3, 4)}), {});
    expect(await loadTable("cube.arrow")).toMatchObject({
      state: "ready",
      data: [
        {month: "2025-09-01", numerator: 3},
        {month: "2025-10-01", numerator: 4},
      ],
    });
  });
});

describe("a page of one", () => {
  it("takes its subject from its address", async () => {
    files["team/emea.json"] = {slug: "emea"};
    history.replaceState(null, "", "?team=emea");
    expect(await loadSubject("team")).toMatchObject({state: "ready", data: {slug: "emea"}});
  });
  it("without one lets the reader choose", async () => {
    expect(await loadSubject("team")).toMatchObject({state: "ready", data: null});
  });
  it("cannot be led out of its folder by its address", async () => {
    history.replaceState(null, "", "?team=../company");
    expect(await loadSubject("team")).toMatchObject({state: "absent", subject: "../company"});
    expect(asked.at(-1)).toContain("team/..%2Fcompany.json");
  });
});

describe("an address", () => {
  it("of a page has its file's ending, so that any server finds it, and leaves out empty filters", () => {
    expect(addressOf("sdr", {sdr: "ada berg", period: ""})).toMatch(/\/pages\/sdr\.html\?sdr=ada\+berg$/);
    expect(addressOf("overview")).toMatch(/\/index\.html$/);
  });
  it("from data is followed only where it leads to a page or a person", () => {
    expect(keepSafeLink("https://crm.example/1")).toBe("https://crm.example/1");
    for (const address of ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "not an address"])
      expect(keepSafeLink(address)).toBeUndefined();
  });
});
