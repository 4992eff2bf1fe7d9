import {html, svg} from "htl";

/** How full a mark is: said in shape, since colour alone says nothing on paper. */
export type Fill = "full" | "half" | "dotted" | "empty" | "dashed";

/**
 * A small square (a text of the brief) or circle (a person, a criterion) with the word for it. Full: there; half: in part; dotted: there
 * but vague; empty: not there; dashed: nobody knows.
 */
export function StateMark(
  fill: Fill,
  word: string,
  {shape = "square", tone = ""}: {shape?: "square" | "circle"; tone?: string} = {},
): HTMLElement {
  return html`<span class=${`state ${tone}`}>${Shape(fill, shape)}<span>${word}</span></span>`;
}

function Shape(fill: Fill, shape: "square" | "circle"): SVGElement {
  const isRound = shape === "circle";
  const outline = (options: {fill?: string; dash?: string}) =>
    isRound
      ? svg`<circle cx="6" cy="6" r="4.25" fill=${options.fill ?? "none"} stroke="currentColor" stroke-width="1.5" stroke-dasharray=${options.dash ?? "none"}/>`
      : svg`<rect x="1.5" y="1.5" width="9" height="9" rx="1" fill=${options.fill ?? "none"} stroke="currentColor" stroke-width="1.5" stroke-dasharray=${options.dash ?? "none"}/>`;
  const inner: Record<Fill, () => SVGElement> = {
    full: () => outline({fill: "currentColor"}),
    half: () =>
      svg`<g>${outline({})}${isRound ? svg`<path d="M6 1.75a4.25 4.25 0 0 0 0 8.5Z" fill="currentColor"/>` : svg`<path d="M1.5 10.5h9v-9Z" fill="currentColor"/>`}</g>`,
    dotted: () => svg`<g>${outline({})}<circle cx="6" cy="6" r="1.5" fill="currentColor"/></g>`,
    empty: () => outline({}),
    dashed: () => outline({dash: "2 2"}),
  };
  return svg`<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">${inner[fill]()}</svg>`;
}
