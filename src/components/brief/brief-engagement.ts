import * as Plot from "@observablehq/plot";
import {html} from "htl";
import type {BriefDocument, BriefEvent, Manifest} from "../../../pipeline/contract/datasets.js";
import {askTouches} from "../explain/explain-brief.js";
import {Chart} from "../chart/chart.js";
import {formatCount, formatDay, formatTime} from "../base/format.js";
import {LongText} from "../base/long-text.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

const nameChannel = (channel: string) => say(`channel_${channel}` as WordKey);

/** How it came to the meeting: touches by channel over time, ours and theirs, and the moments that counted. */
export function Engagement(brief: BriefDocument, manifest: Manifest): HTMLElement {
  const moments = listMoments(brief);
  const {events = [], touches = []} = brief;
  const lead = describeEngagement(brief, manifest);
  return html`<div class="engagement">
    <p>${touches.length ? Sentence(lead, [() => askTouches(brief, lead, manifest)]) : lead}</p>
    ${events.length ? Timeline(brief, manifest) : null}
    ${
      moments.length
        ? html`<h3>${say("moments")}</h3>
            <ul class="moments">
              ${moments.map(({at, text}) => html`<li>${at ? html`<span class="clock">${formatDay(at, {zone: manifest.timezone})}</span>` : html`<span class="clock"></span>`}${LongText(text)}</li>`)}
            </ul>`
        : null
    }
  </div>`;
}

export function describeEngagement(
  {touches = [], calls = [], meeting_at}: Pick<BriefDocument, "touches" | "calls" | "meeting_at">,
  {timezone: zone}: Pick<Manifest, "timezone">,
): string {
  if (!touches.length) return say("engagement_none");
  const sum = (side: "ours" | "theirs" | "talks") => touches.reduce((total, touch) => total + touch[side], 0);
  const times = touches.flatMap(({first_at, last_at}) => [first_at, last_at]).sort();
  // A recorded call may be one of the activities too, so the two are never added up.
  const talks = Math.max(sum("talks"), calls.filter(({at}) => at && at < meeting_at).length);
  const replies = sum("theirs");
  const told = [
    replies ? say("engagement_replies", {n: formatCount(replies)}) : "",
    talks ? say("engagement_talks", {n: formatCount(talks)}) : "",
  ].filter(Boolean);
  return say("engagement_lead", {
    first: formatDay(times[0], {zone}),
    last: formatDay(times.at(-1), {zone}),
    ours: formatCount(sum("ours")),
    told: told.join(", ") || say("engagement_no_reply"),
  });
}

interface Moment {
  at: string;
  text: string;
}

/** What counted on the way, in order: dated by records; then what the brief tells, by the dates it gives, undated last. */
export function listMoments({meeting, events = [], event_count = 0, values = {}, pql_at, meeting_at}: BriefDocument): Moment[] {
  // The list of events is bounded: of a longer one the first answer may have been cut off.
  const answer = event_count <= events.length ? events.filter(({is_theirs}) => is_theirs).at(-1) : undefined;
  const records: [string | undefined, string][] = [
    [pql_at, say("moment_pql")],
    [answer?.at, say("moment_answer")],
    [meeting.booked_at, say("moment_booked")],
    [meeting.invite_accepted_at, say("moment_invite")],
    [meeting.handed_off_at, say("moment_handed")],
    [
      meeting.sync_call_at,
      meeting.sync_call_minutes ? say("moment_sync_for", {n: meeting.sync_call_minutes}) : say("moment_sync"),
    ],
    [meeting.confirmation_sent_at, say("moment_confirmed")],
  ];
  const own = records.flatMap(([at, text]) => (at && at < meeting_at ? [{at, text}] : []));
  const told = (values["key_moments"] ?? "")
    .split(/\n+/)
    .map((line) => line.replace(/^[\s•*·–-]+/, "").trim())
    .filter(Boolean)
    .slice(0, 20)
    .map((line): Moment => {
      const dated = /^(\d{4}-\d{2}-\d{2})\W+(.+)$/s.exec(line);
      return dated ? {at: dated[1]!, text: dated[2]!} : {at: "", text: line};
    });
  const dated = [...own, ...told.filter(({at}) => at)].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return [...dated, ...told.filter(({at}) => !at)];
}

function Timeline(brief: BriefDocument, manifest: Manifest): HTMLElement {
  const {events = [], event_count = 0, touches = [], meeting_at} = brief;
  const zone = manifest.timezone;
  const lanes = touches.map(({channel}) => nameChannel(channel));
  const points = events.map((event) => ({...event, date: new Date(event.at), lane: nameChannel(event.channel)}));
  const channels = touches
    .map(({channel, ours, theirs}) =>
      say("engagement_channel", {channel: nameChannel(channel), ours: formatCount(ours), theirs: formatCount(theirs)}),
    )
    .join("; ");
  const place = {x: "date", y: "lane"} as const;
  return Chart(
    (width) => ({
      height: 56 + 30 * lanes.length,
      marginLeft: 72,
      marginRight: 56,
      marginTop: 16,
      marginBottom: 38,
      x: {type: "utc", label: null, tickSize: 0, ticks: Math.max(2, Math.floor(width / 110))},
      y: {type: "point", label: null, domain: lanes, tickSize: 0, padding: 0.5},
      marks: [
        Plot.ruleY(lanes, {stroke: "var(--line)"}),
        Plot.ruleX([new Date(meeting_at)], {className: "target", stroke: "currentColor", strokeDasharray: "2,3"}),
        Plot.text([new Date(meeting_at)], {
          x: (date: Date) => date, frameAnchor: "top", dy: -10, text: () => say("moment_meeting"), className: "target-label", fill: "currentColor",
        }), // prettier-ignore
        Plot.dot(
          points.filter(({is_theirs}) => !is_theirs),
          {...place, r: 4, className: "touch-ours", stroke: "currentColor", fill: "var(--surface)", strokeWidth: 1.5},
        ),
        Plot.dot(
          points.filter(({is_theirs}) => is_theirs),
          {...place, r: 5, symbol: "diamond2", className: "touch-theirs", fill: "currentColor"},
        ),
      ],
    }),
    {
      summary: say("engagement_chart", {channels}),
      not: say("read_touches_not"),
      key: Legend(events.length, event_count),
      asks: [() => askTouches(brief, channels, manifest)],
      table: {
        header: [say("when"), say("channel"), say("who"), say("what")],
        rows: events.map((event) => [
          formatTime(event.at, {zone}),
          nameChannel(event.channel),
          nameActor(event),
          nameEvent(event),
        ]),
      },
    },
    {widest: 900},
  );
}

const nameActor = ({is_theirs, by}: BriefEvent) => say(is_theirs ? "touch_by_them" : `touch_by_${by}`);
const nameEvent = ({subject, outcome}: BriefEvent) => [subject, outcome].filter(Boolean).join(" · ");

function Legend(shown: number, n: number): HTMLElement {
  return html`<p class="legend muted small">
    <span class="key"
      ><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="1.5"></circle></svg
      >${say("engagement_ours")}</span
    >
    <span class="key theirs"
      ><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d="M6 0.5 11.5 6 6 11.5 0.5 6Z" fill="currentColor"></path></svg
      >${say("engagement_theirs")}</span
    >
    ${n > shown ? say("engagement_more", {shown: formatCount(shown), n: formatCount(n)}) : ""}
  </p>`;
}
