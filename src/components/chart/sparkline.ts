import {svg} from "htl";

export interface SparkPoint {
  month: string;
  value: number | null;
  /** Not all of its members are known yet. */
  provisional?: boolean;
}

/** Fewer points make no line. */
const FEWEST = 3;

/**
 * Twelve months in a line no wider than a word; months without a value leave a gap. The month that the number beside it is of is a dot,
 * hollow when it is provisional, and the target a hairline. Of fewer than three months with a value nothing is drawn.
 * @param dotAt that month; null where the number is of no month; left out, it is the last
 * @param domain scale shared by lines that are compared; left out, the line fills its height
 * @param label what it shows, for those who cannot see it
 */
export function Sparkline(
  points: readonly SparkPoint[],
  {
    width = 120,
    height = 28,
    target = null as number | null,
    label = "",
    domain = null as readonly [number, number] | null,
    dotAt = undefined as string | null | undefined,
  } = {},
): SVGElement {
  const values = points.flatMap(({value}) => (value === null ? [] : [value]));
  if (values.length < FEWEST)
    return svg`<svg class="sparkline" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} aria-hidden="true"> </svg>`;
  const all = domain ?? (target === null ? values : [...values, target]);
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const x = (index: number) => 3 + (index / Math.max(1, points.length - 1)) * (width - 8);
  const y = (value: number) => 4 + (1 - (value - low) / span) * (height - 8);
  const dot = points.findLastIndex(({value, month}) => value !== null && (dotAt === undefined || month === dotAt));
  return svg`<svg class="sparkline" viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} ${label ? {role: "img", "aria-label": label} : {"aria-hidden": "true"}}>
    ${target === null ? null : svg`<line class="target" x1="0" x2=${width} y1=${y(target)} y2=${y(target)} />`}
    <path class="line" d=${drawLine(points, x, y)} />
    ${dot < 0 ? null : svg`<circle class=${points[dot]!.provisional ? "dot hollow" : "dot"} cx=${x(dot)} cy=${y(points[dot]!.value!)} r="3"/>`}
  </svg>`;
}

/** Path through the points that have a value; a lone point between gaps is a short dash. */
function drawLine(points: readonly SparkPoint[], x: (index: number) => number, y: (value: number) => number): string {
  let path = "";
  let isDown = false;
  points.forEach(({value}, index) => {
    if (value !== null) path += `${isDown ? "L" : "M"}${x(index).toFixed(1)},${y(value).toFixed(1)}${isDown ? "" : "h0.1"}`;
    isDown = value !== null;
  });
  return path;
}
