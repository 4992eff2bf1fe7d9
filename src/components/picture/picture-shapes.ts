/** What pictures are made of: lines, areas and lines of text, with all that their look needs in themselves. */

/** As SVG and canvas have it: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface Ink {
  /** `#rrggbb`. */
  colour: string;
  /** 0–1. */
  opacity: number;
}

/** Where a shape is seen, from the figure's upper left corner, in pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface PathShape {
  kind: "path";
  box: Box;
  /** Path data of SVG. */
  d: string;
  matrix: Matrix;
  fill: Ink | null;
  stroke: Ink | null;
  width: number;
  dash: readonly number[];
  cap: CanvasLineCap;
  join: CanvasLineJoin;
}

export interface TextShape {
  kind: "text";
  box: Box;
  text: string;
  /** Where its baseline starts, ends or has its middle is the matrix's own zero. */
  matrix: Matrix;
  anchor: "start" | "middle" | "end";
  /** In pixels. */
  size: number;
  weight: string;
  style: string;
  family: string;
  fill: Ink;
  /** Drawn below the letters, so that they are read on a line. */
  halo: {ink: Ink; width: number} | null;
}

export type Shape = PathShape | TextShape;

/** A picture that is ready to be written. */
export interface Picture {
  width: number;
  height: number;
  ground: string;
  title: string;
  source: string;
  shapes: readonly Shape[];
}

/** Where a shape or an element's rectangle stands from the figure's corner. */
export const boxOf = ({left, top, right, bottom}: Box, x: number, y: number): Box => ({left: left - x, top: top - y, right: right - x, bottom: bottom - y}); // prettier-ignore

export const moved = ([a, b, c, d, e, f]: Matrix, x: number, y: number): Matrix => [a, b, c, d, e + x, f + y];

/** A colour as browsers compute it, `rgb(…)` or `color(srgb …)`; null where nothing would be seen. */
export function readInk(computed: string, opacity = 1): Ink | null {
  const isWide = computed.startsWith("color(srgb ");
  if (!isWide && !computed.startsWith("rgb")) return null;
  const [r = 0, g = 0, b = 0, alpha = 1] = (computed.replace("srgb", "").match(/[\d.]+(?:e-?\d+)?%?/g) ?? []).map((part) =>
    part.endsWith("%") ? parseFloat(part) / 100 : parseFloat(part),
  );
  const hex = [r, g, b].map((part) =>
    Math.round(Math.min(255, isWide ? part * 255 : part))
      .toString(16)
      .padStart(2, "0"),
  );
  return alpha * opacity > 0 ? {colour: `#${hex.join("")}`, opacity: alpha * opacity} : null;
}
