// @vitest-environment jsdom
import {describe, expect, it, vi} from "vitest";
import {FirstWeek} from "../../src/components/people/first-week.js";
import {PlaybookPage} from "../../src/components/company/playbook-page.js";
import {makeManifest, PLAYBOOK} from "./fixtures.js";

const texts = (node: Element, selector: string) =>
  [...node.querySelectorAll(selector)].map((found) => found.textContent!.replace(/\s+/g, " ").trim());

describe("the playbook", () => {
  it("says what a good handoff is, in two ways side by side", () => {
    const page = PlaybookPage(PLAYBOOK, makeManifest());
    expect(texts(page, ".finding p")[0]).toContain("the prospect tells nothing twice");
    expect(page.querySelectorAll(".playbook tbody tr")).toHaveLength(6);
  });
  it("shows excerpts below the field they fill, as text, with what became of the handoff", () => {
    const page = PlaybookPage(PLAYBOOK, makeManifest());
    expect(texts(page, ".exemplar blockquote")).toEqual([
      "The prospect’s CFO set 40k aside for Q4",
      "Found by <b>finance</b>, about 20k",
    ]);
    expect(texts(page, ".playbook-field figcaption")).toEqual([
      "September 2025, mid market, handoff rated 9.0 by the AE, became an SQL",
      "August 2025",
    ]);
    expect(texts(page, ".playbook-field h3").some((head) => head.startsWith("Budget"))).toBe(true);
    expect(page.textContent).toContain("2 SDRs have agreed that excerpts of their briefs stand here.");
  });
  it("shows a whole brief part by part, where there is one", () => {
    const brief = PlaybookPage(PLAYBOOK, makeManifest()).querySelector(".whole-brief")!;
    expect(texts(brief, ".brief-field")).toEqual(["Primary pain 20 contracts lapse a month", "Budget 40k, set aside by the CFO"]);
    expect(texts(brief, "figcaption")).toEqual(["September 2025, mid market, handoff rated 9.0 by the AE, became an SQL"]);
    expect(PlaybookPage({...PLAYBOOK, brief: null}, makeManifest()).querySelector(".whole-brief")).toBeNull();
  });
  it("is there for a new SDR's first week, folded", async () => {
    vi.stubGlobal("fetch", (url: string) => Promise.resolve(Response.json(url.includes("manifest") ? makeManifest() : PLAYBOOK)));
    const week = FirstWeek({slug: "new", name: "Nia New", recent: []}, makeManifest());
    await vi.waitFor(() => expect(texts(week, "details summary")).toEqual(["A whole brief, as an AE got it"]));
    expect(texts(week, "details .brief-field")).toHaveLength(2);
    vi.unstubAllGlobals();
  });
  it("says how to add authors where nobody has agreed", () => {
    const page = PlaybookPage({exemplars: [], brief: null, authors: 0}, makeManifest());
    expect(page.textContent).toContain("exemplars: [ID, ID]");
    expect(page.querySelector(".exemplar")).toBeNull();
  });
});
