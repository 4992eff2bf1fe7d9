import {html} from "htl";
import type {CompanyData, Manifest, MetricInfo, MetricRow} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "../frame/address.js";
import {Details} from "../base/details.js";
import {askRow} from "../explain/explain.js";
import {Explained} from "../explain/explained.js";
import {COMPANY} from "../explain/facts.js";
import type {Place as Records} from "../explain/facts.js";
import {countMembers, formatCount, formatInterval, formatMetric, formatRow} from "../base/format.js";
import {namePeriod} from "./overview-lead.js";
import {say, startSentence} from "../words/words.js";
import type {WordKey} from "../words/words.js";

const MOST = 5;

/** What changed more than noise since the period before, a sentence each, five at most; strongest first. */
export function ChangeList({changes, headlines}: Pick<CompanyData, "changes" | "headlines">, manifest: Manifest): HTMLElement {
  const items = changes.slice(0, MOST).flatMap((row) => {
    const metric = manifest.metrics.find(({name}) => name === row.metric);
    return metric ? [Change(row, metric, manifest)] : [];
  });
  const when = [...new Set(changes.map((change) => namePeriod(change, manifest)))];
  return items.length
    ? html`<div>
        ${when.length === 1 ? html`<p class="muted small">${startSentence(say("changed_hint", {when: when[0]!}))}</p>` : null}
        <ul class="lines">
          ${items}
        </ul>
      </div>`
    : html`<p class="muted">${say(describeNone(headlines))}</p>`;
}

/** A headline may have changed by itself, and be none of what stands out of all that was compared. */
function describeNone(headlines: CompanyData["headlines"]): WordKey {
  if (headlines.some(({is_change_signal}) => is_change_signal)) return "change_none_of_all";
  return headlines.some(({is_change_signal}) => is_change_signal !== null) ? "change_none" : "change_unknown";
}

function Change(row: MetricRow, metric: MetricInfo, manifest: Manifest): HTMLElement {
  const n = countMembers(row);
  const details = [
    formatInterval(row, metric, {n, currency: row.currency}),
    say("n_of", {n: formatCount(n), counted: metric.counted}),
    row.maturity === "provisional" ? say("provisional_more", {n: formatCount(row.in_flight)}) : "",
  ].filter(Boolean);
  const isUp = (row.value ?? 0) > (row.previous_value ?? 0);
  return html`<li>
    ${metric.label}${Place(row, manifest)}${say(isUp ? "change_up" : "change_down", {
      before: formatMetric(row.previous_value, metric, {n, currency: row.currency}),
    })}
    <strong class="whole"
      >${Explained(formatRow(row, metric), () => askRow(metric, row, manifest, {place: placeOf(row, manifest)}))}</strong
    >
    ${Details(details)}
  </li>`;
}

/** Where the records behind a change are: a team's own, else the company's. */
function placeOf({scope, scope_id, scope_name}: MetricRow, {teams}: Manifest): Records {
  const team = scope === "team" ? teams.find(({name}) => name === scope_name) : undefined;
  if (team) return {of: "team", slug: team.slug};
  return scope === "company" ? COMPANY : {of: "company", only: {[scope]: scope_id}};
}

/** Where it changed, with the way there. */
function Place({scope, scope_name, scope_id}: MetricRow, {teams}: Manifest): Node | string {
  if (scope === "company") return " ";
  const team = scope === "team" ? teams.find(({name}) => name === scope_name) : undefined;
  const href = team ? addressOf("team", {team: team.slug}) : addressOf("funnel", {[scope]: scope_id});
  return html`<span>, ${say(`scope_${scope}` as WordKey)} <a href=${href}>${scope_name}</a> </span>`;
}
