import {html} from "htl";
import type {FocusData, OneOnOneData} from "../../../pipeline/contract/datasets.js";
import {formatSure, nameLevel} from "../people/coaching-queue.js";
import {formatPoints} from "../chart/difference-mark.js";
import {askColleagues, listReasonAsks} from "../explain/explain-coaching.js";
import {askSince} from "../explain/explain-focus.js";
import type {FocusPlace} from "../explain/explain-focus.js";
import {formatCount, formatShare} from "../base/format.js";
import {nameCasesSince} from "../base/name-cases.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";

/**
 * The focus of a sheet in one sentence: what was counted, what the upper quarter of the others does, what it is worth; and in a small line
 * what else it was chosen by. All others together are told when it is asked about. Null without a counted focus.
 */
export function SheetFocus(
  {coaching: {focus}, against, look}: Pick<OneOnOneData, "coaching" | "against" | "look">,
  place: FocusPlace,
): HTMLElement | null {
  if (!focus || !against || focus.eligible === null) return null;
  const {colleagues} = focus;
  const asks = listReasonAsks(focus, against, place.manifest);
  const others = colleagues && (() => askColleagues(focus, colleagues, place));
  return html`<div>
    <p>${Sentence(describeSheetFocus(focus, against, look), [() => askSince(focus, look, place), asks.gap, asks.sql, others])}</p>
    <p class="muted small">${Sentence(describeReasons(focus, against), [asks.gap, asks.often, asks.said, asks.sure])}</p>
  </div>`;
}

type Against = NonNullable<OneOnOneData["against"]>;

function describeSheetFocus(focus: FocusData, {people, quartile}: Against, look: OneOnOneData["look"]): string {
  const {label, lapse, eligible, association} = focus;
  return say(`sheet_focus_${lapse ? "lapse" : "line"}${association ? "_worth" : ""}`, {
    label,
    lapse: lapse ?? "",
    cases: nameCasesSince(focus, look),
    people: formatCount(people),
    level: nameLevel(quartile, eligible ?? 0, lapse),
    ...(association && {difference: formatPoints(association.difference)}),
  });
}

/** Gap, how often, what AEs said, how sure. */
function describeReasons({comments, commented, association, sure}: FocusData, {gap, occurrence}: Against): string {
  const list = [
    say("why_gap", {points: formatCount(gap * 100)}),
    say("why_often", {share: formatShare(occurrence)}),
    comments ? say("why_said", {comments: formatCount(comments), commented: formatCount(commented)}) : "",
    association ? "" : say("why_sql_none"),
    sure === null ? "" : say("why_sure", {sure: formatSure(sure)}),
  ];
  return say("sheet_why", {list: list.filter(Boolean).join("; ")});
}
