import {html} from "htl";
import type {ComingCompany, ComingData, ComingMeeting, Manifest} from "../../../pipeline/contract/datasets.js";
import {addressOf, addressOfData, readAddress, writeAddress} from "../frame/address.js";
import {BoardDay, groupByDay} from "./board-day.js";
import {describeBoard, describeCounts, describeFirst, describePressing} from "./board-lead.js";
import {BriefLink} from "../frame/brief-link.js";
import {listPressing, urgencyOf} from "./due.js";
import type {Counts} from "./due.js";
import {askComing, askCounts} from "../explain/explain-coming.js";
import {Explained} from "../explain/explained.js";
import {Finding} from "../base/finding.js";
import {formatCount, formatTime} from "../base/format.js";
import {chooseClock, describeClock} from "./hours-left.js";
import type {Clock} from "./hours-left.js";
import type {BoardData} from "../brief/load-brief.js";
import {OwnTimeWithin, withOwnTime} from "../base/own-time.js";
import {PersonPicker} from "../frame/picker.js";
import {Section} from "../frame/section.js";
import {addressOfSubject, hasPage} from "../frame/site-pages.js";
import {Breadcrumbs, Question} from "../frame/subject.js";
import type {Crumb} from "../frame/subject.js";
import {Sentence} from "../explain/told.js";
import {TermHelp} from "../frame/term-help.js";
import {PAGES, say} from "../words/words.js";

/** Days that are open at once: a brief is due a day before its meeting, so that what is further off can wait. */
const SOON_DAYS = 7;

/** The readiness board: coming meetings by day, what each misses, who must act, how long there is; of the company, team by team. */
export function BoardPage(board: BoardData, manifest: Manifest): HTMLElement {
  if (board.kind === "people")
    return html`<div>${Question("board", say("board_choose"))}${PersonPicker(manifest, {kind: "ae", page: "board"})}</div>`;
  return board.kind === "company" ? CompanyBoard(board.data, manifest) : OwnBoard(board, manifest);
}

function OwnBoard(board: Exclude<BoardData, {kind: "company" | "people"}>, manifest: Manifest): HTMLElement {
  const {data, kind} = board;
  const clock = chooseClock(manifest.handoffs_as_of ?? manifest.as_of);
  const name = data.name || say("no_team");
  const ownPage = data.name ? addressOfSubject(manifest, kind, data.slug) : undefined;
  const isSoon = ({meeting_at}: ComingMeeting) => Date.parse(meeting_at) <= clock.now + SOON_DAYS * 86_400_000;
  const soon = data.meetings.filter(isSoon);
  const later = data.meetings.filter((meeting) => !isSoon(meeting));
  const asks = [data.meetings.length > 0 && (() => askComing(data.meetings, manifest, clock))];
  const draw = (meetings: readonly ComingMeeting[]) =>
    groupByDay(meetings, manifest.timezone).map(([day, list]) => BoardDay(day, list, manifest, clock));
  return html`<div>
    ${Breadcrumbs(listCrumbs(data, kind, manifest), name)} ${Question("board", name)}
    ${Finding(Sentence(describeBoard(data.meetings, clock), asks), Sentence(describePressing(data.meetings, clock), asks), withOwnTime(describeFirst(data.meetings, manifest, clock), listPressing(data.meetings, clock)[0]?.meeting_at, manifest), data.meetings.length ? describeClock(clock, manifest) : "")}
    <p class="links">
      ${data.has_calendar ? html`<a href=${addressOfData(`coming/sdr/${encodeURIComponent(data.slug)}.ics`, manifest.version)} download=${`${data.slug}.ics`}>${say("board_calendar")}</a>` : null}
      ${ownPage ? html`<a href=${ownPage}>${say("board_own_page", {name})}</a>` : null}
    </p>
    <div class="board">${draw(soon)}${later.length ? Later(later, draw) : null}</div>
    ${data.put_off.length ? Section(say("board_put_off"), manifest, () => PutOff(data, manifest)) : null}
  </div>`;
}

function listCrumbs({team_slug, team_name}: ComingData, kind: "team" | "sdr" | "ae", {company, pages, teams}: Manifest): Crumb[] {
  const crumbs: Crumb[] = [
    {name: company, kind: "overview"},
    {name: PAGES.board.name, kind: "board"},
  ];
  if (kind === "team") return crumbs;
  if (team_slug && team_name && teams.some(({slug}) => slug === team_slug) && hasPage({pages}, "team"))
    crumbs.push({name: team_name, kind: "board", query: {team: team_slug}});
  return crumbs;
}

function Later(meetings: readonly ComingMeeting[], draw: (meetings: readonly ComingMeeting[]) => HTMLElement[]): HTMLElement {
  const open = meetings.filter(({tasks}) => tasks.length).length;
  const ontoggle = ({target}: Event) => writeAddress({later: (target as HTMLDetailsElement).open ? "open" : ""});
  return html`<details class="later" open=${readAddress("later") === "open"} ${{ontoggle}}>
    <summary>${say("board_far", {open: formatCount(open), n: formatCount(meetings.length), days: SOON_DAYS})}</summary>
    ${draw(meetings)}
  </details>`;
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

type TeamLine = ComingCompany["teams"][number];

/** How a team's coming meetings stand by the clock. */
function countTeam({coming, not_ready, dues}: TeamLine, clock: Clock): Counts {
  const counts: Counts = {overdue: 0, soon: 0, later: 0, ready: coming - not_ready};
  for (const due of dues) counts[urgencyOf(due, clock)] += 1;
  return counts;
}

function CompanyBoard({teams}: ComingCompany, manifest: Manifest): HTMLElement {
  const clock = chooseClock(manifest.handoffs_as_of ?? manifest.as_of);
  const all: Counts = {overdue: 0, soon: 0, later: 0, ready: 0};
  for (const team of teams) for (const [urgency, n] of Object.entries(countTeam(team, clock))) all[urgency as keyof Counts] += n;
  return html`<div>
    ${Question("board")}
    ${Finding(Sentence(describeCounts(all), [teams.length > 0 && (() => askCounts(all, manifest, clock))]), teams.length ? describeClock(clock, manifest) : "")}
    ${TermHelp(["ready", "msq", "brief"], manifest)}
    ${teams.length ? Section(say("board_teams"), manifest, () => TeamTable(teams, manifest, clock)) : null}
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

function TeamTable(teams: readonly TeamLine[], manifest: Manifest, clock: Clock): HTMLElement {
  const {timezone: zone} = manifest;
  const heads = ["board_team", "board_is_overdue", "board_is_soon", "board_not_ready", "board_coming", "board_next"] as const;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${say("board_teams")}>
    <table class="team-board stack">
      <caption class="unseen">
        ${say("board_teams")}
      </caption>
      <thead>
        <tr>
          ${heads.map((key, index) => html`<th scope="col" class=${index > 0 && index < 5 ? "right" : ""}>${say(key)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${teams.map((team) => {
          const counts = countTeam(team, clock);
          const {overdue, soon} = counts;
          const ask = () => askCounts(counts, manifest, clock);
          return html`<tr>
            <th scope="row"><a href=${addressOf("board", {team: team.slug})}>${team.name || say("no_team")}</a></th>
            ${[overdue, soon, team.not_ready, team.coming].map((n, index) => html`<td class="right result" data-head=${say(heads[index + 1]!)}>${Explained(formatCount(n), ask)}</td>`)}
            <td data-head=${team.next_at ? say("board_next") : null}>
              ${team.next_at ? html`${formatTime(team.next_at, {zone})}${OwnTimeWithin(team.next_at, manifest)}` : say("board_ready_list")}
            </td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}
