/**
 * Keeps where a reader was on a page that is drawn after the browser has gone back to it: the browser scrolls before anything is
 * there, so the place is noted in the history's own entry when a link is followed, and taken up again once the page stands.
 */
export function keepPlace<T extends HTMLElement>(page: T): T {
  page.addEventListener("click", (event) => {
    if (!(event.target as Element).closest?.("a[href]")) return;
    globalThis.history.replaceState({...(globalThis.history.state as object | null), place: globalThis.scrollY}, "");
  });
  const place = (globalThis.history.state as {place?: number} | null)?.place;
  if (place) whenDrawn(page, () => globalThis.scrollTo(0, place));
  return page;
}

/** Frames to wait for the page to be put into the document; a page that never is gives up. */
const PATIENCE = 120;

function whenDrawn(page: HTMLElement, act: () => void, left = PATIENCE): void {
  if (left === 0) return;
  globalThis.requestAnimationFrame(() => (page.isConnected ? act() : whenDrawn(page, act, left - 1)));
}
