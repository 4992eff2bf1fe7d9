import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openBrowser} from "./browser.js";
import {makeFixtureSite, type FixtureSite} from "./fixture-site.js";
import {compareLook} from "./looks.js";
import {serveSite, type Served} from "./serve.js";
import {VIEWS, visit} from "./visit.js";

/** Components by the page that has them: the first that the selector finds. */
const PAGES: Record<string, Record<string, string>> = {
  "index.html": {bar: "#observablehq-header", finding: ".finding", metrics: ".metrics", losses: "ol.losses"},
  "pages/funnel.html": {funnel: ".funnel"},
  "pages/team.html?team=emea": {scorecard: ".data-table"},
  "pages/sdr.html?sdr=ada-berg": {"one-thing": ".dot-interval", handoffs: "table.handoffs", "run-chart": "figure.chart", number: ".number"},
  "pages/documentation.html": {"field-grid": ".heat"},
  "pages/raters.html": {raters: ".data-table"},
  "pages/how-to-read.html": {marks: "main dl"},
}; // prettier-ignore

let site: FixtureSite;
let browser: Browser;
let served: Served;

beforeAll(async () => {
  site = await makeFixtureSite();
  browser = await openBrowser({isPackaged: true});
  served = await serveSite(site.folder);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await site?.remove();
});

describe.each(Object.entries(PAGES))("the components of %s", (path, components) => {
  it.each([VIEWS[0], VIEWS[2]])("look as they did on $width pixels, light and dark", async (view) => {
    const {page, close} = await visit(browser, served.url + path, view);
    const found: (string | undefined)[] = [];
    for (const theme of ["light", "dark"] as const) {
      await page.emulateMedia({colorScheme: theme});
      for (const [name, selector] of Object.entries(components))
        found.push(compareLook(`${name}-${view.width}-${theme}`, await page.locator(selector).first().screenshot({animations: "disabled", timeout: 5000}))); // prettier-ignore
    }
    await close();
    expect(found.filter(Boolean)).toEqual([]);
  });
});

describe("a comparison", () => {
  it.each([
    ["a mark that moved by two pixels", ".metrics svg circle", (node: Element): void => node.setAttribute("cx", String(Number(node.getAttribute("cx")) + 2))],
    ["a digit", ".metrics .value .explained", (node: Element): void => void (node.textContent = node.textContent.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)))],
    ["a colour of one word", ".metrics .status", (node: Element): void => void ((node as HTMLElement).style.color = "#c00000")],
  ] as const)("finds %s", async (_, selector, change) => {
    const folder = mkdtempSync(join(tmpdir(), "baton-looks-"));
    const {page, close} = await visit(browser, served.url);
    const take = () => page.locator(".metrics").first().screenshot({animations: "disabled"});
    expect(compareLook("metrics", await take(), {folder, update: true})).toBeUndefined();
    expect(compareLook("metrics", await take(), {folder, update: false})).toBeUndefined();
    await page.locator(selector).first().evaluate(change);
    expect(compareLook("metrics", await take(), {folder, update: false})).toMatch(/pixels differ/);
    await close();
    rmSync(folder, {recursive: true});
  }); // prettier-ignore
});
