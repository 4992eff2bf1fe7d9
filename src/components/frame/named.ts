/** Shows the part of `node` that the address names by its id, now and whenever the address names another: it is drawn after the page is there. */
export function followNamed<T extends HTMLElement>(node: T): T {
  requestAnimationFrame(() => show(node));
  globalThis.addEventListener("hashchange", () => show(node));
  return node;
}

function show(node: HTMLElement): void {
  const name = decodeURIComponent(globalThis.location.hash.slice(1));
  const entry = name ? node.querySelector<HTMLElement>(`[id="${CSS.escape(name)}"]`) : null;
  node.querySelector(".named")?.classList.remove("named");
  entry?.classList.add("named");
  entry?.scrollIntoView?.({block: "start"});
}
