// @vitest-environment jsdom
import {afterEach, beforeEach, expect, it, vi} from "vitest";
import type {FunnelStage} from "../../pipeline/contract/datasets.js";
import {encodeArrow} from "../../pipeline/publish/arrow.js";
import {askOver} from "../../src/components/explain/explain-outcome.js";
import {askDays, askStage} from "../../src/components/explain/explain-stage.js";
import {askDifference, sideOfField} from "../../src/components/explain/explain-practices.js";
import {FunnelBars} from "../../src/components/funnel/funnel-bars.js";
import {LeadScore} from "../../src/components/company/lead-score.js";
import {forgetLoaded} from "../../src/components/frame/load.js";
import {LoadTable} from "../../src/components/company/routing-tables.js";
import {Sentence} from "../../src/components/explain/told.js";
import {PRACTICES} from "./conclusions.js";
import {makeManifest, ROUTING} from "./fixtures.js";
import {serveFiles} from "./serve-files.js";

const [show] = makeManifest().metrics;
const leads = {...show!, name: "lead_qualification_rate", record: "lead" as const, window: "30 days"};
const days = {
  ...show!,
  name: "days_to_sql",
  label: "Days to SQL",
  kind: "median" as const,
  unit: "days" as const,
  counted: "SQLs",
};
const MANIFEST = makeManifest({metrics: [show!, leads, days]});
const text = (node: Node | null | undefined) => node?.textContent?.replace(/\s+/g, " ").trim() ?? "";
const rows = (node: Node) => [...(node as Element).querySelectorAll("tbody tr")].map((row) => [...row.children].map(text));

/** Handoffs as the company's file has them: what a test does not name is empty. */
function makeHandoffs(handoffs: Record<string, string>[], {isKnown = true, isLately = false} = {}): Uint8Array {
  const texts = ["record_id", "account", "sdr", "ae", "dated_at", "outcome", "stages", "cause", "decision", "fields", "practices", "team", "motion"]; // prettier-ignore
  const truth = (value: boolean) => ({truth: handoffs.map(() => value)});
  return encodeArrow(
    {
      ...Object.fromEntries(texts.map((name) => [name, {text: handoffs.map((handoff) => handoff[name] ?? "")}])),
      is_disputed: truth(false), is_sql_known: truth(isKnown), is_lately: truth(isLately), score: {number: handoffs.map(() => 0)},
    },
    handoffs.length,
  ); // prettier-ignore
}

const serve = (files: Record<string, Uint8Array>) => serveFiles(MANIFEST, files);

beforeEach(() => {
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

const STAGE: FunnelStage = {stage: "sql", label: "SQL", count: 9, conversion: null, median_days: 6};
const at = "2025-09-02T08:00:00Z";

it("median days are asked about as the metric that they follow, with its n and what is in flight", () => {
  const stage = {...STAGE, days: {metric: "days_to_sql", n: 9, in_flight: 2, lower: 4, upper: 8}};
  const {title, entries} = askDays(stage, MANIFEST, {whose: "EMEA", place: {of: "team", slug: "emea"}});
  expect(title).toContain("Days to SQL, EMEA");
  expect(Object.fromEntries(entries)).toMatchObject({n: "9 SQLs", "In flight": "2"});
});

it("median days that follow no metric are asked about with how many records they are of", () => {
  const stage = {
    ...STAGE,
    stage: "held" as const,
    label: "Held",
    days: {metric: "", n: 7, in_flight: 0, lower: null, upper: null},
  };
  const {value, entries} = askDays(stage, MANIFEST, {});
  expect(value).toBe("median 6 days");
  expect(Object.fromEntries(entries)).toMatchObject({n: "7 records", Formula: "median days from the stage before to “Held”"});
});

it("a funnel's median days are a number to ask about", () => {
  const conversion = {metric: "show_rate", numerator: 9, denominator: 20, value: 0.45, lower: 0.3, upper: 0.6, in_flight: 0};
  const bars = FunnelBars([{...STAGE, conversion}], MANIFEST, {caption: "Funnel"});
  expect([...bars.querySelectorAll(".step .explained")].map(text)).toContain("median 6 days");
});

it("a team's stage lists the team's handoffs among the company's", async () => {
  serve({"company/handoffs.arrow": makeHandoffs([{record_id: "h1", team: "t1", stages: "bhs", dated_at: at}, {record_id: "h2", team: "t2", stages: "bhs", dated_at: at}, {record_id: "h3", team: "t1", stages: "b", dated_at: at}])}); // prettier-ignore
  const asked = askStage({...STAGE, count: 1}, MANIFEST, {place: {of: "team", slug: "emea", team: "t1"}});
  expect(rows(await asked.list!()).map(([, record]) => record)).toEqual(["h1"]);
});

it("a stage of leads lists those of the metric's members that came into it, and says which command prints all", async () => {
  const facts = encodeArrow(
    {
      metric: {text: ["lead_qualification_rate", "lead_qualification_rate"]}, record_id: {text: ["l1", "l2"]}, account: {text: ["Acme", "Birch"]}, ae: {text: ["", ""]},
      dated_at: {text: [at, at]}, is_mature: {truth: [true, true]}, is_disputed: {truth: [false, false]}, numerator: {number: [1, 0]}, denominator: {number: [1, 1]}, currency: {text: ["", ""]},
    },
    2,
  ); // prettier-ignore
  serve({"company/lead_qualification_rate.arrow": facts});
  const node = await askStage({...STAGE, stage: "qualified", label: "Qualified", count: 3}, MANIFEST, {}).list!();
  expect(rows(node).map(([, record]) => record)).toEqual(["Acme"]);
  expect(text(node)).toContain("within 30 days of the first touch; later ones are in the count alone.");
  expect(text(node)).toMatch(/among the records of “[^”]+”, which this prints, with the SQL: npm run baton -- explain lead_qualification_rate --period all/); // prettier-ignore
});

it("what an AE has at hand is asked about with the handoffs that it counts", async () => {
  const handoff = {ae: "Cleo Diaz", outcome: "pending"};
  serve({"company/handoffs.arrow": makeHandoffs([{...handoff, record_id: "soon", dated_at: "2025-10-03T08:00:00Z"}, {...handoff, record_id: "later", dated_at: "2025-10-20T08:00:00Z"}, {...handoff, record_id: "past", dated_at: at}])}); // prettier-ignore
  const table = LoadTable(ROUTING.load, MANIFEST)!;
  document.body.append(table);
  const [coming, week] = [...table.querySelectorAll<HTMLButtonElement>(".explained")];
  const listed = async (button: HTMLButtonElement) => {
    button.click();
    await vi.waitFor(() => expect(document.querySelector("dialog tbody")).not.toBeNull());
    return rows(document.querySelector("dialog")!).map(([, record]) => record);
  };
  expect(await listed(coming!)).toEqual(["later", "soon"]);
  expect(await listed(week!)).toEqual(["soon"]);
});

it("an SDR's handoffs whose meeting is over are asked about without those ahead", async () => {
  serve({"handoffs/ada-berg.arrow": makeHandoffs([{record_id: "coming", outcome: "pending", dated_at: at}, {record_id: "past", outcome: "held", dated_at: at}])}); // prettier-ignore
  const node = await askOver(1, MANIFEST, {of: "sdr", slug: "ada-berg"}, "Ada Berg").list!();
  expect(rows(node).map(([, record]) => record)).toEqual(["past"]);
});

it("an adjusted difference lists the handoffs of either side, and none whose time is not over", async () => {
  const field = MANIFEST.brief_fields[0]!.field;
  const handoffs = [{record_id: "h1", fields: "n", dated_at: at}, {record_id: "h2", fields: "m", dated_at: at}, {record_id: "h3", fields: "", dated_at: at}]; // prettier-ignore
  const ask = () => askDifference({label: "Budget", text: "+10", n_with: 1, n_without: 1, sideOf: sideOfField(field, MANIFEST)}, MANIFEST); // prettier-ignore
  serve({"company/handoffs.arrow": makeHandoffs(handoffs)});
  expect(rows(await ask().list!()).map((row) => [row[1], row.at(-1)])).toEqual([["h1", "with it"], ["h2", "without it"]]); // prettier-ignore
  forgetLoaded();
  serve({"company/handoffs.arrow": makeHandoffs(handoffs, {isKnown: false})});
  expect(rows(await ask().list!())).toEqual([]);
});

it("a fifth of the lead score says which command prints its leads", async () => {
  const part = LeadScore(PRACTICES.score!, MANIFEST);
  document.body.append(part);
  part.querySelector<HTMLButtonElement>(".explained")!.click();
  await vi.waitFor(() =>
    expect(text(document.querySelector("dialog"))).toContain("explain lead_qualification_rate --period all"),
  );
});

it("a sentence is asked about as a whole: it reads as before, and one mark at its end answers for all its numbers", () => {
  const asks = ["8", "80 %"].map((value) => () => ({title: value, value, entries: []}));
  const sentence = Sentence("Of 1,008 and 80 % and 8 more.", asks);
  expect(text(sentence)).toBe("Of 1,008 and 80 % and 8 more.");
  document.body.append(sentence);
  expect(sentence.querySelectorAll("button")).toHaveLength(1);
  // Whoever hears a page's marks alone can tell one from the next.
  expect(sentence.querySelector("button")!.getAttribute("aria-label")).toBe(
    "How are these numbers computed? Of 1,008 and 80 % and 8 more.",
  );
  sentence.querySelector("button")!.click();
  const panel = document.querySelector("dialog")!;
  expect([...panel.querySelectorAll("summary strong")].map(text)).toEqual(["8", "80 %"]);
  expect(text(panel.querySelector(".explain-value"))).toBe("Of 1,008 and 80 % and 8 more.");
});

it("a press on a number of a sentence asks too, but not one that marks its words, nor one on a link in it", () => {
  const words = document.createElement("span");
  words.innerHTML = `Of <b>8</b>, <a href="#">more</a>`;
  document.body.append(Sentence(words, [() => ({title: "8", value: "8", entries: []})]));
  document.querySelector<HTMLElement>(".told a")!.click();
  expect(document.querySelector("dialog")).toBeNull();
  document.querySelector<HTMLElement>(".told b")!.click();
  expect(text(document.querySelector("dialog h2"))).toBe("8");
  document.querySelector<HTMLElement>("dialog header button")!.click();
  expect(document.querySelector("dialog")).toBeNull();
  expect(document.activeElement).toBe(document.querySelector(".ask"));
});
