import * as Plot from "@observablehq/plot";
import {html, svg} from "htl";

/** What colleagues do, behind a run: the middle half of them, or where they are too few for that, their one level. */
export interface Band {
  lower: number;
  upper: number;
  label: string;
}

/** A soft band over the whole width; a level is a band without height. */
export function drawBand(band: Band | undefined): Plot.Markish[] {
  if (!band) return [];
  return [
    band.upper > band.lower
      ? Plot.rect([band], {y1: "lower", y2: "upper", className: "band", fill: "currentColor"})
      : Plot.ruleY([band], {y: "lower", className: "band-level", stroke: "currentColor"}),
  ];
}

/** What the band is, beside a piece of it: a name within the chart would lie on the line it is compared with. */
export function BandKey(band: Band | undefined): HTMLElement | null {
  if (!band) return null;
  const piece =
    band.upper > band.lower
      ? svg`<rect class="band" width="18" height="12" fill="currentColor"/>`
      : svg`<path class="band-level" d="M0 6H18" stroke="currentColor"/>`;
  return html`<p class="band-key muted small">
    <svg viewBox="0 0 18 12" width="18" height="12" aria-hidden="true">${piece}</svg> ${band.label}
  </p>`;
}
