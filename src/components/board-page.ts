import {html} from "htl";
import type {ComingCompany, ComingData, ComingMeeting, Manifest} from "../../pipeline/contract/datasets.js";
import {addressOf, addressOfData} from "./address.js";
import {BoardDay, groupByDay} from "./board-day.js";
import {BriefLink} from "./brief-link.js";
import {Finding} from "./finding.js";
import {formatCount, formatTime} from "./format.js";
import {chooseClock} from "./hours-left.js";
import type {Clock} from "./hours-left.js";
import type {BoardData} from "./load-brief.js";
import {PersonPicker} from "./picker.js";
import {Section} from "./section.js";
import {Breadcrumbs, Question} from "./subject.js";
import type {Crumb} from "./subject.js";
import {PAGES, say} from "./words.js";

/** Days that are open at once: a brief is due a day before its meeting, so that what is further off can wait. */
const SOON_DAYS = 7;

/** The readiness board: coming meetings by day, what each misses, who must act, how long there is; of the company, team by team. */
export function BoardPage(board: BoardData, manifest: Manifest): HTMLElement {
  if (board.kind === "company") return CompanyBoard(board.data, manifest);
  const {data, kind} = board;
  const clock = chooseClock(manifest.as_of);
  const name = data.name || say("no_team");
  const isSoon = ({meeting_at}: ComingMeeting) => Date.parse(meeting_at) <= clock.now + SOON_DAYS * 86_400_000;
  const soon = data.meetings.filter(isSoon);
  const later = data.meetings.filter((meeting) => !isSoon(meeting));
  const draw = (meetings: readonly ComingMeeting[]) =>
    groupByDay(meetings, manifest.timezone).map(([day, list]) => BoardDay(day, list, manifest, clock));
  return html`<div>
    ${Breadcrumbs(listCrumbs(data, kind, manifest), name)} ${Question("board", name)}
    ${Finding(describeBoard(data.meetings), later.length ? describeSoon(soon) : "", describeFirst(data.meetings, manifest), data.meetings.length ? describeClock(clock, manifest) : "")}
    <p class="links">
      ${data.has_calendar ? html`<a href=${addressOfData(`coming/sdr/${encodeURIComponent(data.slug)}.ics`, manifest.version)} download=${`${data.slug}.ics`}>${say("board_calendar")}</a>` : null}
      ${data.name ? html`<a href=${addressOf(kind, {[kind]: data.slug})}>${say("board_own_page", {name})}</a>` : null}
    </p>
    <div class="board">${draw(soon)}${later.length ? Later(later, draw) : null}</div>
    ${data.put_off.length ? Section(say("board_put_off"), manifest, () => PutOff(data, manifest)) : null}
  </div>`;
}

function listCrumbs({team_slug, team_name}: ComingData, kind: "team" | "sdr" | "ae", {company}: Manifest): Crumb[] {
  const crumbs: Crumb[] = [
    {name: company, kind: "overview"},
    {name: PAGES.board.name, kind: "board"},
  ];
  if (kind === "team") return crumbs;
  if (team_slug && team_name) crumbs.push({name: team_name, kind: "board", query: {team: team_slug}});
  return crumbs;
}

/** How many are not ready, and for whom they wait. */
export function describeBoard(meetings: readonly Pick<ComingMeeting, "tasks">[]): string {
  const open = meetings.filter(({tasks}) => tasks.length);
  if (!meetings.length) return say("board_none");
  if (!open.length) return say("board_ready", {n: formatCount(meetings.length)});
  const waits = (["sdr", "ae", "prospect", "manager"] as const).flatMap((actor) => {
    const n = open.filter(({tasks}) => tasks.some(({who}) => who === actor)).length;
    return n ? [say(`board_waits_${actor}`, {n: formatCount(n)})] : [];
  });
  return say("board_lead", {
    open: formatCount(open.length),
    n: formatCount(meetings.length),
    waits: say("board_waits", {list: waits.join(", ")}),
  });
}

function describeSoon(soon: readonly ComingMeeting[]): string {
  const open = soon.filter(({tasks}) => tasks.length).length;
  return say("board_soon", {open: formatCount(open), n: formatCount(soon.length), days: SOON_DAYS});
}

function Later(meetings: readonly ComingMeeting[], draw: (meetings: readonly ComingMeeting[]) => HTMLElement[]): HTMLElement {
  const open = meetings.filter(({tasks}) => tasks.length).length;
  return html`<details class="later">
    <summary>${say("board_later", {open: formatCount(open), n: formatCount(meetings.length)})}</summary>
    ${draw(meetings)}
  </details>`;
}

function describeFirst(meetings: readonly ComingMeeting[], {timezone: zone}: Manifest): string {
  const first = meetings.find(({tasks}) => tasks.length);
  return first ? say("board_first", {account: first.account ?? say("unnamed"), when: formatTime(first.meeting_at, {zone})}) : "";
}

export function describeClock({isOwn}: Clock, {as_of, timezone: zone}: Pick<Manifest, "as_of" | "timezone">): string {
  return isOwn ? say("board_clock") : say("board_data_clock", {when: formatTime(as_of, {zone, year: true})});
}

function PutOff({put_off}: ComingData, {timezone: zone}: Manifest): HTMLElement {
  return html`<ul class="lines">
    ${put_off.map(
      ({handoff_id, account, sdr, meeting_at}) =>
        html`<li>
          ${BriefLink(handoff_id, account ?? say("unnamed"))}, ${sdr ?? say("unnamed")}
          <span class="sub">${say("board_put_off_item", {when: formatTime(meeting_at, {zone})})}</span>
        </li>`,
    )}
  </ul>`;
}

function CompanyBoard({teams}: ComingCompany, manifest: Manifest): HTMLElement {
  const sum = (key: "coming" | "not_ready") => teams.reduce((total, team) => total + team[key], 0);
  const [coming, open] = [sum("coming"), sum("not_ready")];
  const lead = !coming
    ? say("board_none")
    : open
      ? say("board_lead", {open: formatCount(open), n: formatCount(coming), waits: ""})
      : say("board_ready", {n: formatCount(coming)});
  return html`<div>
    ${Question("board")} ${Finding(lead)}
    ${teams.length ? Section(say("board_teams"), manifest, () => TeamTable(teams, manifest)) : null}
    ${Section(
      say("board_own"),
      manifest,
      () =>
        html`<div>
          <details>
            <summary>${say("board_sdrs")}</summary>
            ${PersonPicker(manifest, {kind: "sdr", page: "board", depth: 3})}
          </details>
          <details>
            <summary>${say("board_aes")}</summary>
            ${PersonPicker(manifest, {kind: "ae", page: "board", depth: 3})}
          </details>
        </div>`,
    )}
  </div>`;
}

function TeamTable(teams: ComingCompany["teams"], {timezone: zone}: Manifest): HTMLElement {
  const heads = ["board_team", "board_coming", "board_not_ready", "board_next"] as const;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${say("board_teams")}>
    <table class="team-board">
      <caption class="unseen">
        ${say("board_teams")}
      </caption>
      <thead>
        <tr>
          ${heads.map((key, index) => html`<th scope="col" class=${index === 1 || index === 2 ? "right" : ""}>${say(key)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${teams.map(
          ({slug, name, coming, not_ready, next_at}) =>
            html`<tr>
              <th scope="row"><a href=${addressOf("board", {team: slug})}>${name || say("no_team")}</a></th>
              <td class="right">${formatCount(coming)}</td>
              <td class="right">${formatCount(not_ready)}</td>
              <td>${next_at ? formatTime(next_at, {zone}) : say("board_ready_list")}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
