import * as Plot from "@observablehq/plot";
import type {FeedbackData} from "../../pipeline/contract/datasets.js";
import {Chart} from "./chart.js";
import {formatCount, formatMonth, formatShare} from "./format.js";
import {say} from "./words.js";

const ANSWERS = ["full", "partial", "not"] as const;

/** Answers on qualification by month of the meeting, as shares that fill a bar: fully, partly, not. Named at the last bar. */
export function AnswerBars(months: FeedbackData["accuracy_months"], {width = 520, height = 220} = {}): HTMLElement {
  const total = (row: (typeof months)[number]) => row.full + row.partial + row.not;
  const bars = months.flatMap((row) => {
    let from = 0;
    return ANSWERS.map((answer) => {
      const share = total(row) ? row[answer] / total(row) : 0;
      const bar = {day: new Date(`${row.month}T00:00:00Z`), answer, from, to: from + share, share};
      from += share;
      return bar;
    });
  });
  const last = bars.slice(-ANSWERS.length);
  const place = {x: "day", interval: "month"} as const;
  const latest = months.at(-1)!;
  const share = (answer: (typeof ANSWERS)[number], row = latest) =>
    formatShare(total(row) ? row[answer] / total(row) : null, total(row));
  return Chart(
    {
      width,
      height,
      marginLeft: 40,
      marginRight: 96,
      x: {type: "utc", label: null, tickSize: 0, ticks: Math.max(2, Math.floor(width / 110))},
      y: {label: null, ticks: 3, tickSize: 0, domain: [0, 1], tickFormat: (value: number) => formatShare(value)},
      marks: [
        ...ANSWERS.map((answer) =>
          Plot.rectY(
            bars.filter((bar) => bar.answer === answer),
            {...place, y1: "from", y2: "to", fill: "currentColor", className: `answer-${answer}`, insetLeft: 1, insetRight: 1},
          ),
        ),
        Plot.text(last, {
          x: (bar: (typeof last)[number]) => new Date(Date.UTC(bar.day.getUTCFullYear(), bar.day.getUTCMonth() + 1, 1)),
          y: (bar: (typeof last)[number]) => (bar.from + bar.to) / 2,
          text: (bar: (typeof last)[number]) => `${say(`accuracy_${bar.answer}`)} ${share(bar.answer)}`,
          dx: 6,
          textAnchor: "start",
          fill: "currentColor",
        }),
      ],
    },
    {
      summary: say("accuracy_summary", {
        month: formatMonth(latest.month),
        full: share("full"),
        partial: share("partial"),
        not: share("not"),
        n: formatCount(total(latest)),
      }),
      table: {
        header: [say("month"), ...ANSWERS.map((answer) => say(`accuracy_${answer}`)), say("answers")],
        rows: months.map((row) => [
          formatMonth(row.month),
          ...ANSWERS.map((answer) => share(answer, row)),
          formatCount(total(row)),
        ]),
      },
    },
  );
}
