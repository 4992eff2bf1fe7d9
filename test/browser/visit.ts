import {mkdirSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {readFile} from "node:fs/promises";
import type {Browser, BrowserContext, Page} from "playwright-core";

export const VIEWS = [
  {name: "wide-light", width: 1440, height: 900, scheme: "light"},
  {name: "wide-dark", width: 1440, height: 900, scheme: "dark"},
  {name: "phone-light", width: 390, height: 844, scheme: "light"},
  {name: "phone-dark", width: 390, height: 844, scheme: "dark"},
] as const;
export interface View {
  name: string;
  width: number;
  height: number;
  scheme: "light" | "dark";
}

/** Where readers are by themselves: where the companies of most tests are, so that no time is told twice. */
const ZONE = "Europe/Berlin";

export interface Visit {
  /** Everything a reader would not want: console errors, failed requests, other hosts, overflow, error blocks. */
  complaints: string[];
  page: Page;
  close(): Promise<void>;
}

/** Where pictures of pages are put, to be looked at, when asked for with `PICTURES=1`: no test looks at them. */
export const SCREENSHOTS = join(import.meta.dirname, "..", "..", "build", "screenshots");

/**
 * Opens a page as a reader with this screen would, waits until nothing is loading, and notes what is wrong with it.
 * @param browser a reader who comes for the first time; or a context, whose reader has what was fetched before
 * @param zone that the browser of a new reader is set to
 * @param picture name of a screenshot to take when pictures are asked for; none, none
 */
export async function visit(
  browser: Browser | BrowserContext,
  address: string,
  view: View = VIEWS[0],
  {picture = "", allowMissing = [] as string[], zone = ZONE} = {},
): Promise<Visit> {
  const page = await openPage(browser, view, zone);
  const complaints: string[] = [];
  const {host} = new URL(address);
  const isAllowed = (url: string) => allowMissing.some((part) => url.includes(part));
  page.on("console", (message) => {
    if (message.type() === "error" && !isAllowed(message.location().url)) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["blob:", "data:"].includes(url.protocol) && url.host !== host) complaints.push(`other host: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && !isAllowed(response.url())) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`));
  page.setDefaultTimeout(30_000);
  const settle = watchLoading(page);
  await page.goto(address, {waitUntil: "load"});
  await settle().catch(() => complaints.push("still loading after 60 s"));
  complaints.push(...(await page.evaluate(findFlaws)));
  await takePicture(page, picture, view.name);
  return {complaints, page, close: () => ("newContext" in browser ? page.context().close() : page.close())};
}

async function openPage(browser: Browser | BrowserContext, {width, height, scheme}: View, zone: string): Promise<Page> {
  const screen = {colorScheme: scheme, reducedMotion: "reduce"} as const;
  const viewport = {width, height};
  if ("newContext" in browser)
    return (await browser.newContext({...screen, viewport, deviceScaleFactor: 1, timezoneId: zone})).newPage();
  const page = await browser.newPage();
  await page.setViewportSize(viewport);
  await page.emulateMedia(screen);
  return page;
}

export async function takePicture(page: Page, picture: string, view: string): Promise<void> {
  if (!picture || !process.env["PICTURES"]) return;
  const path = join(SCREENSHOTS, `${picture}-${view}.png`);
  mkdirSync(dirname(path), {recursive: true});
  await page.screenshot({path, fullPage: true});
}

/**
 * A wait until the page is drawn: nothing is asked for any more, no cell is loading, and the page has had time for all it had to do,
 * twice in a row. Quicker than half a second without requests, and surer where the machine is busy.
 */
function watchLoading(page: Page): () => Promise<void> {
  let [underWay, asked] = [0, 0];
  page.on("request", () => (underWay++, asked++));
  page.on("requestfinished", () => underWay--);
  page.on("requestfailed", () => underWay--);
  return async () => {
    const end = Date.now() + 60_000;
    for (let still = 0, before = -1; still < 2;) {
      if (Date.now() > end) throw new Error("still loading");
      const isLoading = await page.evaluate(waitForIdle);
      still = !isLoading && underWay === 0 && asked === before ? still + 1 : 0;
      before = asked;
    }
  };
}

/** Runs in the page: answers once it has drawn and has nothing to do, with whether anything is loading. */
const waitForIdle = () =>
  new Promise<boolean>((resolve) =>
    requestAnimationFrame(() =>
      requestIdleCallback(() => setTimeout(() => resolve(document.querySelector("observablehq-loading") !== null), 30)),
    ),
  );

/** Runs in the page. */
export function findFlaws(): string[] {
  const flaws: string[] = [];
  const width = document.documentElement.clientWidth;
  const scrolled = document.documentElement.scrollWidth;
  if (scrolled > width) {
    const culprit = [...document.querySelectorAll("body *")].find(
      (node) => node.getBoundingClientRect().right > width + 1 && !node.closest(".scroll"),
    );
    flaws.push(`overflows by ${scrolled - width} px: ${culprit?.outerHTML.slice(0, 120) ?? "?"}`);
  }
  const none = /.{0,60}(\bNaN\b|\bInfinity\b|\bundefined\b|\[object \w+\]).{0,40}/.exec(
    document.querySelector("main")?.innerHTML ?? "",
  );
  if (none) flaws.push(`no number: ${none[0]}`);
  for (const node of document.querySelectorAll<SVGTextElement>(".chart svg text")) {
    const size = parseFloat(getComputedStyle(node).fontSize) * (node.getScreenCTM()?.a ?? 1);
    if (size > 0 && size < 11) flaws.push(`letters of ${size.toFixed(1)} px in a chart: ${node.textContent}`);
  }
  for (const node of document.querySelectorAll(".observablehq--error, .note-failed"))
    flaws.push(`error on the page: ${node.textContent?.slice(0, 200)}`);
  return flaws;
}

/** Rules of axe that go by colours: those that can hold in the light and not in the dark. */
export const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** What axe finds on the page as it stands, a line each. @param rules those that are asked; all that it asks by itself if left out */
export async function findAxeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  // Evaluated rather than added as a script, which the site's policy would not run; once for all it is asked on a page.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await readFile(axe, "utf8"));
  return page.evaluate(async (only) => {
    interface Axe {
      run(options: object): Promise<{violations: {id: string; help: string; nodes: {html: string; failureSummary?: string}[]}[]}>;
    }
    // What passes is not listed in full, which takes half of the time.
    const {violations} = await (window as unknown as {axe: Axe}).axe.run({
      resultTypes: ["violations"],
      ...(only && {runOnly: {type: "rule", values: only}}),
    });
    return violations.map(
      ({id, help, nodes}) =>
        `${id} (${nodes.length}): ${help}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary ?? ""}`,
    );
  }, rules);
}

/** Sheets of a printed page: how many page objects the file has. */
export async function countSheets(page: Page, format: "A4" | "Letter"): Promise<number> {
  const pdf = await page.pdf({format});
  return [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}
