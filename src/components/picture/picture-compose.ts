import {moved} from "./picture-shapes.js";
import type {Picture, TextShape} from "./picture-shapes.js";
import type {Scene} from "./picture-scene.js";

/** Around the figure, in pixels. */
const EDGE = 20;
/** A picture is at least so wide, so that its title has room. */
const NARROWEST = 360;
const TITLE = {size: 17, line: 24, weight: "600"};
const FOUND = {size: 13, line: 19, weight: "400"};
const SOURCE = {size: 12, line: 17, weight: "400"};

/** What is written around a figure; blank, nothing. */
export interface PictureTexts {
  title: string;
  /** What it lets one conclude. */
  found: string;
  /** What its marks stand for. */
  marks: string;
  /** Where it comes from. */
  source: string;
}

/** The figure between its title with what was found, and the lines that say how to read it and where it comes from. */
export function composePicture(
  {shapes, box, ground, family, ink, muted}: Scene,
  {title, found, marks, source}: PictureTexts,
): Picture {
  const inner = Math.max(NARROWEST, Math.ceil(box.right - box.left));
  const write = (text: string, {size, line, weight}: typeof TITLE, colour: string, from: number): TextShape[] =>
    breakLines(text, inner, `${weight} ${size}px ${family}`).map((part, index) => ({
      kind: "text", text: part, matrix: [1, 0, 0, 1, EDGE, from + index * line + size], anchor: "start", size, weight, style: "normal", family, halo: null,
      box: {left: EDGE, top: from, right: EDGE + inner, bottom: from + (index + 1) * line}, fill: {colour, opacity: 1},
    })); // prettier-ignore
  const head = write(title, TITLE, ink, EDGE);
  const below = EDGE + head.length * TITLE.line + 4;
  const lead = found ? write(found, FOUND, ink, below) : [];
  const from = below + lead.length * FOUND.line + (lead.length ? 4 : 0);
  const until = from + Math.ceil(box.bottom - box.top) + 20;
  const key = marks ? write(marks, SOURCE, muted, until) : [];
  const foot = [...key, ...write(source, SOURCE, muted, until + key.length * SOURCE.line)];
  const body = shapes.map((shape) => ({...shape, matrix: moved(shape.matrix, EDGE - box.left, from - box.top)}));
  return {
    width: inner + 2 * EDGE,
    height: until + foot.length * SOURCE.line + EDGE - 4,
    ground,
    title,
    source,
    shapes: [...head, ...lead, ...body, ...foot],
  };
}

function breakLines(text: string, width: number, font: string): string[] {
  const context = document.createElement("canvas").getContext("2d")!;
  context.font = font;
  const lines: string[] = [];
  for (const word of text.split(/ +/)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
