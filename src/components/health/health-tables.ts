import {html} from "htl";
import type {HealthData, Manifest} from "../../../pipeline/contract/datasets.js";
import {BarList} from "../chart/bar-list.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {askData, askUnknown} from "../explain/explain-health.js";
import type {Asked} from "../explain/explain-panel.js";
import {Explained} from "../explain/explained.js";
import {formatCount, formatShare, formatTime} from "../base/format.js";
import {Sentence} from "../explain/told.js";
import {say, WORDS} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** What stands where there is nothing to list. */
export const None = (key: WordKey) => html`<p class="muted">${say(key)}</p>`;
/** A table, and above it how many there are in all where it has only some of them. */
export function Some(table: HTMLElement, key: WordKey, shown: number, n: number): HTMLElement {
  if (n <= shown) return table;
  return html`<div>
    <p class="muted small shown">${say(key, {shown: formatCount(shown), n: formatCount(n)})}</p>
    ${table}
  </div>`;
}
/** A column of texts. */
export const text = <T>(key: keyof T & string, label: WordKey, isName = false): Column<T> => ({
  key,
  label: say(label),
  value: (row) => row[key] as string | null,
  isName,
});
/** A column of counts, to be asked about. */
export const count = <T>(key: keyof T & string, label: WordKey, ask?: (row: T) => Asked): Column<T> => ({
  key,
  label: say(label),
  value: (row) => row[key] as number,
  cell: (row) => {
    const n = formatCount(row[key] as number);
    return ask ? Explained(n, () => ask(row)) : n;
  },
  align: "right",
});

/** Ids of people that no export of people knows. */
export function UnmatchedPeople(
  {unmatched_people: rows, totals}: Pick<HealthData, "unmatched_people" | "totals">,
  manifest: Manifest,
): HTMLElement {
  if (!rows.length) return None("people_unmatched_none");
  const columns = [
    text<(typeof rows)[number]>("id", "id", true),
    text<(typeof rows)[number]>("used_in", "used_in"),
    count<(typeof rows)[number]>("rows", "count", ({id, used_in, rows: n}) =>
      askData(
        {title: id, n, meaning: "unmatched_rows_meaning", where: say("orphan_where", {where: used_in, example: id})},
        manifest,
      ),
    ),
  ];
  const table = DataTable(rows, columns, {caption: say("people_unmatched"), file: "unmatched-people"});
  return Some(table, "shown_most", rows.length, totals.unmatched_people);
}

/** References that lead to no record. */
export function Orphans(rows: HealthData["orphans"], manifest: Manifest): HTMLElement {
  if (!rows.length) return None("orphans_none");
  type Row = HealthData["orphans"][number];
  const where: Column<Row> = {
    key: "where",
    label: say("used_in"),
    value: ({entity, column}) => `${entity}.${column}`,
    isName: true,
  };
  const ask = ({entity, column, rows: n, rejected, example}: Row) => {
    const name = `${entity}.${column}`;
    const entries = [[say("orphan_rejected"), rejected ? formatCount(rejected) : ""] as const];
    return askData(
      {title: name, n, meaning: "orphan_rows_meaning", where: say("orphan_where", {where: name, example}), entries},
      manifest,
    );
  };
  const rejected: Column<Row> = {
    key: "rejected",
    label: say("orphan_rejected"),
    value: (row) => row.rejected,
    cell: (row) => (row.rejected ? Explained(formatCount(row.rejected), () => ask(row)) : ""),
    align: "right",
  };
  return DataTable(
    rows,
    [
      where,
      text<Row>("references", "references"),
      count<Row>("rows", "count", ask),
      ...(rows.some((row) => row.rejected) ? [rejected] : []),
      text<Row>("example", "example"),
    ],
    {
      caption: say("orphans"),
      file: "orphans",
    },
  );
}

/** Answers of AEs that could not be told to belong to a handoff. */
export function UnmatchedAnswers(
  {unmatched_feedback: rows, totals}: Pick<HealthData, "unmatched_feedback" | "totals">,
  {timezone}: Manifest,
): HTMLElement {
  if (!rows.length) return None("answers_none");
  type Row = HealthData["unmatched_feedback"][number];
  const columns: Column<Row>[] = [
    text("feedback_id", "id", true),
    {
      key: "submitted_at",
      label: say("submitted"),
      value: ({submitted_at}) => submitted_at,
      cell: ({submitted_at}) => formatTime(submitted_at, {zone: timezone, year: true}),
    },
    text("ae", "ae"),
    text("account", "account"),
    {key: "why", label: say("why"), value: ({why}) => (`why_${why}` in WORDS ? say(`why_${why}` as WordKey) : why)},
  ];
  const table = DataTable(rows, columns, {caption: say("answers"), file: "unmatched-answers"});
  return Some(table, "shown_newest", rows.length, totals.unmatched_feedback);
}

/** By what answers were told to belong to a handoff, and how many open meetings they closed. */
export function AnswersTaken({feedback_matches, answered_outcomes}: HealthData, manifest: Manifest): HTMLElement | null {
  if (!feedback_matches.length) return null;
  const closed = answered_outcomes.reduce((sum, {count: n}) => sum + n, 0);
  const list = answered_outcomes.map(({answer, count: n}) =>
    `answered_${answer}` in WORDS ? say(`answered_${answer}` as WordKey, {n: formatCount(n)}) : `${formatCount(n)} ${answer}`,
  );
  const askClosed = () =>
    askData(
      {
        title: say("answers_taken"),
        n: closed,
        meaning: "closed_meaning",
        where: say("closed_where"),
        entries: [[say("what_became"), list.join(", ")]],
      },
      manifest,
    );
  return html`<div>
    ${closed ? html`<p>${Sentence(say("answered_outcomes", {n: formatCount(closed), list: list.join(", ")}), [askClosed])}</p>` : null}
    ${BarList(
      feedback_matches.map(({how, count: n}) => {
        const label = `how_${how}` in WORDS ? say(`how_${how}` as WordKey) : how;
        return {
          label,
          count: n,
          ask: () => askData({title: label, n, meaning: "matched_meaning", where: say("matched_where")}, manifest),
        };
      }),
      {caption: say("answers_taken")},
    )}
  </div>`;
}

/** How many meetings a handoff took. */
export function Chains(rows: HealthData["chains"], manifest: Manifest): HTMLElement | null {
  if (!rows.length) return null;
  return BarList(
    rows.map(({slots, handoffs: n}) => {
      const label = say("chain_slots", {slots});
      return {
        label,
        count: n,
        ask: () => askData({title: label, n, meaning: "chains_meaning", where: say("chains_where")}, manifest),
      };
    }),
    {caption: say("chains"), sorted: false},
  );
}

/** By SDR, the past meetings of which nobody said what became of them. */
export function UnknownOutcomes(rows: HealthData["unknown_outcomes"], manifest: Manifest): HTMLElement {
  if (!rows.length) return None("unknown_outcomes_none");
  type Row = HealthData["unknown_outcomes"][number];
  const share: Column<Row> = {
    key: "share",
    label: say("share"),
    value: ({count: n, of}) => n / of,
    cell: ({count: n, of}) => formatShare(n / of, of),
    align: "right",
  };
  return DataTable(
    rows,
    [
      text<Row>("sdr", "sdr", true),
      count<Row>("count", "count", (row) => askUnknown(row, manifest)),
      count<Row>("of", "of_past"),
      share,
    ],
    {
      caption: say("unknown_outcomes"),
      file: "unknown-outcomes",
      limit: 10,
    },
  );
}

/** Records whose effect stands before its cause. */
export function ImpossibleTimes(rows: HealthData["impossible_times"], manifest: Manifest): HTMLElement {
  if (!rows.length) return None("impossible_none");
  type Row = HealthData["impossible_times"][number];
  const ask = ({check, count: n, example}: Row) =>
    askData({title: check, n, meaning: "impossible_meaning", where: say("impossible_where", {example})}, manifest);
  return DataTable(
    rows,
    [text<Row>("check", "check", true), count<Row>("count", "count", ask), text<Row>("example", "example")],
    {
      caption: say("impossible"),
      file: "impossible-times",
    },
  );
}

/** What every build checks in its own work. */
export function Checks(checks: HealthData["checks"]): HTMLElement | null {
  if (!checks.length) return null;
  const bad = checks.filter(({ok}) => !ok).length;
  type Row = HealthData["checks"][number];
  return html`<details>
    <summary>${bad ? say("checks_bad", {n: bad}) : say("checks_ok", {n: checks.length})}</summary>
    ${DataTable(checks, [text<Row>("model", "model", true), text<Row>("check", "check")], {caption: say("checks")})}
  </details>`;
}
