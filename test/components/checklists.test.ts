// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import type {DocumentationData, HealthData} from "../../pipeline/contract/datasets.js";
import {Checklists, describeChecklist} from "../../src/components/company/checklists.js";
import {AnswersTaken} from "../../src/components/health/health-tables.js";
import {makeDataFiles, makeManifest} from "./fixtures.js";

const [DATA] = (makeDataFiles()["documentation.json"] as DocumentationData).checklists;
const manifest = makeManifest({min_n: 5});
const text = (node: Element) => node.textContent!.replace(/\s+/g, " ");

describe("the checklists", () => {
  it("say how many met all, and what goes with it, with both sizes and the interval of the difference, never a cause", () => {
    const said = describeChecklist(DATA!, manifest);
    expect(said).toMatch(/^6 of 23 handoffs \(.*\) met every one of the 2\./);
    expect(said).toMatch(/goes with 67\u00a0% of 6 held meetings becoming an SQL.*against 42\u00a0% of 12 others/);
    expect(said).toContain("a difference of 25 points (-14 to 54); an association");
    expect(said).not.toContain("because");
  });
  it("compare nothing where one side is too small", () => {
    const {all_met} = DATA!.comparison!;
    const few = {...DATA!, comparison: {...DATA!.comparison!, all_met: {...all_met, denominator: 4}}};
    expect(describeChecklist(few, manifest)).toContain("Too few meetings to compare");
    expect(describeChecklist({...DATA!, comparison: null}, manifest)).not.toContain("compare");
  });
  it("list each criterion with its part of BANT, and people by name; nothing where nothing is known", () => {
    const page = Checklists([DATA!], manifest);
    expect([...page.querySelectorAll("tbody th")].map(text).map((cell) => cell.trim())).toEqual([
      "Specific pain named",
      "30 to 45 minutes agreed",
      "Ada Berg",
    ]);
    expect(text(page)).toContain("Unknown");
    const unknown = DATA!.criteria.map((each) => ({...each, met: 0, not_met: 0, unknown: 23}));
    expect(text(Checklists([{...DATA!, criteria: unknown}], manifest)).trim()).toBe("");
  });
});

it("data health says how answers found their handoff, and how many open meetings they closed", () => {
  const health = makeDataFiles()["health.json"] as HealthData;
  const said = text(AnswersTaken(health, makeManifest())!);
  expect(said).toContain("3 past meetings that the CRM left open were closed by the AE's answer");
  expect(said).toContain("3 held");
  expect(said).toContain("by the handoff's or meeting's id");
  expect(AnswersTaken({...health, feedback_matches: []}, makeManifest())).toBeNull();
});
