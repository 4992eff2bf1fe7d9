import type {FocusNumbers, OneOnOneData} from "../../../pipeline/contract/datasets.js";
import {formatCount, formatDay} from "./format.js";
import {say} from "../words/words.js";

type Cases = Pick<FocusNumbers, "done" | "eligible" | "lapse">;

/** How often, as counted: of a label that names what is not, how often that was there. */
export function nameCases(focus: Cases): string {
  const {part, n} = countCases(focus);
  return say("focus_count", {done: formatCount(part), n: formatCount(n)});
}

/** The part that is named, of all. */
export function countCases({done, eligible, lapse}: Cases): {part: number; n: number} {
  const [part, n] = [done ?? 0, eligible ?? 0];
  return {part: lapse ? n - part : part, n};
}

/**
 * On a 1:1 sheet: how often since the last look, and before it. The look's own count is what the focus was chosen by, so the weeks since then stand
 * beside it and are not mixed with it.
 */
export function nameCasesSince(focus: Cases, look: OneOnOneData["look"]): string {
  if (!look) return nameCases(focus);
  const [before, since] = [countCases(focus), countCases({...look, ...(focus.lapse !== undefined && {lapse: focus.lapse})})];
  const words = {day: formatDay(look.on, {year: true}), before_done: formatCount(before.part), before_n: formatCount(before.n)};
  return look.eligible
    ? say("look_since", {...words, done: formatCount(since.part), n: formatCount(since.n)})
    : say("look_since_none", {...words, done: words.before_done, n: words.before_n});
}
