// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {PlaybookPage} from "../../src/components/playbook-page.js";
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
    expect(texts(page, ".exemplar figcaption")).toEqual([
      "September 2025, mid market, handoff rated 9.0 by the AE, became an SQL",
      "August 2025",
    ]);
    expect(texts(page, ".playbook-field h3").some((head) => head.startsWith("Budget"))).toBe(true);
    expect(page.textContent).toContain("2 SDRs have agreed that excerpts of their briefs stand here.");
  });
  it("says how to add authors where nobody has agreed", () => {
    const page = PlaybookPage({exemplars: [], authors: 0}, makeManifest());
    expect(page.textContent).toContain("exemplars: [ID, ID]");
    expect(page.querySelector(".exemplar")).toBeNull();
  });
});
