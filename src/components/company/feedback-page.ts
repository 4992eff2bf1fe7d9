import {html} from "htl";
import type {FeedbackData, Manifest} from "../../../pipeline/contract/datasets.js";
import {AnswerBars} from "../chart/answer-bars.js";
import {BarList} from "../chart/bar-list.js";
import {ForecastTable, ResponseTable, Verbatims} from "./feedback-tables.js";
import {askAnswers, askValued, askValuing} from "../explain/explain-answers.js";
import {askGood, askMiddle} from "../explain/explain-ratings.js";
import {Finding} from "../base/finding.js";
import {CommentThemes, ThemesHint} from "./comment-themes.js";
import {countMembers, formatCount, formatInterval, formatShare} from "../base/format.js";
import {askHeadline, describeHeadline} from "./lead.js";
import {MetricTable} from "../table/metric-table.js";
import {Hidden, Missing} from "../base/missing.js";
import {Section} from "../frame/section.js";
import {showsPeople} from "../frame/site-pages.js";
import {Sentence} from "../explain/told.js";
import {TermHelp} from "../frame/term-help.js";
import {say, withinSentence} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** Feedback: how often AEs answer, what they find, what helps, whether forecasts hold, and their words. Never how one of them rates. */
export function FeedbackPage(data: FeedbackData | null, manifest: Manifest): HTMLElement {
  if (!data) return Hidden(manifest);
  const {headlines, accuracy_months, valued, ratings, advance, response, themes, words} = data;
  if (!headlines.length && !words.length && !response.length)
    return Missing(manifest, {entity: "feedback", metric: "feedback_response_rate"});
  const needs = "feedback";
  const window = manifest.metrics.find(({name}) => name === "advance_forecast_accuracy")?.window ?? "";
  return html`<div>
    ${Lead(data, manifest)} ${Section("", manifest, () => MetricTable(headlines, manifest), {needs})}
    <div class="columns">
      ${Section(say("accuracy"), manifest, () => (accuracy_months.length ? AnswerBars(accuracy_months, manifest) : null), {needs})}
      ${Section(say("valued"), manifest, () => (valued.length ? Valued(data, manifest) : null), {needs})}
    </div>
    <div class="columns">
      ${Section(say("ratings"), manifest, () => (ratings.length ? Ratings(data, manifest) : null), {needs})}
      ${Section(say("forecast"), manifest, () => (advance.length ? ForecastTable(advance, manifest) : null), {needs, hint: say("forecast_hint", {window})})}
    </div>
    ${Section(say("themes"), manifest, () => CommentThemes(themes, manifest), {needs, hint: themes.comments ? ThemesHint(themes, manifest) : ""})}
    ${response.length === 0 && !showsPeople(manifest) ? null : Section(say("response"), manifest, () => (response.length ? html`<div>${ResponseTable(response, manifest)}${TermHelp(["as_counted"], manifest)}</div>` : null), {needs, hint: say("response_hint")})}
    ${words.length === 0 && manifest.audience.kind !== "revops" ? null : Section(say("verbatims"), manifest, () => Verbatims(words, manifest), {needs, hint: words.length ? html`<span class="shown">${say("verbatims_hint", {n: words.length})}</span>` : ""})}
  </div>`;
}

function Lead({headlines, valued, valued_answers}: FeedbackData, manifest: Manifest): HTMLElement {
  const find = (name: string) => headlines.find(({metric}) => metric === name);
  const response = find("feedback_response_rate");
  const open = response?.latest?.in_flight ?? 0;
  const accuracy = find("qualification_accuracy")?.latest;
  const n = countMembers(accuracy);
  const [first] = [...valued].sort((a, b) => b.count - a.count);
  return Finding(
    Sentence(
      [
        describeHeadline(response, manifest, {key: "feedback_lead", withTarget: "feedback_lead_target"}),
        open ? say("feedback_in_flight", {n: formatCount(open)}) : "",
      ].join(" "),
      [askHeadline(response, manifest)],
    ),
    accuracy && n >= manifest.min_n
      ? Sentence(
          say("feedback_accuracy", {
            n: formatCount(n),
            share: formatShare(accuracy.value, n),
            interval: formatInterval(accuracy, {unit: "share"}, {n}),
          }),
          [askHeadline(find("qualification_accuracy"), manifest)],
        )
      : null,
    first &&
      Sentence(
        say("feedback_valued", {
          context: withinSentence(nameContext(first.context)),
          share: formatShare(valued_answers ? first.count / valued_answers : null, valued_answers),
          n: formatCount(valued_answers),
        }),
        [() => askValued({...first, answers: valued_answers}, manifest)],
      ),
    say("company_wide", {company: manifest.company}),
  );
}

const nameContext = (context: string) => say(`context_${context}` as WordKey);

function Valued({valued, valued_answers}: FeedbackData, manifest: Manifest): HTMLElement {
  const bars = valued.map(({context, count}) => ({
    label: nameContext(context),
    count,
    ask: () => askValued({context, count, answers: valued_answers}, manifest),
  }));
  return html`<div>
    <p class="muted small">
      ${Sentence(say("valued_hint", {n: formatCount(valued_answers)}), [() => askValuing(valued_answers, manifest)])}
    </p>
    ${BarList(bars, {caption: say("valued"), total: valued_answers})}
  </div>`;
}

/** All ratings of the company together, from 1 to 10. */
function Ratings({ratings}: FeedbackData, manifest: Manifest): HTMLElement {
  const total = ratings.reduce((sum, {count}) => sum + count, 0);
  const good = ratings.filter(({score}) => score >= 8).reduce((sum, {count}) => sum + count, 0);
  let below = 0;
  const median = ratings.find(({count}) => (below += count) * 2 >= total)?.score ?? 0;
  const ask = (score: number, count: number) => () =>
    askAnswers(
      {
        title: say("count_rating_part", {score}),
        meaning: say("count_rating_meaning"),
        part: say("count_rating_part", {score}),
        whole: say("count_ratings"),
        numerator: count,
        denominator: total,
        isMember: (fact) => Math.round(fact.score) === score,
        isIt: () => true,
        listed: count,
      },
      manifest,
    );
  const bars = ratings.map(({score, count}) => ({label: String(score), count, ask: ask(score, count)}));
  return html`<div>
    <p>
      ${Sentence(say("ratings_lead", {n: formatCount(total), share: formatShare(good / total, total), median}), [
        () => askGood(good, total, manifest),
        () => askMiddle(median, total, manifest),
      ])}
    </p>
    ${BarList(bars, {caption: say("ratings"), sorted: false})}
  </div>`;
}
