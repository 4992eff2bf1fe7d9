import {html} from "htl";
import type {AeData, AeHandoff, ComingMeeting, Manifest, PastHandoff} from "../../../pipeline/contract/datasets.js";
import {keepSafeLink} from "../frame/address.js";
import {describeBefore, describeMetHere} from "../brief/brief-earlier.js";
import {writeLines} from "../brief/brief-lines.js";
import {BriefLink} from "../frame/brief-link.js";
import {rankMissing, readBriefFields} from "../brief/brief-state.js";
import {Tasks} from "../board/coming-tasks.js";
import {askOwed} from "../explain/explain-owed.js";
import {formatClock, formatCount, formatDay, formatTime, formatWeekday, NOTHING} from "../base/format.js";
import {headOfResult, nameResult} from "./handoff-result.js";
import {describeLeft} from "../board/hours-left.js";
import type {Clock} from "../board/hours-left.js";
import {OwnTime, OwnTimeWithin} from "../base/own-time.js";
import {RecordLink} from "../frame/record-link.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** Meetings that stand open at once, of the first day that has any: what is owed comes after them. */
const OPEN_MEETINGS = 3;

/** What an AE walks into: each meeting with its three lines, and what is still to come of its brief; the later ones come on demand. */
export function AeComing(ae: Pick<AeData, "coming" | "earlier">, manifest: Manifest, clock: Clock): HTMLElement {
  const dayOf = ({meeting_at}: ComingMeeting) => formatWeekday(meeting_at, {zone: manifest.timezone});
  const [first] = ae.coming;
  const next = ae.coming.filter((meeting, place) => place < OPEN_MEETINGS && dayOf(meeting) === dayOf(first!));
  const later = ae.coming.slice(next.length);
  return html`<div>
    ${WalkIn(next, ae, manifest, clock)}
    ${
      later.length
        ? html`<details class="later">
            <summary>
              ${say("coming_more", {
                open: formatCount(later.filter(({tasks}) => tasks.length).length),
                n: formatCount(later.length),
                days: new Set(later.map(dayOf)).size,
              })}
            </summary>
            ${WalkIn(later, ae, manifest, clock)}
          </details>`
        : null
    }
  </div>`;
}

function WalkIn(coming: AeData["coming"], {earlier}: Pick<AeData, "earlier">, manifest: Manifest, clock: Clock): HTMLElement {
  const zone = manifest.timezone;
  return html`<ol class="walk-in">
    ${coming.map((line) => {
      const meeting = {...line, ...(Object.hasOwn(earlier, line.handoff_id) && earlier[line.handoff_id])};
      const before = describeMetHere(meeting, manifest) || describeBefore(meeting, manifest);
      const missing = rankMissing(readBriefFields(meeting, manifest));
      const others = meeting.tasks.filter(({what}) => what !== "brief");
      return html`<li>
        <div class="walk-when">
          <strong>${formatWeekday(meeting.meeting_at, {zone})}, ${formatClock(meeting.meeting_at, {zone})}</strong
          >${OwnTime(meeting.meeting_at, manifest)}
          <span class="sub">${describeLeft(meeting.meeting_at, clock)}</span>
        </div>
        <div>
          <h3 dir="auto">
            ${BriefLink(meeting.handoff_id, meeting.account ?? meeting.contact ?? say("unnamed"))}
            <span class="muted small">${[meeting.contact, meeting.contact_title].filter(Boolean).join(", ")}</span>
          </h3>
          ${meeting.sdr || before ? html`<p class="small muted">${[meeting.sdr ? say("brief_booked_by", {sdr: meeting.sdr}) : "", before].filter(Boolean).join(" · ")}</p>` : null}
          ${
            meeting.fields
              ? html`<dl class="three-lines small">
                  ${writeLines({...meeting, outcome: "pending"}, manifest).map(
                    ({head, text}) =>
                      html`<div>
                        <dt>${head}</dt>
                        <dd dir="auto">${text}</dd>
                      </div>`,
                  )}
                </dl>`
              : null
          }
          ${missing.length ? html`<p class="small todo">${say("ae_misses", {fields: missing.map(({info}) => info.label).join(", ")})}</p>` : null}
          ${others.length ? Tasks({tasks: others}, manifest, clock) : null}
        </div>
      </li>`;
    })}
  </ol>`;
}

/** Held meetings without an answer, each with its form where there is one. */
export function OwedTable({owed, owed_count, closed_unanswered: closed, asked_weeks}: AeData, manifest: Manifest): HTMLElement {
  if (manifest.missing.some(({entity}) => entity === "feedback")) return html`<p class="muted">${say("ae_owed_unknown")}</p>`;
  const older = Closed("ae_closed_unanswered", closed, asked_weeks, manifest);
  if (!owed.length)
    return html`<div>
      <p class="muted">${say(closed ? "ae_owed_none_now" : "ae_owed_none", {weeks: asked_weeks})}</p>
      ${older}
    </div>`;
  const hasForm = owed.some(({form_url}) => form_url);
  return html`<div>
    ${List(
      owed.map((line) => {
        const href = line.form_url ? keepSafeLink(line.form_url) : undefined;
        return html`<li>
          ${Handoff(line, manifest)} ${Due(line, manifest)}
          ${href ? html`<a class="on-screen" href=${href} rel="noreferrer">${say("ae_form")}</a>` : null}
        </li>`;
      }),
      owed_count,
    )}
    ${older} ${hasForm ? null : html`<p class="muted small">${say("ae_form_missing")}</p>`}
  </div>`;
}

/** By when it is owed; what is still in time by the reader's own clock too. */
function Due({due_at, is_overdue}: {due_at: string | null; is_overdue: boolean}, manifest: Manifest): HTMLElement | null {
  if (!due_at) return null;
  const text = say(is_overdue ? "task_was_due" : "task_by", {when: formatTime(due_at, {zone: manifest.timezone})});
  return html`<span class=${`sub wrap ${is_overdue ? "todo" : ""}`}
    >${text}${is_overdue ? null : OwnTimeWithin(due_at, manifest)}</span
  >`;
}

/** Handoffs to be accepted or rejected, those overdue marked, each with the way to its record where the configuration knows it. */
export function UndecidedTable(ae: AeData, manifest: Manifest): HTMLElement {
  const {undecided, overdue_count, open_count, closed_undecided: closed, asked_weeks} = ae;
  const older = Closed("ae_closed_undecided", closed, asked_weeks, manifest);
  if (!undecided.length)
    return html`<div>
      <p class="muted">${say("ae_undecided_none")}</p>
      ${older}
    </div>`;
  return html`<div>
    ${List(
      undecided.map((line) => {
        const link = RecordLink("handoff", line.handoff_id, say("ae_decide"), manifest);
        return html`<li>
          ${Handoff(line, manifest)} ${Due(line, manifest)}
          ${typeof link === "string" ? null : html`<span class="on-screen">${link}</span>`}
        </li>`;
      }),
      overdue_count + open_count,
    )}
    ${older}
  </div>`;
}

/** Meetings of which nobody recorded whether they took place, each with the way to its record where the configuration knows it. */
export function UnrecordedTable({unrecorded, unrecorded_count}: AeData, manifest: Manifest): HTMLElement {
  const items = unrecorded.map(
    (line) =>
      html`<li>
        ${Handoff(line, manifest)}
        <span class="sub wrap todo">${RecordLink("handoff", line.handoff_id, say("outcome_ask"), manifest)}</span>
      </li>`,
  );
  return List(items, unrecorded_count);
}

/** What is too old to be asked for, counted in one line. */
function Closed(
  key: "ae_closed_unanswered" | "ae_closed_undecided",
  n: number,
  weeks: number,
  manifest: Manifest,
): HTMLElement | null {
  const ask = () => askOwed({title: say(`${key}_title`), meaning: say(`${key}_meaning`, {weeks}), n}, manifest);
  return n ? html`<p class="muted small">${Sentence(say(key, {n: formatCount(n), weeks}), [ask])}</p>` : null;
}

/** Items shown at first; the rest on demand. */
const FIRST = 5;

function List(items: readonly HTMLElement[], n: number): HTMLElement {
  const rest = items.slice(FIRST);
  return html`<div>
    <ul class="owed">
      ${items.slice(0, FIRST)}
    </ul>
    ${
      rest.length
        ? html`<details>
            <summary class="shown">${say("more_rows", {n: formatCount(rest.length)})}</summary>
            <ul class="owed">
              ${rest}
            </ul>
          </details>`
        : null
    }
    ${n > items.length ? html`<p class="muted small shown">${say("ae_more", {shown: formatCount(items.length), n: formatCount(n)})}</p>` : null}
  </div>`;
}

function Handoff({handoff_id, meeting_at, account, contact}: AeHandoff, {timezone: zone}: Manifest): HTMLElement {
  return html`<span
    ><span dir="auto">${BriefLink(handoff_id, account ?? contact ?? say("unnamed"))}</span>,
    <span class="whole">${formatDay(meeting_at, {zone, year: true})}</span></span
  >`;
}

/** Rows of the last handoffs that are shown at first. */
const FIRST_PAST = 10;

/** The last handoffs, with what became of each; the older ones on demand. */
export function PastTable(lines: readonly PastHandoff[], manifest: Manifest): HTMLElement | null {
  if (!lines.length) return null;
  const rest = lines.slice(FIRST_PAST);
  const body = html`<tbody>
    ${lines.slice(0, FIRST_PAST).map((line) => PastRow(line, manifest))}
  </tbody>`;
  const showRest = () => {
    body.append(...rest.map((line) => PastRow(line, manifest)));
    body.querySelectorAll<HTMLElement>("a")[FIRST_PAST]?.focus();
    more.remove();
  };
  const more = html`<button type="button" class="quiet more" ${{onclick: showRest}}>
    ${say("more_rows", {n: formatCount(rest.length)})}
  </button>`;
  const heads = ["when", "account", "sdr", "held", "ae_became", "ae_answer"] as const;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${say("ae_past")}>
    <table class="stack">
      <caption class="unseen">
        ${say("ae_past")}
      </caption>
      <thead>
        <tr>
          ${heads.map((key) => html`<th scope="col">${say(key)}</th>`)}
        </tr>
      </thead>
      ${body}
    </table>
    ${rest.length ? more : null}
  </div>`;
}

function PastRow(line: PastHandoff, {timezone: zone}: Manifest): HTMLElement {
  return html`<tr>
    <td class="clock">${formatDay(line.meeting_at, {zone, year: true})}</td>
    <th scope="row">
      <span dir="auto">${BriefLink(line.handoff_id, line.account ?? say("unnamed"))}</span>
      <span class="sub wrap" dir="auto">${line.contact ?? ""}</span>
    </th>
    <td data-head=${say("sdr")}>${line.sdr ?? NOTHING}</td>
    <td class="result">${say(`outcome_${line.outcome}`)}</td>
    <td class="result" data-head=${headOfResult(line)}>${nameResult(line)}</td>
    <td data-head=${say("ae_answer")}>
      ${line.outcome === "held" ? say(line.is_answered ? "yes" : ("no" as WordKey)) : NOTHING}
    </td>
  </tr>`;
}
