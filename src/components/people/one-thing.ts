import {html} from "htl";
import type {
  CoachingData,
  Dismissed,
  FocusData,
  Manifest,
  MetricInfo,
  RunData,
  VerdictData,
} from "../../../pipeline/contract/datasets.js";
import {formatPoints} from "../chart/difference-mark.js";
import {listFocusAsks} from "../explain/explain-coaching.js";
import type {FocusPlace} from "../explain/explain-focus.js";
import {askRun} from "../explain/explain-run.js";
import {askVerdict} from "../explain/explain-sheet.js";
import {FocusBand} from "../chart/focus-band.js";
import {formatCount, formatDay, formatShare} from "../base/format.js";
import {nameCases} from "../base/name-cases.js";
import {RunPicture} from "../chart/runs.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** The one thing to work on: which, what speaks for it, how to do it, whether it moves; or why there is none. @param lead what speaks for it, where the page says it shorter; `below` what results lie below target, by label */
export function OneThing(
  {focus, next, no_focus, moved, verdicts}: CoachingData,
  {
    hasHistory = true,
    lead = null,
    below = [],
    ...place
  }: FocusPlace & {hasHistory?: boolean; lead?: Node | null; below?: readonly string[]},
): HTMLElement {
  const history = html`<ul class="lines">
    ${moved ? html`<li>${say("focus_moved", {label: moved.label, since: formatDay(moved.since, {year: true})})}</li>` : null}
    ${(hasHistory ? verdicts : []).map((verdict) => html`<li>${Verdict(verdict, place)}</li>`)}
  </ul>`;
  if (!focus)
    return html`<div>
      <p class="muted">${describeNoFocus(no_focus, below, place.isSheet)}</p>
      ${history}
    </div>`;
  return html`<div>
    ${lead ?? html`<p>${AskedFocus(focus, place)}</p>`} ${lead ? null : FocusBand(focus, place)}
    <p>${say("focus_how", {practice: focus.practice})}</p>
    <p class="muted small">${describeSince(focus, place)}</p>
    ${next.length ? html`<p class="muted small">${say("focus_next", {labels: next.map(({label}) => say("quote", {text: label})).join(", ")})}</p>` : null}
    ${focus.run ? FocusRun(focus.run, focus, place.manifest) : null} ${history}
  </div>`;
}

/** Why there is no one thing; what lies below target all the same. @param below labels @param isSaid whether they are named above */
export const describeNoFocus = (reason: CoachingData["no_focus"], below: readonly string[], isSaid = false): string =>
  reason === "nothing_stands_out" && below.length
    ? say(isSaid ? "focus_none_below_said" : "focus_none_below", {labels: below.join(", ")})
    : say(`focus_none_${reason ?? "too_few"}` as WordKey);

/** The numbers that speak for it, in sentences. */
export function describeFocus({label, lapse, eligible, done, colleagues, comments, commented, association}: FocusData): string {
  if (eligible === null || done === null) return say("focus_lead_uncounted", {label});
  const cases = nameCases({done, eligible, lapse});
  const theirs = colleagues && (lapse ? colleagues.eligible - colleagues.done : colleagues.done) / colleagues.eligible;
  return [
    lapse ? say("focus_lapse", {lapse, cases}) : say("focus_lead", {label, cases}),
    colleagues ? say("focus_others", {n: formatCount(colleagues.eligible), people: formatCount(colleagues.people), share: formatShare(theirs, colleagues.eligible)}) : "", // prettier-ignore
    comments > 0 ? say("focus_said", {comments: formatCount(comments), commented: formatCount(commented)}) : "",
    association ? say("focus_sql", {difference: formatPoints(association.difference)}) : "",
  ].filter(Boolean).join(" "); // prettier-ignore
}

/** The same, to be asked about: the answers open the handoffs behind it. */
export const AskedFocus = (focus: FocusData, place: FocusPlace): HTMLElement =>
  Sentence(describeFocus(focus), listFocusAsks(focus, place));

/** What became of something agreed, to be asked about where it could be counted. */
export const Verdict = (verdict: VerdictData, place: FocusPlace): HTMLElement =>
  Sentence(describeVerdict(verdict), [verdict.before_n + verdict.after_n > 0 && (() => askVerdict(verdict, place))]);

/** Its run chart, with how level and limits come about. */
function FocusRun(run: RunData, {behaviour, label}: FocusData, manifest: Manifest): HTMLElement {
  const metric = {...SHARE, name: behaviour, label};
  return RunPicture(run, metric, {
    title: say("focus_chart"),
    none: "focus_unmoved",
    asks: [() => askRun(run, metric, manifest)],
    manifest,
  });
}

/** Since when; on a sheet what to do about one that does not move, elsewhere when it is looked at again, which a sheet says at its head and in its agenda. */
function describeSince(
  {since, is_since_before, is_unmoved, review_on, agreed, dismissed}: FocusData,
  {isSheet}: FocusPlace,
): string {
  const day = formatDay(since, {year: true});
  const start = agreed
    ? say(agreed.note ? "focus_agreed_note" : "focus_agreed", {since: day, note: agreed.note ?? ""})
    : say(is_since_before ? "focus_since_before" : "focus_since", {since: day});
  const told = [start, isSheet && is_unmoved ? say("queue_unmoved") : "", describeDismissed(dismissed)].filter(Boolean).join(" ");
  const review = agreed ? "focus_review" : "focus_counted_again";
  return review_on && !isSheet ? `${told} ${say(review, {day: formatDay(review_on, {year: true})})}` : told;
}

/** That it was dismissed before, and until when that held: it is back, and not unasked. */
export const describeDismissed = (dismissed: Dismissed | null): string =>
  dismissed
    ? say("focus_dismissed", {on: formatDay(dismissed.on, {year: true}), until: formatDay(dismissed.until, {year: true})})
    : "";

/** What became of something agreed, before and after. */
export function describeVerdict({label, agreed_on, verdict, before_n, before_done, after_n, after_done}: VerdictData): string {
  const share = (done: number, n: number) => say("verdict_share", {share: formatShare(done / n, n), n: formatCount(n)});
  return say(`verdict_${verdict}` as WordKey, {
    label, agreed: formatDay(agreed_on, {year: true}), before: before_n ? share(before_done, before_n) : "", after: after_n ? share(after_done, after_n) : "",
  }); // prettier-ignore
}

const SHARE: MetricInfo = {
  name: "", label: "", short_label: "", group: "documentation", meaning: "", formula: "", counted: "", yes: "", no: "", unit: "share", kind: "rate", direction: "up", window: "",
  dated_by: "meeting", target: null, is_headline: false, is_leading: true, record: "handoff",
}; // prettier-ignore
