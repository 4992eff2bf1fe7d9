import {html} from "htl";
import type {BridgeData, HealthData, Manifest} from "../../../pipeline/contract/datasets.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {askBridgeStep, nameStep} from "../explain/explain-bridge.js";
import {Explained} from "../explain/explained.js";
import {formatCount} from "../base/format.js";
import {None} from "./health-tables.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

type Step = BridgeData["steps"][number];
type Row = Step & {bridge: BridgeData};

/** Before the number of a step: what is taken away, what is added, and what is left. */
const signOf = ({effect, step}: Step): string => (effect < 0 ? "− " : effect > 0 ? "+ " : step === "rows_read" ? "" : "= ");

/** From the rows of each kind of record to what the funnel counts of them, step by step. */
export function Bridge({bridge, files}: Pick<HealthData, "bridge" | "files">, manifest: Manifest): HTMLElement {
  if (!bridge.length) return None("bridge_none");
  return html`<div class="columns thirds">${bridge.map((each) => BridgeTable(each, files, manifest))}</div>`;
}

function BridgeTable(bridge: BridgeData, files: HealthData["files"], manifest: Manifest): HTMLElement {
  const rows = bridge.steps.map((step): Row => ({...step, bridge}));
  const strong = ({effect}: Row, text: Node | string) => (effect ? text : html`<strong>${text}</strong>`);
  const columns: Column<Row>[] = [
    {
      key: "step",
      label: say(`bridge_kind_${bridge.entity}` as WordKey),
      value: (row) => nameStep(row, bridge.entity),
      cell: (row) => strong(row, nameStep(row, bridge.entity)),
      isName: true,
      isFixed: true,
    },
    {
      key: "count",
      label: say("bridge_count"),
      value: ({count, effect}) => (effect < 0 ? -count : count),
      cell: (row) =>
        html`<span class="whole"
          >${signOf(row)}${strong(
            row,
            Explained(formatCount(row.count), () => askBridgeStep(row, bridge.entity, files, manifest)),
          )}</span
        >`,
      align: "right",
      isFixed: true,
    },
  ];
  const caption = `${say("bridge")}: ${say(`bridge_kind_${bridge.entity}` as WordKey)}`;
  return DataTable(rows, columns, {caption, file: `from-rows-to-the-funnel-${bridge.entity}`, filter: false});
}
