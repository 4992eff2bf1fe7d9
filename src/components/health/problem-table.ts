import {html} from "htl";
import type {HealthData, Manifest, RejectRow} from "../../../pipeline/contract/datasets.js";
import {downloadText, toCsv} from "../base/csv.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {askProblem} from "../explain/explain-rows.js";
import {Explained} from "../explain/explained.js";
import {formatCount} from "../base/format.js";
import {Some} from "./health-tables.js";
import {loadTable} from "../frame/load.js";
import {PathName} from "../base/path-name.js";
import {say, WORDS} from "../words/words.js";
import type {WordKey} from "../words/words.js";

type Problem = HealthData["problems"][number];

/** Kinds of problem in groups, worst first as given, and every single entry as a download. */
export function ProblemTable({problems, totals}: Pick<HealthData, "problems" | "totals">, manifest: Manifest): HTMLElement {
  if (!problems.length) return html`<p>${say("health_clean")}</p>`;
  const columns: Column<Problem>[] = [
    {key: "effect", label: say("effect"), value: ({effect}) => nameEffect(effect)},
    {
      key: "where",
      label: say("where"),
      value: ({path, column}) => `${path} ${column}`,
      cell: ({path, column}) => html`<span>${PathName(path)}<span class="sub">${column}</span></span>`,
      isName: true,
    },
    {
      key: "reason",
      label: say("what_is_wrong"),
      value: ({reason, example, record}) => [reason, example, record].filter(Boolean).join(" "),
      cell: ({reason, example, record}) =>
        html`<span
          >${example ? html`<code>${example}</code> ` : null}${reason}${record ? html`<span class="sub">${say("record_of", {record})}</span>` : null}</span
        >`,
    },
    {key: "hint", label: say("what_to_do"), value: ({hint}) => hint},
    {
      key: "count",
      label: say("count"),
      value: ({count}) => count,
      cell: (problem) => Explained(formatCount(problem.count), () => askProblem(problem, manifest)),
      align: "right",
    },
    {
      key: "first_line",
      label: say("first_line"),
      value: ({first_line}) => first_line || null,
      cell: ({first_line}) => (first_line ? String(first_line) : null),
      align: "right",
    },
  ];
  const table = DataTable(problems, columns, {caption: say("problems"), filter: true, stack: true});
  return html`<div>${Some(table, "shown_first", problems.length, totals.problems)}${RejectDownload()}</div>`;
}

/** Every entry of the ledger, fetched only when somebody asks for it. */
function RejectDownload(): HTMLElement {
  const state = html`<span class="muted small" role="status"></span>`;
  const save = async () => {
    const loaded = await loadTable<RejectRow>("health/rejects.arrow");
    if (loaded.state !== "ready") return void (state.textContent = say("rejects_failed"));
    const keys = ["path", "entity", "line", "record", "column", "value", "effect", "reason", "hint"] as const;
    const heads = [
      say("file"),
      say("entity"),
      say("line"),
      say("record"),
      say("column"),
      say("value"),
      say("effect"),
      say("reason"),
      say("hint"),
    ];
    downloadText(
      toCsv(
        heads,
        loaded.data.map((row) => keys.map((key) => row[key])),
      ),
      "rejects.csv",
    );
  };
  return html`<p>
    <button type="button" class="quiet" ${{onclick: () => void save()}}>${say("rejects_download")}</button> ${state}
  </p>`;
}

function nameEffect(effect: string): string {
  const key = `effect_${effect}`;
  return key in WORDS ? say(key as WordKey) : effect;
}
