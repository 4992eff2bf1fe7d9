import * as Plot from "@observablehq/plot";
import type {FeedbackData, Manifest} from "../../../pipeline/contract/datasets.js";
import {Chart} from "./chart.js";
import {askAnswers} from "../explain/explain-answers.js";
import type {Asked} from "../explain/explain-panel.js";
import {Explained} from "../explain/explained.js";
import {formatCount, formatMonth, formatShare} from "../base/format.js";
import {tellRounded} from "../base/rounded.js";
import {say} from "../words/words.js";

/** Height of a line of text, in pixels. */
const LINE = 17;
const ANSWERS = ["full", "partial", "not"] as const;

/** Answers on qualification by month of the meeting, as shares that fill a bar: fully, partly, not. Named at the last bar. */
export function AnswerBars(months: FeedbackData["accuracy_months"], manifest: Manifest, {height = 220} = {}): HTMLElement {
  const total = (row: (typeof months)[number]) => row.full + row.partial + row.not;
  const bars = months.flatMap((row) => {
    let from = 0;
    return ANSWERS.map((answer) => {
      const part = total(row) ? row[answer] / total(row) : 0;
      from += part;
      return {month: row.month, answer, from: from - part, to: from};
    });
  });
  const latest = months.at(-1)!;
  const share = (answer: (typeof ANSWERS)[number], row = latest) =>
    formatShare(total(row) ? row[answer] / total(row) : null, total(row));
  const labels = bars
    .slice(-ANSWERS.length)
    .map(({answer, from, to}) => ({y: (from + to) / 2, text: `${say(`accuracy_${answer}`)} ${share(answer)}`}));
  const stepAt = (width: number) => Math.ceil(months.length / Math.max(2, Math.floor((width - 140) / 34)));
  return Chart(
    (width) => ({
      height,
      marginLeft: 48,
      marginRight: 92,
      marginBottom: 40,
      x: {
        type: "band",
        label: null,
        tickSize: 0,
        padding: 0.08,
        domain: months.map(({month}) => month),
        tickFormat: (month: string, index: number) => (index % stepAt(width) ? "" : nameMonth(month, index === 0)),
      },
      y: {label: null, ticks: 3, tickSize: 0, domain: [0, 1], tickFormat: (value: number) => formatShare(value)},
      marks: [
        ...ANSWERS.map((answer) =>
          Plot.barY(
            bars.filter((bar) => bar.answer === answer),
            {x: "month", y1: "from", y2: "to", fill: "currentColor", className: `answer-${answer}`},
          ),
        ),
        Plot.text(spread(labels, LINE / (height - 60)), {
          frameAnchor: "right",
          y: "y",
          text: "text",
          dx: 8,
          textAnchor: "start",
          fill: "currentColor",
        }),
      ],
    }),
    {
      not: [say("read_answers_not"), tellRounded(...months.map((row) => ANSWERS.map((answer) => row[answer])))]
        .filter(Boolean)
        .join(" "),
      asks: ANSWERS.map((answer) => () => askAccuracy(latest, answer, manifest)),
      summary: say("accuracy_summary", {
        month: formatMonth(latest.month),
        full: share("full"),
        partial: share("partial"),
        not: share("not"),
        n: formatCount(total(latest)),
      }),
      table: {
        header: [say("month"), ...ANSWERS.map((answer) => say(`accuracy_${answer}`)), say("answer_count")],
        rows: months.map((row) => [
          formatMonth(row.month),
          ...ANSWERS.map((answer) => Explained(share(answer, row), () => askAccuracy(row, answer, manifest))),
          formatCount(total(row)),
        ]),
      },
    },
    {widest: 760},
  );
}

function askAccuracy(row: FeedbackData["accuracy_months"][number], answer: (typeof ANSWERS)[number], manifest: Manifest): Asked {
  const name = say(`accuracy_${answer}`);
  return askAnswers(
    {
      title: `${say("accuracy")} ${name}, ${formatMonth(row.month)}`,
      meaning: say("count_accuracy_meaning"),
      part: say("count_accuracy_part", {answer: name}),
      whole: say("count_answers"),
      numerator: row[answer],
      denominator: row.full + row.partial + row.not,
      span: {period: "month", period_start: row.month},
      isMember: ({accuracy}) => accuracy !== "",
      isIt: ({accuracy}) => accuracy === answer,
    },
    manifest,
  );
}

/** A month below its bar; the year where one begins. */
function nameMonth(month: string, isFirst: boolean): string {
  const name = formatMonth(month, {short: true});
  return isFirst || month.slice(5, 7) === "01" ? `${name}\n${month.slice(0, 4)}` : name;
}

/** Moves labels apart that would stand on each other: from the top down, each at least `gap` below the one before. */
export function spread<T extends {y: number}>(labels: readonly T[], gap: number): T[] {
  let free = Infinity;
  return [...labels]
    .sort((a, b) => b.y - a.y)
    .map((label) => {
      const y = Math.min(label.y, free);
      free = y - gap;
      return {...label, y};
    });
}
