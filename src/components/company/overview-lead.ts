import {html} from "htl";
import type {CompanyData, Manifest, MetricRow} from "../../../pipeline/contract/datasets.js";
import {APART, askApart, askHandoffs} from "../explain/explain-outcome.js";
import {makeIsIn} from "../explain/facts.js";
import {Finding} from "../base/finding.js";
import {formatCount, formatInterval, formatMonth, formatShare} from "../base/format.js";
import {listLeakAsks} from "../explain/explain-step.js";
import {askMet, askPeople, askShowBounds} from "../explain/explain-lead.js";
import {describeLeak} from "../funnel/steps.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";

/** What the overview opens with: meetings due and held, how surely, what AEs miss most, and what unknown outcomes could mean. */
export function OverviewLead({lead, counts, show_rate_bounds, funnel}: CompanyData, manifest: Manifest): HTMLElement {
  if (!counts.handoffs) return Finding(Sentence(describeLeak(funnel, manifest) ?? "", listLeakAsks(funnel, manifest)));
  const people = say("lead_people", {
    sdrs: formatCount(counts.sdrs),
    aes: formatCount(counts.aes),
    handoffs: formatCount(counts.handoffs),
  });
  const asked = Sentence(people, [
    () => askPeople("sdrs", counts.sdrs, manifest),
    () => askPeople("aes", counts.aes, manifest),
    () => askHandoffs({counts}, manifest),
  ]);
  if (!lead) return Finding(say("lead_none", {n: manifest.min_n}), asked);
  const share = (value: number | null) => formatShare(value, lead.due);
  const missed = manifest.brief_fields.find(({field}) => field === lead.most_missed_field);
  return Finding(
    Sentence(
      [
        say("lead_show", {
          due: formatCount(lead.due),
          when: namePeriod(lead, manifest),
          held: formatCount(lead.held),
          share: share(lead.due ? lead.held / lead.due : null),
          interval: formatInterval(lead, {unit: "share"}, {n: lead.due}),
        }),
        missed ? say("lead_missed", {field: missed.label}) : "",
      ].join(" "),
      [() => askMet(lead, manifest)],
    ),
    show_rate_bounds &&
      Sentence(
        say("lead_unknown", {
          n: formatCount(lead.unknown),
          worst: share(show_rate_bounds.worst),
          best: share(show_rate_bounds.best),
        }),
        [() => askApart("unknown", lead.unknown, manifest, lead), () => askShowBounds(lead, show_rate_bounds, manifest)],
      ),
    asked,
  );
}

/** A row's period within a sentence: "in September 2026", "over the last 90 days". */
export function namePeriod(row: Pick<MetricRow, "period" | "period_start">, site?: Pick<Manifest, "as_of" | "timezone">): string {
  const {period, period_start} = row;
  if (site && isUnderWay(row, site)) return say("so_far", {when: namePeriod(row)});
  if (period === "trailing_90d") return say("over_90d");
  if (period === "all" || !period_start) return say("over_all");
  if (period === "month") return say("in_month", {month: formatMonth(period_start)});
  return say("in_quarter", {quarter: Math.ceil(Number(period_start.slice(5, 7)) / 3), year: period_start.slice(0, 4)});
}

/** Whether a month or quarter was not over when the data were exported, where the company is. */
export const isUnderWay = (
  row: Pick<MetricRow, "period" | "period_start">,
  site: Pick<Manifest, "as_of" | "timezone">,
): boolean =>
  (row.period === "month" || row.period === "quarter") && Boolean(row.period_start) && makeIsIn(row, site)(site.as_of);

/** What stands apart from every rate: meetings ahead, unknown, cancelled, put off, and those our own side missed. */
export function CountsApart({counts}: CompanyData, manifest: Manifest): HTMLElement | null {
  const apart = APART.filter((what) => counts[what] > 0);
  if (!apart.length) return null;
  const list = apart.map((what) => `${formatCount(counts[what])} ${say(`apart_${what}`)}`).join(", ");
  const asks = apart.map((what) => () => askApart(what, counts[what], manifest));
  return html`<p class="muted">${Sentence(say("apart", {list}), asks)}</p>`;
}
