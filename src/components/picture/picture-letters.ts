import {boxOf, readInk} from "./picture-shapes.js";
import type {Box, Matrix, TextShape} from "./picture-shapes.js";

/** A text of the page, line by line as the browser has broken it. */
export function readLines(node: Text, style: CSSStyleDeclaration, opacity: number, left: number, top: number): TextShape[] {
  const fill = readInk(style.color, opacity);
  if (!fill || !node.data.trim()) return [];
  const size = parseFloat(style.fontSize);
  const rise = findRise(style);
  const turn = !style.writingMode.startsWith("vertical") ? 0 : style.transform === "none" ? 1 : -1;
  const end = style.textAlign === "right" || style.textAlign === "end";
  const anchor = turn ? "start" : end ? "end" : style.textAlign === "center" ? "middle" : "start";
  return joinWords(node, turn !== 0).map(({text, box}) => ({
    kind: "text", box: boxOf(box, left, top), text, matrix: findPlace(boxOf(box, left, top), rise, turn, anchor), anchor,
    size, weight: style.fontWeight, style: style.fontStyle, family: style.fontFamily, fill, halo: null,
  })); // prettier-ignore
}

/** Where the baseline begins: letters stand in the middle of their line's box. A text that runs upwards or downwards is turned. */
function findPlace(box: Box, {ascent, descent}: Rise, turn: number, anchor: TextShape["anchor"]): Matrix {
  if (turn) {
    const slack = (box.right - box.left - ascent - descent) / 2;
    return turn < 0 ? [0, -1, 1, 0, box.left + slack + ascent, box.bottom] : [0, 1, -1, 0, box.left + slack + descent, box.top];
  }
  const x = anchor === "end" ? box.right : anchor === "middle" ? (box.left + box.right) / 2 : box.left;
  return [1, 0, 0, 1, x, box.top + (box.bottom - box.top - ascent - descent) / 2 + ascent];
}

interface Rise {
  ascent: number;
  descent: number;
}

const rises = new Map<string, Rise>();

function findRise({fontStyle, fontWeight, fontSize, fontFamily}: CSSStyleDeclaration): Rise {
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  let rise = rises.get(font);
  if (!rise) {
    const context = document.createElement("canvas").getContext("2d")!;
    context.font = font;
    const {fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent} = context.measureText("");
    rises.set(font, (rise = {ascent, descent}));
  }
  return rise;
}

interface Line {
  text: string;
  box: Box;
}

/** Words of a text put together to lines. A word that is itself broken is taken letter by letter. */
function joinWords(node: Text, isUpright: boolean): Line[] {
  const lines: Line[] = [];
  const add = (from: number, to: number) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const rects = [...range.getClientRects()].filter(({width, height}) => width && height);
    if (rects.length > 1 && to - from > 1) {
      for (let at = from; at < to; at++) add(at, at + 1);
      return;
    }
    if (!rects[0]) return;
    const box = boxOf(rects[0], 0, 0);
    const last = lines.at(-1);
    const gap = /\s/.test(node.data[from - 1] ?? "") ? " " : "";
    const [near, far] = isUpright ? (["left", "right"] as const) : (["top", "bottom"] as const);
    if (last && Math.abs(last.box[near] - box[near]) < 2 && Math.abs(last.box[far] - box[far]) < 2) {
      last.text += gap + node.data.slice(from, to);
      last.box = unite(last.box, box);
    } else lines.push({text: node.data.slice(from, to), box});
  };
  for (const {0: word, index} of node.data.matchAll(/\S+/g)) add(index, index + word.length);
  return lines;
}

const unite = (a: Box, b: Box): Box => ({left: Math.min(a.left, b.left), top: Math.min(a.top, b.top), right: Math.max(a.right, b.right), bottom: Math.max(a.bottom, b.bottom)}); // prettier-ignore
