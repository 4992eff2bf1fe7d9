import type {CompanyData, Manifest, MetricRow} from "../../pipeline/contract/datasets.js";
import {Finding} from "./finding.js";
import {formatCount, formatInterval, formatMonth, formatShare} from "./format.js";
import {describeLeak} from "./steps.js";
import {say} from "./words.js";

/** What the overview opens with: meetings due and held, how surely, what AEs miss most, and what unknown outcomes could mean. */
export function OverviewLead({lead, counts, show_rate_bounds, funnel}: CompanyData, manifest: Manifest): HTMLElement {
  if (!counts.handoffs) return Finding(describeLeak(funnel, manifest));
  const people = say("lead_people", {
    sdrs: formatCount(counts.sdrs),
    aes: formatCount(counts.aes),
    handoffs: formatCount(counts.handoffs),
  });
  if (!lead) return Finding(say("lead_none", {n: manifest.min_n}), people);
  const share = (value: number | null) => formatShare(value, lead.due);
  const missed = manifest.brief_fields.find(({field}) => field === lead.most_missed_field);
  return Finding(
    [
      say("lead_show", {
        due: formatCount(lead.due),
        when: namePeriod(lead),
        held: formatCount(lead.held),
        share: share(lead.due ? lead.held / lead.due : null),
        interval: formatInterval(lead, {unit: "share"}, {n: lead.due}),
      }),
      missed ? say("lead_missed", {field: missed.label}) : "",
    ].join(" "),
    show_rate_bounds &&
      say("lead_unknown", {
        n: formatCount(lead.unknown),
        worst: share(show_rate_bounds.worst),
        best: share(show_rate_bounds.best),
      }),
    people,
  );
}

/** A row's period within a sentence: "in September 2026", "over the last 90 days". */
export function namePeriod({period, period_start}: Pick<MetricRow, "period" | "period_start">): string {
  if (period === "trailing_90d") return say("over_90d");
  if (period === "all" || !period_start) return say("over_all");
  if (period === "month") return say("in_month", {month: formatMonth(period_start)});
  return say("in_quarter", {quarter: Math.ceil(Number(period_start.slice(5, 7)) / 3), year: period_start.slice(0, 4)});
}

/** What stands apart from every rate: meetings ahead, unknown, cancelled, put off, and those our own side missed. */
export function CountsApart({counts}: CompanyData): HTMLElement | null {
  const apart = [
    [say("apart_pending"), counts.pending],
    [say("apart_waiting"), counts.waiting],
    [say("apart_unknown"), counts.unknown],
    [say("apart_canceled"), counts.canceled],
    [say("apart_put_off"), counts.put_off],
    [say("apart_our_side"), counts.our_side],
  ] as const;
  const text = apart.filter(([, count]) => count > 0).map(([name, count]) => `${formatCount(count)} ${name}`);
  if (!text.length) return null;
  const paragraph = document.createElement("p");
  paragraph.className = "muted";
  paragraph.textContent = say("apart", {list: text.join(", ")});
  return paragraph;
}
