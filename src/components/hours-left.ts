import {say} from "./words.js";

const HOUR_MS = 3_600_000;
/** Data older than this are not fresh enough to count down from the reader's own clock. */
const FRESH_MS = 7 * 24 * HOUR_MS;

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

/** How long it is until an instant: "26 h", "3 d 4 h". */
export function describeLeft(instant: string, {now}: Clock): string {
  const hours = Math.floor((Date.parse(instant) - now) / HOUR_MS);
  if (hours < 0) return say("left_past");
  if (hours < 48) return say("left_hours", {n: hours});
  return say("left_days", {days: Math.floor(hours / 24), hours: hours % 24});
}
