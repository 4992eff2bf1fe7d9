import {html} from "htl";
import type {AeData, Manifest} from "../../../pipeline/contract/datasets.js";
import {addressOf, addressOfData} from "../frame/address.js";
import {AeComing, OwedTable, PastTable, UndecidedTable, UnrecordedTable} from "./ae-tables.js";
import {urgencyOf} from "../board/due.js";
import {askComing} from "../explain/explain-coming.js";
import {listOwedAsks} from "../explain/explain-owed.js";
import {Finding} from "../base/finding.js";
import {formatCount, formatTime} from "../base/format.js";
import {chooseClock, describeClock} from "../board/hours-left.js";
import type {Clock} from "../board/hours-left.js";
import {MetricCells} from "../table/metric-cells.js";
import {withOwnTime} from "../base/own-time.js";
import {PersonPicker} from "../frame/picker.js";
import {Section} from "../frame/section.js";
import {addressOfSubject, hasPage} from "../frame/site-pages.js";
import {Breadcrumbs, Question} from "../frame/subject.js";
import type {Crumb} from "../frame/subject.js";
import {TermHelp} from "../frame/term-help.js";
import {Sentence} from "../explain/told.js";
import {PAGES, say} from "../words/words.js";

/** An AE's page: what is ahead with its briefs, what is owed, own numbers, what was; without a name, the people to choose from. Never how the AE rates. */
export function AePage(ae: AeData | null, manifest: Manifest): HTMLElement {
  if (!ae) return html`<div>${Question("ae", say("choose_person"))}${PersonPicker(manifest, {kind: "ae"})}</div>`;
  const crumbs: Crumb[] = [{name: manifest.company, kind: "overview"}];
  if (ae.team_slug && ae.team_name && addressOfSubject(manifest, "ae_team", ae.team_slug))
    crumbs.push({name: ae.team_name, kind: "ae_team", query: {ae_team: ae.team_slug}});
  else if (manifest.audience.kind !== "ae") crumbs.push({name: PAGES.ae.name, kind: "ae"});
  const clock = chooseClock(manifest.handoffs_as_of ?? manifest.as_of);
  const owed = html`<div class="columns">
    ${Section(say("ae_owed"), manifest, () => OwedTable(ae, manifest), {hint: ae.owed.length ? say("ae_owed_hint") : ""})}
    ${Section(say("ae_undecided"), manifest, () => UndecidedTable(ae, manifest))}
  </div>`;
  const isOwedFirst = comesFirst(ae, clock);
  return html`<div>
    ${Breadcrumbs(crumbs, ae.name)}${Question("ae", ae.name)}${Unlisted(ae, manifest)}
    ${Finding(Sentence(withOwnTime(describeComing(ae, manifest), ae.coming[0]?.meeting_at, manifest), [ae.coming.length > 0 && (() => askComing(ae.coming, manifest, clock))]), Sentence(describeOwed(ae), listOwedAsks(ae, manifest)))}
    ${isOwedFirst ? owed : null}
    ${Section(say("ae_coming"), manifest, () =>
      ae.coming.length
        ? html`<div>
            <p class="muted small">${describeClock(clock, manifest)}</p>
            ${AeComing(ae, manifest, clock)}
            <p class="small links on-screen">
              <a href=${addressOf("board", {ae: ae.slug})}>${say("board_link")}</a>
              ${ae.has_calendar ? html`<a href=${addressOfData(`coming/ae/${encodeURIComponent(ae.slug)}.ics`, manifest.version)} download=${`${ae.slug}.ics`}>${say("ae_calendar")}</a>` : null}
            </p>
          </div>`
        : html`<p class="muted">${say("ae_lead_none")}</p>`,
    )}
    ${isOwedFirst ? null : owed}
    ${ae.unrecorded.length ? Section(say("ae_unrecorded"), manifest, () => UnrecordedTable(ae, manifest), {hint: say("ae_unrecorded_hint")}) : null}
    ${manifest.is_team_only ? null : Section(say("ae_numbers"), manifest, () => html`<div>${MetricCells(ae.cells, manifest, {of: "ae", slug: ae.slug})}${TermHelp(["as_counted"], manifest)}</div>`, {hint: say("ae_numbers_hint"), needs: "feedback"})}
    ${Section(say("ae_past"), manifest, () => PastTable(ae.past, manifest), {needs: "handoffs"})}
  </div>`;
}

/** Whether what is owed comes before what is ahead: where something is, and no meeting is near enough for its brief to come first. */
function comesFirst({owed, undecided, coming: [next]}: AeData, clock: Clock): boolean {
  return owed.length + undecided.length > 0 && (!next || urgencyOf(next.meeting_at, clock) === "later");
}

/** That the id is nobody's whom the people export knows, where that is so. */
function Unlisted({slug}: AeData, manifest: Manifest): HTMLElement | null {
  if (manifest.people.every((person) => person.slug !== slug || person.is_known) || !hasPage(manifest, "health")) return null;
  return html`<p class="muted">${say("unlisted_note")} <a href=${addressOf("health")}>${PAGES.health.name}</a>.</p>`;
}

export function describeComing({coming}: AeData, {timezone: zone}: Manifest): string {
  const [first] = coming;
  if (!first) return say("ae_lead_none");
  const open = coming.filter(({tasks}) => tasks.length).length;
  return say("ae_lead_coming", {
    n: formatCount(coming.length),
    when: formatTime(first.meeting_at, {zone}),
    account: first.account ?? say("unnamed"),
    open: open ? say("ae_lead_open", {n: formatCount(open)}) : "",
  });
}

export function describeOwed({owed_count, overdue_count, open_count, unrecorded_count}: AeData): string {
  const parts = (
    [
      ["ae_lead_owed", owed_count],
      ["ae_lead_undecided", overdue_count],
      ["ae_lead_open_decisions", open_count],
      ["ae_lead_unrecorded", unrecorded_count],
    ] as const
  ).flatMap(([key, n]) => (n ? [say(key, {n: formatCount(n)})] : []));
  return parts.join(" ") || say("ae_lead_clear");
}
