import type {Browser} from "playwright-core";
import {formatTable} from "../../pipeline/report.js";
import {lookAtPaper, SHEET} from "./paper.js";
import type {Served} from "./serve.js";
import {findAxeViolations, findFlaws, OF_COLOURS, takePicture, visit, type View, type Visit} from "./visit.js";
import {findWordsInTheWay} from "./words-in-the-way.js";

/** What a first view of one page cost, and all that a reader would not want on it. */
export interface Seen {
  page: string;
  width: number;
  /** Sent with gzip, code and data. */
  kilobytes: number;
  /** What the page brings besides the code that pages share, KB. */
  own: number;
  requests: number;
  /** Rules of axe that the page breaks, in the light and in the dark. */
  axe: number;
  complaints: string[];
}

/** At most so much for any page, and for what a scorecard brings of its own: KB. */
const LIMIT = {kilobytes: 300, own: 30};
const SCORECARDS = /pages\/(team|sdr)\.html\?/;
/** A page must work here too: the narrowest screen, and half of a wide one, which is that one read at 200 %. */
const NARROWER: Record<number, number> = {390: 320, 1440: 720};

/** Looks at a page as each reader would: first in the light, then in the dark, then narrower, from a wide screen on paper, too. @param view a light one */
export async function inspect(browser: Browser, served: Served, path: string, view: View, picture: string): Promise<Seen> {
  const before = served.requests.length;
  const visited = await visit(browser, served.url + path, view, {picture});
  const {page, complaints} = visited;
  const requests = served.requests.slice(before);
  const weigh = (list: typeof requests) => Math.round(list.reduce((sum, {bytes}) => sum + bytes, 0) / 102.4) / 10;
  const [kilobytes, own] = [weigh(requests), weigh(requests.filter(({path}) => path.includes("/_file/data/")))];
  if (kilobytes > LIMIT.kilobytes) complaints.push(`${kilobytes} KB sent, more than ${LIMIT.kilobytes}`);
  if (own > LIMIT.own && SCORECARDS.test(path)) complaints.push(`${own} KB of its own data, more than ${LIMIT.own}`);
  complaints.push(...(await page.evaluate(findWordsInTheWay)));
  const axe = await findAxeViolations(page);
  await turnDark(visited, view, picture);
  axe.push(...(await findAxeViolations(page, OF_COLOURS)).map((violation) => `dark: ${violation}`));
  if (NARROWER[view.width]) await narrow(visited, NARROWER[view.width]!, view.height);
  if (view.width > SHEET) await lookAtPaper(visited);
  await visited.close();
  complaints.push(...axe);
  return {page: path, width: view.width, kilobytes, own, requests: requests.length, axe: axe.length, complaints};
}

/**
 * Lets an open page be read in the dark, and notes what is wrong with it then. Pages know of it by their styles alone, so that none needs
 * to be opened again for it.
 */
async function turnDark({page, complaints}: Visit, view: View, picture: string): Promise<void> {
  await page.emulateMedia({colorScheme: "dark"});
  complaints.push(...(await page.evaluate(findFlaws)).map((flaw) => `dark: ${flaw}`));
  await takePicture(page, picture, view.name.replace("light", "dark"));
}

/** Reads an open page on a narrower screen, and notes what is wrong with it there. */
export async function narrow({page, complaints}: Visit, width: number, height: number): Promise<void> {
  await page.setViewportSize({width, height});
  // Charts that are drawn for their width are drawn anew.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const flaws = [...(await page.evaluate(findFlaws)), ...(await page.evaluate(findWordsInTheWay))];
  complaints.push(...flaws.map((flaw) => `${width} px: ${flaw}`));
}

/** Prints what was seen, a line per page and width: for whoever reads a run's log. */
export function printSeen(seen: readonly Seen[]): void {
  const rows = seen.map(({complaints, kilobytes, own, axe, ...rest}) => ({...rest, KB: kilobytes, "own data KB": own, "axe findings": axe, complaints: complaints.length})); // prettier-ignore
  console.info(formatTable(rows));
}
