import type {HealthData, Manifest} from "../../../pipeline/contract/datasets.js";
import {BriefLink} from "../frame/brief-link.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {askSource} from "../explain/explain-health.js";
import {formatTime} from "../base/format.js";
import {count, None, Some, text} from "./health-tables.js";
import {PathName} from "../base/path-name.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** Records that another person had first. */
export function Reassigned({reassigned: rows, totals}: Pick<HealthData, "reassigned" | "totals">): HTMLElement {
  if (!rows.length) return None("reassigned_none");
  type Row = HealthData["reassigned"][number];
  const columns = [
    text<Row>("record_id", "record", true),
    text<Row>("entity", "entity"),
    text<Row>("from", "had_first"),
    text<Row>("to", "has_now"),
  ];
  const table = DataTable(rows, columns, {caption: say("reassigned"), file: "reassigned", limit: 10});
  return Some(table, "shown_some", rows.length, totals.reassigned);
}

/** Meetings that a handoff takes at least to be listed. */
const LONG = 3;

/** Handoffs that took three meetings or more; where there are more than the table has, it says so. */
export function Reschedules(
  {reschedules: rows, chains}: Pick<HealthData, "reschedules" | "chains">,
  {timezone}: Manifest,
): HTMLElement | null {
  if (!rows.length) return null;
  const total = chains.reduce((sum, {slots, handoffs}) => (slots < LONG ? sum : sum + handoffs), 0);
  type Row = HealthData["reschedules"][number];
  const time = (key: "first_slot_at" | "meeting_at", label: WordKey): Column<Row> => ({
    key,
    label: say(label),
    value: (row) => row[key],
    cell: (row) => formatTime(row[key], {zone: timezone, year: true}),
  });
  const columns: Column<Row>[] = [
    {...text<Row>("account", "account", true), cell: ({handoff_id, account}) => BriefLink(handoff_id, account || handoff_id)},
    text("sdr", "sdr"),
    count("slots", "meetings_taken"),
    time("first_slot_at", "first_slot"),
    time("meeting_at", "last_slot"),
    {key: "outcome", label: say("what_became"), value: ({outcome}) => say(`outcome_${outcome}` as WordKey)},
  ];
  const table = DataTable(rows, columns, {caption: say("chains_long"), file: "reschedule-chains", limit: 10});
  return Some(table, "chains_first", rows.length, total);
}

/** What someone says is wrong, until it is settled. */
export function Disputes({disputes: rows, totals}: Pick<HealthData, "disputes" | "totals">, {timezone}: Manifest): HTMLElement {
  if (!rows.length) return None("disputes_none");
  type Row = HealthData["disputes"][number];
  const columns: Column<Row>[] = [
    text("record_id", "record", true),
    text("metric", "dispute_metric"),
    text("raised_by", "raised_by"),
    {
      key: "raised_at",
      label: say("raised_at"),
      value: ({raised_at}) => raised_at || null,
      cell: ({raised_at}) => (raised_at ? formatTime(raised_at, {zone: timezone, year: true}) : ""),
    },
    text("reason", "reason"),
    {key: "is_found", label: say("record_found"), value: ({is_found}) => say(is_found ? "yes" : "no")},
  ];
  const table = DataTable(rows, columns, {caption: say("disputes"), file: "disputes", limit: 10});
  return Some(table, "shown_newest", rows.length, totals.disputes);
}

/** How new each source of the configuration is. */
export function FreshSources(rows: HealthData["sources"], manifest: Manifest): HTMLElement | null {
  if (!rows.length) return null;
  const {timezone} = manifest;
  type Row = HealthData["sources"][number];
  const columns: Column<Row>[] = [
    {...text<Row>("source", "source_files", true), cell: ({source}) => PathName(source)},
    text("entity", "entity"),
    {
      key: "exported_at",
      label: say("exported"),
      value: ({exported_at}) => exported_at || null,
      cell: ({exported_at}) => (exported_at ? formatTime(exported_at, {zone: timezone, year: true}) : ""),
    },
    count("files", "files", ({source, entity, files}) => askSource(`${source}, ${entity}`, files, "files", manifest)),
    count("rows", "count", ({source, entity, rows: n}) => askSource(`${source}, ${entity}`, n, "rows", manifest)),
  ];
  return DataTable(rows, columns, {caption: say("fresh_sources"), file: "sources", limit: 10, stack: true});
}
