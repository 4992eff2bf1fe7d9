// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {HowToRead} from "../../src/components/guide/how-to-read.js";
import {makeManifest} from "./fixtures.js";

const linksOf = (changes: Parameters<typeof makeManifest>[0] = {}) =>
  [...HowToRead(makeManifest(changes)).querySelectorAll("a")].map((link) => link.textContent);

describe("the page on how to read the site", () => {
  it("draws each mark beside its meaning: two dots, a hollow one, none, a difference, months, squares, and every status", () => {
    const page = HowToRead(makeManifest());
    expect(page.querySelectorAll(".dot-interval .interval").length).toBe(4);
    expect(page.querySelectorAll(".dot-interval .hollow").length).toBe(1);
    expect(page.querySelectorAll(".dot-interval:not(:has(.dot))").length).toBe(1);
    expect([...page.querySelectorAll("svg.squares .filled, svg.squares .half, svg.squares .frame")].length).toBe(7);
    expect(page.querySelectorAll(".status").length).toBe(8);
    expect(page.querySelectorAll(".held").length).toBe(1);
    for (const mark of page.querySelectorAll("dt svg"))
      expect(mark.closest("div")!.querySelector("dd")!.textContent).not.toBe("");
  });
  it("leads to the pages that the reader's own site has, and to no other", () => {
    expect(linksOf()).toContain("Data health");
    expect(linksOf()).not.toContain("Company");
    expect(linksOf({pages: ["sdr", "board", "playbook", "glossary", "how_to_read", "notice"]})).toEqual([
      "SDRs",
      "Coming",
      "Playbook",
      "Glossary",
      "Notice",
    ]);
  });
  it("says from how many cases on there is a number here", () => {
    expect(HowToRead(makeManifest({min_n: 7})).textContent).toContain("fewer than 7 cases");
  });
});
