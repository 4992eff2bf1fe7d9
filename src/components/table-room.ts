/**
 * Marks a table's frame as one that the table fits into: then nothing scrolls in it, and the heads stay at the top of the page while its
 * rows go by. One that is too wide scrolls in its frame, heads and all.
 */
export function watchRoom(frame: HTMLElement): void {
  if (typeof ResizeObserver === "undefined") return;
  const table = frame.querySelector("table")!;
  const observer = new ResizeObserver(() => frame.classList.toggle("fits", table.offsetWidth <= frame.clientWidth));
  observer.observe(frame);
  observer.observe(table);
}
