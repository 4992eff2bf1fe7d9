/**
 * `npm run bench:tables`: what a table of thousands of rows asks of a browser: the processor's time on the page's own thread for drawing it,
 * ordering it by a head, a letter typed into its filter, and showing more rows; and the longest task, for which the page does not answer.
 */
import {join} from "node:path";
import {build} from "esbuild";
import type {CDPSession, Page} from "playwright-core";
import {formatTable} from "../../pipeline/report.js";
import {ROOT} from "../../pipeline/workspace.js";
import {openBrowser} from "../browser/browser.js";

const SIZES = [5_000, 50_000];
/** A table of handoffs as pages show them: every account another, names of 500 people, a day, money, a link in each row. */
const TABLE = `
import {DataTable} from "./src/components/table/data-table.ts";
const text = (key, isName) => ({key, label: key, value: (row) => row[key], isName});
globalThis.drawTable = (n) => {
  const rows = Array.from({length: n}, (_, index) => ({account: "Account " + ((index * 7919) % n) + " Ltd", day: "2026-0" + (1 + (index % 9)) + "-1" + (index % 10), sdr: "Person " + (index % 500), ae: "Person " + (index % 250), amount: (index * 104729) % 1000000, counts: index % 3 ? "counted" : "not counted"}));
  const link = ({account}) => Object.assign(document.createElement("a"), {href: "?handoff=" + account, textContent: account});
  document.body.replaceChildren(DataTable(rows, [{...text("account", true), cell: link}, text("day"), text("sdr"), text("ae"), {...text("amount"), align: "right"}, text("counts")], {caption: "Handoffs", file: "handoffs"}));
};`;

const {outputFiles} = await build({
  stdin: {contents: TABLE, resolveDir: ROOT, loader: "ts"},
  bundle: true,
  format: "iife",
  define: {"import.meta.url": `"http://localhost/_import/components/x.js"`},
  write: false,
  absWorkingDir: ROOT,
});
const browser = await openBrowser();
const page = await browser.newPage({viewport: {width: 1440, height: 900}});
await page.goto("about:blank");
await page.addStyleTag({path: join(ROOT, "src/style/tables.css")});
await page.evaluate(outputFiles[0]!.text);
const session = await page.context().newCDPSession(page);
await session.send("Performance.enable", {timeDomain: "threadTicks"});
const found: Record<string, string | number>[] = [];
for (const rows of SIZES) {
  const press = (selector: string) => `document.querySelector("${selector}").click()`;
  const type = (text: string) =>
    `(() => {const box = document.querySelector("input"); box.value = "${text}"; box.dispatchEvent(new Event("input"))})()`;
  for (const [what, act] of [
    ["draw", `drawTable(${rows})`],
    ["order by account, each another", press("thead th:nth-child(1) button")],
    ["the other way", press("thead th:nth-child(1) button")],
    ["order by amount", press("thead th:nth-child(5) button")],
    ["first letter in the filter", type("7")],
    ["second letter", type("77")],
    ["none again", type("")],
    ["500 more rows", press(".more")],
    ["order these by SDR", press("thead th:nth-child(3) button")],
  ] as const) found.push({rows, what, ...(await measure(page, session, act))}); // prettier-ignore
}
await browser.close();
process.stdout.write(`${formatTable(found)}\n`);

/** Processor's time and longest task of an action, until the page has drawn what came of it and rests. */
async function measure(page: Page, session: CDPSession, act: string): Promise<Record<string, number>> {
  const read = async () => {
    const {metrics} = await session.send("Performance.getMetrics");
    return metrics.find(({name}) => name === "TaskDuration")!.value * 1000;
  };
  const before = await read();
  const longest = await page.evaluate(async (action) => {
    let most = 0;
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(({duration}) => (most = Math.max(most, duration))));
    observer.observe({type: "longtask", buffered: false});
    await new Promise((done) => setTimeout(done));
    (0, eval)(action);
    for (let still = 0; still < 20; still++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    observer.disconnect();
    return most;
  }, act); // prettier-ignore
  return {"processor ms": Math.round((await read()) - before), "longest task ms (0: below 50)": Math.round(longest)};
}
