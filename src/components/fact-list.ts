import {html} from "htl";
import type {FactRow, Manifest, MetricInfo, MetricRow} from "../../pipeline/contract/datasets.js";
import {BriefLink} from "./brief-link.js";
import {DataTable} from "./data-table.js";
import type {Column} from "./data-table.js";
import {formatDay, formatDecimal, formatMetric} from "./format.js";
import {loadTable} from "./load.js";
import {RecordLink} from "./record-link.js";
import {say} from "./words.js";

const DAYS_90 = 90 * 86_400_000;

/** The records behind one number of a person, asked for once for all of them. */
export async function FactList(slug: string, row: MetricRow, metric: MetricInfo, manifest: Manifest): Promise<HTMLElement> {
  const loaded = await loadFacts(slug);
  if (loaded.state !== "ready") return html`<p class="muted">${say("records_failed")}</p>`;
  const facts = selectFacts(loaded.data, row, manifest);
  const columns: Column<FactRow>[] = [
    {
      key: "dated_at",
      label: say("dated"),
      value: ({dated_at}) => dated_at,
      cell: ({dated_at}) => formatDay(dated_at, {zone: manifest.timezone, year: true}),
    },
    {
      key: "record_id",
      label: say("record"),
      value: ({record_id}) => record_id,
      cell: ({record_id, account, is_disputed}) =>
        html`<span
          >${metric.record === "handoff" ? BriefLink(record_id, account || record_id) : RecordLink(metric.record, record_id, account || record_id, manifest)}${is_disputed ? html` <span class="tag">${say("disputed")}</span>` : null}</span
        >`,
      isName: true,
    },
    {key: "account", label: say("account"), value: ({account}) => account, isHidden: true},
    {key: "ae", label: say("ae"), value: ({ae}) => ae},
    {key: "counts", label: say("counts_as"), value: (fact) => nameContribution(fact, metric)},
    {key: "numerator", label: say("numerator"), value: ({numerator}) => numerator, isHidden: true},
    {key: "denominator", label: say("denominator"), value: ({denominator}) => denominator, isHidden: true},
  ];
  return DataTable(facts, columns, {caption: `${say("records")}: ${metric.label}`, file: `${slug}-${metric.name}`, limit: 20});
}

let asked: {slug: string; answer: ReturnType<typeof loadTable<FactRow>>} | undefined;

function loadFacts(slug: string): ReturnType<typeof loadTable<FactRow>> {
  if (asked?.slug !== slug) asked = {slug, answer: loadTable<FactRow>(`facts/${encodeURIComponent(slug)}.arrow`)};
  return asked.answer;
}

/** The members of one row: of its metric, within its period in the company's own zone, in its currency; newest first. */
export function selectFacts(
  facts: readonly FactRow[],
  {metric, period, period_start, currency}: Pick<MetricRow, "metric" | "period" | "period_start" | "currency">,
  {as_of, timezone}: Pick<Manifest, "as_of" | "timezone">,
): FactRow[] {
  const monthOf = new Intl.DateTimeFormat("en-CA", {year: "numeric", month: "2-digit", timeZone: timezone});
  const end = Date.parse(as_of);
  const length = period === "quarter" ? 3 : 1;
  const first = countMonths(period_start);
  const isIn = ({dated_at}: FactRow): boolean => {
    if (period === "all") return true;
    const time = Date.parse(dated_at);
    if (period === "trailing_90d") return time > end - DAYS_90 && time <= end;
    const months = countMonths(monthOf.format(time)) - first;
    return months >= 0 && months < length;
  };
  return facts
    .filter((fact) => fact.metric === metric && (!currency || !fact.currency || fact.currency === currency) && isIn(fact))
    .sort((a, b) => (a.dated_at < b.dated_at ? 1 : a.dated_at > b.dated_at ? -1 : 0));
}

/** Months since the year 0, of a day or month that begins YYYY-MM. */
function countMonths(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
}

/** What a member adds to the number. */
function nameContribution({is_mature, numerator, denominator, currency}: FactRow, metric: MetricInfo): string {
  if (!is_mature) return say("counts_in_flight");
  if (metric.kind === "rate" || metric.kind === "velocity") return say(numerator > 0 ? "counts_yes" : "counts_no");
  if (metric.kind === "clustered_rate" || metric.kind === "ratio")
    return say("counts_of", {numerator: formatDecimal(numerator, 0), denominator: formatDecimal(denominator, 0)});
  return formatMetric(numerator, metric, {currency});
}
