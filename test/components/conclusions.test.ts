// @vitest-environment jsdom
import {beforeEach, describe, expect, it} from "vitest";
import {formatPoints, formatSigned} from "../../src/components/chart/difference-mark.js";
import {IncidencePart} from "../../src/components/funnel/incidence-part.js";
import {FunnelPlots} from "../../src/components/funnel/funnel-plots.js";
import {askPractice} from "../../src/components/explain/explain-practices.js";
import {PracticesPage} from "../../src/components/company/practices-page.js";
import {RatersPage} from "../../src/components/company/raters-page.js";
import {COMPANY} from "../../src/components/explain/facts.js";
import {describeRunSignals, Runs} from "../../src/components/chart/runs.js";
import {INCIDENCE, PLOTS, PRACTICES, QUIET_RUN, RATERS, run, RUNS} from "./conclusions.js";
import {makeManifest} from "./fixtures.js";

const MANIFEST = makeManifest();
const text = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, " ").trim() ?? "";
const rows = (node: Element) => [...node.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => text(cell)));
beforeEach(() => history.replaceState(null, "", "/pages/practices.html"));

describe("practices", () => {
  const page = PracticesPage(PRACTICES, MANIFEST)!;
  it("open with the one told apart most clearly, and say what not to conclude", () => {
    expect(text(page.querySelector(".finding"))).toContain(
      "A confirmation is sent before the meeting: 80 % of 180 handoffs were held, against 50 % of 32 where none is sent; other things being alike, a difference of +25 points (+12 to +38).",
    );
    expect(text(page.querySelector(".finding"))).toContain("An association, not a cause");
  });
  it("open with one held against SQLs where one is told apart, though another is clearer", () => {
    const [sync, confirmation] = PRACTICES.practices;
    const both = {...PRACTICES, practices: [{...sync!, lower: 0.001}, confirmation!]};
    expect(text(PracticesPage(both, MANIFEST)!.querySelector(".finding"))).toContain(
      "SDR and AE talk before the meeting: 40 % of 60 held handoffs became SQLs, against 37 % of 90 where they do not; other things being alike, a difference of +2.0 points (+0.1 to +9.0).",
    );
  });
  it("have one precision for all shares, that which the smallest side carries, in the answer too", () => {
    const [first] = PRACTICES.practices;
    const many = {...PRACTICES, practices: [{...first!, n_with: 2000, lower: 0.01}]};
    const head = text(PracticesPage(many, MANIFEST)!.querySelector(".finding"));
    expect(head).toContain("40 % of 2,000 held handoffs became SQLs, against 37 % of 90");
    expect(askPractice(many.practices[0]!, {index: 0, isWith: true, fewest: 90}, MANIFEST).value).toMatch(/^40\u00a0% \(/);
  });
  it("stand with both sides, and a hollow dot where nothing is told apart", () => {
    const table = page.querySelector("table")!;
    expect(rows(table)[0]!.join(" | ")).toContain("+2.0 points (−5.0 to +9.0)");
    const [first, second] = [...table.querySelectorAll("tbody tr")];
    expect(first!.querySelector("circle")!.getAttribute("class")).toBe("dot hollow");
    expect(second!.querySelector("circle")!.getAttribute("class")).toBe("dot");
    expect(second!.querySelector("svg")!.getAttribute("aria-label")).toContain(
      "+25 percentage points, +12 to +38, 180 with and 32 without",
    );
  });
  it("show the fields of everyone, or of the motion that the address names", () => {
    expect(text(page)).toContain("Budget goes with an SQL most: +10 points (+2.0 to +18) on 140 handoffs.");
    history.replaceState(null, "", "/pages/practices.html?motion=outbound");
    expect(text(PracticesPage(PRACTICES, MANIFEST))).toContain("No single field stands out");
  });
  it("are worth something only if the association held", () => {
    expect(text(page)).toContain("about 5.2 more would have become SQLs (2.1 to 8.3)");
    expect(text(page)).toContain("Nobody has shown that it would");
    expect(text(PracticesPage({...PRACTICES, worth: null}, MANIFEST))).not.toContain("Nobody has shown");
  });
  it("say whether the lead score orders what qualifies", () => {
    expect(text(page)).toContain("in 62 % of pairs (55 % to 69 %)");
    const chance = {fifths: PRACTICES.score!.fifths, concordance: {value: 0.52, lower: 0.47, upper: 0.57}};
    expect(text(PracticesPage({...PRACTICES, score: chance}, MANIFEST))).toContain("The score does not tell leads apart.");
  });
  it("are nothing where nothing can be compared", () => {
    expect(PracticesPage({practices: [], fields: [], worth: null, score: null}, MANIFEST)).toBeNull();
    const none = {...PRACTICES, practices: PRACTICES.practices.slice(0, 1)};
    expect(text(PracticesPage(none, MANIFEST)!.querySelector(".finding"))).toContain("No practice goes with the outcome");
  });
});

describe("raters", () => {
  it("are by name, with severity and its interval where there is one, and the group they can be compared in", () => {
    const page = RatersPage(RATERS, MANIFEST)!;
    expect(rows(page)).toEqual([
      ["Bo Hale", "40", "5", "6.4", "1.1", expect.stringContaining("−0.9 points (−1.3 to −0.5)"), "1"],
      ["Cleo Diaz", "1", "1", "8.0", "–", expect.stringContaining("+0.1 points (– to –)"), "2"],
    ]);
    expect(text(page.querySelector(".finding"))).toContain(
      "13 % goes with the SDR, 34 % with the AE who rates, and 53 % with the single meeting.",
    );
    expect(text(page)).toContain("2 groups that share nobody");
  });
  it("are nothing without ratings", () => {
    expect(RatersPage({raters: [], fit: null}, MANIFEST)).toBeNull();
  });
});

describe("incidence", () => {
  it("says how many have come how far, with the numbers of every curve behind the picture", () => {
    const part = IncidencePart(INCIDENCE, MANIFEST)!;
    expect(text(part)).toContain("38 % of meetings held have become an SQL after 30 days (33 % to 43 %), of 100 meetings.");
    expect(rows(part)).toEqual([
      [
        "Became an SQL",
        "100",
        "19 % (13 % – 25 %)",
        "19 % (13 % – 25 %)",
        "38 % (33 % – 43 %)",
        "not known yet",
        "not known yet",
      ],
      ["Rejected by the AE", "100", "5 % (3 % – 7 %)", "5 % (3 % – 7 %)", "10 % (5 % – 15 %)", "not known yet", "not known yet"],
      ["Disqualified", "100", "15 % (10 % – 20 %)", "15 % (10 % – 20 %)", "30 % (25 % – 35 %)", "not known yet", "not known yet"],
    ]);
  });
  it("draws one curve a source where the address says so", () => {
    history.replaceState(null, "", "/pages/funnel.html?curves=source");
    expect(rows(IncidencePart(INCIDENCE, MANIFEST)!).map(([name]) => name)).toEqual(["inbound", "outbound"]);
  });
  it("says which filters of the page it does not narrow by", () => {
    history.replaceState(null, "", "/pages/funnel.html?team=emea&period=2026-08");
    expect(text(IncidencePart(INCIDENCE, MANIFEST))).toContain("these curves do not narrow by month, team.");
    history.replaceState(null, "", "/pages/funnel.html");
    expect(text(IncidencePart(INCIDENCE, MANIFEST))).not.toContain("do not narrow");
  });
  it("is nothing without meetings", () => {
    expect(IncidencePart([], MANIFEST)).toBeNull();
  });
});

describe("a funnel plot", () => {
  it("names whom chance does not explain, and ranks nobody", () => {
    const plots = FunnelPlots(PLOTS, MANIFEST);
    expect(text(plots.querySelector("p"))).toBe(
      "Meeting show rate, mix allowed for: beyond chance around 77 %, below: Ada Berg. The others are not told apart.",
    );
    expect(rows(plots)).toEqual([
      ["Ada Berg", "50 %", "60"],
      ["Bo Hale", "80 %", "20"],
    ]);
    const [plot] = PLOTS;
    const inside = {...plot!, people: plot!.people.slice(1)};
    expect(text(FunnelPlots([inside], MANIFEST).querySelector("p"))).toBe(
      "Meeting show rate, mix allowed for: this SDR lies within what chance would give around 77 %.",
    );
  });
});

describe("a run chart", () => {
  it("says what the newest signal is and since when, or that there is none", () => {
    expect(text(Runs(RUNS, MANIFEST, COMPANY).querySelector("li"))).toBe(
      "Meeting show rate: a point below what chance gives, in the weeks from 5 Mar 2025 to that of 6 Mar 2025, the newest; the level before was 77 %.",
    );
    expect(text(Runs([QUIET_RUN], MANIFEST, COMPANY).querySelector("li"))).toBe(
      "Meeting show rate: no signal in 10 points; ups and downs around 77 % are what chance gives.",
    );
  });
  it("says since when of what holds up to the newest point alone; of all else when it was, and that nothing came since", () => {
    const values = [0.8, 0.75, 0.7, 0.8, 0.77, 0.4, 0.8, 0.7, 0.75, 0.8];
    const say = (kind: "outside" | "run" | "near_limit", from: number, to: number, isMoved = false) => {
      const found = run(values, [{kind, from, to, side: "below"}]);
      const points = found.points.map((point, at) => ({...point, to_on: point.from_on, phase: isMoved && at >= from ? 2 : 1}));
      return describeRunSignals(
        {...found, points},
        MANIFEST.metrics.find(({name}) => name === "show_rate")!,
      );
    };
    expect(say("outside", 5, 5)).toContain(
      "chance gives, once, in the week of 3 Feb 2025; nothing since. The level before was 77",
    );
    expect(say("near_limit", 2, 5)).toContain("limit, in the weeks from 5 Jan 2025 to that of 3 Feb 2025; nothing since.");
    expect(say("near_limit", 7, 9)).toContain("limit, since 7 Feb 2025;");
    expect(say("run", 1, 8, true)).toContain("usual level, since 3 Jan 2025;");
    expect(say("run", 0, 7)).toContain("usual level, in the weeks from 1 Jan 2025 to that of 7 Feb 2025; nothing since.");
  });
  it("holds every point with its level and limits", () => {
    const points = rows(Runs(RUNS, MANIFEST, COMPANY));
    expect(points).toHaveLength(11);
    expect(points[10]).toEqual(["5 Mar 2025", "6 Mar 2025", "40 %", "12", "77 %", "50 % – 100 %"]);
  });
});

it("differences carry their sign, and none where they round to nothing", () => {
  expect([0.1234, -0.0512, 0.0004, -0.0001].map(formatPoints)).toEqual(["+12", "−5.1", "0.0", "0.0"]);
  expect([0.44, -1.26, 0.01].map((value) => formatSigned(value))).toEqual(["+0.4", "−1.3", "0.0"]);
});
