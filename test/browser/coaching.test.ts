import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {OneOnOneData} from "../../pipeline/contract/datasets.js";
import {assembleSite} from "../../pipeline/publish/shell/shell.js";
import {COACHED, COACHED_CONFIG} from "../publish/coached-company.js";
import {published} from "../publish/published.js";
import {openBrowser} from "./browser.js";
import {inspect, printSeen, type Seen} from "./inspect.js";
import {buildSharedShell} from "./shared-shell.js";
import {serveSite, SHELL} from "./serve.js";
import type {Served} from "./serve.js";
import {countSheets, findAxeViolations, VIEWS, visit} from "./visit.js";

const PAGES = {
  team: "pages/team.html?team=north",
  sheet: "pages/one-on-one.html?sdr=ada-osei",
  "sheet-none": "pages/one-on-one.html?sdr=bo-lind",
  sdr: "pages/sdr.html?sdr=ada-osei",
  "sdr-new": "pages/sdr.html?sdr=nia-blum",
  focuses: "pages/focuses.html",
};
const exemplar = (behaviour: string, label: string, text: string) => ({behaviour, label, text, motion: "outbound", rating: 9, became_sql: true, month: "2026-08"}); // prettier-ignore

let folder: string;
let browser: Browser;
let served: Served;
const seen: Seen[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baton-coaching-"));
  const {out} = await published(COACHED, COACHED_CONFIG);
  const exemplars = [
    exemplar("budget", "Budget", "[company] has set 80k aside; the CFO decides in June"),
    exemplar("pain_primary", "Primary pain", "[company] lost two renewals to late checks"),
  ];
  await writeFile(join(out, "playbook.json"), JSON.stringify({exemplars}));
  await buildSharedShell();
  await assembleSite({shell: SHELL, data: out, out: join(folder, "site")});
  browser = await openBrowser();
  served = await serveSite(join(folder, "site"));
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  printSeen(seen);
  await rm(folder, {recursive: true, force: true});
});

const open = (path: string) => visit(browser, served.url + path);
/** In the browser as much of a line as a reader sees, blanks made one. */
const textOf = async (page: Page, selector: string) =>
  ((await page.locator(selector).first().textContent()) ?? "").replace(/\s+/g, " ").trim();

describe.each(Object.entries(PAGES))("the page %s", (name, path) => {
  it.each([VIEWS[0], VIEWS[2]])("shows without complaint on $width pixels, light and dark", async (view) => {
    const found = await inspect(browser, served, path, view, `coaching/${name}`);
    seen.push(found);
    expect(found.complaints).toEqual([]);
  });
});

it("a manager goes from the team's queue to the SDR, to the 1:1 sheet, and prints it on two sheets at most", async () => {
  const {page, complaints, close} = await open(PAGES.team);
  expect(await textOf(page, "section:has(h2:text('Talk with')) li >> nth=0")).toContain("Ada Osei: “Budget in the brief”");
  await page.click(".data-table th a:text('Ada Osei')");
  await page.waitForSelector("h1:text('Ada Osei')");
  await page.click("main a:text('1:1 sheet')");
  await page.waitForSelector("h1:text('1:1 with Ada Osei')");
  expect(await textOf(page, ".finding")).toContain("One thing to talk about: “Budget in the brief”.");
  expect(await textOf(page, ".sheet")).toContain("[company] has set 80k aside; the CFO decides in June");
  expect(await textOf(page, ".agenda")).toMatch(/^Goal.*Reality.*Options.*Way forward.*Next look on 16 Nov 2026/);
  const record = page.locator(".record a:text('Agree on “Budget in the brief”')");
  expect(await record.getAttribute("href")).toContain("s=p-ada&b=budget&on=2026-10-05&review=2026-11-16&status=open");
  for (const format of ["A4", "Letter"] as const) expect(await countSheets(page, format)).toBeLessThanOrEqual(2);
  expect(complaints).toEqual([]);
  await close();
});

it("a sheet whose every text is long still prints on two sheets, its agenda in one piece", async () => {
  const long = "Nobody could say who signs, what the tool they have today lacks, or by when; the contract list came a day late. ".repeat(4); // prettier-ignore
  const context = await browser.newContext();
  await context.route("**/one-on-one/*.json*", async (route) => {
    const sheet = (await (await route.fetch()).json()) as OneOnOneData;
    for (const each of sheet.cases) Object.assign(each, {missing: long, helpful: long, brief: {label: "Budget", text: long}});
    for (const {comments} of sheet.themes.themes) for (const each of comments) each.text = long;
    await route.fulfill({json: sheet});
  });
  const {page} = await visit(context, served.url + PAGES.sheet);
  expect(await textOf(page, ".case q")).toContain(long.trim());
  for (const format of ["A4", "Letter"] as const) expect(await countSheets(page, format)).toBeLessThanOrEqual(2);
  await page.emulateMedia({media: "print"});
  for (const whole of ["section:has(> div > .agenda)", ".sheet-columns:has(.funnel)"])
    expect(await page.locator(whole).evaluate((node) => getComputedStyle(node).breakInside)).toBe("avoid");
  await context.close();
});

it("the queue and the scorecard lead to the sheet", async () => {
  for (const link of ["section:has(h2:text('Talk with')) li a >> nth=0", "a[aria-label='1:1 sheet of Ada Osei']"]) {
    const {page, close} = await open(PAGES.team);
    await page.click(link);
    await page.waitForSelector("h1:text('1:1 with')");
    await close();
  }
});

it("an SDR goes from a comment to its brief and back, and has the focus's number explained by its handoffs", async () => {
  const {page, complaints, close} = await open(PAGES.sdr);
  await page.click(".themes details[open] li a[href*='brief'] >> nth=0");
  await page.waitForSelector(".brief-head");
  await page.goBack();
  await page.waitForSelector("h1:text('Ada Osei')");
  await page.locator(".told:has-text('6 of 24 cases') > .ask").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector(".explain-panel[open] tbody tr");
  expect(await textOf(page, ".explain-panel summary strong")).toBe("Budget in the brief, Ada Osei, as counted");
  const rows = (await page.locator(".explain-panel tbody tr").allTextContents()).map((text) => text.replace(/\s+/g, " ").trim());
  expect(rows[0]).toMatch(/Account 5.*not done/);
  expect(await textOf(page, ".explain-panel section")).toContain("24");
  expect(await findAxeViolations(page)).toEqual([]);
  await page.click(".explain-panel tbody a >> nth=0");
  await page.waitForSelector(".brief-head");
  expect(complaints).toEqual([]);
  await close();
});

it("an SDR says on the company's own form that a record is wrong", async () => {
  const {page, close} = await open(PAGES.sdr);
  const link = page.locator("a:text('Is this wrong?')").first();
  expect(await link.getAttribute("href")).toBe("https://forms.example.com/d?r=p-ada-23&by=p-ada");
  await close();
});

it("a new SDR with three handoffs is shown the first week, with two briefs that AEs valued", async () => {
  const {page, complaints, close} = await open(PAGES["sdr-new"]);
  const week = await textOf(page, "section:has(h2:text('The first week'))");
  expect(week).toContain("3 handoffs have had their meeting of late");
  expect(week).toContain("Two briefs that AEs valued: [company] has set 80k aside");
  expect(complaints).toEqual([]);
  await close();
});

it.each([
  ["fay-holt", "No focus during a leave"],
  ["moe-adler", "No one thing stands out this time."],
  ["ann-vega", "Ann Vega is no longer here; the sheet stays for the record."],
  ["hal-reed", "No one thing stands out this time."],
])("the sheet of %s says what holds of somebody whose history is odd", async (slug, text) => {
  const {page, complaints, close} = await open(`pages/one-on-one.html?sdr=${slug}`);
  expect(await textOf(page, ".sheet")).toContain(text);
  expect(complaints).toEqual([]);
  await close();
});

it("the sheet of nobody known says so", async () => {
  const {page, close} = await visit(browser, `${served.url}pages/one-on-one.html?sdr=nobody`, VIEWS[0], {allowMissing: ["one-on-one/nobody"]}); // prettier-ignore
  expect(await textOf(page, "main")).toContain("The address names “nobody”");
  await close();
});
