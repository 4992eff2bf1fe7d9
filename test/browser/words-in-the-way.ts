/**
 * Runs in the page: words of pictures that are cut off by the picture's edge or lie on one another, and text that is wider than the box
 * it stands in and cannot be scrolled to. Self-contained, since only its source gets there.
 */
export function findWordsInTheWay(): string[] {
  const found: string[] = [];
  const isSeen = (node: Element) => node.checkVisibility({opacityProperty: true, visibilityProperty: true});
  const say = (node: Element) => node.textContent.trim().slice(0, 40);
  for (const picture of document.querySelectorAll("main svg")) {
    if (!isSeen(picture)) continue;
    const edge = picture.getBoundingClientRect();
    const isCut = getComputedStyle(picture).overflow !== "visible";
    const words = [...picture.querySelectorAll<SVGTextElement>("text")].filter((node) => isSeen(node) && say(node));
    // A box of letters is higher than what is drawn of them.
    const boxes = words.map((node) => {
      const {left, right, top, bottom} = node.getBoundingClientRect();
      const air = (bottom - top) / 5;
      return {node, left, right, top: top + air, bottom: bottom - air};
    });
    for (const {node, left, right, top, bottom} of boxes)
      if (isCut && (left < edge.left - 1 || right > edge.right + 1 || top < edge.top - 1 || bottom > edge.bottom + 1))
        found.push(`cut off in a picture: “${say(node)}”`);
    for (const [k, one] of boxes.entries())
      for (const other of boxes.slice(k + 1)) {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > 1 && down > 1) found.push(`on one another in a picture: “${say(one.node)}” and “${say(other.node)}”`);
      }
  }
  const scrolls = (node: Element) => getComputedStyle(node).overflowX !== "visible";
  const isTooWide = (node: Element) => node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1;
  // What a finger may press reaches beyond what is drawn.
  const drawn = new CSSStyleSheet();
  drawn.replaceSync(".ask::after { display: none !important; }");
  document.adoptedStyleSheets.push(drawn);
  for (const node of document.querySelectorAll("main, main :is(section, figure, td, th, li, dd, dt, p, h1, h2, h3, details, summary, button, label, .card)")) {
    if (scrolls(node) || !isTooWide(node)) continue;
    // Told once, of the innermost.
    if ([...node.children].some(isTooWide)) continue;
    found.push(`${node.tagName.toLowerCase()}.${node.className} is ${node.scrollWidth - node.clientWidth} px too wide: ${say(node)}`);
  } // prettier-ignore
  document.adoptedStyleSheets.pop();
  return [...new Set(found)].slice(0, 8);
}
