import {html} from "htl";
import type {ComingLine, Manifest} from "../../../pipeline/contract/datasets.js";
import {describeBefore} from "../brief/brief-earlier.js";
import {BriefLink} from "../frame/brief-link.js";
import {Tasks} from "./coming-tasks.js";
import {countUrgencies, SOON_HOURS, URGENCIES, urgencyOfMeeting} from "./due.js";
import {formatClock, formatCount, formatWeekday} from "../base/format.js";
import {describeLeft} from "./hours-left.js";
import type {Clock} from "./hours-left.js";
import {OwnTimeWithin} from "../base/own-time.js";
import {addressOfSubject} from "../frame/site-pages.js";
import {say} from "../words/words.js";

/** Meetings by the day they are on, soonest first. */
export function groupByDay(meetings: readonly ComingLine[], zone: string): [day: string, meetings: ComingLine[]][] {
  const days = new Map<string, ComingLine[]>();
  for (const meeting of meetings) {
    const day = formatWeekday(meeting.meeting_at, {zone});
    const own = days.get(day);
    if (own) own.push(meeting);
    else days.set(day, [meeting]);
  }
  return [...days];
}

/** One day, hour by hour: what is not ready, a row each; what is, in a line, and apart where more is worth doing. */
export function BoardDay(
  day: string,
  meetings: readonly ComingLine[],
  manifest: Manifest,
  clock: Clock,
  {depth = 2}: {depth?: 2 | 3} = {},
): HTMLElement {
  const open = meetings.filter(({tasks}) => tasks.length);
  const ready = meetings.filter(({tasks}) => !tasks.length);
  const more = ready.filter(({also}) => also.length);
  const done = ready.filter(({also}) => !also.length);
  const title = html`${day} <span class="muted">${describeDay(meetings, clock)}</span>`;
  return html`<section class="day">
    ${depth === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
    ${open.length ? OpenTable(day, open, manifest, clock) : null}
    ${
      more.length
        ? html`<div class="ready-also">
            <span class="muted">${say("board_ready_also")}:</span>
            <ul class="lines">
              ${more.map((meeting) => html`<li>${Short(meeting, manifest)} ${Tasks({tasks: meeting.also}, manifest, clock)}</li>`)}
            </ul>
          </div>`
        : null
    }
    ${
      done.length
        ? html`<p class="ready">
            <span class="muted">${say("board_ready_list")}:</span>
            ${done.map((meeting, index) => html`${index ? ", " : ""}${Short(meeting, manifest)}`)}
          </p>`
        : null
    }
  </section>`;
}

function describeDay(meetings: readonly ComingLine[], clock: Clock): string {
  const counts = countUrgencies(meetings, clock);
  return ([...URGENCIES, "ready"] as const)
    .filter((urgency) => counts[urgency])
    .map((urgency) => say(`day_${urgency}`, {n: formatCount(counts[urgency]), hours: SOON_HOURS}))
    .join(", ");
}

const Name = ({handoff_id, account, contact}: ComingLine) => BriefLink(handoff_id, account ?? contact ?? say("unnamed"));

const Short = (meeting: ComingLine, manifest: Manifest) =>
  html`<span class="whole"
    >${formatClock(meeting.meeting_at, {zone: manifest.timezone})}${OwnTimeWithin(meeting.meeting_at, manifest)}
    ${Name(meeting)}</span
  >`;

function Before(meeting: ComingLine, manifest: Manifest): HTMLElement | null {
  const text = describeBefore(meeting, manifest);
  return text ? html`<span class="sub wrap">${text}</span>` : null;
}

function OpenTable(day: string, meetings: readonly ComingLine[], manifest: Manifest, clock: Clock): HTMLElement {
  const heads = ["when", "board_meeting", "board_todo", ...(clock.isOwn ? (["board_left"] as const) : [])] as const;
  return html`<table class="stack board-table">
    <caption class="unseen">
      ${day}
    </caption>
    <thead class="unseen">
      <tr>
        ${heads.map((key) => html`<th scope="col">${say(key)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${meetings.map(
        (meeting) =>
          html`<tr class=${`is-${urgencyOfMeeting(meeting, clock)}`}>
            <td class="clock">
              ${formatClock(meeting.meeting_at, {zone: manifest.timezone})}${OwnTimeWithin(meeting.meeting_at, manifest)}
            </td>
            <th scope="row">
              <span dir="auto">${Name(meeting)}</span>
              <span class="sub wrap" dir="auto">${[meeting.contact, meeting.contact_title].filter(Boolean).join(", ")}</span>
              ${Before(meeting, manifest)}
              <span class="sub wrap"
                >${Person("sdr", meeting.sdr, meeting.sdr_slug, manifest)} →
                ${Person("ae", meeting.ae, meeting.ae_slug, manifest)}</span
              >
            </th>
            <td>
              ${Tasks(meeting, manifest, clock)}
              ${meeting.also.length ? html`<div class="beyond"><span class="muted small">${say("board_also")}</span>${Tasks({tasks: meeting.also}, manifest, clock)}</div>` : null}
            </td>
            ${clock.isOwn ? html`<td class="left" data-head=${say("board_left")}>${describeLeft(meeting.meeting_at, clock)}</td>` : null}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function Person(kind: "sdr" | "ae", name: string | null, slug: string | null, manifest: Manifest): Node | string {
  if (!name) return say("unnamed");
  const href = addressOfSubject(manifest, kind, slug);
  return href ? html`<a href=${href}>${name}</a>` : name;
}
