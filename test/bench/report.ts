import {readFileSync, writeFileSync} from "node:fs";
import {cpus, totalmem} from "node:os";

const [START, END] = ["<!-- bench -->", "<!-- /bench -->"];

/** What the figures of a bench depend on. */
export const describeMachine = (): string =>
  `${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.version}`;

/**
 * Puts what a bench found between the page's marks, in place of what stood there.
 * @throws Error when the page has no such marks
 */
export function replaceTables(page: string, text: string): void {
  const [before, rest, ...more] = readFileSync(page, "utf8").split(START);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`${page} has not one ${START} … ${END}`);
  writeFileSync(page, `${before}${START}\n\n${text}\n${END}${after}`);
}
