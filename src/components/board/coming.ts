import {html} from "htl";
import type {ComingLine, Manifest} from "../../../pipeline/contract/datasets.js";
import {BoardDay, groupByDay} from "./board-day.js";
import {countUrgencies} from "./due.js";
import {formatCount} from "../base/format.js";
import {chooseClock, describeClock} from "./hours-left.js";
import {say} from "../words/words.js";

/** Days that are open at once; the later ones come on demand. */
const OPEN_DAYS = 2;

/** The coming meetings of a team or an SDR with the board's own tasks, day by day, soonest first. */
export function Coming(
  lines: readonly ComingLine[],
  manifest: Manifest,
  clock = chooseClock(manifest.handoffs_as_of ?? manifest.as_of),
): HTMLElement {
  if (!lines.length) return html`<p class="muted">${say("board_none")}</p>`;
  const days = groupByDay(lines, manifest.timezone);
  const draw = ([day, meetings]: (typeof days)[number]) => BoardDay(day, meetings, manifest, clock, {depth: 3});
  const later = days.slice(OPEN_DAYS);
  const rest = later.flatMap(([, meetings]) => meetings);
  return html`<div class="board days">
    <p class="muted small">${describeClock(clock, manifest)}</p>
    ${days.slice(0, OPEN_DAYS).map(draw)}
    ${
      later.length
        ? html`<details class="later">
            <summary>
              ${say("coming_more", {
                open: formatCount(rest.length - countUrgencies(rest, clock).ready),
                n: formatCount(rest.length),
                days: later.length,
              })}
            </summary>
            ${later.map(draw)}
          </details>`
        : null
    }
  </div>`;
}
