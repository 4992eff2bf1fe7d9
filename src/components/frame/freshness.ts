import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {askRows} from "../explain/explain-rows.js";
import {formatCount, formatTime} from "../base/format.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";

/** How fresh the data are and how many of their rows could not be read, in one line. */
export function describeFreshness({
  as_of,
  handoffs_as_of,
  timezone,
  ledger,
}: Pick<Manifest, "as_of" | "handoffs_as_of" | "timezone" | "ledger">): string {
  const at = (time: string) => formatTime(time, {zone: timezone, year: true});
  const parts = handoffs_as_of
    ? [say("handoffs_of", {time: at(handoffs_as_of)}), say("numbers_of", {time: at(as_of)})]
    : [say("data_of", {time: at(as_of)})];
  const [rows, read] = [ledger.rejected, ledger.rows_read].map(formatCount) as [string, string];
  if (ledger.rows_read > 0) parts.push(ledger.rejected ? say("rows_rejected", {rows, read}) : say("rows_all_read"));
  return parts.join(" · ");
}

const DAY = 86_400_000;

/** Whole days that the data are old by the reader's clock; null while they have not become old. */
export function countDaysStale({as_of, stale_at}: Pick<Manifest, "as_of" | "stale_at">, now = Date.now()): number | null {
  if (stale_at === null || now < Date.parse(stale_at)) return null;
  return Math.floor((now - Date.parse(as_of)) / DAY);
}

/** What is said over each page when the data have become old by the reader's clock; empty while they have not. */
export function describeStale(
  {as_of, stale_at, timezone}: Pick<Manifest, "as_of" | "stale_at" | "timezone">,
  now = Date.now(),
): string {
  const days = countDaysStale({as_of, stale_at}, now);
  return days === null ? "" : say("data_stale", {time: formatTime(as_of, {zone: timezone, year: true}), days});
}

/** The same line, to be asked about where it counts rows. */
export const Freshness = (manifest: Manifest): HTMLElement =>
  Sentence(describeFreshness(manifest), [manifest.ledger.rows_read > 0 && (() => askRows(manifest))]);
