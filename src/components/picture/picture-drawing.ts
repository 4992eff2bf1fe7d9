import {boxOf, moved, readInk} from "./picture-shapes.js";
import type {Matrix, PathShape, Shape, TextShape} from "./picture-shapes.js";

/** A drawing's shapes, from the page's own SVG: what style sheets say of each is read as the browser has computed it. */
export function readDrawing(element: SVGElement, above: number, left: number, top: number): Shape[] {
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden") return [];
  const opacity = above * (element instanceof SVGSVGElement ? 1 : Number(style.opacity));
  if (element instanceof SVGTextElement) return readText(element, opacity, left, top);
  if (element instanceof SVGGeometryElement) return readPath(element, style, opacity, left, top);
  if (!(element instanceof SVGSVGElement || element instanceof SVGGElement)) return [];
  return [...element.children].flatMap((child) => (child instanceof SVGElement ? readDrawing(child, opacity, left, top) : []));
}

function readPath(element: SVGGeometryElement, style: CSSStyleDeclaration, opacity: number, left: number, top: number): PathShape[] {
  const d = describePath(element);
  const fill = element instanceof SVGLineElement ? null : readInk(style.fill, opacity * Number(style.fillOpacity));
  const stroke = readInk(style.stroke, opacity * Number(style.strokeOpacity));
  const width = stroke ? parseFloat(style.strokeWidth) : 0;
  if (!d || (!fill && !width)) return [];
  const dash = style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[\s,]+/).map(parseFloat);
  const box = boxOf(element.getBoundingClientRect(), left, top);
  return [{kind: "path", box, d, matrix: findMatrix(element, left, top), fill, stroke: width ? stroke : null, width, dash, cap: style.strokeLinecap as CanvasLineCap, join: style.strokeLinejoin as CanvasLineJoin}];
} // prettier-ignore

/** The geometry of a shape as path data, whatever element draws it. */
function describePath(element: SVGGeometryElement): string {
  const read = (name: string) => Number(element.getAttribute(name) ?? 0);
  if (element instanceof SVGRectElement)
    return `M${read("x")},${read("y")}h${read("width")}v${read("height")}h${-read("width")}Z`;
  if (element instanceof SVGLineElement) return `M${read("x1")},${read("y1")}L${read("x2")},${read("y2")}`;
  if (element instanceof SVGCircleElement) {
    const r = read("r");
    return r ? `M${read("cx") - r},${read("cy")}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z` : "";
  }
  return element.getAttribute("d") ?? "";
}

/** Each piece of a text stands where the browser has put its first letter, so that anchors, offsets and lines need no rules here. */
function readText(element: SVGTextElement, opacity: number, left: number, top: number): TextShape[] {
  const matrix = findMatrix(element, left, top);
  const shapes: TextShape[] = [];
  let at = 0;
  const walk = (node: Node): void => {
    if (node instanceof SVGTitleElement) return;
    if (!(node instanceof Text)) return node.childNodes.forEach(walk);
    const from = at;
    at += node.data.length;
    if (!node.data.trim() || at > element.getNumberOfChars()) return;
    const style = getComputedStyle(node.parentElement!);
    const fill = readInk(style.fill, opacity * Number(style.fillOpacity));
    if (!fill) return;
    const starts = Array.from(node.data, (_, index) => element.getExtentOfChar(Math.min(at - 1, from + index)).x);
    const [a, b, c, d] = matrix;
    const [x, y] = [Math.min(...starts), element.getStartPositionOfChar(from).y];
    const halo = readInk(style.stroke, opacity * Number(style.strokeOpacity));
    shapes.push({
      kind: "text", box: boxOf(node.parentElement!.getBoundingClientRect(), left, top), text: node.data, matrix: moved(matrix, a * x + c * y, b * x + d * y), anchor: "start",
      size: parseFloat(style.fontSize), weight: style.fontWeight, style: style.fontStyle, family: style.fontFamily, fill,
      halo: halo && {ink: halo, width: parseFloat(style.strokeWidth)},
    }); // prettier-ignore
  };
  walk(element);
  return shapes;
}

function findMatrix(element: SVGGraphicsElement, left: number, top: number): Matrix {
  const {a, b, c, d, e, f} = element.getScreenCTM()!;
  return [a, b, c, d, e - left, f - top];
}
