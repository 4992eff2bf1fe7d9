import {html, svg} from "htl";
import type {FocusData} from "../../../pipeline/contract/datasets.js";
import {askColleagues} from "../explain/explain-coaching.js";
import {askFocus} from "../explain/explain-focus.js";
import type {FocusPlace} from "../explain/explain-focus.js";
import {formatInterval, formatShare} from "../base/format.js";
import {Take} from "../picture/take.js";
import {Sentence} from "../explain/told.js";
import {measureShare} from "../base/wilson.js";
import {say} from "../words/words.js";

const WIDTH = 320;
const HEIGHT = 20;
const INSET = 8;

/** The own share, as counted, with its interval over the soft band in which the middle half of the colleagues lies; null where either is not known. */
export function FocusBand(focus: FocusData, place: FocusPlace): HTMLElement | null {
  const {label, done, eligible, colleagues} = focus;
  const band = colleagues?.band;
  const own = measureShare(done ?? 0, eligible ?? 0);
  if (!band || !own) return null;
  const {value, lower, upper} = own;
  const x = (share: number) => INSET + share * (WIDTH - 2 * INSET);
  const y = HEIGHT / 2;
  const text = say("focus_band", {
    share: formatShare(value, eligible ?? 0), interval: formatInterval({lower, upper}, {unit: "share"}, {n: eligible ?? 0}),
    lower: formatShare(band.lower), upper: formatShare(band.upper),
  }); // prettier-ignore
  const figure = html`<div class="focus-band">
    ${svg`<svg class="dot-interval" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} width=${WIDTH} height=${HEIGHT} role="img" aria-label=${`${label}: ${text}`}>
      <rect class="team-band" x=${x(band.lower)} width=${Math.max(2, x(band.upper) - x(band.lower))} y="2" height=${HEIGHT - 4} />
      <line class="track" x1=${INSET} x2=${WIDTH - INSET} y1=${y} y2=${y} />
      <line class="interval" x1=${x(lower)} x2=${x(upper)} y1=${y} y2=${y} />
      <circle class="dot" cx=${x(value)} cy=${y} r="4" />
    </svg>`}
    <p class="muted small">${Sentence(text, [() => askFocus(focus, place), () => askColleagues(focus, colleagues, place)])}</p>
  </div>`;
  return Take(figure, label);
}
