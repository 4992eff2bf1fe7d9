import {html} from "htl";
import type {OneOnOneData} from "../../pipeline/contract/datasets.js";
import {nameLevel} from "./coaching-queue.js";
import {formatPoints} from "./difference-mark.js";
import {formatCount, formatShare} from "./format.js";
import {say} from "./words.js";

/** What the choice was made by: the size of the gap, how often, how strongly it goes with SQL, what AEs said, how sure; null without a counted focus. */
export function FocusReasons({coaching: {focus}, against}: Pick<OneOnOneData, "coaching" | "against">): HTMLElement | null {
  if (!focus || !against || focus.eligible === null) return null;
  const {comments, commented, association, sure, eligible} = focus;
  const reasons: [term: string, text: string][] = [
    [
      say("why_gap"),
      say("why_gap_text", {points: formatCount(against.gap * 100), people: formatCount(against.people), level: nameLevel(against.quartile, eligible)}),
    ],
    [say("why_often"), say("why_often_text", {share: formatShare(against.occurrence)})],
    [say("why_sql"), association !== null && association > 0 ? say("why_sql_text", {difference: formatPoints(association)}) : say("why_sql_none")],
    [
      say("why_said"),
      comments ? say("why_said_text", {comments: formatCount(comments), commented: formatCount(commented)}) : say("why_said_none"),
    ],
    ...(sure === null ? [] : [[say("why_sure"), say("why_sure_text", {sure: formatShare(Math.min(sure, 0.99), 100)})] as [string, string]]),
  ]; // prettier-ignore
  return html`<div class="reasons">
    <h3>${say("sheet_why")}</h3>
    <dl class="facts">
      ${reasons.map(
        ([term, text]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${text}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}
