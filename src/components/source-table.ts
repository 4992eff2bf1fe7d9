import {html} from "htl";
import type {Manifest} from "../../pipeline/contract/datasets.js";
import {DataTable} from "./data-table.js";
import type {Column} from "./data-table.js";
import {formatTime} from "./format.js";
import {count, text} from "./health-tables.js";
import {say} from "./words.js";

const DAY = 86_400_000;

/** How old each export is beside the newest, and which were not supplied. */
export function SourceTable({sources, missing, timezone, as_of}: Manifest): HTMLElement {
  const rows = [
    ...sources.map((source) => ({
      ...source,
      brings: "",
      days: Math.floor((Date.parse(as_of) - Date.parse(source.exported_at)) / DAY),
    })),
    ...missing.map(({label, brings}) => ({label, brings, files: 0, rows: 0, exported_at: "", days: NaN})),
  ];
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    text("label", "entity", true),
    {
      key: "exported_at",
      label: say("exported"),
      value: ({exported_at}) => exported_at || null,
      cell: ({exported_at, brings}) =>
        brings
          ? html`<span class="muted">${say("not_supplied", {brings})}</span>`
          : formatTime(exported_at, {zone: timezone, year: true}),
    },
    {
      key: "days",
      label: say("age"),
      value: ({days}) => (Number.isNaN(days) ? null : days),
      cell: ({days}) => (Number.isNaN(days) ? "" : days > 0 ? say("age_days", {days}) : say("age_none")),
    },
    count("files", "files"),
    count("rows", "count"),
  ];
  return DataTable(rows, columns, {caption: say("fresh"), file: "exports", filter: false});
}
