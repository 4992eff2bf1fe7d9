/**
 * Draws what depends on its width as wide as there is room, and again when that changes.
 * @param widest width beyond which it grows no more
 */
export function Fit(draw: (width: number) => Node, {widest = 760} = {}): HTMLElement {
  const node = document.createElement("div");
  node.className = "fit";
  let drawn = 0;
  const redraw = (room: number) => {
    const width = Math.floor(Math.min(widest, room));
    if (width <= 0 || width === drawn) return;
    drawn = width;
    node.replaceChildren(draw(width));
  };
  if (typeof ResizeObserver === "undefined") redraw(widest);
  else new ResizeObserver(([entry]) => redraw(entry!.contentRect.width)).observe(node);
  return node;
}
