import {html} from "htl";
import type {BriefFieldInfo, HandoffLine, Manifest} from "../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import {BriefLink} from "./brief-link.js";
import {formatClock, formatCount, formatWeekday} from "./format.js";
import {RecordLink} from "./record-link.js";
import {hasBriefs, listMissing} from "./required.js";
import {say} from "./words.js";

/** Days that are open at once; the later ones come on demand. */
const OPEN_DAYS = 2;

interface Coming {
  line: HandoffLine;
  missing: BriefFieldInfo[];
}

/** For a manager: the coming meetings whose briefs still miss required fields, day by day, soonest first; all of them where no brief was supplied. */
export function ComingByDay(lines: readonly HandoffLine[], manifest: Manifest): HTMLElement {
  const days = new Map<string, {total: number; todo: Coming[]}>();
  for (const line of lines) {
    const day = formatWeekday(line.meeting_at, {zone: manifest.timezone});
    const entry = days.get(day) ?? {total: 0, todo: []};
    days.set(day, entry);
    entry.total += 1;
    const missing = listMissing(line, manifest);
    if (missing?.length || !hasBriefs(manifest)) entry.todo.push({line, missing: missing ?? []});
  }
  const open = [...days].filter(([, {todo}]) => todo.length);
  if (!open.length) {
    const isKnown = lines.some((line) => listMissing(line, manifest));
    const key = !lines.length ? "team_coming_none" : isKnown ? "team_coming_ready" : "team_coming_unknown";
    return html`<p>${say(key, {total: lines.length})}</p>`;
  }
  const later = open.slice(OPEN_DAYS);
  const count = later.reduce((sum, [, {todo}]) => sum + todo.length, 0);
  return html`<div class="days">
    ${open.slice(0, OPEN_DAYS).map(([day, entry]) => Day(day, entry, manifest))}
    ${
      later.length
        ? html`<details>
            <summary>${say(hasBriefs(manifest) ? "later_days" : "later_meetings", {missing: count, days: later.length})}</summary>
            ${later.map(([day, entry]) => Day(day, entry, manifest))}
          </details>`
        : null
    }
  </div>`;
}

function Day(day: string, {total, todo}: {total: number; todo: Coming[]}, manifest: Manifest): HTMLElement {
  const isJudged = hasBriefs(manifest);
  const count = say(isJudged ? "day_missing" : "day_meetings", {missing: todo.length, total: formatCount(total)});
  return html`<section class="day">
    <h3>${day} <span class="muted">${count}</span></h3>
    <table class="stack">
      <caption class="unseen">
        ${day}
      </caption>
      <thead class="unseen">
        <tr>
          <th scope="col">${say("when")}</th>
          <th scope="col">${say("sdr")}</th>
          <th scope="col">${say("account")}</th>
          ${isJudged ? html`<th scope="col">${say("still_missing")}</th>` : null}
        </tr>
      </thead>
      <tbody>
        ${todo.map(
          ({line, missing}) =>
            html`<tr>
              <td class="clock">${BriefLink(line.handoff_id, formatClock(line.meeting_at, {zone: manifest.timezone}))}</td>
              <th scope="row">
                ${line.sdr_slug ? html`<a href=${addressOf("sdr", {sdr: line.sdr_slug})}>${line.sdr}</a>` : line.sdr}
              </th>
              <td>${AccountCell(line, manifest)}<span class="sub">${say("with_ae", {ae: line.ae ?? say("unnamed")})}</span></td>
              ${isJudged ? html`<td class="todo">${missing.map(({label}) => label).join(", ")}</td>` : null}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** For an SDR: every coming meeting, what its brief still needs, and by when it is to be there. */
export function ComingOwn(lines: readonly HandoffLine[], manifest: Manifest): HTMLElement {
  if (!lines.length) return html`<p class="muted">${say("coming_none")}</p>`;
  const isJudged = hasBriefs(manifest);
  return html`<table class="stack">
    <caption class="unseen">
      ${say("coming")}
    </caption>
    <thead>
      <tr>
        <th scope="col">${say("when")}</th>
        <th scope="col">${say("account")}</th>
        ${isJudged ? html`<th scope="col">${say("add_what")}</th>` : null}${isJudged ? html`<th scope="col">${say("add_by")}</th>` : null}
      </tr>
    </thead>
    <tbody>
      ${lines.map((line) => {
        const missing = listMissing(line, manifest);
        return html`<tr>
          <td class="clock">${BriefLink(line.handoff_id, nameWhen(line.meeting_at, manifest.timezone))}</td>
          <th scope="row">
            ${AccountCell(line, manifest)}<span class="sub">${say("with_ae", {ae: line.ae ?? say("unnamed")})}</span>
          </th>
          ${isJudged ? TodoCells(line, missing, manifest) : null}
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function TodoCells(line: HandoffLine, missing: BriefFieldInfo[] | null, manifest: Manifest): HTMLElement[] {
  const what = missing ? missing.map(({label}) => label).join(", ") || say("brief_ready") : say("brief_unknown");
  return [
    html`<td class=${missing?.length ? "todo" : "muted"}>${what}</td>`,
    html`<td class="clock" data-head=${missing?.length ? say("add_by") : ""}>
      ${missing?.length ? nameDeadline(line, manifest) : ""}
    </td>`,
  ];
}

function nameWhen(instant: string, zone: string): string {
  return `${formatWeekday(instant, {zone})}, ${formatClock(instant, {zone})}`;
}

function nameDeadline({add_by}: HandoffLine, {as_of, timezone}: Manifest): string {
  return add_by === null || add_by <= as_of ? say("add_now") : nameWhen(add_by, timezone);
}

/** Company and contact of a handoff, each with the way to its record. */
export function AccountCell(line: HandoffLine, manifest: Manifest): HTMLElement {
  const contact = line.contact ? RecordLink("contact", line.contact_id, line.contact, manifest) : null;
  return html`<span>
    ${RecordLink("account", line.account_id, line.account ?? say("unnamed"), manifest)}${contact ? html`<span class="sub">${contact}${line.contact_title ? `, ${line.contact_title}` : ""}</span>` : null}</span
  >`;
}
