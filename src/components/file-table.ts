import type {HealthData} from "../../pipeline/contract/datasets.js";
import {DataTable} from "./data-table.js";
import type {Column} from "./data-table.js";
import {formatCount, formatTime} from "./format.js";
import {say} from "./words.js";

type File = HealthData["files"][number];

/** What became of the rows of every file. */
export function FileTable(files: readonly File[]): HTMLElement {
  const count = (key: "rows_read" | "loaded" | "merged" | "rejected" | "set_aside" | "bad_cells"): Column<File> => ({
    key,
    label: say(key),
    value: (file) => file[key],
    cell: (file) => formatCount(file[key]),
    align: "right",
  });
  return DataTable(
    files,
    [
      {key: "path", label: say("file"), value: ({path}) => path, isName: true},
      {key: "entity", label: say("entity"), value: ({entity}) => entity},
      {key: "profile", label: say("profile"), value: ({profile}) => profile},
      {
        key: "exported_at",
        label: say("exported"),
        value: ({exported_at}) => exported_at,
        cell: ({exported_at}) => formatTime(exported_at, {year: true}),
      },
      count("rows_read"),
      count("loaded"),
      count("merged"),
      count("rejected"),
      count("set_aside"),
      count("bad_cells"),
    ],
    {caption: say("files"), file: "files"},
  );
}
