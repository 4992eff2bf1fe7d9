import {readDrawing} from "./picture-drawing.js";
import {readLines} from "./picture-letters.js";
import {boxOf, readInk} from "./picture-shapes.js";
import type {Box, PathShape, Shape} from "./picture-shapes.js";

export interface Scene {
  shapes: readonly Shape[];
  box: Box;
  /** The ground it stands on. */
  ground: string;
  /** The typeface and the colours of its letters. */
  family: string;
  ink: string;
  muted: string;
}

/** What is heard alone, and the figure's title, which the picture writes itself. What is pressed or opened is taken away by style.css. */
const LEFT_OUT = ".unseen, figcaption";

/**
 * A figure's shapes as the browser has laid them out, in the light theme, each with the look that style sheets give it. Lines are read
 * from boxes and drawings alike, so that bars made of HTML come as well as those made of SVG.
 */
export function readScene(figure: HTMLElement): Scene {
  const scrolled = [...figure.querySelectorAll<HTMLElement>(".scroll")].map((node) => [node, node.scrollLeft, node.scrollTop] as const);
  for (const [node] of scrolled) node.scrollTo(0, 0);
  // Laid out anew, read, and laid out as before, all before the browser paints.
  figure.classList.add("in-light");
  try {
    const {left, top} = figure.getBoundingClientRect();
    const shapes = readElement(figure, 1, left, top);
    const style = getComputedStyle(figure);
    return {
      shapes,
      box: findBox(shapes),
      ground: readInk(style.getPropertyValue("background-color"))?.colour ?? "#ffffff",
      family: style.fontFamily,
      ink: readInk(style.color)?.colour ?? "#000000",
      muted: style.getPropertyValue("--muted").trim(),
    };
  } finally {
    figure.classList.remove("in-light");
    for (const [node, x, y] of scrolled) node.scrollTo(x, y);
  }
} // prettier-ignore

function readElement(element: Element, above: number, left: number, top: number): Shape[] {
  if (element.matches(LEFT_OUT)) return [];
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden") return [];
  const opacity = above * Number(style.opacity);
  if (element instanceof SVGSVGElement) return readDrawing(element, opacity, left, top);
  const {ground, borders} = readBox(element, style, opacity, left, top);
  return [
    ...ground,
    ...[...element.childNodes].flatMap((node) =>
      node instanceof Text ? readLines(node, style, opacity, left, top)
      : node instanceof Element ? readElement(node, opacity, left, top)
      : [],
    ),
    // Lines between rows lie over the ground of their cells.
    ...borders,
  ];
} // prettier-ignore

/** An element's ground, and those of its four borders that are drawn. */
function readBox(element: Element, style: CSSStyleDeclaration, opacity: number, left: number, top: number) {
  const rect = element.getBoundingClientRect();
  const box = boxOf(rect, left, top);
  const {left: x0, top: y0, right: x1, bottom: y1} = box;
  const blank = {
    kind: "path",
    box,
    matrix: [1, 0, 0, 1, 0, 0],
    fill: null,
    stroke: null,
    width: 0,
    dash: [],
    cap: "butt",
    join: "miter",
  } as const;
  const fill = element.classList.contains("in-light") ? null : readInk(style.backgroundColor, opacity);
  const ground: PathShape[] = [];
  const borders: PathShape[] = [];
  if (fill && x1 > x0 && y1 > y0) ground.push({...blank, d: `M${x0},${y0}H${x1}V${y1}H${x0}Z`, fill});
  const side = (name: "Top" | "Right" | "Bottom" | "Left", draw: (half: number) => string) => {
    const width = parseFloat(style[`border${name}Width`]);
    const stroke = readInk(style[`border${name}Color`], opacity);
    const kind = style[`border${name}Style`];
    if (!width || !stroke || kind === "none" || kind === "hidden") return;
    const dash = kind === "dashed" ? [3 * width, 2 * width] : kind === "dotted" ? [width, width] : [];
    borders.push({...blank, d: draw(width / 2), stroke, width, dash});
  };
  side("Top", (half) => `M${x0},${y0 + half}H${x1}`);
  side("Right", (half) => `M${x1 - half},${y0}V${y1}`);
  side("Bottom", (half) => `M${x0},${y1 - half}H${x1}`);
  side("Left", (half) => `M${x0 + half},${y0}V${y1}`);
  return {ground, borders};
}

/** The room that shapes take together. */
function findBox(shapes: readonly Shape[]): Box {
  const of = (key: keyof Box) => shapes.map(({box}) => box[key]);
  return {left: Math.min(0, ...of("left")), top: Math.min(...of("top")), right: Math.max(0, ...of("right")), bottom: Math.max(0, ...of("bottom"))};
} // prettier-ignore
