/**
 * `npm run bench:pages [-- FOLDER]`: what a first view of each page costs, in one tree of each kind below FOLDER, which `publish` made
 * (`published` if left out): bytes sent with gzip, how many of them are the page's own data, when content is painted first and when the
 * page has drawn everything and waits for its reader, in a headless browser whose processor is slowed down fourfold. The table replaces
 * the one of docs/performance.md.
 */
import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import type {Browser} from "playwright-core";
import {listPages, type SiteKind} from "../../src/components/frame/audience-pages.js";
import {PAGES} from "../../src/components/words/words.js";
import {formatTable} from "../../pipeline/report.js";
import {ROOT} from "../../pipeline/workspace.js";
import {openBrowser} from "../browser/browser.js";
import {serveSite, type Served} from "../browser/serve.js";

const SLOWER = 4;
/** At most so much for any page: kilobytes sent, milliseconds until something is read, until everything works. */
const LIMITS = {kilobytes: 300, paint: 1000, interactive: 2000};
const DOCUMENT = join(ROOT, "docs/performance.md");
const [START, END] = ["<!-- pages -->", "<!-- /pages -->"];

interface View {
  tree: string;
  page: string;
  kilobytes: number;
  "own data KB": number;
  requests: number;
  "first paint ms": number;
  "interactive ms": number;
}

const folder = resolve(process.argv[2] ?? join(ROOT, "published"));
const browser = await openBrowser();
const views: View[] = [];
for (const [kind, path] of listTrees()) {
  const served = await serveSite(join(folder, path), {base: "/"});
  try {
    for (const address of await findAddresses(browser, served, kind)) views.push(await measure(browser, served, path, address));
  } finally {
    await served.close();
  }
}
await browser.close();
const report = write(views);
process.stdout.write(`${formatTable(views.map((view) => ({...view})))}\n`);
const [before, rest] = readFileSync(DOCUMENT, "utf8").split(START) as [string, string];
writeFileSync(DOCUMENT, `${before}${START}\n\n${report}\n\n${END}${rest.split(END)[1] ?? "\n"}`);

/** The first tree of each kind. */
function listTrees(): [SiteKind, string][] {
  const found: [SiteKind, string][] = [];
  for (const kind of ["revops", "exec"] as const) if (existsSync(join(folder, kind))) found.push([kind, kind]);
  for (const kind of ["team", "sdr", "ae_team", "ae"] as const) {
    const [first] = existsSync(join(folder, kind)) ? readdirSync(join(folder, kind)).sort() : [];
    if (first !== undefined) found.push([kind, `${kind}/${first}`]);
  }
  if (found.length === 0) throw new Error(`no trees in ${folder}: npm run baton -- publish makes them`);
  return found;
}

/** Each page as it opens by itself, and with the first person, team or brief that another page leads to. */
async function findAddresses(browser: Browser, served: Served, kind: SiteKind): Promise<string[]> {
  const pages = new Set(
    listPages(kind).map((page) => (page === "overview" ? "index.html" : `${PAGES[page].path.slice(1)}.html`)),
  );
  const chosen = new Map<string, string>();
  // Whoever is seen once has the web server's files packed, as a server's cache has them.
  const queue = [...pages];
  for (const address of queue) {
    const page = await browser.newPage();
    await page.goto(new URL(address, served.url).href, {waitUntil: "networkidle"});
    const links = await page.$$eval("main a[href]", (nodes) => nodes.map((node) => (node as HTMLAnchorElement).href));
    for (const link of links) {
      const {pathname, search, origin} = new URL(link);
      const path = pathname.slice(1);
      if (origin !== new URL(served.url).origin || search === "" || !pages.has(path) || chosen.has(path)) continue;
      chosen.set(path, `${path}${search}`);
      queue.push(`${path}${search}`);
    }
    await page.close();
  }
  return queue;
}

async function measure(browser: Browser, served: Served, tree: string, address: string): Promise<View> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}});
  // The loader that runs this file names functions, also those that run in the page.
  await context.addInitScript("globalThis.__name = (named) => named");
  const page = await context.newPage();
  const slow = await context.newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", {rate: SLOWER});
  const first = served.requests.length;
  await page.goto(new URL(address, served.url).href, {waitUntil: "load"});
  const times = await page.evaluate(waitUntilStill);
  const requests = served.requests.slice(first);
  const sum = (list: typeof requests) => Math.round(list.reduce((all, {bytes}) => all + bytes, 0) / 102.4) / 10;
  await context.close();
  return {
    tree: tree.split("/")[0]!,
    page: address.replace(/^pages\//, "").replace(/\.html/, "").replace(/=.*/, "=…"), // prettier-ignore
    kilobytes: sum(requests),
    "own data KB": sum(requests.filter(({path}) => path.startsWith("/_file/data/"))),
    requests: requests.length,
    "first paint ms": Math.round(times.paint),
    "interactive ms": Math.round(times.still),
  };
}

/** Runs in the page: when content was painted first, and the end of the last thing it had to do before it was still for half a second. */
function waitUntilStill(): Promise<{paint: number; still: number}> {
  return new Promise((resolve) => {
    let last = performance.now();
    const busy = (until: number) => void (last = Math.max(last, until));
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) busy(entry.startTime + entry.duration);
    }).observe({type: "longtask", buffered: true});
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) busy((entry as PerformanceResourceTiming).responseEnd);
    }).observe({type: "resource", buffered: true});
    // What stood still from the start has been ready before we looked.
    last = performance.getEntriesByType("navigation")[0]!.startTime;
    new MutationObserver(() => busy(performance.now())).observe(document.body, {subtree: true, childList: true});
    const look = () => {
      const isLoading = document.querySelector("observablehq-loading") !== null;
      if (isLoading || performance.now() - last < 500) return void setTimeout(look, 50);
      const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
      resolve({paint, still: Math.max(paint, last)});
    };
    setTimeout(look, 50);
  });
}

function write(views: readonly View[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  const heads = Object.keys(views[0]!);
  const over = views.filter((view) => view.kilobytes > LIMITS.kilobytes || view["first paint ms"] > LIMITS.paint || view["interactive ms"] > LIMITS.interactive); // prettier-ignore
  return [
    line(heads),
    line(heads.map((_, k) => (k < 2 ? "---" : "--:"))),
    ...views.map((view) => line(Object.values(view))),
    "",
    `Of ${views.length} views, ${views.length - over.length} keep to ${LIMITS.kilobytes} KB, first paint within ${LIMITS.paint} ms and everything within ${LIMITS.interactive} ms` +
      `${over.length > 0 ? `; not: ${over.map(({tree, page}) => `${tree} ${page}`).join(", ")}` : ""}.`,
  ].join("\n");
}
