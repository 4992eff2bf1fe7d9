import type {Manifest} from "../../pipeline/contract/datasets.js";
import {formatCount, formatTime} from "./format.js";
import {say} from "./words.js";

/** How fresh the data are and how many of their rows could not be read, in one line. */
export function describeFreshness({as_of, timezone, ledger}: Pick<Manifest, "as_of" | "timezone" | "ledger">): string {
  const parts = [say("data_of", {time: formatTime(as_of, {zone: timezone, year: true})})];
  const [rows, read] = [ledger.rejected, ledger.rows_read].map(formatCount) as [string, string];
  if (ledger.rows_read > 0) parts.push(ledger.rejected ? say("rows_rejected", {rows, read}) : say("rows_all_read"));
  return parts.join(" · ");
}

/** The freshness line as a node, for print and for pages that stand alone. */
export function Freshness(manifest: Manifest): HTMLElement {
  const line = document.createElement("p");
  line.className = "fresh";
  line.textContent = describeFreshness(manifest);
  return line;
}
