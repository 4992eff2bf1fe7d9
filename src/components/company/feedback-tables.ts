import {html} from "htl";
import type {FeedbackData, Manifest, MetricInfo} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "../frame/address.js";
import {BriefLink} from "../frame/brief-link.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {describeRow, DotInterval} from "../chart/dot-interval.js";
import {askAnswers} from "../explain/explain-answers.js";
import {askCount} from "../explain/explain-count.js";
import {askPlain} from "../explain/explain-plain.js";
import {askRow} from "../explain/explain.js";
import type {Asked} from "../explain/explain-panel.js";
import {Explained} from "../explain/explained.js";
import {countMembers, formatCount, formatDay, formatInterval, formatMetric, formatRow, formatShare} from "../base/format.js";
import {describeOnlyCounted} from "../explain/judged.js";
import {nameKind} from "../base/kinds.js";
import {Reading} from "../explain/reading.js";
import {ShareMark} from "../chart/share-mark.js";
import {StatusMark} from "../chart/status-mark.js";
import {Take} from "../picture/take.js";
import {say, withinSentence} from "../words/words.js";
import type {WordKey} from "../words/words.js";

type Forecast = FeedbackData["advance"][number];

/** What AEs expected, and what share of those whose time is over became an opportunity. */
export function ForecastTable(answers: readonly Forecast[], manifest: Manifest): HTMLElement {
  const columns: Column<Forecast>[] = [
    {key: "answer", label: say("forecast_answer"), value: ({answer}) => say(`advance_${answer}` as WordKey), isName: true},
    {
      key: "count",
      label: say("answer_count"),
      value: ({count}) => count,
      cell: (row) => Explained(formatCount(row.count), () => askExpected(row, manifest)),
      align: "right",
    },
    {
      key: "decided",
      label: say("forecast_decided"),
      value: ({decided}) => decided,
      cell: ({decided}) => formatCount(decided),
      align: "right",
    },
    {
      key: "advanced",
      label: say("forecast_came"),
      value: ({advanced}) => advanced,
      cell: (row) =>
        ShareMark(
          {numerator: row.advanced, denominator: row.decided},
          {
            label: say("forecast_came"),
            counted: withinSentence(say("answer_count")),
            ask: () => askForecast(row, manifest),
          },
          manifest,
        ),
    },
  ];
  const yes = answers.find(({answer}) => answer === "yes");
  const conclude = yes?.decided
    ? say("read_forecast", {share: formatShare(yes.advanced / yes.decided, yes.decided), n: formatCount(yes.decided)})
    : say("read_forecast_none");
  const figure = html`<div>
    ${Reading(conclude, say("read_forecast_not"), [yes?.decided ? () => askForecast(yes, manifest) : null])}
    ${DataTable(answers, columns, {caption: say("forecast"), file: "forecasts", filter: false})}
  </div>`;
  return Take(figure, say("forecast"));
}

function askForecast({answer, advanced, decided}: Forecast, manifest: Manifest): Asked {
  return askAnswers(
    {
      title: `${say("forecast_answer")} ${say(`advance_${answer}` as WordKey)}`,
      meaning: say("count_forecast_meaning", {answer: say(`advance_${answer}` as WordKey)}),
      part: say("count_forecast_part"),
      whole: say("count_forecast_whole"),
      numerator: advanced,
      denominator: decided,
      isMember: (fact) => fact.advance === answer && fact.advanced !== "",
      isIt: (fact) => fact.advanced === "came",
    },
    manifest,
  );
}

/** The question about how many answers expected the same. */
function askExpected({answer, count}: Forecast, manifest: Manifest): Asked {
  const name = say(`advance_${answer}` as WordKey);
  return askCount(
    {
      title: `${say("forecast_answer")} ${name}`,
      meaning: say("count_expected_meaning", {answer: name}),
      part: say("count_accuracy_part", {answer: name}),
      numerator: count,
      isMember: (fact) => fact.advance === answer,
      counts: () => say("counts_yes"),
    },
    manifest,
  );
}

/** The question about how many people lie below their target by more than chance, each with the own number. */
function askBelow(rows: FeedbackData["response"], metric: MetricInfo, manifest: Manifest): Asked {
  const below = rows.filter(({status}) => status === "below_target");
  return askPlain(
    {
      title: say("below_title", {label: metric.label}),
      value: say("of_n", {part: below.length, n: rows.length}),
      meaning: say("below_meaning"),
      entries: below.map((row) => {
        const n = countMembers(row);
        const target = formatMetric(row.target, metric, {n});
        const words = {value: formatRow(row, metric), interval: formatInterval(row, metric, {n}), target};
        return [row.scope_name, say("below_line", words)] as const;
      }),
    },
    manifest,
  );
}

/** Who answered in time, by name; never how anyone rates. */
export function ResponseTable(rows: FeedbackData["response"], manifest: Manifest): HTMLElement | null {
  const metric = manifest.metrics.find(({name}) => name === "feedback_response_rate");
  if (!metric || !rows.length) return null;
  const below = rows.filter(({status}) => status === "below_target").length;
  const table = DataTable<FeedbackData["response"][number]>(
    rows,
    [
      {key: "name", label: say("ae"), value: ({scope_name}) => scope_name, isName: true},
      {
        key: "value",
        label: say("response_share"),
        of: nameKind("plain"),
        hint: metric.meaning,
        value: (row) => (row.maturity === "too_few" ? null : row.value),
        cell: (row) =>
          html`<span class="mark-cell" title=${describeRow(row, metric)}
            >${DotInterval(row, metric)}<span class="small"
              >${Explained(formatRow(row, metric), () => askRow(metric, row, manifest, {place: {of: "ae", slug: row.slug}}))}</span
            ></span
          >`,
      },
      {
        key: "n",
        label: metric.counted,
        value: (row) => countMembers(row),
        cell: (row) => formatCount(countMembers(row)),
        align: "right",
      },
      {
        key: "in_flight",
        label: say("in_flight", {n: ""}).trim(),
        value: ({in_flight}) => in_flight,
        cell: ({in_flight}) => formatCount(in_flight),
        align: "right",
      },
      {
        key: "status",
        label: say("reading"),
        value: ({status}) => say(`status_${status}`),
        cell: (row) =>
          html`<span class="whole">${StatusMark(row.status, {n: countMembers(row), counted: metric.counted})}</span
            >${row.as_counted ? html`<span class="sub wrap">${describeOnlyCounted(row)}</span>` : null}`,
      },
    ],
    {caption: say("response"), file: "feedback-response", filter: false},
  );
  const figure = html`<div>
    ${Reading(say("read_response", {n: below, total: rows.length}), say("read_response_not"), [() => askBelow(rows, metric, manifest)])}
    ${table}
  </div>`;
  return Take(figure, say("response"));
}

type Words = FeedbackData["words"][number];

/** What AEs wrote, newest first, to be searched by any word in it. */
export function Verbatims(words: readonly Words[], {timezone}: Pick<Manifest, "timezone">): HTMLElement | null {
  if (!words.length) return null;
  const quote = (text: string | null) => (text ? html`<q>${text}</q>` : null);
  return DataTable(
    words,
    [
      {
        key: "meeting_at",
        label: say("meeting"),
        value: ({meeting_at}) => meeting_at,
        cell: ({meeting_at, handoff_id}) =>
          html`<span class="whole">${BriefLink(handoff_id, formatDay(meeting_at, {zone: timezone, year: true}))}</span>`,
      },
      {key: "missing", label: say("was_missing"), value: ({missing}) => missing, cell: ({missing}) => quote(missing)},
      {key: "helpful", label: say("was_helpful"), value: ({helpful}) => helpful, cell: ({helpful}) => quote(helpful)},
      {key: "account", label: say("account"), value: ({account}) => account},
      {
        key: "sdr",
        label: say("sdr"),
        value: ({sdr}) => sdr,
        cell: ({sdr, sdr_slug}) => (sdr && sdr_slug ? html`<a href=${addressOf("sdr", {sdr: sdr_slug})}>${sdr}</a>` : sdr),
      },
      {key: "ae", label: say("ae"), value: ({ae}) => ae},
    ],
    {caption: say("verbatims"), file: "feedback-words", filter: true, filterHint: say("verbatims_filter"), limit: 20},
  );
}
