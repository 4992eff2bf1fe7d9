import * as Plot from "@observablehq/plot";

/** What colleagues do, behind a run: the middle half of them, or where they are too few for that, their one level. */
export interface Band {
  lower: number;
  upper: number;
  label: string;
}

/** A soft band over the whole width, named at its left end; a level is a band without height. */
export function drawBand(band: Band | undefined): Plot.Markish[] {
  if (!band) return [];
  const shape =
    band.upper > band.lower
      ? Plot.rect([band], {y1: "lower", y2: "upper", className: "band", fill: "currentColor"})
      : Plot.ruleY([band], {y: "lower", className: "band-level", stroke: "currentColor"});
  const label = Plot.text([band], {
    y: "upper",
    text: "label",
    frameAnchor: "left",
    textAnchor: "start",
    lineAnchor: "bottom",
    dx: 4,
    dy: -4,
    className: "band-label",
    fill: "currentColor",
    stroke: "var(--surface)",
  });
  return [shape, label];
}
