import * as Plot from "@observablehq/plot";
import {html} from "htl";
import type {BriefDocument, Manifest} from "../../../pipeline/contract/datasets.js";
import {askUsage} from "../explain/explain-brief.js";
import {Chart} from "../chart/chart.js";
import {formatCount, formatDay, NOTHING} from "../base/format.js";
import {Sentence} from "../explain/told.js";
import type {Ask} from "../explain/told.js";
import {say} from "../words/words.js";

type Week = NonNullable<BriefDocument["usage"]>[number];

/** What the account does in the product, week by week up to the meeting. */
export function Usage(brief: BriefDocument, manifest: Manifest): HTMLElement | null {
  const {usage = []} = brief;
  if (!usage.length) return null;
  const text = describeUsage(brief, manifest);
  const ask = () => askUsage(brief, text, manifest);
  return html`<div>${usage.length > 1 ? UsageChart(usage, text, ask) : html`<p>${Sentence(text, [ask])}</p>`}</div>`;
}

export function describeUsage({usage = [], pql_at}: BriefDocument, {timezone: zone}: Pick<Manifest, "timezone">): string {
  const [first, last] = [usage[0], usage.at(-1)];
  if (!first || !last) return "";
  const [before, active] = [first.active_users, last.active_users];
  const key =
    before === undefined || active === undefined || before === active
      ? "usage_same"
      : active > before
        ? "usage_up"
        : "usage_down";
  const weeks = Math.round((Date.parse(last.week) - Date.parse(first.week)) / (7 * 86_400_000));
  const lead = say("usage_lead", {
    active: formatCount(active),
    week: formatDay(last.week),
    change: say(key, {before: formatCount(before), weeks: formatCount(weeks)}),
    seats: formatCount(last.seats),
  });
  return [lead, pql_at ? say("usage_pql", {when: formatDay(pql_at, {zone})}) : ""].filter(Boolean).join(" ");
}

function UsageChart(usage: readonly Week[], summary: string, ask: Ask): HTMLElement {
  const series = (["seats", "active_users"] as const).flatMap((key) => {
    const points = usage.flatMap((week) => (week[key] === undefined ? [] : [{date: new Date(week.week), value: week[key], key}]));
    return points.length ? [points] : [];
  });
  const ends = series.map((points) => points.at(-1)!.value);
  const isNear = ends.length > 1 && Math.abs(ends[0]! - ends[1]!) < 0.15 * Math.max(...ends);
  const label = {seats: say("usage_seats"), active_users: say("usage_active")};
  return Chart(
    (width) => ({
      height: 150,
      marginLeft: 32,
      marginRight: 92,
      marginBottom: 38,
      x: {type: "utc", label: null, tickSize: 0, ticks: Math.max(2, Math.floor(width / 110))},
      y: {label: null, grid: true, ticks: 3, tickSize: 0, zero: true, tickFormat: (value: number) => formatCount(value)},
      // Labels of two lines that end near each other make way.
      marks: series.flatMap((points) => [
        Plot.lineY(points, {x: "date", y: "value", className: `line usage-${points[0]!.key}`, stroke: "currentColor"}),
        Plot.text(points.slice(-1), {
          x: "date", y: "value", dx: 8, dy: isNear ? (points[0]!.key === "seats" ? -7 : 7) : 0, textAnchor: "start", fill: "currentColor", text: ({value, key}: (typeof points)[number]) => `${formatCount(value)} ${label[key]}`,
        }), // prettier-ignore
      ]),
    }),
    {
      summary,
      not: say("read_usage_not"),
      asks: [ask],
      table: {
        header: [say("usage_week"), say("usage_active"), say("usage_seats"), say("usage_logins"), say("usage_features")],
        rows: usage.map((week) => [
          formatDay(week.week),
          ...[week.active_users, week.seats, week.logins, week.features_adopted].map((value) =>
            value === undefined ? NOTHING : formatCount(value),
          ),
        ]),
      },
    },
    {widest: 560},
  );
}
