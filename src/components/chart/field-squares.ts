import type {BriefFieldInfo} from "../../../pipeline/contract/datasets.js";
import {draw} from "../base/make.js";
import {say} from "../words/words.js";

const SIZE = 9;
const STEP = 11;

/**
 * A handoff's brief at a glance: a square per field, in the manifest's order. Full: filled; half: asked and not told; frame alone: missing.
 * @param letters a letter per field: f, n or m
 */
export function FieldSquares(letters: string, fields: readonly BriefFieldInfo[]): SVGElement {
  const missing = fields.filter((_, index) => letters[index] === "m").map(({label}) => label);
  const text = missing.length
    ? say("brief_squares", {filled: letters.length - missing.length, n: letters.length, missing: missing.join(", ")})
    : say("brief_complete", {n: letters.length});
  const width = Math.max(1, letters.length) * STEP;
  const box = {class: "squares", viewBox: `0 0 ${width} 12`, width, height: 12, role: "img", "aria-label": text};
  return draw("svg", box, draw("title", {}, text), ...[...letters].map((letter, index) => Square(letter, index * STEP + 1)));
}

function Square(letter: string, x: number): SVGElement {
  return draw(
    "g",
    {},
    draw("rect", {class: letter === "f" ? "filled" : "frame", x, y: 1.5, width: SIZE, height: SIZE, rx: 1}),
    letter === "n" ? draw("path", {class: "half", d: `M${x},${1.5 + SIZE}h${SIZE}v-${SIZE}Z`}) : null,
  );
}
