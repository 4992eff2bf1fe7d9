import {html} from "htl";
import type {ComingMeeting, Manifest} from "../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import {BriefLink} from "./brief-link.js";
import {Tasks} from "./coming-tasks.js";
import {formatClock, formatCount, formatWeekday} from "./format.js";
import {describeLeft} from "./hours-left.js";
import type {Clock} from "./hours-left.js";
import {say} from "./words.js";

/** Meetings by the day they are on, soonest first. */
export function groupByDay(meetings: readonly ComingMeeting[], zone: string): [day: string, meetings: ComingMeeting[]][] {
  const days = new Map<string, ComingMeeting[]>();
  for (const meeting of meetings) {
    const day = formatWeekday(meeting.meeting_at, {zone});
    const own = days.get(day);
    if (own) own.push(meeting);
    else days.set(day, [meeting]);
  }
  return [...days];
}

/** One day: what is not ready, a row each; what is, in a line. */
export function BoardDay(day: string, meetings: readonly ComingMeeting[], manifest: Manifest, clock: Clock): HTMLElement {
  const open = meetings.filter(({tasks}) => tasks.length);
  const ready = meetings.filter(({tasks}) => !tasks.length);
  const count = open.length
    ? say("board_day", {open: formatCount(open.length), n: formatCount(meetings.length)})
    : say("board_day_ready", {n: formatCount(meetings.length)});
  return html`<section class="day">
    <h2>${day} <span class="muted">${count}</span></h2>
    ${open.length ? OpenTable(day, open, manifest, clock) : null}
    ${
      ready.length
        ? html`<p class="ready">
            <span class="muted">${say("board_ready_list")}:</span>
            ${ready.map((meeting, index) => html`${index ? ", " : ""}<span class="whole">${formatClock(meeting.meeting_at, {zone: manifest.timezone})} ${Name(meeting)}</span>`)}
          </p>`
        : null
    }
  </section>`;
}

const Name = ({handoff_id, account, contact}: ComingMeeting) => BriefLink(handoff_id, account ?? contact ?? say("unnamed"));

function OpenTable(day: string, meetings: readonly ComingMeeting[], manifest: Manifest, clock: Clock): HTMLElement {
  const heads = ["when", "board_meeting", "board_todo", "board_left"] as const;
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
          html`<tr>
            <td class="clock">${formatClock(meeting.meeting_at, {zone: manifest.timezone})}</td>
            <th scope="row">
              <span dir="auto">${Name(meeting)}</span>
              <span class="sub wrap" dir="auto">${[meeting.contact, meeting.contact_title].filter(Boolean).join(", ")}</span>
              <span class="sub wrap"
                >${Person("sdr", meeting.sdr, meeting.sdr_slug)} → ${Person("ae", meeting.ae, meeting.ae_slug)}</span
              >
            </th>
            <td>${Tasks(meeting, manifest, clock)}</td>
            <td class="left" data-head=${say("board_left")}>${describeLeft(meeting.meeting_at, clock)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function Person(kind: "sdr" | "ae", name: string | null, slug: string | null): Node | string {
  if (!name) return say("unnamed");
  return slug ? html`<a href=${addressOf(kind, {[kind]: slug})}>${name}</a>` : name;
}
