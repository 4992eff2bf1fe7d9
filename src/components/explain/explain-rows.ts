import {html} from "htl";
import type {HealthData, Manifest, RejectRow} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "../frame/address.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {NoList} from "./explain.js";
import type {Asked} from "./explain-panel.js";
import {askPlain} from "./explain-plain.js";
import {formatCount} from "../base/format.js";
import {loadTableOnce} from "../frame/load.js";
import {hasPage} from "../frame/site-pages.js";
import {PAGES, say} from "../words/words.js";

/** The question about what became of all rows: each is one of these. @param files how many there are, where the page knows */
export function askRows({ledger, ...manifest}: Manifest, files?: number): Asked {
  const {rows_read, loaded, merged, rejected, set_aside} = ledger;
  const asked = askPlain(
    {
      title: say("rows_title"),
      value: formatCount(rows_read),
      meaning: say("rows_meaning"),
      formula: say("rows_formula"),
      entries: [
        [say("files"), files === undefined ? "" : formatCount(files)],
        [say("loaded"), formatCount(loaded)],
        [say("merged"), formatCount(merged)],
        [say("rejected"), formatCount(rejected)],
        [say("set_aside"), formatCount(set_aside)],
      ],
    },
    {ledger, ...manifest},
  );
  if (!hasPage(manifest, "health")) return {...asked, unlisted: say("rows_elsewhere")};
  const link = () => html`<p class="small"><a href=${addressOf("health")}>${PAGES.health.name}</a>: ${say("rows_here")}</p>`;
  return {...asked, list: () => Promise.resolve(link())};
}

type File = HealthData["files"][number];
export type FileCount = "rows_read" | "loaded" | "merged" | "rejected" | "set_aside" | "bad_cells" | "orphans";

/** What the ledger's entries of a count are. */
const EFFECTS: Partial<Record<FileCount, string>> = {
  rejected: "row",
  set_aside: "set_aside",
  bad_cells: "cell",
  orphans: "orphan",
};

/** The question about a count of a file: what was counted, and which rows they are. */
export function askFile(file: File, what: FileCount, manifest: Manifest): Asked {
  const {path, entity} = file;
  const asked = askPlain(
    {
      title: `${say(what === "orphans" ? "orphan_ids" : what)}, ${path}`,
      value: formatCount(file[what]),
      meaning: say(`rows_${what}_meaning`),
      formula: what === "bad_cells" || what === "orphans" ? "" : say("rows_formula"),
      entries: [
        [say("file"), path],
        [say("entity"), entity],
      ],
    },
    manifest,
  );
  const effect = EFFECTS[what];
  if (!effect) return {...asked, unlisted: say("rows_in_file", {path})};
  if (!file[what]) return asked;
  return {...asked, list: () => EntryList((row) => row.path === path && row.entity === entity && row.effect === effect, manifest)};
} // prettier-ignore

/** The question about a file's headers that nothing is read from: which they are. */
export function askUnread(path: string, unread: readonly string[], manifest: Manifest): Asked {
  const entries: Asked["entries"] = [
    [say("file"), path],
    [say("unread_names"), unread.join(", ")],
    [say("what_to_do"), unread.length > 0 ? say("unread_todo") : ""],
  ];
  const title = `${say("unread_headers")}, ${path}`;
  return askPlain({title, value: formatCount(unread.length), meaning: say("unread_meaning"), entries}, manifest);
}

/** The question about a kind of problem: where it is, what is wrong, what to do, and each entry. */
export function askProblem(problem: HealthData["problems"][number], manifest: Manifest): Asked {
  const {path, entity, column, effect, reason, hint, count, first_line, example, record} = problem;
  const asked = askPlain(
    {
      title: [column, path].filter(Boolean).join(", "),
      value: formatCount(count),
      meaning: say("problem_meaning"),
      entries: [
        [say("file"), path],
        [say("entity"), entity],
        [say("column"), column],
        [say("what_is_wrong"), [example, reason].filter(Boolean).join(" ")],
        [say("what_to_do"), hint],
        [say("first_line"), first_line ? String(first_line) : ""],
        [say("record"), record],
      ],
    },
    manifest,
  );
  const isIt = (row: RejectRow) =>
    row.path === path && row.entity === entity && row.column === column && row.effect === effect && row.reason === reason && row.hint === hint;
  return {...asked, list: () => EntryList(isIt, manifest)};
} // prettier-ignore

/** The entries of the ledger that a count is made of, by their lines. */
export async function EntryList(isIt: (row: RejectRow) => boolean, manifest: Manifest): Promise<Node> {
  const loaded = await loadTableOnce<RejectRow>("health/rejects.arrow");
  if (loaded.state !== "ready") return NoList(loaded.state, "", manifest);
  const rows = loaded.data.filter(isIt);
  const record: Column<RejectRow> = {key: "record", label: say("record"), value: (row) => row.record};
  const columns: Column<RejectRow>[] = [
    {key: "line", label: say("line"), value: ({line}) => line, cell: ({line}) => (line ? String(line) : ""), align: "right"},
    {key: "column", label: say("column"), value: ({column}) => column, isName: true},
    ...(rows.some((row) => row.record) ? [record] : []),
    {key: "value", label: say("value"), value: ({value}) => value, cell: ({value}) => (value ? html`<code>${value}</code>` : null)},
    {key: "reason", label: say("what_is_wrong"), value: ({reason}) => reason},
    {key: "hint", label: say("what_to_do"), value: ({hint}) => hint},
  ];
  return DataTable(rows, columns, {caption: say("records"), file: "entries", limit: 20, stack: true});
} // prettier-ignore
