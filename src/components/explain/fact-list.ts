import {html} from "htl";
import type {FactRow, Manifest, MetricInfo} from "../../../pipeline/contract/datasets.js";
import {BriefLink} from "../frame/brief-link.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {countsAs} from "./counts-as.js";
import {formatCount, formatDay, formatDecimal, formatMetric} from "../base/format.js";
import {RecordLink} from "../frame/record-link.js";
import {say} from "../words/words.js";

/** What a list of records shows of each, whatever the number is. */
export interface Listed {
  record_id: string;
  account: string;
  sdr?: string;
  ae: string;
  dated_at: string;
  is_disputed: boolean;
}

export interface RecordListOptions<T> {
  manifest: Manifest;
  record: MetricInfo["record"];
  /** What a record adds to the number, in words. */
  counts(record: T): string;
  /** More columns, for the download alone. */
  hidden?: readonly Column<T>[];
  caption: string;
  file: string;
  /** How many there are in all; null where it is not known how many there should be. */
  total: number | null;
  /** What prints all of them; shown to RevOps alone, who run commands. */
  command: string;
  /** What the command prints; all that are listed if left out. */
  prints?: string;
  note?: string;
  /** What is said where fewer are listed than there are, if that is not for their number. */
  partly?: string;
}

/** Records behind a number, each with the way to its brief; it says where it lists only some of them, and what prints all. */
export function RecordList<T extends Listed>(records: readonly T[], options: RecordListOptions<T>): HTMLElement {
  const {
    manifest,
    record: kind,
    counts,
    hidden = [],
    caption,
    file,
    total,
    command,
    prints = say("list_more"),
    note = "",
    partly,
  } = options;
  const n = total ?? records.length;
  const isPart = records.length < n;
  // Of one SDR alone, the name would say nothing.
  const hasSdr = new Set(records.map(({sdr}) => sdr ?? "")).size > 1;
  const columns: Column<T>[] = [
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
          >${kind === "handoff" ? BriefLink(record_id, account || record_id) : RecordLink(kind, record_id, account || record_id, manifest)}${is_disputed ? html` <span class="tag">${say("disputed")}</span>` : null}</span
        >`,
      isName: true,
    },
    {key: "account", label: say("account"), value: ({account}) => account, isHidden: true},
    ...(hasSdr ? [{key: "sdr", label: say("sdr"), value: ({sdr}: T) => sdr}] : []),
    {key: "ae", label: say("ae"), value: ({ae}) => ae},
    {key: "counts", label: say("counts_as"), value: counts},
    ...hidden,
  ];
  return html`<div>
    ${note ? html`<p class="muted small">${note}</p>` : null}
    <p class="muted small">
      ${n === 0 ? say("list_none") : isPart && partly ? partly : say(isPart ? "list_some" : "list_all", {n: formatCount(n), shown: formatCount(records.length)})}
      ${command && n > 0 && manifest.audience.kind === "revops" ? html`${prints} <code>${command}</code>` : null}
    </p>
    ${records.length ? DataTable(records, columns, {caption, file, limit: 20, stack: true}) : null}
  </div>`;
}

/** What a member adds to the number. */
export function nameContribution({is_mature, numerator, denominator, currency}: FactRow, metric: MetricInfo): string {
  if (!is_mature) return say("counts_in_flight");
  if (metric.kind === "rate" || metric.kind === "velocity") return countsAs(numerator > 0, metric.yes, metric.no);
  if (metric.kind === "clustered_rate" || metric.kind === "ratio")
    return say("counts_of", {numerator: formatDecimal(numerator, 0), denominator: formatDecimal(denominator, 0)});
  return formatMetric(numerator, metric, {currency});
}
