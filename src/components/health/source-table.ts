import {html} from "htl";
import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {askSource} from "../explain/explain-health.js";
import {Explained} from "../explain/explained.js";
import {formatTime} from "../base/format.js";
import {count, text} from "./health-tables.js";
import {say} from "../words/words.js";

const DAY = 86_400_000;

/** How old each export is beside the newest, and which were not supplied. */
export function SourceTable(manifest: Manifest): HTMLElement {
  const {sources, missing, timezone, as_of} = manifest;
  const rows = [
    ...sources.map((source) => ({
      ...source,
      brings: "",
      days: Math.floor((Date.parse(as_of) - Date.parse(source.exported_at)) / DAY),
    })),
    ...missing.map(({label, brings}) => ({label, brings, files: 0, rows: 0, exported_at: "", days: NaN})),
  ];
  type Row = (typeof rows)[number];
  const ask = (row: Row, what: "days" | "files" | "rows") => askSource(row.label, row[what], what, manifest);
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
      cell: (row) =>
        Number.isNaN(row.days)
          ? ""
          : row.days > 0
            ? Explained(say("age_days", {days: row.days}), () => ask(row, "days"))
            : say("age_none"),
    },
    count("files", "files", (row) => ask(row, "files")),
    count("rows", "count", (row) => ask(row, "rows")),
  ];
  return DataTable(rows, columns, {caption: say("fresh"), file: "exports", filter: false});
}
