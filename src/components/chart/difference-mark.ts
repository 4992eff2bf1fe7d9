import {svg} from "htl";
import {Reading} from "../explain/reading.js";
import {say, writePoint} from "../words/words.js";

export interface Difference {
  value: number;
  lower: number | null;
  upper: number | null;
}

/** A difference as a dot with its interval about a line at zero: where the interval crosses the line, nothing is told apart. */
export function DifferenceMark(
  {value, lower, upper}: Difference,
  {label, domain, width = 140, height = 20}: {label: string; domain: number; width?: number; height?: number},
): SVGElement {
  const inset = 5;
  const x = (at: number) => width / 2 + (Math.max(-domain, Math.min(domain, at)) / (domain || 1)) * (width / 2 - inset);
  const y = height / 2;
  const isTold = lower !== null && upper !== null && (lower > 0 || upper < 0);
  return svg`<svg class="dot-interval" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} role="img" aria-label=${label}>
    <title>${label}</title>
    <line class="track" x1=${inset} x2=${width - inset} y1=${y} y2=${y} />
    <line class="target" x1=${x(0)} x2=${x(0)} y1=${y - 8} y2=${y + 8} />
    ${lower === null || upper === null ? null : svg`<line class="interval" x1=${x(lower)} x2=${x(upper)} y1=${y} y2=${y} />`}
    <circle class=${isTold ? "dot" : "dot hollow"} cx=${x(value)} cy=${y} r="4"/>
  </svg>`;
}

/** The largest distance from zero among differences and their limits, for a scale that they share. */
export function findReach(differences: readonly Difference[]): number {
  return Math.max(0, ...differences.flatMap(({value, lower, upper}) => [value, lower ?? 0, upper ?? 0].map(Math.abs)));
}

/** A difference of shares in percentage points, with its sign. */
export function formatPoints(share: number): string {
  const points = share * 100;
  const digits = Math.abs(points) < 9.95 ? 1 : 0;
  const text = Math.abs(points).toFixed(digits);
  return `${Number(text) === 0 ? "" : points < 0 ? "−" : "+"}${writePoint(text)}`;
}

/** A difference of ratings, with its sign. */
export function formatSigned(value: number, digits = 1): string {
  const text = Math.abs(value).toFixed(digits);
  return `${Number(text) === 0 ? "" : value < 0 ? "−" : "+"}${writePoint(text)}`;
}

/** Which lines their intervals tell from zero, in a sentence, and that it is no cause. */
export function DifferenceReading(lines: readonly {label: string; lower: number; upper: number}[]): HTMLElement {
  const told = lines.filter(({lower, upper}) => lower > 0 || upper < 0).map(({label}) => label);
  const conclude = told.length ? say("read_practices", {list: told.join(", ")}) : say("read_practices_none");
  return Reading(conclude, say("read_practices_not"));
}
