/** Where a row that has no room becomes a list of its cells; the style sheet says how. */
const NARROW = "(max-width: 720px)";

/**
 * Marks a table's frame as one that the table fits into: then nothing scrolls in it, and the heads stay at the top of the page while its
 * rows go by. One that is too wide scrolls in its frame, heads and all.
 * @param mayStack whether one that is too wide for a narrow screen shows its rows as lists instead, so that no number lies beyond the edge
 */
export function watchRoom(frame: HTMLElement, {mayStack}: {mayStack: boolean}): void {
  if (typeof ResizeObserver === "undefined") return;
  const table = frame.querySelector("table")!;
  const narrow = matchMedia(NARROW);
  let room = 0;
  const observer = new ResizeObserver(() => {
    if (mayStack) {
      // As lists every table fits: whether it would without is asked anew when the room is another.
      if (frame.clientWidth !== room) table.classList.remove("stack");
      room = frame.clientWidth;
      if (narrow.matches && table.offsetWidth > room) table.classList.add("stack");
    }
    frame.classList.toggle("fits", table.offsetWidth <= frame.clientWidth);
  });
  observer.observe(frame);
  observer.observe(table);
}
