import {say} from "../words/words.js";

/** Says that shares are rounded where those of a whole, as they are written, do not add up to it; empty where they do. @param wholes the counts that make up each */
export function tellRounded(...wholes: readonly (readonly number[])[]): string {
  return wholes.every(addUp) ? "" : say("shares_rounded");
}

function addUp(counts: readonly number[]): boolean {
  const total = counts.reduce((sum, count) => sum + count, 0);
  // As `formatShare` writes them, in whole or in tenths of a percent.
  const whole = total >= 1000 ? 1000 : 100;
  return !total || counts.reduce((sum, count) => sum + Math.round((count / total) * whole), 0) === whole;
}
