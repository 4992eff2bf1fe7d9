import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {assembleSite} from "../../pipeline/publish/shell/shell.js";
import {published} from "../publish/published.js";
import {BRIEF_COMPANY} from "./brief-company.js";
import {openBrowser} from "./browser.js";
import {inspect, printSeen, type Seen} from "./inspect.js";
import {buildSharedShell} from "./shared-shell.js";
import {serveSite, SHELL} from "./serve.js";
import type {Served} from "./serve.js";
import {countSheets, VIEWS, visit} from "./visit.js";

const PAGES = {
  "brief-full": "pages/brief.html?handoff=full",
  "brief-odd": "pages/brief.html?handoff=odd",
  "brief-bare": "pages/brief.html?handoff=bare",
  brief: "pages/brief.html",
  board: "pages/board.html",
  "board-team": "pages/board.html?team=north",
  "board-sdr": "pages/board.html?sdr=ada-osei",
  aes: "pages/ae.html",
  ae: "pages/ae.html?ae=eve-tran",
  "ae-teams": "pages/ae-team.html",
  company: "pages/company.html",
};

let folder: string;
let browser: Browser;
let served: Served;
const seen: Seen[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baton-briefs-"));
  const {out} = await published(BRIEF_COMPANY, {brief: undefined, timezone: "Europe/Berlin"});
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
const texts = async (page: Page, selector: string) =>
  (await page.locator(selector).allTextContents()).map((text) => text.replace(/\s+/g, " ").trim());

describe.each(Object.entries(PAGES))("the page %s", (name, path) => {
  it.each([VIEWS[0], VIEWS[2]])("shows without complaint on $width pixels, light and dark", async (view) => {
    const found = await inspect(browser, served, path, view, `briefs/${name}`);
    seen.push(found);
    expect(found.complaints).toEqual([]);
  });
});

it("a number on an AE's page is explained by keyboard, and its records lead to their briefs", async () => {
  const {page, complaints, close} = await open(PAGES.ae);
  await page.locator(".number .explained").first().focus();
  await page.keyboard.press("Enter");
  await page.click(".explain-panel[open] tbody a");
  await page.waitForSelector(".brief-head");
  expect(complaints).toEqual([]);
  await close();
});

it.each([
  {zone: "America/New_York", isTold: true},
  {zone: "Europe/Paris", isTold: false},
])(
  "a reader's own time stands beside the company's where their clocks differ, and never on paper: $zone",
  async ({zone, isTold}) => {
    for (const [path, selector] of [
      [PAGES.ae, ".walk-when"],
      [PAGES["board-team"], "td.clock"],
      ["pages/brief.html?handoff=h11", ".brief-who strong"],
    ] as const) {
      const {page, close} = await visit(browser, served.url + path, VIEWS[2], {zone});
      const read = async () => (await page.locator(selector).first().innerText()).replace(/\s+/g, " ").trim();
      const shown = await read();
      await page.emulateMedia({media: "print"});
      expect(await read()).toMatch(/\d\d:\d\d( \(.+\))?$/);
      expect(shown.replace(/ (Berlin · |\()(\w+ \d+ \w+, )?\d\d:\d\d your time\)?/, "")).toBe(await read());
      expect(shown.includes("your time"), shown).toBe(isTold);
      await close();
    }
  },
);

describe("a brief", () => {
  it("opens with who, when and with whom, the three lines, and what is missing with what to ask", async () => {
    const {page, close} = await open("pages/brief.html?handoff=h11");
    expect(await page.title()).toBe("Acme Holdings of Greater London | Test");
    expect(await page.textContent(".brief-who")).toContain("Wed 7 Oct, 12:00");
    expect(await texts(page, ".brief-head .three-lines dt")).toEqual(["Why", "Decision", "Do", "Earlier here"]);
    const missing = await texts(page, ".brief-main .is-missing dt");
    expect(missing).toContain("Budget missing");
    expect(await page.textContent(".is-missing:has-text('Budget') dd")).toBe(
      "Ask: Is money set aside, and if not, how is it found?",
    );
    await close();
  });

  it("takes two small files beyond what every page takes, under 150 KB", async () => {
    const paths = () => served.requests.map(({path}) => path);
    const first = await open("pages/ae.html?ae=eve-tran");
    const shared = new Set(paths());
    await first.close();
    const before = served.requests.length;
    const {close} = await open("pages/brief.html?handoff=full");
    const own = served.requests.slice(before).filter(({path}) => !shared.has(path) || path.startsWith("/_file/data/"));
    expect(own.filter(({path}) => path.includes("/briefs/"))).toHaveLength(2);
    expect(own.reduce((sum, {bytes}) => sum + bytes, 0)).toBeLessThan(150_000);
    await close();
  });

  it.each(["full", "odd", "bare", "h2"])("%s prints on two sheets at most, A4 and Letter", async (id) => {
    const {page, close} = await open(`pages/brief.html?handoff=${id}`);
    expect(await countSheets(page, "A4")).toBeLessThanOrEqual(2);
    expect(await countSheets(page, "Letter")).toBeLessThanOrEqual(2);
    await close();
  });

  it("with short texts prints on one sheet", async () => {
    const {page, close} = await open("pages/brief.html?handoff=h2");
    expect(await countSheets(page, "A4")).toBe(1);
    await close();
  });

  it("prints nothing that is there to press", async () => {
    const {page, close} = await open("pages/brief.html?handoff=full");
    const join = page.getByText("Join the meeting");
    expect(await join.isVisible()).toBe(true);
    await page.emulateMedia({media: "print"});
    expect(await join.isVisible()).toBe(false);
    await close();
  });

  it("prints each section in one piece, letters of charts large enough to read, and no word over another", async () => {
    const {page, close} = await open("pages/brief.html?handoff=full");
    await page.emulateMedia({media: "print"});
    const style = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
    for (const selector of [".brief-main > section:has(.checklists)", ".brief-side > section"])
      expect(await style(selector, "break-inside")).toBe("avoid");
    expect(await style(".brief-side .brief-field a", "white-space")).toBe("nowrap");
    // On a sheet of 184 mm a chart is narrower than it was drawn: what counts is the size it ends at.
    await page.setViewportSize({width: 700, height: 1000});
    // A chart is drawn once the browser has told its room.
    await page.locator(".engagement .chart .fit > svg text").first().waitFor({state: "attached"});
    const heights = await page
      .locator(".engagement .chart .fit > svg text")
      .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().height).filter((height) => height > 0));
    expect(heights.length).toBeGreaterThan(3);
    expect(Math.min(...heights)).toBeGreaterThan(9);
    const overlaps = await page.locator(".checklist li:not(.is-met)").evaluateAll(
      (items) =>
        items.filter((item) => {
          const [state, label] = [...item.children].map((child) => child.getBoundingClientRect());
          return state!.right > label!.left + 0.5;
        }).length,
    );
    expect(overlaps).toBe(0);
    await close();
  });

  it("shows what exports say as text: nothing runs, long texts open on demand, and no link leads to a script", async () => {
    const {page, complaints, close} = await open("pages/brief.html?handoff=odd");
    expect(await page.evaluate(() => (window as unknown as {hacked?: number}).hacked)).toBeUndefined();
    expect(await page.locator("a[href^='javascript']").count()).toBe(0);
    expect(await page.locator("main img, main script").count()).toBe(0);
    const pain = page.locator(".brief-field:has-text('Primary pain')");
    const short = (await pain.locator(".text").textContent())!.length;
    expect(short).toBeLessThan(600);
    await pain.locator("button").click();
    expect((await pain.locator(".text").textContent())!.length).toBeGreaterThan(10 * short);
    expect(await pain.textContent()).toMatch(/The site carries the first [\d,]+ of 2\d\d,\d+ characters/);
    const lines = page.locator(".brief-field:has-text('Current solution')");
    expect((await lines.locator(".text").textContent())!.split("\n").length).toBeLessThan(10);
    expect(await page.locator(".brief-field:has-text('Limitations') .text").getAttribute("dir")).toBe("auto");
    expect(await page.textContent(".brief-field:has-text('Timeline') .text")).toContain("Q1␇ 2027");
    expect(complaints).toEqual([]);
    await close();
  });

  it("of a handoff that nobody knows says so", async () => {
    for (const id of ["nobody", "constructor"]) {
      const {page, close} = await visit(browser, `${served.url}pages/brief.html?handoff=${id}`, VIEWS[0], {
        allowMissing: ["briefs/index/"],
      });
      expect(await page.textContent("main")).toContain(`The address names “${id}”`);
      await close();
    }
  });
});

describe("the way to a brief", () => {
  it("leads from the board to it and back to the same board", async () => {
    const {page, complaints, close} = await open("pages/board.html");
    await page.click("main a:text('North')");
    await page.waitForSelector("h1:text('North')");
    await page.click(".board-table a:text('Acme Holdings') >> nth=0");
    await page.waitForSelector(".brief-head");
    expect(new URL(page.url()).searchParams.get("handoff")).toBe("h12");
    expect(await texts(page, ".crumbs li")).toEqual(["Test", "Coming: North", "Acme Holdings of Greater London"]);
    await page.click(".crumbs a:text('Coming: North')");
    await page.waitForSelector("h1:text('North')");
    expect(new URL(page.url()).search).toBe("?team=north");
    expect(complaints).toEqual([]);
    await close();
  });

  it("leads back by the browser's own button to where the reader was", async () => {
    const {page, close} = await open("pages/board.html?team=north");
    await page.setViewportSize({width: 900, height: 320});
    await page.evaluate(() => scrollTo(0, 240));
    await page.evaluate(() => document.querySelector<HTMLElement>(".board-table a[href*='brief']")!.click());
    await page.waitForSelector(".brief-head");
    await page.goBack();
    await page.waitForSelector("h1:text('North')");
    await page.waitForFunction(() => scrollY === 240);
    await close();
  });

  it("leads from an SDR's last handoffs, from an AE's, and from the answers", async () => {
    for (const [path, selector, place] of [
      ["pages/sdr.html?sdr=ada-osei", ".handoffs a[href*='brief']", "Ada Osei"],
      ["pages/ae.html?ae=eve-tran", ".walk-in a[href*='brief']", "Eve Tran"],
      ["pages/feedback.html", ".data-table a[href*='brief']", "Feedback"],
    ] as const) {
      const {page, close} = await open(path);
      await page.click(`${selector} >> nth=0`);
      await page.waitForSelector(".brief-head .three-lines, .brief-unwritten");
      expect((await texts(page, ".crumbs li"))[1]).toBe(place);
      await close();
    }
  });

  it("is forgotten where the address names no page of this site", async () => {
    const {page, close} = await open("pages/brief.html?handoff=h2&from=javascript:alert(1)&team=x");
    expect(await texts(page, ".crumbs li")).toEqual(["Test", "North", "Ada Osei", "Acme Holdings of Greater London"]);
    await close();
  });
});

it("the board of a dark screen prints ink on white", async () => {
  const {page, close} = await open("pages/board.html?team=north");
  await page.emulateMedia({media: "print", colorScheme: "dark"});
  const look = await page.evaluate(() => {
    const root = getComputedStyle(document.documentElement);
    return [root.getPropertyValue("--surface"), getComputedStyle(document.body).color, root.colorScheme];
  });
  expect(look).toEqual(["#fff", "rgb(0, 0, 0)", "light"]);
  await close();
});

it("the board hands an SDR a calendar file", async () => {
  const {page, close} = await open("pages/board.html?sdr=ada-osei");
  const download = page.waitForEvent("download");
  await page.click("a:text('Calendar file')");
  expect((await download).suggestedFilename()).toBe("ada-osei.ics");
  await close();
});
