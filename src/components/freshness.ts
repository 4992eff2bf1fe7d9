import type {Manifest} from "../../pipeline/contract/datasets.js";
import {formatCount, formatShare, formatTime} from "./format.js";
import {say} from "./words.js";

/** How fresh the data are and how much of them counts, in one line. */
export function describeFreshness({as_of, timezone, ledger}: Pick<Manifest, "as_of" | "timezone" | "ledger">): string {
  const parts = [say("data_of", {time: formatTime(as_of, {zone: timezone, year: true})})];
  if (ledger.rows_read > 0) {
    // Rounded down, so that "100 %" is said only when every row is.
    const share = Math.floor(((ledger.rows_read - ledger.rejected) / ledger.rows_read) * 1000) / 1000;
    parts.push(say("rows_accounted", {share: formatShare(share, 1000)}));
    if (ledger.rejected > 0) parts.push(say("rows_rejected", {rows: formatCount(ledger.rejected)}));
  }
  return parts.join(" · ");
}

/** The freshness line as a node, for print and for pages that stand alone. */
export function Freshness(manifest: Manifest): HTMLElement {
  const line = document.createElement("p");
  line.className = "fresh";
  line.textContent = describeFreshness(manifest);
  return line;
}
