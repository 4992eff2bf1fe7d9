import {html} from "htl";
import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import {formatDay} from "../base/format.js";
import {countDaysStale} from "./freshness.js";
import {hasPage} from "./site-pages.js";
import {PAGES, say} from "../words/words.js";

const DAY = 86_400_000;
/** An export this much older than the data's own time is named. */
const STALE_DAYS = 7;

/** What the most depends on is named first; beyond so many lines, the rest stands on demand. */
const FIRST = ["handoffs", "feedback", "opportunities", "people"];
const MOST = 5;

/** That all exports are there and none is behind the others; when all of them have become old together, that too. */
function describeAll(manifest: Manifest, now: number): string {
  const {as_of, timezone: zone} = manifest;
  const isOld = countDaysStale(manifest, now) !== null;
  return [say("unseen_none", {days: STALE_DAYS}), isOld ? say("unseen_old", {day: formatDay(as_of, {zone, year: true})}) : ""].filter(Boolean).join(" "); // prettier-ignore
}

/** What the site cannot tell: exports not supplied and what each would bring, metrics without their data, stale exports, unconfirmed targets. */
export function Unseen(manifest: Manifest, now = Date.now()): HTMLElement {
  const {missing, absent_metrics, sources, as_of, timezone, targets_confirmed, has_people_history} = manifest;
  const age = (exported: string) => Math.floor((Date.parse(as_of) - Date.parse(exported)) / DAY);
  const stale = sources.filter(({exported_at}) => age(exported_at) >= STALE_DAYS);
  const rank = (entity: string) => FIRST.indexOf(entity) + 1 || FIRST.length + 1;
  const ordered = [...missing].sort((a, b) => rank(a.entity) - rank(b.entity));
  const lines = [
    targets_confirmed ? "" : say("targets_open"),
    has_people_history ? "" : say("no_history"),
    ...ordered.map(({label, brings}) => say("unseen_missing", {label, brings: brings.replace(/\.$/, "")})),
    ...stale.map(({label, exported_at}) =>
      say("stale", {label, days: age(exported_at), day: formatDay(exported_at, {zone: timezone, year: true})}),
    ),
    ...absent_metrics.map(({label, why}) => say("absent_metric", {label, why})),
  ].filter(Boolean);
  const health = html`<a href=${addressOf("health")}>${PAGES.health.name}</a>`;
  return html`<div>
    ${
      lines.length
        ? html`<ul class="lines">
            ${lines.slice(0, MOST).map((line) => html`<li>${line}</li>`)}
          </ul>`
        : html`<p>${describeAll(manifest, now)}</p>`
    }
    ${
      lines.length > MOST
        ? html`<details>
            <summary class="muted small">${say("unseen_rest", {n: lines.length - MOST})}</summary>
            <ul class="lines">
              ${lines.slice(MOST).map((line) => html`<li>${line}</li>`)}
            </ul>
          </details>`
        : null
    }
    ${hasPage(manifest, "health") ? html`<p class="muted small">${say("unseen_more")} ${health}.</p>` : null}
  </div>`;
}
