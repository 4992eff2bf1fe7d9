import type {FocusNumbers} from "../../pipeline/contract/datasets.js";
import {formatCount} from "./format.js";
import {say} from "./words.js";

/** How often, as counted: of a label that names what is not, how often that was there. */
export function nameCases({done, eligible, lapse}: Pick<FocusNumbers, "done" | "eligible" | "lapse">): string {
  const [part, n] = [done ?? 0, eligible ?? 0];
  return say("focus_count", {done: formatCount(lapse ? n - part : part), n: formatCount(n)});
}
