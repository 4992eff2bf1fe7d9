import {readFile} from "node:fs/promises";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openBrowser} from "./browser.js";
import {makeFixtureSite, type FixtureSite} from "./fixture-site.js";
import {inspect, printSeen, type Seen} from "./inspect.js";
import {serveSite, SHELL} from "./serve.js";
import type {Served} from "./serve.js";
import {findAxeViolations, VIEWS, visit} from "./visit.js";

const PAGES = {
  overview: "index.html",
  funnel: "pages/funnel.html",
  teams: "pages/team.html",
  team: "pages/team.html?team=emea",
  people: "pages/sdr.html",
  sdr: "pages/sdr.html?sdr=ada-berg",
  documentation: "pages/documentation.html",
  feedback: "pages/feedback.html",
  routing: "pages/routing.html",
  practices: "pages/practices.html",
  raters: "pages/raters.html",
  health: "pages/data-health.html",
  playbook: "pages/playbook.html",
  "how to read": "pages/how-to-read.html",
  glossary: "pages/glossary.html",
  notice: "pages/notice.html",
  dictionary: "pages/dictionary.html",
};

let site: FixtureSite;
let browser: Browser;
let served: Served;
const seen: Seen[] = [];

beforeAll(async () => {
  site = await makeFixtureSite();
  browser = await openBrowser();
  served = await serveSite(site.folder);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await site?.remove();
  printSeen(seen);
});

describe.each(Object.entries(PAGES))(
  "the page %s, under default-src 'self', from a plain server below a sub-path",
  (name, path) => {
    it.each([VIEWS[0], VIEWS[2]])("shows without complaint on $width pixels, light and dark", async (view) => {
      const found = await inspect(browser, served, path, view, `shell/${name}`);
      seen.push(found);
      expect(found.complaints).toEqual([]);
    });
  },
);

describe("around every page", () => {
  it("stand the company and how fresh its data are, in the company's own zone", async () => {
    const {page, close} = await visit(browser, served.url);
    expect(await page.textContent(".bar-company")).toBe("Northwind");
    expect((await page.textContent(".bar-fresh"))?.trim()).toBe("data of 1 Oct 2025, 06:00 · 2 of 1,000 rows rejected");
    expect(await page.title()).toBe("Overview | Northwind");
    await close();
  });
  it("the keyboard may skip to the content, or walk along the bar to the search", async () => {
    const {page, close} = await visit(browser, served.url);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.querySelector("main")!.contains(document.activeElement))).toBe(true);
    await page.focus(".bar-pages a:last-child");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("bar-search");
    await close();
  });
  it("a phone's menu opens and closes by keyboard", async () => {
    const {page, close} = await visit(browser, served.url, VIEWS[2]);
    expect(await page.isVisible(".bar-pages")).toBe(false);
    await page.focus(".bar-menu");
    await page.keyboard.press("Enter");
    expect(await page.isVisible(".bar-pages")).toBe(true);
    expect(await page.getAttribute(".bar-menu", "aria-expanded")).toBe("true");
    await close();
  });
});

describe("a page of one", () => {
  it("takes its title and the way to it from the data", async () => {
    const {page, close} = await visit(browser, `${served.url}pages/sdr.html?sdr=ada-berg`);
    expect(await page.title()).toBe("Ada Berg | Northwind");
    expect(await page.locator(".crumbs li").allTextContents()).toEqual(["Northwind", "EMEA", "Ada Berg"]);
    await page.click(".crumbs a:text('EMEA')");
    await page.waitForSelector("h1:text('EMEA')");
    // A breadcrumb to where one came from leads back to the same spot.
    await page.locator(".data-table tbody a:text('Ada Berg')").scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => scrollY);
    expect(place).toBeGreaterThan(0);
    await page.locator(".data-table tbody a:text('Ada Berg')").click();
    await page.waitForSelector("h1:text('Ada Berg')");
    await page.click(".crumbs a:text('EMEA')");
    await page.waitForSelector("h1:text('EMEA')");
    await page.waitForFunction((at) => scrollY === at, place);
    await close();
  });
  it("opened for nobody that the site knows says so", async () => {
    const {page, complaints, close} = await visit(browser, `${served.url}pages/sdr.html?sdr=nobody`, VIEWS[0], {
      allowMissing: ["sdr/nobody.json"],
    });
    expect(await page.textContent("main")).toContain("nobody");
    expect(complaints).toEqual([]);
    await close();
  });
});

/** A number of each kind of page, and what its list is asked from. */
const ASKED = {
  overview: ".metrics .value .explained",
  funnel: ".step .explained",
  team: ".data-table td .explained",
  sdr: ".number .explained",
  documentation: ".heat td .explained",
  feedback: ".metrics .value .explained",
  routing: ".data-table td .explained",
  practices: ".data-table td .explained",
  raters: ".data-table td .explained",
} as const satisfies Partial<Record<keyof typeof PAGES, string>>;

describe.each(Object.entries(ASKED))("a number on the page %s", (name, selector) => {
  it("is explained by mouse and by keyboard, and its records lead to their briefs", async () => {
    const {page, complaints, close} = await visit(browser, served.url + PAGES[name as keyof typeof PAGES]);
    const number = page.locator(selector).first();
    await number.click();
    await page.waitForSelector(".explain-panel[open] tbody a");
    expect((await page.locator(".explain-panel dt").allTextContents()).slice(0, 2)).toEqual(["Meaning", "Formula"]);
    expect(await findAxeViolations(page)).toEqual([]);
    await page.click(".explain-panel header button");
    await page.waitForSelector(".explain-panel", {state: "detached"});

    await number.focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".explain-panel[open] tbody a");
    // The keyboard stays within the panel until Escape, which gives the focus back.
    for (let press = 0; press < 12; press++) await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.querySelector("main")!.contains(document.activeElement))).toBe(false);
    await page.keyboard.press("Escape");
    await page.waitForSelector(".explain-panel", {state: "detached"});
    expect(await number.evaluate((node) => node === document.activeElement)).toBe(true);

    await page.keyboard.press("Space");
    await page.click(".explain-panel[open] tbody a");
    await page.waitForURL(/pages\/brief\.html\?handoff=h\d/);
    expect(complaints.filter((text) => !/briefs\/|404/.test(text))).toEqual([]);
    await close();
  });
});

describe("the records of a number", () => {
  it("are those of just its period, fetched only when it is asked for, and once", async () => {
    const {page, close} = await visit(browser, `${served.url}pages/sdr.html?sdr=ada-berg`);
    const asked = () => served.requests.filter(({path}) => path.endsWith("facts/ada-berg.arrow")).length;
    const before = asked();
    for (let time = 0; time < 2; time++) {
      await page.locator(".number .explained").first().click();
      await page.waitForSelector(".explain-panel .data-table");
      expect(await page.locator(".explain-panel .data-table tbody tr").allInnerTexts()).toEqual([
        "24 Sept 2025\tAcme\tCleo Diaz\theld (in both)",
        "2 Sept 2025\tZenith\tCleo Diaz\tno-show (in the denominator only)",
      ]);
      await page.keyboard.press("Escape");
      await page.waitForSelector(".explain-panel", {state: "detached"});
    }
    expect(asked() - before).toBe(1);
    await close();
  });
  it("leads to its entry of the glossary", async () => {
    const {page, close} = await visit(browser, `${served.url}pages/glossary.html#handoff_quality_score`);
    expect(await page.textContent(".named dt")).toBe("Handoff quality");
    await close();
  });
});

it("data health hands over every rejected entry, safe to open in a spreadsheet", async () => {
  const {page, close} = await visit(browser, `${served.url}pages/data-health.html`);
  const download = page.waitForEvent("download");
  await page.click("button:text('every entry')");
  const text = await readFile((await (await download).path())!, "utf8");
  expect(text.split("\r\n")[1]).toBe("exports/handoffs.csv,handoffs,7,,meeting_at,'=1+1,cell,is no time,set dates");
  await close();
});

it("the choice of a table's columns breaks no rule of accessibility while it is open, in the light and in the dark", async () => {
  const {page, close} = await visit(browser, `${served.url}pages/data-health.html`);
  await page.locator(".column-choice summary").first().click();
  await page.waitForSelector(".column-choice[open] input");
  const found = await findAxeViolations(page);
  await page.emulateMedia({colorScheme: "dark"});
  expect([...found, ...(await findAxeViolations(page))]).toEqual([]);
  await close();
});

describe("a figure taken away as a picture", () => {
  const NAME = "northwind-emea-what-each-sdr-s-briefs-leave-out-over-all-time-2025-10-01";
  it("says what it shows, where it is from and of when, is light for a reader in the dark, and needs nothing else", async () => {
    const {page, complaints, close} = await visit(browser, `${served.url}pages/team.html?team=emea`, VIEWS[1]);
    const isAsked = () => served.requests.some(({path}) => path.includes("take-picture"));
    expect(isAsked()).toBe(false);
    await page.click(".heat-map .take summary");
    const take = async (kind: string) => {
      const download = page.waitForEvent("download");
      await page.click(`.heat-map .take button:text-is('${kind}')`);
      const file = await download;
      return {name: file.suggestedFilename(), bytes: await readFile((await file.path())!)};
    };
    const svg = await take("SVG");
    expect(svg.name).toBe(`${NAME}.svg`);
    const text = svg.bytes.toString();
    expect(text).toMatch(/<title>What each SDR’s briefs leave out, over all time<\/title><desc>Northwind · EMEA · data of 1 Oct 2025, 06:00<\/desc>/);
    expect(text).toContain('fill="#fcfcfa"');
    for (const word of [">Ada Berg<", ">Primary pain<", ">95<", ">Northwind · EMEA · data of 1 Oct 2025, 06:00<"]) expect(text).toContain(word);
    expect(text).not.toMatch(/ style=|class=|var\(|url\(|href|NaN/);
    const png = await take("PNG");
    expect(png.name).toBe(`${NAME}.png`);
    const width = Number(/width="(\d+)"/.exec(text)![1]);
    expect([png.bytes.toString("latin1", 1, 4), png.bytes.readUInt32BE(16)]).toEqual(["PNG", 2 * width]);
    expect(complaints).toEqual([]);
    await close();
  }); // prettier-ignore
});

describe("a scorecard", () => {
  it("stands by name, and turns by its heads, with unknown values last either way", async () => {
    const {page, close} = await visit(browser, `${served.url}pages/team.html?team=emea`);
    const names = () => page.locator(".data-table tbody th a").allTextContents();
    expect(await names()).toEqual(["Ada Berg", "Bo Chen"]);
    await page.click(".data-table thead button:text('Handoffs')");
    expect(await names()).toEqual(["Ada Berg", "Bo Chen"]);
    await page.click(".data-table thead button:text('Handoffs')");
    expect(await names()).toEqual(["Bo Chen", "Ada Berg"]);
    // All intervals of the show rate meet: nothing to put in order.
    expect(await page.locator(".data-table thead button:text-is('Show')").count()).toBe(0);
    await close();
  });
});

describe("a table without room", () => {
  it.each([
    {view: VIEWS[0], isList: false},
    {view: VIEWS[2], isList: true},
  ])("shows its rows as lists, nothing beyond the edge, and its orders as a choice: $view.name", async ({view, isList}) => {
    const {page, close} = await visit(browser, `${served.url}pages/documentation.html`, view);
    const table = page.locator(".data-table").first();
    const isStacked = async () => (await table.locator("table.stack").count()) > 0;
    expect(await isStacked()).toBe(isList);
    expect(await table.locator(".scroll").evaluate(({scrollWidth, clientWidth}) => scrollWidth - clientWidth)).toBe(0);
    expect(await table.locator("thead button").first().isVisible()).toBe(!isList);
    expect(await table.locator(".order-choice").isVisible()).toBe(isList);
    // A telephone that is turned, a window that is made narrow.
    await page.setViewportSize({width: isList ? 1440 : 390, height: 900});
    await expect.poll(isStacked).toBe(!isList);
    await close();
  });

  it("is scrolled where its rows are compared along their columns", async () => {
    const {page, close} = await visit(browser, `${served.url}pages/team.html?team=emea`, VIEWS[2]);
    expect(await page.locator(".data-table").first().locator("table.stack").count()).toBe(0);
    await close();
  });
});

describe("a choice on the funnel page", () => {
  it("adds up the counts of what was chosen, and stays in the address", async () => {
    const {page, complaints, close} = await visit(browser, `${served.url}pages/funnel.html`);
    await page.selectOption(".filters select", "emea");
    await page.waitForSelector(".step .explained:text('75 % of 8 meetings')");
    expect(new URL(page.url()).search).toBe("?team=emea");
    await page.reload({waitUntil: "networkidle"});
    expect(await page.textContent(".finding .also")).toContain("Only team “EMEA”.");
    expect(await page.textContent(".funnel .count")).toBe("12");
    // It follows to the next page, which says that it knows none, and back.
    await page.click(".bar-pages a:text('Feedback')");
    await page.waitForSelector(".unfiltered:text('team “EMEA”')");
    expect(await findAxeViolations(page)).toEqual([]);
    await page.click(".bar-pages a:text('Funnel')");
    await page.waitForSelector(".step .explained:text('75 % of 8 meetings')");
    await page.click(".bar-pages a:text('Feedback')");
    await page.focus(".unfiltered button");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    expect(new URL(page.url()).search).toBe("");
    // The way back undoes what was dropped, and leads on from there.
    await page.goBack();
    await page.waitForSelector(".unfiltered:text('team “EMEA”')");
    await page.goBack();
    await page.waitForSelector(".filters button");
    await page.click(".filters button");
    await page.waitForSelector(".step .explained:text('77 % of 212 meetings')");
    expect(new URL(page.url()).search).toBe("");
    await page.goBack();
    await page.waitForSelector(".step .explained:text('75 % of 8 meetings')");
    expect(await page.inputValue(".filters select")).toBe("emea");
    await page.goForward();
    await page.waitForSelector(".step .explained:text('77 % of 212 meetings')");
    expect(complaints).toEqual([]);
    await close();
  });
});

it("a site without its data says so on the page, not in red blocks", async () => {
  const bare = await serveSite(SHELL);
  const {page, close} = await visit(browser, bare.url, VIEWS[0], {allowMissing: ["manifest.json"]});
  expect(await page.textContent(".note-failed")).toContain("manifest.json did not answer");
  expect(await page.locator(".observablehq--error").count()).toBe(0);
  await close();
  await bare.close();
});
