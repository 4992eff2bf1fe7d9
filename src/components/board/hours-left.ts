import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {formatTime} from "../base/format.js";
import {say} from "../words/words.js";

const HOUR_MS = 3_600_000;
/** Data older than this say nothing of the hours that are left now. */
const FRESH_MS = 36 * HOUR_MS;

export interface Clock {
  /** Milliseconds since 1970 that hours are counted from. */
  now: number;
  /** Whether it is the reader's clock; else the time of the data. */
  isOwn: boolean;
}

/** The reader's clock while the data are fresh; the time of the data where they are older, or of a later day than the clock says. */
export function chooseClock(asOf: string, now = Date.now()): Clock {
  const dated = Date.parse(asOf);
  const isOwn = now >= dated && now <= dated + FRESH_MS;
  return {now: isOwn ? now : dated, isOwn};
}

/** How long it is until an instant: "26 h", "3 d 4 h"; empty by a clock that is not the reader's: then dates alone are true. */
export function describeLeft(instant: string, {now, isOwn}: Clock): string {
  if (!isOwn) return "";
  const hours = Math.floor((Date.parse(instant) - now) / HOUR_MS);
  if (hours < 0) return say("left_past");
  if (hours < 48) return say("left_hours", {n: hours});
  return say("left_days", {days: Math.floor(hours / 24), hours: hours % 24});
}

/** By which clock times are told, and in which zone. */
export function describeClock(
  {isOwn}: Clock,
  {as_of, handoffs_as_of, timezone: zone}: Pick<Manifest, "as_of" | "handoffs_as_of" | "timezone">,
): string {
  return isOwn
    ? say("board_clock", {zone})
    : say("board_data_clock", {when: formatTime(handoffs_as_of ?? as_of, {zone, year: true}), zone});
}
