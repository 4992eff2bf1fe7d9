import {readEntry} from "./address.js";
import type {Entry} from "./address.js";

/** Frames to wait for the page to be as long as it was; one that never is gives up. */
const PATIENCE = 300;
/** What a reader does who has begun to read. */
const READING = ["wheel", "touchstart", "keydown", "pointerdown"] as const;

/**
 * Keeps where a reader was on a page that is drawn after the browser has gone back to it: the browser scrolls before anything is
 * there, so the place is noted in the history's own entry when a link is followed, and taken up again once the page stands.
 */
export function keepPlace(): void {
  document.addEventListener("click", (event) => {
    if (!(event.target as Element).closest?.("a[href]")) return;
    globalThis.history.replaceState({...readEntry(), place: globalThis.scrollY} satisfies Entry, "");
  });
  const {place} = readEntry();
  if (!place) return;
  let isOver = false;
  for (const type of READING) document.addEventListener(type, () => (isOver = true), {once: true, passive: true});
  whenLong(place, () => isOver);
}

function whenLong(place: number, isOver: () => boolean, left = PATIENCE): void {
  if (left === 0 || isOver()) return;
  if (document.documentElement.scrollHeight >= place + globalThis.innerHeight) globalThis.scrollTo(0, place);
  else globalThis.requestAnimationFrame(() => whenLong(place, isOver, left - 1));
}
