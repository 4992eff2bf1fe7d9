import type {Ink, Matrix, Picture, Shape} from "./picture-shapes.js";

/** A picture as a file of SVG that needs nothing else: every shape has its look as attributes. */
export function writeSvg({width, height, ground, title, source, shapes}: Picture): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escape(title)}</title><desc>${escape(source)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    ...shapes.map(writeShape),
    "</svg>\n",
  ].join("\n");
}

function writeShape(shape: Shape): string {
  const place = `transform="matrix(${shape.matrix.map(round).join(" ")})"`;
  if (shape.kind === "path") {
    const dash = shape.dash.length ? ` stroke-dasharray="${shape.dash.join(" ")}"` : "";
    const stroke = shape.stroke ? `${writeInk("stroke", shape.stroke)} stroke-width="${round(shape.width)}" stroke-linecap="${shape.cap}" stroke-linejoin="${shape.join}"${dash}` : ""; // prettier-ignore
    return `<path d="${escape(shape.d)}" ${place}${writeInk("fill", shape.fill)}${stroke}/>`;
  }
  const {text, anchor, size, weight, style, family, fill, halo} = shape;
  const around = halo ? `${writeInk("stroke", halo.ink)} stroke-width="${round(halo.width)}" stroke-linejoin="round" paint-order="stroke"` : ""; // prettier-ignore
  const font = `font-family="${escape(family)}" font-size="${round(size)}" font-weight="${weight}" font-style="${style}"`;
  return `<text ${place} text-anchor="${anchor}" ${font}${writeInk("fill", fill)}${around} xml:space="preserve">${escape(text)}</text>`;
}

function writeInk(name: "fill" | "stroke", ink: Ink | null): string {
  if (!ink) return name === "fill" ? ' fill="none"' : "";
  return ` ${name}="${ink.colour}"${ink.opacity < 1 ? ` ${name}-opacity="${round(ink.opacity)}"` : ""}`;
}

const round = (value: Matrix[number]): number => Math.round(value * 1000) / 1000;

const SIGNS: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};

/** Control characters, which no XML may hold, are dropped. */
function escape(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"]/g, (sign) => SIGNS[sign]!);
}
