import {say} from "../words/words.js";
import type {Ink, PathShape, Picture, TextShape} from "./picture-shapes.js";

/** Dots to a pixel, so that it is sharp in slides; less where a canvas could not be so large. */
const SCALE = 2;
const LARGEST = 8192;

/**
 * A picture as PNG, drawn shape by shape: an SVG loaded as an image would need a policy that lets pages load what is no file of the site.
 * @throws when the browser cannot draw that much
 */
export async function writePng({width, height, ground, shapes}: Picture): Promise<Blob> {
  const scale = Math.min(SCALE, LARGEST / Math.max(width, height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  const context = canvas.getContext("2d")!;
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const shape of shapes) {
    const [a, b, c, d, e, f] = shape.matrix;
    context.setTransform(scale * a, scale * b, scale * c, scale * d, scale * e, scale * f);
    if (shape.kind === "path") drawPath(context, shape);
    else drawText(context, shape);
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error(say("picture_failed"));
  return blob;
}

function drawPath(context: CanvasRenderingContext2D, {d, fill, stroke, width, dash, cap, join}: PathShape): void {
  const path = new Path2D(d);
  if (fill) dip(context, "fillStyle", fill, () => context.fill(path));
  if (!stroke) return;
  context.lineWidth = width;
  context.lineCap = cap;
  context.lineJoin = join;
  context.setLineDash([...dash]);
  dip(context, "strokeStyle", stroke, () => context.stroke(path));
}

function drawText(context: CanvasRenderingContext2D, {text, anchor, size, weight, style, family, fill, halo}: TextShape): void {
  context.font = `${style} ${weight} ${size}px ${family}`;
  context.textAlign = anchor === "middle" ? "center" : anchor === "end" ? "right" : "left";
  if (halo) {
    context.lineWidth = halo.width;
    context.lineJoin = "round";
    context.setLineDash([]);
    dip(context, "strokeStyle", halo.ink, () => context.strokeText(text, 0, 0));
  }
  dip(context, "fillStyle", fill, () => context.fillText(text, 0, 0));
}

function dip(context: CanvasRenderingContext2D, style: "fillStyle" | "strokeStyle", ink: Ink, draw: () => void): void {
  context[style] = ink.colour;
  context.globalAlpha = ink.opacity;
  draw();
  context.globalAlpha = 1;
}
