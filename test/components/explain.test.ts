// @vitest-environment jsdom
import {encodeArrow} from "../../pipeline/publish/arrow.js";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import type {FunnelPlotData, Manifest, PersonCell} from "../../pipeline/contract/datasets.js";
import {askCount} from "../../src/components/explain/explain-count.js";
import {askField} from "../../src/components/explain/explain-fields.js";
import {askRow, writeCommand} from "../../src/components/explain/explain.js";
import {Explained} from "../../src/components/explain/explained.js";
import {makeIsIn} from "../../src/components/explain/facts.js";
import {HeatMap} from "../../src/components/chart/heat-map.js";
import {MetricTable} from "../../src/components/table/metric-table.js";
import {Scorecard} from "../../src/components/people/scorecard.js";
import {describeApart, findMix} from "../../src/components/people/told-apart.js";
import {forgetLoaded} from "../../src/components/frame/load.js";
import {makeHeadline, makeManifest, makeRow, TEAM} from "./fixtures.js";
import {serveFiles} from "./serve-files.js";

const MANIFEST = makeManifest();
const SHOW = MANIFEST.metrics.find(({name}) => name === "show_rate")!;
const text = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/g, " ").trim() ?? "";
const panel = () => document.querySelector("dialog.explain-panel")!;

const serve = (files: Record<string, Uint8Array>) => serveFiles(MANIFEST, files);

beforeEach(() => {
  // jsdom draws no dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.setAttribute("open", "");
  };
  HTMLDialogElement.prototype.close = function () {
    this.dispatchEvent(new Event("close"));
  };
  document.body.replaceChildren();
  forgetLoaded();
});
afterEach(() => vi.unstubAllGlobals());

const CELL: PersonCell = {
  ...makeRow({scope: "sdr", scope_id: "p1", scope_name: "Ada Berg", period: "trailing_90d", period_start: "", numerator: 13, denominator: 20, value: 0.65, lower: 0.47, upper: 0.8, in_flight: 3, status: "not_separable"}),
  beside: [
    {what: "shrunk", value: 0.71, lower: 0.6, upper: 0.8, prob_below_target: 0.72},
    {what: "mix_expected", value: 0.74, lower: null, upper: null},
    {what: "against_mix", value: -0.09, lower: -0.27, upper: 0.06},
  ],
}; // prettier-ignore

describe("a number that is asked about", () => {
  it("says meaning, formula, numerator, denominator, what is in flight, and as of when", () => {
    const {title, value, entries} = askRow(SHOW, makeRow({in_flight: 4}), MANIFEST);
    expect(title).toBe("Meeting show rate, in September 2025");
    expect(value).toBe("77\u00a0% (72–81\u00a0%)");
    const said = Object.fromEntries(entries);
    expect(said).toMatchObject({
      "Counted (numerator)": "163",
      "Out of (denominator)": "212",
      "In flight": "4",
      "Data of": "1 Oct 2025, 06:00",
    });
    expect(said["Meaning"]).toContain("Meetings held, of those due.");
  });

  it("of a person stands with the shrunk one, what the mix alone would have given, and the difference", () => {
    document.body.append(Explained("65 %", () => askRow(SHOW, CELL, MANIFEST, {place: {of: "sdr", slug: "ada-berg"}})));
    serve({});
    document.querySelector("button")!.click();
    const rows = [...panel().querySelectorAll(".sides tbody tr")].map((row) => [...row.children].map(text));
    expect(rows.map(([, value, reach]) => [value, reach])).toEqual([
      ["65 %", "47–80 %"],
      ["71 %", "60–80 %"],
      ["74 %", "–"],
      ["−9.0", "−27 to +6.0"],
    ]);
    expect(rows[1]![0]).toContain("Below target with a chance of 72 %.");
  });

  it("says under a shrunk number how it came of what was counted, and nothing under a counted one", () => {
    const [came, plain] = [{...CELL, value: 0.71}, CELL].map((shown) => askRow(SHOW, CELL, MANIFEST, {shown}).came);
    expect([came, plain]).toEqual(["13 of 20 = 65\u00a0% as counted; chance taken out: 71\u00a0%.", ""]);
  });

  it("of a team says of a status that the interval still holds the target, and of one that it does not hold, nothing", () => {
    const reading = (lower: number) =>
      Object.fromEntries(askRow(SHOW, makeRow({status: "exceeds", value: 0.89, denominator: 9, lower}), MANIFEST).entries)[
        "Reading"
      ];
    expect([reading(0.6), reading(0.76)]).toEqual(["By the value alone: the interval still holds the target", ""]);
  });

  it("gives the focus back to the number when the panel closes, and only one panel is ever open", () => {
    document.body.append(
      Explained("65 %", () => askRow(SHOW, CELL, MANIFEST)),
      Explained("66 %", () => askRow(SHOW, CELL, MANIFEST)),
    );
    serve({});
    const [first, second] = [...document.querySelectorAll("button")];
    first!.focus();
    first!.click();
    second!.click();
    expect(document.querySelectorAll("dialog").length).toBe(1);
    second!.focus();
    second!.click();
    panel().querySelector<HTMLButtonElement>("header button")!.click();
    expect(document.querySelector("dialog")).toBeNull();
    expect(document.activeElement).toBe(second);
  });
});

describe("the records behind a number", () => {
  const facts = (ids: string[]) => {
    const same = (value: string) => ({text: ids.map(() => value)});
    return encodeArrow(
      {
        metric: same("show_rate"), record_id: {text: ids}, account: same("Acme"), ae: same("Cleo Diaz"), sdr: same("Ada Berg"),
        dated_at: same("2025-09-02T08:00:00Z"), is_mature: {truth: ids.map(() => true)}, is_disputed: {truth: ids.map(() => false)},
        numerator: {number: ids.map(() => 1)}, denominator: {number: ids.map(() => 1)}, currency: same(""), team: same("t1"),
        source: {text: ids.map((_, index) => (index ? "event" : "inbound"))}, motion: same(""), segment: same(""), region: same(""),
      },
      ids.length,
    ); // prettier-ignore
  };
  const listFor = async (audience: Manifest["audience"]) => {
    const manifest = {...MANIFEST, audience};
    serveFiles(manifest, {"facts/company/show_rate.arrow": facts(["h1", "h2"])});
    const {list: ask} = askRow(SHOW, makeRow({numerator: 2, denominator: 2}), manifest);
    return {node: (await ask!()) as HTMLElement};
  };
  const list = async (row: PersonCell, only = {}) => {
    serve({"facts/company/show_rate.arrow": facts(["h1", "h2"])});
    const node = (await askRow(SHOW, row, MANIFEST, {place: {of: "company", only}}).list!()) as HTMLElement;
    return {node, links: [...node.querySelectorAll<HTMLAnchorElement>("tbody a")].map(({href}) => new URL(href).search)};
  };

  it("are fetched when they are asked for, each with the way to its brief, and the command that prints them", async () => {
    const {node, links} = await list(makeRow({numerator: 2, denominator: 2}));
    expect(links.map((search) => new URLSearchParams(search).get("handoff"))).toEqual(["h1", "h2"]);
    expect(text(node)).toContain("2 records, the newest first.");
    expect(text(node)).toContain("npm run baton -- explain show_rate --period 2025-09");
  });

  it("name the command to RevOps alone, who run commands", async () => {
    const {node} = await listFor({kind: "sdr", slug: "ada-berg"});
    expect(text(node)).toContain("2 records, the newest first.");
    expect(text(node)).not.toContain("npm run");
  });

  it("say when only some of them are listed", async () => {
    const {node} = await list(makeRow({denominator: 212, in_flight: 8}));
    expect(text(node)).toContain("2 of 220 records are listed here, the newest of each month.");
  });

  it("of a part of the company are those of that part", async () => {
    const row = makeRow({scope: "source", scope_id: "inbound", denominator: 1});
    expect((await list(row, {source: "inbound"})).links).toHaveLength(1);
  });

  it("are said not to be there where the site has no such file", async () => {
    serve({});
    const {list: ask} = askRow({...SHOW, name: "acceptance_rate"}, makeRow({metric: "acceptance_rate"}), MANIFEST);
    expect(text((await ask!()) as Element)).toContain("The records behind it are not part of this site.");
  });

  it("of weeks lie within them in the company's own zone, both ends included", () => {
    const isIn = makeIsIn({from_on: "2025-09-01", to_on: "2025-09-07"}, MANIFEST);
    expect(["2025-08-31T21:59:59Z", "2025-08-31T22:00:00Z", "2025-09-07T21:59:59Z", "2025-09-07T22:00:00Z"].map(isIn)).toEqual([
      false, true, true, false,
    ]); // prettier-ignore
  });
});

it("the command for a number names whose it is and when, quoted where a shell would take it apart", () => {
  expect(writeCommand(makeRow({scope: "team", scope_id: "North America", period: "quarter", period_start: "2025-07-01"}))).toBe(
    'npm run baton -- explain show_rate --team "North America" --period 2025-Q3',
  );
});

it("a count is asked about with its share, interval and parts", () => {
  const asked = askCount(
    {title: "Budget", meaning: "m", part: "filled", whole: "judged", numerator: 6, denominator: 20, isMember: () => true, counts: () => ""},
    MANIFEST,
  ); // prettier-ignore
  expect(asked.value).toBe("30\u00a0% (16–48\u00a0%)");
  expect(Object.fromEntries(asked.entries)).toMatchObject({
    Formula: "filled ÷ judged",
    "Counted (numerator)": "6",
    "Out of (denominator)": "20",
  });
});

it("a field's missing briefs are those that lacked it at the meeting, also where it was filled later", async () => {
  const texts = ["account", "sdr", "ae", "outcome", "stages", "cause", "reason", "decision", "rejected_for", "territory", "accuracy", "advance", "advanced", "valued", "qualification", "readiness", "practices", "team", "source", "motion", "segment", "region"]; // prettier-ignore
  const ids = ["full", "late", "none", "unjudged"];
  const file = encodeArrow(
    {
      record_id: {text: ids}, fields: {text: ["ff", "lf", "mf", ""]}, dated_at: {text: ids.map(() => "2025-09-02T08:00:00Z")},
      is_disputed: {truth: ids.map(() => false)}, score: {number: ids.map(() => 0)},
      ...Object.fromEntries(texts.map((name) => [name, {text: ids.map(() => "")}])),
    },
    4,
  ); // prettier-ignore
  serve({"facts/handoffs/ada-berg.arrow": file});
  const field = MANIFEST.brief_fields[0]!;
  const {list} = askField(field, {place: {of: "sdr", slug: "ada-berg"}, counts: {part: 2, judged: 3}, what: "missing"}, MANIFEST);
  const rows = [...((await list!()) as Element).querySelectorAll("tbody tr")].map((row) => [...row.children].map(text));
  expect(rows.map((cells) => [cells[1], cells.at(-1)])).toEqual([
    ["full", "filled (in the denominator only)"],
    ["late", "missing (in both)"],
    ["none", "missing (in both)"],
  ]);
});

describe("what can be asked about", () => {
  it("is every value of a table of metrics, the one of the period before too", () => {
    const months = [makeRow({period_start: "2025-08-01", value: 0.71}), makeRow()];
    const table = MetricTable([makeHeadline({latest: months[1]!, months})], MANIFEST);
    expect([...table.querySelectorAll(".explained")].map(text)).toEqual(["77 %", "71 %"]);
  });
  it("is every cell of a scorecard and every count and share of a heat map", () => {
    const card = Scorecard(TEAM.scorecard, MANIFEST, {caption: "EMEA"});
    expect([...card.querySelectorAll("td > .explained")].map(text)).toEqual(["20", "3"]);
    expect(card.querySelectorAll("td span > .explained").length).toBe(2);
    const map = HeatMap(TEAM.heat, MANIFEST, {caption: "Briefs"});
    expect([...map.querySelectorAll(".explained")].map(text)).toEqual(["20", "95", "30", "3"]);
  });
});

describe("a scorecard", () => {
  const row = {...TEAM.scorecard[1]!, cells: [CELL]};
  it("shows the shrunk rate with its own interval and n, and keeps the plain one for who asks and for the download", () => {
    const card = Scorecard([row], MANIFEST, {caption: "EMEA"});
    expect(text(card.querySelector("td span > .explained"))).toMatch(/71 %n 20, 3 in flight$/);
  });
  it("says in each head what kind of number it holds, in a cell where it is another, and the same of a number that is asked about", () => {
    const plain = {...row, slug: "bo", cells: [{...CELL, beside: []}]};
    const card = Scorecard([row, plain], MANIFEST, {caption: "EMEA", toldApart: ["show_rate"]});
    expect(text(card.querySelector("thead .sub"))).toBe("chance taken out");
    expect([...card.querySelectorAll(".mark-cell .sub")].map((cell) => text(cell).split(", ").at(-1))).toEqual([
      "3 in flight",
      "as counted",
    ]);
    const asked = (shown: PersonCell) => askRow(SHOW, CELL, MANIFEST, {shown}).title;
    expect([asked({...CELL}), asked(CELL)]).toEqual([
      "Meeting show rate, Ada Berg, over the last 90 days, chance taken out",
      "Meeting show rate, Ada Berg, over the last 90 days, as counted",
    ]);
  });
  it("makes one finding of who is told apart and of where the funnel plots have them", () => {
    const plot = (place: "inside" | "outside_95"): FunnelPlotData => ({metric: "show_rate", period: "trailing_90d", centre: 0.75, limits: [], people: [{slug: row.slug, name: row.name, n: 20, value: 0.66, place}]}); // prettier-ignore
    const told = (apart: readonly (typeof SHOW)[], place: "inside" | "outside_95") => describeApart(apart, [plot(place)], MANIFEST.metrics);
    expect(told([SHOW], "inside")).toMatch(/^Chance taken out, intervals tell .+: Meeting show rate\. Once the mix is allowed for too, nobody here lies beyond chance around the rate of all SDRs in Meeting show rate: /);
    expect(told([], "outside_95")).toBe(
      `Chance taken out, no column tells any two people apart. Once the mix is allowed for, beyond chance around the rate of all SDRs: ${row.name} (Meeting show rate).`,
    );
    expect(findMix(CELL, row.slug, [plot("inside")])).toBe(0.66);
    expect(findMix({...CELL, period: "all"}, row.slug, [plot("inside")])).toBeNull();
  }); // prettier-ignore
  it("can be put in order only by what tells people apart", () => {
    const heads = (toldApart: string[]) =>
      [...Scorecard([row], MANIFEST, {caption: "EMEA", toldApart}).querySelectorAll("thead button")].map(text);
    expect(heads([])).not.toContain("Show");
    expect(heads(["show_rate"])).toContain("Show");
  });
});
