// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {RoutingPage} from "../../src/components/company/routing-page.js";
import {makeHeadline, makeManifest, makeRow, ROUTING} from "./fixtures.js";

const text = (node: Node | null) => node!.textContent!.replace(/\s+/g, " ").trim();
const texts = (node: Element, selector: string) => [...node.querySelectorAll(selector)].map(text);
const section = (page: Element, title: string) =>
  [...page.querySelectorAll("section")].find((node) => text(node.querySelector("h2")) === title)!;
const rows = (node: Element) => [...node.querySelectorAll("tbody tr")].map((row) => texts(row, "th, td"));
const [show] = makeManifest().metrics;
const manifest = makeManifest({
  metrics: [
    ...makeManifest().metrics,
    {...show!, name: "routing_kept_rate", label: "Routing rule kept", counted: "handoffs with a rule", target: null},
  ],
});

describe("the page on routing", () => {
  it("opens with the share kept, where turns are uneven, what is overdue or in bulk, and where no rule was found", () => {
    const kept = makeRow({metric: "routing_kept_rate", value: 0.98, lower: 0.95, upper: 0.99, denominator: 98, target: null});
    const headlines = [makeHeadline({metric: "routing_kept_rate", latest: kept, months: []})];
    expect(texts(RoutingPage({...ROUTING, headlines}, manifest), ".finding p")).toEqual([
      "In September 2025, 98 % of the handoffs that a rule fits went to an AE in the territory’s rotation (95–99 %, 98 handoffs with a rule).",
      "In DACH, one AE took 80 % of 50 turns where 50 % were due: more than chance would give. 3 decisions are overdue. 5 more were never made and are no longer asked for, 6 weeks after the meeting. Of 60 acceptances, 6 (10 %) were made in bulk. For 2 handoffs no rule could be found: the account’s country is unknown (2).",
    ]);
  });
  it("draws the share got with what chance could make of it, and a tick at the share due; says nothing of one alone", () => {
    const table = section(RoutingPage(ROUTING, manifest), "How evenly turns are shared");
    expect(rows(table).map((row) => [row[1], row.at(-1)])).toEqual([
      ["Cleo Diaz", "more than due"],
      ["Dot Eng", "less than due"],
      ["Finn Gray", "alone in the rotation"],
    ]);
    expect(table.querySelector("svg")!.getAttribute("aria-label")).toBe(
      "Cleo Diaz: got 80\u00a0% of 50 turns (69\u00a0% to 88\u00a0%), due 50\u00a0%",
    );
    expect(table.querySelectorAll("svg .target").length).toBe(3);
  });
  it("is even when no share stands out of what chance could do", () => {
    const balance = ROUTING.balance.map((row) => ({...row, reading: "even" as const}));
    expect(text(RoutingPage({...ROUTING, balance}, manifest).querySelector(".finding"))).toContain(
      "No AE’s share of a territory differs from what is due by more than chance.",
    );
  });
  it("names the AE whose turn it was beside the one who got it", () => {
    const table = section(RoutingPage(ROUTING, manifest), "Handoffs that went past the rule");
    expect(rows(table)).toEqual([["Alder", "2 Sept 2025", "Finn Gray", "Dot Eng", "DACHGermany, 250–999 employees", "Ada Berg"]]);
    expect(table.querySelector("[title^=rotation]")!.getAttribute("title")).toBe("rotation: Cleo Diaz, Dot Eng");
  });
  it("names an SDR only whose whole interval lies below the company's share, and never for one or two handoffs", () => {
    const verdicts = {kept: 970, broken: 30, no_rule: 0};
    const by = (kept: number, with_rule: number) => ({sdr: "Ada Berg", sdr_slug: null, kept, with_rule});
    const lead = (row: ReturnType<typeof by>) =>
      text(
        section(RoutingPage({...ROUTING, verdicts, broken_by_sdr: [row]}, manifest), "Whose handoffs went past it").querySelector(
          "p:not(.muted)",
        ),
      );
    expect(lead(by(80, 100))).toBe(
      "The handoffs of 1 SDR went past it clearly more often than the company’s; the table says whose.",
    );
    const even = "Nobody’s handoffs went past the rule clearly more often than the company’s.";
    expect(lead(by(95, 100))).toBe(even);
    expect(lead(by(1, 3))).toBe(even);
  });
  it("lists overdue decisions, bulk acceptances, reasons and hands", () => {
    const page = RoutingPage(ROUTING, manifest);
    expect(rows(section(page, "Decisions overdue"))).toEqual([
      ["Cedar", "Cleo Diaz", "3 Sept 2025", "5 Sept 2025, 17:00", "121 h"],
    ]);
    expect(rows(section(page, "Accepted in bulk"))).toEqual([["Cleo Diaz", "12 Sept 2025", "6"]]);
    expect(rows(section(page, "Why AEs rejected")).map(([reason, , count]) => [reason, count])).toEqual([
      ["no budget", "6"],
      ["no reason given", "3"],
    ]);
    expect(text(section(page, "From hand to hand"))).toContain("Cleo Diaz → Dot Eng → Cleo Diaz");
  });
  it("without rules says what to supply, and shows what AEs decided all the same", () => {
    const verdicts = {kept: 0, broken: 0, no_rule: 100};
    const none = {
      ...ROUTING,
      has_rules: false,
      verdicts,
      balance: [],
      broken: [],
      broken_by_sdr: [],
      no_rule: [{reason: "no_rules", count: 100}],
    };
    const page = RoutingPage(none, manifest);
    expect(text(page.querySelector(".note"))).toContain("Supply an export of territories");
    expect(section(page, "How evenly turns are shared")).toBeUndefined();
    expect(rows(section(page, "Decisions overdue"))).toHaveLength(1);
  });
  it("without decisions in the exports says which columns tell them, and reproaches nobody", () => {
    const decisions = {
      ...ROUTING.decisions,
      accepted: 0,
      rejected: 0,
      overdue: 0,
      overdue_list: [],
      auto_accepted: 0,
      bursts: [],
      reasons: [],
    };
    const page = RoutingPage({...ROUTING, decisions}, manifest);
    expect(text(section(page, "Decisions overdue"))).toContain("handoffs.accepted_at, handoffs.rejected_at");
    expect(text(page.querySelector(".finding"))).not.toContain("overdue");
  });
});
