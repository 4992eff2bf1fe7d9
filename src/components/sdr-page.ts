import {html} from "htl";
import type {Headline, Manifest, SdrData} from "../../pipeline/contract/datasets.js";
import {Fit} from "./fit.js";
import {FunnelBars} from "./funnel-bars.js";
import {MetricTable} from "./metric-table.js";
import {PersonPicker} from "./picker.js";
import {RunChart} from "./run-chart.js";
import {Breadcrumbs, Question} from "./subject.js";
import type {Crumb} from "./subject.js";
import {PAGES, say} from "./words.js";

/** An SDR's page: own numbers, own funnel; without a name, the people to choose from. */
export function SdrPage(sdr: SdrData | null, manifest: Manifest): HTMLElement {
  if (!sdr) return html`<div>${Question("sdr", say("choose_person"))}${PersonPicker(manifest)}</div>`;
  const crumbs: Crumb[] = [{name: manifest.company, kind: "overview"}];
  if (sdr.team_slug && sdr.team_name) crumbs.push({name: sdr.team_name, kind: "team", query: {team: sdr.team_slug}});
  else crumbs.push({name: PAGES.sdr.name, kind: "sdr"});
  return html`<div>
    ${Breadcrumbs(crumbs, sdr.name)}${Question("sdr", sdr.name)}
    <section>${MetricTable(sdr.headlines, manifest)}</section>
    ${sdr.headlines
      .filter(({months}) => months.length > 1)
      .slice(0, 1)
      .map((headline) => Run(headline, manifest))}
    <section>
      <h2>${PAGES.funnel.name}</h2>
      ${FunnelBars(sdr.funnel, manifest, {caption: PAGES.funnel.name})}
    </section>
  </div>`;
}

function Run({metric, months}: Headline, manifest: Manifest): HTMLElement | null {
  const info = manifest.metrics.find(({name}) => name === metric);
  return info
    ? html`<section>${Fit((width) => RunChart(months, info, {width, title: `${info.label} ${say("per_month")}`}))}</section>`
    : null;
}
