import {html} from "htl";
import type {Manifest, RoutingData} from "../../../pipeline/contract/datasets.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {DotInterval} from "../chart/dot-interval.js";
import {askBalance, askHands, askLoad, askUneven} from "../explain/explain-routing.js";
import type {LoadCount} from "../explain/explain-routing.js";
import {Explained} from "../explain/explained.js";
import {formatCount, formatDay, formatDecimal, formatShare} from "../base/format.js";
import {handoffColumn} from "../table/handoff-column.js";
import {None, text} from "../health/health-tables.js";
import {Reading} from "../explain/reading.js";
import {toRow} from "../funnel/steps.js";
import {Take} from "../picture/take.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

type Balance = RoutingData["balance"][number];
type Load = RoutingData["load"][number];
type Chain = RoutingData["reassignments"]["chains"][number];

/** The share that is furthest above what is due, counted in handoffs; undefined where all is even. */
export function findUneven(balance: readonly Balance[]): Balance | undefined {
  const excess = (row: Balance) => (row.share_got - row.share_due) * row.chances;
  return balance.filter(({reading}) => reading === "more").sort((a, b) => excess(b) - excess(a))[0];
}

/** Share got against share due, a row per AE of each territory; what chance alone could do is called even. */
export function BalanceTable(rows: readonly Balance[], manifest: Manifest): HTMLElement | null {
  if (!rows.length) return null;
  const columns: Column<Balance>[] = [
    text("territory", "territory", true),
    text("ae", "ae"),
    {
      key: "share_got",
      label: say("share_got"),
      value: ({share_got}) => share_got,
      cell: (row) =>
        html`<span class="mark-cell"
          >${BalanceMark(row)}<span class="small"
            >${Explained(formatShare(row.share_got, row.chances), () => askBalance(row, manifest))}</span
          ></span
        >`,
    },
    {
      key: "share_due",
      label: say("share_due"),
      value: ({share_due}) => share_due,
      cell: (row) => Explained(formatShare(row.share_due, row.chances), () => askBalance(row, manifest, {isDue: true})),
      align: "right",
    },
    {
      key: "handoffs",
      label: say("turns"),
      value: ({handoffs}) => handoffs,
      cell: (row) =>
        Explained(say("turns_of", {handoffs: formatCount(row.handoffs), chances: formatCount(row.chances)}), () =>
          askBalance(row, manifest),
        ),
      align: "right",
    },
    {
      key: "reading",
      label: say("reading"),
      value: nameReading,
      cell: (row) =>
        html`<span class="whole">${isUneven(row) ? html`<strong>${nameReading(row)}</strong>` : nameReading(row)}</span>`,
    },
  ];
  const figure = html`<div>
    ${Reading(say("read_balance", {n: rows.filter(isUneven).length, total: rows.length}), say("read_balance_not"), [() => askUneven(rows, manifest)])}
    ${DataTable(rows, columns, {caption: say("balance"), file: "round-robin"})}
  </div>`;
  return Take(figure, say("balance"));
}

const isUneven = ({reading}: Balance) => reading === "more" || reading === "less";
const nameReading = (row: Balance) => say(row.share_due >= 1 ? "balance_alone" : `balance_${row.reading}`);

function BalanceMark(row: Balance): SVGElement {
  const {ae, handoffs, chances, share_got: value, share_due: due, lower, upper, reading} = row;
  const share = (part: number) => formatShare(part, chances);
  const label = say("balance_label", {ae, got: share(value), n: formatCount(chances), lower: share(lower), upper: share(upper), due: share(due)}); // prettier-ignore
  const plain = toRow(
    {metric: "", numerator: handoffs, denominator: chances, in_flight: 0, value, lower, upper},
    {metrics: [], min_n: reading === "too_few" ? Infinity : 0, targets_confirmed: false},
  );
  return DotInterval({...plain, target: due}, {unit: "share", label: ae, counted: ""}, {label});
}

/** What each AE has at hand. */
export function LoadTable(rows: readonly Load[], manifest: Manifest): HTMLElement | null {
  if (!rows.length) return null;
  const asked = (key: LoadCount, label: WordKey, format = formatCount): Column<Load> => ({
    key,
    label: say(label),
    value: (row) => row[key],
    cell: (row) => Explained(format(row[key]), () => askLoad(row, key, manifest)),
    align: "right",
  });
  const columns: Column<Load>[] = [
    text("ae", "ae", true),
    asked("coming", "coming_meetings"),
    asked("coming_7_days", "coming_week"),
    asked("open_decisions", "to_decide"),
    asked("overdue_decisions", "overdue"),
    asked("lapsed_decisions", "lapsed"),
    asked("per_week", "a_week", formatDecimal),
  ];
  return DataTable(rows, columns, {caption: say("load"), file: "ae-load"});
}

/** Handoffs that changed hands, with everybody who had them. */
export function HandsTable({handoffs, of, chains}: RoutingData["reassignments"], manifest: Manifest): HTMLElement {
  if (!chains.length) return None("reassigned_no_one");
  const columns: Column<Chain>[] = [
    handoffColumn(),
    {key: "aes", label: say("hands"), value: ({aes}) => aes.join(" → ")},
    {
      key: "meeting_at",
      label: say("meeting"),
      value: ({meeting_at}) => meeting_at,
      cell: ({meeting_at}) => html`<span class="whole">${formatDay(meeting_at, {zone: manifest.timezone, year: true})}</span>`,
    },
  ];
  return html`<div>
    <p>
      ${Sentence(say("reassigned_lead", {n: formatCount(handoffs), of: formatCount(of)}), [() => askHands({handoffs, of, chains}, manifest)])}
    </p>
    ${DataTable(chains, columns, {caption: say("reassigned_aes"), file: "reassigned-handoffs"})}
  </div>`;
}
