import {html} from "htl";
import type {Manifest, TeamData} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "../frame/address.js";
import {CoachingQueue} from "./coaching-queue.js";
import {Coming} from "../board/coming.js";
import type {Place} from "../explain/facts.js";
import {FunnelBars} from "../funnel/funnel-bars.js";
import {FunnelPlots} from "../funnel/funnel-plots.js";
import {HeatMap} from "../chart/heat-map.js";
import {listLatest, MetricTable} from "../table/metric-table.js";
import {Note} from "../base/missing.js";
import {TeamPicker} from "../frame/picker.js";
import {Scorecard} from "./scorecard.js";
import {hasBriefs} from "../brief/required.js";
import {Runs} from "../chart/runs.js";
import {Section} from "../frame/section.js";
import {addressOfSubject} from "../frame/site-pages.js";
import {Breadcrumbs, Question} from "../frame/subject.js";
import {TeamLead} from "./team-lead.js";
import {TermHelp} from "../frame/term-help.js";
import {PAGES, say} from "../words/words.js";

/** A team's page: what is to do before the coming meetings, its numbers, its people, what their briefs leave out; without a team, the teams to choose from. */
export function TeamPage(team: TeamData | null, manifest: Manifest): HTMLElement {
  if (!team) return html`<div>${Question("team", say("choose_team"))}${TeamPicker(manifest)}</div>`;
  const place: Place = {of: "team", slug: team.slug, team: team.team};
  const head = html`<div>
    ${Breadcrumbs(
      [
        {name: manifest.company, kind: "overview"},
        // On a manager's own site that page is the one it starts with.
        ...(manifest.audience.kind === "team" ? [] : [{name: PAGES.team.name, kind: "team" as const}]),
      ],
      team.name,
    )}
    ${Question("team", team.name)}
  </div>`;
  if (team.shows === "nothing")
    return html`<div>${head}${Note(say("team_hidden"), [say("team_hidden_hint", {n: manifest.min_people})])}</div>`;
  if (team.shows === "sums") return html`<div>${head}${TeamSums(team, manifest, place)}</div>`;
  if (manifest.is_team_only)
    return html`<div>
      ${head} ${Section(say("team_coming"), manifest, () => Coming(team.coming, manifest), {needs: "handoffs"})}
      ${TeamSums(team, manifest, place)}
    </div>`;
  if (!team.scorecard.length && !team.headlines.some(({latest, trailing}) => latest ?? trailing))
    return html`<div>${head}${Note(say("team_no_sdrs"), [say("team_no_sdrs_hint")])}${AeTeamLink(team, manifest)}</div>`;
  return html`<div>
    ${head}${TeamLead(team, manifest)}
    ${team.scorecard.length ? Section(say("queue"), manifest, () => CoachingQueue(team.queue, team.scorecard, manifest, team.funnel_plots), {hint: say("queue_hint")}) : null}
    ${Section(say("team_coming"), manifest, () => html`<div>${Coming(team.coming, manifest)}${team.coming.length ? html`<p class="small"><a href=${addressOf("board", {team: team.slug})}>${say("board_link")}</a></p>` : null}</div>`, {needs: "handoffs"})}
    ${Section(say("team_headlines"), manifest, () => MetricTable(team.headlines, manifest, {place}), {needs: "handoffs"})}
    ${Section(say("scorecard"), manifest, () => html`<div>${Scorecard(team.scorecard, manifest, {caption: say("scorecard"), file: `${team.slug}-scorecard`, toldApart: team.told_apart, plots: team.funnel_plots})}${TermHelp(["as_counted", "shrunk", "adjusted", "mix_allowed", "interval", "in_flight", "sql"], manifest)}</div>`, {hint: say("scorecard_hint"), needs: "people"})}
    ${team.funnel_plots.length ? Section(say("funnel_plots"), manifest, () => FunnelPlots(team.funnel_plots, manifest, team.scorecard), {hint: say("funnel_plots_hint")}) : null}
    ${team.runs.length ? Section(say("runs"), manifest, () => Runs(team.runs, manifest, place), {hint: say("runs_hint")}) : null}
    ${!hasBriefs(manifest) ? null : Section(say("heat_title"), manifest, () => (team.heat.some(({handoffs}) => handoffs) ? HeatMap(team.heat, manifest, {caption: say("heat_title")}) : null), {needs: "handoffs"})}
    ${Section(PAGES.funnel.name, manifest, () => (team.funnel.length ? FunnelBars(team.funnel, manifest, {caption: PAGES.funnel.name, place, whose: team.name, judged: listLatest(team.headlines)}) : null), {needs: "handoffs"})}
  </div>`;
}

/** A team whose people are not shown: how it does, and its funnel. */
function TeamSums(team: TeamData, manifest: Manifest, place: Place): HTMLElement {
  const note = manifest.is_team_only ? "person_off" : manifest.audience.kind === "exec" ? "team_sums_exec" : "team_sums";
  return html`<div>
    <p class="muted">${say(note, {n: manifest.min_people})}</p>
    ${Section(say("team_headlines"), manifest, () => (team.headlines.length ? MetricTable(team.headlines, manifest, {place}) : null), {needs: "handoffs"})}
    ${team.runs.length ? Section(say("runs"), manifest, () => Runs(team.runs, manifest, place), {hint: say("runs_hint")}) : null}
    ${Section(PAGES.funnel.name, manifest, () => (team.funnel.length ? FunnelBars(team.funnel, manifest, {caption: PAGES.funnel.name, place, whose: team.name, judged: listLatest(team.headlines)}) : null), {needs: "handoffs"})}
  </div>`;
}

/** A team of AEs has a page of its own, where this reader may see it. */
function AeTeamLink({slug, name}: Pick<TeamData, "slug" | "name">, manifest: Manifest): HTMLElement | null {
  const hasAes = manifest.teams.some((team) => team.slug === slug && team.kind !== "sdr");
  const address = hasAes ? addressOfSubject(manifest, "ae_team", slug) : undefined;
  return address ? html`<p><a href=${address}>${say("team_its_aes", {name})}</a></p>` : null;
}
