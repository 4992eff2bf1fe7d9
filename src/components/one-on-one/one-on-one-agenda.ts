import {html} from "htl";
import type {FocusData, Manifest, OneOnOneData} from "../../../pipeline/contract/datasets.js";
import {keepSafeLink} from "../frame/address.js";
import {nameLevel} from "../people/coaching-queue.js";
import {listReasonAsks} from "../explain/explain-coaching.js";
import {askSince} from "../explain/explain-focus.js";
import type {FocusPlace} from "../explain/explain-focus.js";
import {formatCount, formatDay} from "../base/format.js";
import {nameCasesSince} from "../base/name-cases.js";
import {Verdict} from "../people/one-thing.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";

/** The agenda by goal, reality, options and way forward, filled in as far as the data go, with room to write. */
export function Agenda(sheet: OneOnOneData, manifest: Manifest): HTMLElement {
  const {focus, next} = sheet.coaching;
  const others = next.map(({label}) => say("quote", {text: label})).join(", ");
  const place = {slug: sheet.slug, name: sheet.name, manifest};
  const steps: [term: string, texts: (Node | string)[]][] = [
    [say("grow_goal"), [focus ? Goal(focus, sheet, manifest) : say("grow_goal_none")]],
    [say("grow_reality"), focus ? [Reality(focus, sheet.look, place), say("grow_reality_ask")] : [say("grow_reality_none")]],
    [
      say("grow_options"),
      [focus?.practice ?? "", others ? say("grow_options_other", {labels: others}) : "", say("grow_options_ask")],
    ],
    [say("grow_way"), [say("grow_way_text"), describeNext(sheet)]],
  ];
  return html`<dl class="agenda">
    ${steps.map(
      ([term, texts]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>
            ${texts.filter(Boolean).map((text) => html`<p>${text}</p>`)}
            ${[1, 2, 3].map(() => html`<div class="write" aria-hidden="true"></div>`)}
          </dd>
        </div>`,
    )}
  </dl>`;
}

/** How often it was done, as counted, since the last look and before; what was agreed before anything could be counted. */
function Reality(focus: FocusData, look: OneOnOneData["look"], place: FocusPlace): Node | string {
  const {label, lapse, done, eligible} = focus;
  if (eligible === null || done === null) return say("focus_lead_uncounted", {label});
  const cases = nameCasesSince(focus, look);
  return Sentence(lapse ? say("grow_reality_lapse", {lapse, cases}) : say("grow_reality_counted", {label, cases}), [
    () => askSince(focus, look, place),
  ]);
}

/** The next step; where it has been taken since the last look, to keep it. */
function Goal(focus: FocusData, {against, look}: OneOnOneData, manifest: Manifest): Node | string {
  const {label} = focus;
  if (!against || against.step === null) return say("grow_goal_plain", {label});
  const {quartile, step, people} = against;
  const isTaken = look !== null && look.eligible > 0 && look.done / look.eligible >= step / 10;
  const text = say(isTaken ? "grow_goal_kept" : "grow_goal_text", {
    label,
    done: formatCount(look?.done),
    n: formatCount(look?.eligible),
    step: formatCount(step),
    people: formatCount(people),
    level: nameLevel(quartile, 0),
  });
  return Sentence(text, [listReasonAsks(focus, against, manifest).gap]);
}

/** The one day on which it is looked at again: the agreed review, or the one on which the counts alone are gone through. */
export const describeNext = ({coaching: {focus}, next_check_on}: OneOnOneData): string =>
  say(focus?.agreed ? "queue_next" : "focus_counted_again", {day: formatDay(next_check_on, {year: true})});

/** What was agreed before, with what became of it, and what was dismissed, the newest first; where nothing was, that the focus was not agreed either. */
export function Before(
  {coaching: {focus, verdicts}, dismissals}: Pick<OneOnOneData, "coaching" | "dismissals">,
  place: FocusPlace,
): HTMLElement {
  const lines: {on: string; line: Node | string}[] = [
    ...verdicts.map((verdict) => ({on: verdict.agreed_on, line: Verdict(verdict, place)})),
    ...dismissals.map((dismissal) => ({on: dismissal.dismissed_on, line: describeDismissal(dismissal)})),
  ];
  const none = focus && !focus.agreed ? "sheet_before_none_chosen" : "sheet_before_none";
  if (!lines.length) return html`<p class="muted">${say(none)}</p>`;
  lines.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  return html`<ul class="lines">
    ${lines.map(({line}) => html`<li>${line}</li>`)}
  </ul>`;
}

function describeDismissal({label, dismissed_on, note}: OneOnOneData["dismissals"][number]): string {
  const day = formatDay(dismissed_on, {year: true});
  return note ? say("before_dismissed_note", {label, day, note}) : say("before_dismissed", {label, day});
}

/** Links to the company's own form: to agree on the focus unless that was done and its review is still to come, on what stands beside it, or on something else, or to say that it is not the focus. @param today day of the data */
export function RecordLinks(
  {forms, other_form_url, coaching: {focus}}: Pick<OneOnOneData, "forms" | "other_form_url" | "coaching">,
  today: string,
): HTMLElement {
  const [first] = forms;
  const isRunning = focus?.agreed && focus.review_on && focus.review_on > today;
  const open = isRunning ? forms.filter(({behaviour}) => behaviour !== focus.behaviour) : forms;
  const links = [
    ...open.map(({label, commit_url}) => ({text: say("record_commit", {label}), url: keepSafeLink(commit_url)})),
    ...(first ? [{text: say("record_dismiss"), url: keepSafeLink(first.dismiss_url)}] : []),
    ...(other_form_url ? [{text: say("record_other"), url: keepSafeLink(other_form_url)}] : []),
  ].filter(({url}) => url);
  return html`<div class="record">
    <h3>${say("sheet_record")}</h3>
    ${links.length ? html`<p class="links">${links.map(({text, url}) => html`<a href=${url}>${text}</a> `)}</p>` : html`<p class="muted small">${say("record_none")}</p>`}
  </div>`;
}
