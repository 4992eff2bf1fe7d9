import {html} from "htl";
import type {DecisionData, Manifest} from "../../../pipeline/contract/datasets.js";
import {BarList} from "../chart/bar-list.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {askCount} from "../explain/explain-count.js";
import type {Asked} from "../explain/explain-panel.js";
import {askOverdue} from "../explain/explain-outcome.js";
import {askBulk} from "../explain/explain-routing.js";
import {formatCount, formatDay, formatMetric, formatShare, formatTime} from "../base/format.js";
import {handoffColumn} from "../table/handoff-column.js";
import {count, None, text} from "../health/health-tables.js";
import {Sentence} from "../explain/told.js";
import {say, startSentence} from "../words/words.js";

type Overdue = DecisionData["overdue_list"][number];
type Burst = DecisionData["bursts"][number];

const isRecorded = ({accepted, rejected}: DecisionData) => accepted + rejected > 0;

/** Handoffs that the AE neither accepted nor rejected in time, those due last first. */
export function OverdueDecisions(data: DecisionData, manifest: Manifest): HTMLElement {
  const {overdue_list: rows, overdue} = data;
  if (!isRecorded(data)) return None("decisions_none");
  if (!rows.length) return None("overdue_none");
  const zone = manifest.timezone;
  const columns: Column<Overdue>[] = [
    handoffColumn(),
    text("ae", "ae"),
    {
      key: "meeting_at",
      label: say("meeting"),
      value: ({meeting_at}) => meeting_at,
      cell: ({meeting_at}) => html`<span class="whole">${formatDay(meeting_at, {zone, year: true})}</span>`,
    },
    {
      key: "due_at",
      label: say("due"),
      value: ({due_at}) => due_at,
      cell: ({due_at}) => html`<span class="whole">${formatTime(due_at, {zone, year: true})}</span>`,
    },
    {
      key: "hours_overdue",
      label: say("overdue_by"),
      value: ({hours_overdue}) => hours_overdue,
      cell: ({hours_overdue}) => formatMetric(hours_overdue, {unit: "business_hours"}),
      align: "right",
    },
  ];
  const hint =
    rows.length < overdue
      ? say("overdue_hint_most", {shown: formatCount(rows.length), n: formatCount(overdue)})
      : say("overdue_hint");
  return html`<div>
    <p class="muted small">${rows.length < overdue ? Sentence(hint, [() => askOverdue(overdue, manifest)]) : hint}</p>
    ${DataTable(rows, columns, {caption: say("overdue_decisions"), file: "overdue-decisions", limit: 10})}
  </div>`;
}

/** Acceptances made in bulk, by AE and day; counted as any other, and shown apart. */
export function Bursts(data: DecisionData, manifest: Manifest): HTMLElement {
  const {bursts, accepted, auto_accepted: auto} = data;
  if (!isRecorded(data)) return None("decisions_none");
  const ask = () => askBulk(data, manifest);
  if (!auto) return html`<p class="muted">${Sentence(say("bulk_none", {n: formatCount(accepted)}), [ask])}</p>`;
  const columns: Column<Burst>[] = [
    text("ae", "ae", true),
    {key: "day", label: say("day"), value: ({day}) => day, cell: ({day}) => html`<span class="whole">${formatDay(day, {year: true})}</span>`}, // prettier-ignore
    count("handoffs", "handoffs"),
  ];
  return html`<div>
    <p>
      ${Sentence(say("routing_bulk", {n: formatCount(accepted), count: formatCount(auto), share: formatShare(auto / accepted, accepted)}), [ask])}
    </p>
    ${DataTable(bursts, columns, {caption: say("bulk"), file: "bulk-acceptances", limit: 10})}
  </div>`;
}

/** The reasons that AEs gave, in the export's own words. */
export function Rejections(data: DecisionData, manifest: Manifest): HTMLElement {
  if (!isRecorded(data)) return None("decisions_none");
  if (!data.reasons.length) return None("rejections_none");
  const bars = data.reasons.map(({reason, count}) => ({
    label: reason || say("no_reason"),
    count,
    ask: () => askRejection(reason, count, data.rejected, manifest),
  }));
  return html`<div>
    <p class="muted small">
      ${Sentence(say("rejections_hint", {n: formatCount(data.rejected)}), [() => askRejected(data, manifest)])}
    </p>
    ${BarList(bars, {caption: say("rejections"), total: data.rejected})}
  </div>`;
}

/** The question about all handoffs that AEs rejected. */
function askRejected({rejected}: DecisionData, manifest: Manifest): Asked {
  return askCount(
    {
      title: startSentence(say("count_rejection_whole")),
      meaning: say("count_rejection_meaning"),
      part: say("count_rejection_whole"),
      numerator: rejected,
      isMember: ({decision}) => decision === "rejected",
      counts: ({rejected_for}) => rejected_for || say("no_reason"),
    },
    manifest,
  );
}

function askRejection(reason: string, count: number, rejected: number, manifest: Manifest): Asked {
  return askCount(
    {
      title: reason || say("no_reason"),
      meaning: say("count_rejection_meaning"),
      part: say("count_rejection_part"),
      whole: say("count_rejection_whole"),
      numerator: count,
      denominator: rejected,
      isMember: (fact) => fact.decision === "rejected" && fact.rejected_for === reason,
      counts: () => say("counts_yes"),
      listed: count,
    },
    manifest,
  );
}
