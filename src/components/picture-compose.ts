import {moved} from "./picture-shapes.js";
import type {Picture, TextShape} from "./picture-shapes.js";
import type {Scene} from "./picture-scene.js";

/** Around the figure, in pixels. */
const EDGE = 20;
/** A picture is at least so wide, so that its title has room. */
const NARROWEST = 360;
const TITLE = {size: 17, line: 24, weight: "600"};
const SOURCE = {size: 12, line: 17, weight: "400"};

/** The figure between its title and the line that says where it comes from. */
export function composePicture({shapes, box, ground, family, ink, muted}: Scene, title: string, source: string): Picture {
  const inner = Math.max(NARROWEST, Math.ceil(box.right - box.left));
  const write = (text: string, {size, line, weight}: typeof TITLE, colour: string, from: number): TextShape[] =>
    breakLines(text, inner, `${weight} ${size}px ${family}`).map((part, index) => ({
      kind: "text", text: part, matrix: [1, 0, 0, 1, EDGE, from + index * line + size], anchor: "start", size, weight, style: "normal", family, halo: null,
      box: {left: EDGE, top: from, right: EDGE + inner, bottom: from + (index + 1) * line}, fill: {colour, opacity: 1},
    })); // prettier-ignore
  const head = write(title, TITLE, ink, EDGE);
  const from = EDGE + head.length * TITLE.line + 4;
  const until = from + Math.ceil(box.bottom - box.top) + 20;
  const foot = write(source, SOURCE, muted, until);
  const body = shapes.map((shape) => ({...shape, matrix: moved(shape.matrix, EDGE - box.left, from - box.top)}));
  return {
    width: inner + 2 * EDGE,
    height: until + foot.length * SOURCE.line + EDGE - 4,
    ground,
    title,
    source,
    shapes: [...head, ...body, ...foot],
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
