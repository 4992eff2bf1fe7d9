import {html} from "htl";
import type {CompanyData, Manifest} from "../../../pipeline/contract/datasets.js";
import {ChangeList} from "./change-list.js";
import {COMPANY} from "../explain/facts.js";
import {Leak} from "../funnel/leak.js";
import {LossList} from "./loss-list.js";
import {findNarrowing} from "../frame/filters.js";
import {listLatest, MetricTable} from "../table/metric-table.js";
import {Hidden, Missing} from "../base/missing.js";
import {NarrowedOverview} from "./narrowed-overview.js";
import {CountsApart, OverviewLead} from "./overview-lead.js";
import {Runs} from "../chart/runs.js";
import {Section} from "../frame/section.js";
import {StartHere} from "../frame/start-here.js";
import {TermHelp} from "../frame/term-help.js";
import {Unseen} from "../frame/unseen.js";
import {PAGES, say} from "../words/words.js";

/** The overview: whether the handoff is healthy, what changed, where it leaks, and what cannot be seen. */
export function OverviewPage(data: CompanyData | null, manifest: Manifest): HTMLElement {
  if (!data) return Hidden(manifest);
  const narrowing = findNarrowing(globalThis.location?.search ?? "", manifest);
  return narrowing ? NarrowedOverview(narrowing, manifest, () => OverviewPage(data, manifest)) : WholeOverview(data, manifest);
}

function WholeOverview(data: CompanyData, manifest: Manifest): HTMLElement {
  const needs = "handoffs";
  return html`<div>
    ${OverviewLead(data, manifest)} ${StartHere(manifest)}
    ${Section("", manifest, () => (data.headlines.length ? html`<div>${MetricTable(data.headlines, manifest)}${TermHelp(["sql", "interval", "in_flight", "provisional", "signal"], manifest)}</div>` : Missing(manifest, {entity: needs, metric: "show_rate"})), {needs})}
    <div class="columns">
      ${Section(say("changed"), manifest, () => ChangeList(data, manifest))}
      ${Section(say("unseen"), manifest, () => Unseen(manifest))}
    </div>
    ${data.runs.length ? Section(say("runs"), manifest, () => Runs(data.runs, manifest, COMPANY), {hint: say("runs_hint")}) : null}
    <div class="columns">
      ${Section(say("leaks"), manifest, () => Leak(data.funnel, manifest, {caption: PAGES.funnel.name, judged: listLatest(data.headlines)}), {needs, hint: say("hint_all_time")})}
      <div>
        ${Section(say("losses"), manifest, () => LossList(data.losses, manifest, {caption: say("losses")}), {needs, hint: say("hint_all_time")})}
        ${CountsApart(data, manifest)}
      </div>
    </div>
  </div>`;
}
