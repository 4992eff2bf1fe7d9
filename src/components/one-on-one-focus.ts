import {html} from "htl";
import type {Manifest, OneOnOneData} from "../../pipeline/contract/datasets.js";
import {nameLevel} from "./coaching-queue.js";
import {formatPoints} from "./difference-mark.js";
import {listReasonAsks} from "./explain-coaching.js";
import {formatCount, formatShare} from "./format.js";
import {Sentence} from "./told.js";
import type {Ask} from "./told.js";
import {say} from "./words.js";

/** What the choice was made by: the size of the gap, how often, how strongly it goes with SQL, what AEs said, how sure; null without a counted focus. */
export function FocusReasons(
  {coaching: {focus}, against}: Pick<OneOnOneData, "coaching" | "against">,
  manifest: Manifest,
): HTMLElement | null {
  if (!focus || !against || focus.eligible === null) return null;
  const {comments, commented, association, sure, eligible} = focus;
  const asks = listReasonAsks(focus, against, manifest);
  const reasons: [term: string, text: string, ask: Ask][] = [
    [
      say("why_gap"),
      say("why_gap_text", {points: formatCount(against.gap * 100), people: formatCount(against.people), level: nameLevel(against.quartile, eligible)}),
      asks.gap,
    ],
    [say("why_often"), say("why_often_text", {share: formatShare(against.occurrence)}), asks.often],
    [say("why_sql"), association !== null && association > 0 ? say("why_sql_text", {difference: formatPoints(association)}) : say("why_sql_none"), asks.sql],
    [
      say("why_said"),
      comments ? say("why_said_text", {comments: formatCount(comments), commented: formatCount(commented)}) : say("why_said_none"),
      asks.said,
    ],
    ...(sure === null ? [] : [[say("why_sure"), say("why_sure_text", {sure: formatShare(Math.min(sure, 0.99), 100)}), asks.sure] as [string, string, Ask]]),
  ]; // prettier-ignore
  return html`<div class="reasons">
    <h3>${say("sheet_why")}</h3>
    <dl class="facts">
      ${reasons.map(
        ([term, text, ask]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${Sentence(text, [ask])}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}
