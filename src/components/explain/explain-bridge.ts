import {html} from "htl";
import type {BridgeData, FunnelStage, HealthData, Manifest, StepRow} from "../../../pipeline/contract/datasets.js";
import {BriefLink} from "../frame/brief-link.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {NoList} from "./explain.js";
import type {Asked} from "./explain-panel.js";
import {askPlain} from "./explain-plain.js";
import {EntryList} from "./explain-rows.js";
import {askStage} from "./explain-stage.js";
import {formatCount, formatDay} from "../base/format.js";
import {loadTableOnce} from "../frame/load.js";
import {PathName} from "../base/path-name.js";
import {RecordLink} from "../frame/record-link.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

type Step = BridgeData["steps"][number];
type Entity = BridgeData["entity"];
type File = HealthData["files"][number];

/** The stage of the funnel that records of a kind come into first. */
const STAGES: Readonly<Record<Entity, FunnelStage["stage"]>> = {leads: "lead", handoffs: "booked", opportunities: "opportunity"};
/** What a record of each kind is linked as. */
const RECORDS = {leads: "lead", handoffs: "meeting", opportunities: "opportunity"} as const;
/** Effects of the ledger's entries that a step is made of. */
const EFFECTS: Partial<Record<Step["step"], string>> = {rejected: "row", set_aside: "set_aside"};
/** Counts that each file has its own part of. */
const OF_FILES = ["rows_read", "merged", "loaded"] as const;
/** Steps whose records are no longer there, or stand in every file. */
const UNLISTED: ReadonlySet<Step["step"]> = new Set(["older", "deleted", "records"]);

/** A step in words; what the funnel counts is named by its kind. */
export const nameStep = ({step}: Pick<Step, "step">, entity: Entity): string =>
  say((step === "counted" ? `bridge_counted_${entity}` : `bridge_${step}`) as WordKey);

/** The question about a step from rows to the funnel: what it is, and its rows or records. */
export function askBridgeStep(step: Step, entity: Entity, files: readonly File[], manifest: Manifest): Asked {
  if (step.step === "counted") return askCounted(step, entity, manifest);
  const asked = askPlain(
    {
      title: `${say(`bridge_kind_${entity}` as WordKey)}: ${nameStep(step, entity)}`,
      value: formatCount(step.count),
      meaning: say(`bridge_${step.step}_meaning` as WordKey),
      formula: say("bridge_formula"),
    },
    manifest,
  );
  const effect = EFFECTS[step.step];
  if (effect) return {...asked, list: () => EntryList((row) => row.entity === entity && row.effect === effect, manifest)};
  const part = OF_FILES.find((each) => each === step.step);
  if (part) return {...asked, list: () => Promise.resolve(FileParts(files, entity, part))};
  if (UNLISTED.has(step.step)) return {...asked, unlisted: say("bridge_older_where")};
  return {...asked, list: () => listRecords(step, entity, manifest)};
}

/** What the funnel counts is asked about as the funnel's own stage is. */
function askCounted({count}: Step, entity: Entity, manifest: Manifest): Asked {
  const stage = STAGES[entity];
  const label = manifest.stages.find((each) => each.stage === stage)?.label ?? say(`bridge_counted_${entity}` as WordKey);
  return askStage({stage, label, count, conversion: null, median_days: null}, manifest, {});
}

/** What each file has of a count. */
function FileParts(files: readonly File[], entity: Entity, part: (typeof OF_FILES)[number]): HTMLElement {
  const columns: Column<File>[] = [
    {key: "path", label: say("file"), value: ({path}) => path, cell: ({path}) => PathName(path), isName: true},
    {key: part, label: say(part), value: (file) => file[part], align: "right"},
  ];
  const own = files.filter((file) => file.entity === entity);
  return DataTable(own, columns, {caption: say("files"), file: "files", limit: 20, filter: false});
}

/** The records of a step, each with its line in the export. */
async function listRecords({step, count}: Step, entity: Entity, manifest: Manifest): Promise<Node> {
  const loaded = await loadTableOnce<StepRow>("health/steps.arrow");
  if (loaded.state !== "ready") return NoList(loaded.state, "", manifest);
  const rows = loaded.data.filter((row) => row.entity === entity && row.step === step);
  const day = (at: string) => (at ? formatDay(at, {zone: manifest.timezone, year: true}) : "");
  const columns: Column<StepRow>[] = [
    {
      key: "record_id",
      label: say("record"),
      value: ({record_id}) => record_id,
      cell: ({record_id}) => RecordLink(RECORDS[entity], record_id, record_id, manifest),
      isName: true,
    },
    {key: "dated_at", label: say("dated"), value: ({dated_at}) => dated_at, cell: ({dated_at}) => day(dated_at)},
    ...(rows.some(({handoff_id}) => handoff_id) ? [HandoffColumn()] : []),
    ...(rows.some(({path}) => path) ? PlaceColumns() : []),
  ];
  return html`<div>
    <p class="muted small">${say("bridge_list", {n: formatCount(count)})}</p>
    ${DataTable(rows, columns, {caption: nameStep({step}, entity), file: `${entity}-${step}`, limit: 20, stack: true})}
  </div>`;
}

/** The handoff that a record belongs to. */
const HandoffColumn = (): Column<StepRow> => ({
  key: "handoff_id",
  label: say("bridge_handoff"),
  value: ({handoff_id}) => handoff_id,
  cell: ({handoff_id}) => (handoff_id ? BriefLink(handoff_id, handoff_id) : ""),
});

/** Where a record stands in the exports. */
const PlaceColumns = (): Column<StepRow>[] => [
  {key: "path", label: say("file"), value: ({path}) => path, cell: ({path}) => PathName(path)},
  {
    key: "line",
    label: say("line"),
    value: ({line}) => line || null,
    cell: ({line}) => (line ? String(line) : ""),
    align: "right",
  },
];
