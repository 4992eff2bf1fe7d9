import {html} from "htl";
import type {Manifest, TeamData} from "../../pipeline/contract/datasets.js";
import {HeatMap} from "./heat-map.js";
import {MetricTable} from "./metric-table.js";
import {TeamPicker} from "./picker.js";
import {Scorecard} from "./scorecard.js";
import {Breadcrumbs, Question} from "./subject.js";
import {PAGES, say} from "./words.js";

/** A team's page: its numbers, its people, and what their briefs leave out; without a team, the teams to choose from. */
export function TeamPage(team: TeamData | null, manifest: Manifest): HTMLElement {
  if (!team) return html`<div>${Question("team", say("choose_team"))}${TeamPicker(manifest)}</div>`;
  return html`<div>
    ${Breadcrumbs(
      [
        {name: manifest.company, kind: "overview"},
        {name: PAGES.team.name, kind: "team"},
      ],
      team.name,
    )}
    ${Question("team", team.name)}
    <section>${MetricTable(team.headlines, manifest)}</section>
    <section>
      <h2>${say("people")}</h2>
      ${Scorecard(team.scorecard, manifest, {caption: say("people"), file: `${team.slug}-scorecard`})}
    </section>
    <section>
      <h2>${say("documentation")}</h2>
      ${HeatMap(team.heat, manifest.brief_fields, {caption: say("documentation"), min_n: manifest.min_n})}
    </section>
  </div>`;
}
