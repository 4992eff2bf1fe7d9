import {html} from "htl";
import type {HealthData, Manifest} from "../../../pipeline/contract/datasets.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {askFile, askUnread} from "../explain/explain-rows.js";
import type {FileCount} from "../explain/explain-rows.js";
import {Explained} from "../explain/explained.js";
import {formatCount, formatTime} from "../base/format.js";
import {PathName} from "../base/path-name.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

type File = HealthData["files"][number];

/** What became of the rows of every file. */
export function FileTable(
  {files, unread_headers}: Pick<HealthData, "files" | "unread_headers">,
  manifest: Manifest,
): HTMLElement {
  const {timezone} = manifest;
  const listUnread = ({unread}: File) => unread_headers[unread] ?? [];
  const count = (key: FileCount): Column<File> => ({
    key,
    label: say(key === "orphans" ? "orphan_ids" : key),
    value: (file) => file[key],
    cell: (file) => Explained(formatCount(file[key]), () => askFile(file, key, manifest)),
    align: "right",
  });
  return DataTable(
    files,
    [
      {key: "path", label: say("file"), value: ({path}) => path, cell: ({path}) => PathName(path), isName: true},
      {
        key: "entity",
        label: say("entity"),
        value: ({entity}) => entity,
        cell: ({entity, profile}) => html`<span>${entity}<span class="sub">${profile}</span></span>`,
      },
      {
        key: "exported_at",
        label: say("exported"),
        value: ({exported_at}) => exported_at,
        cell: ({exported_at, exported_at_from}) =>
          html`<span
            >${formatTime(exported_at, {zone: timezone, year: true})}<span class="sub"
              >${nameOrigin(exported_at_from)}</span
            ></span
          >`,
      },
      count("rows_read"),
      count("loaded"),
      count("merged"),
      count("rejected"),
      count("set_aside"),
      count("bad_cells"),
      count("orphans"),
      {
        key: "unread",
        label: say("unread_headers"),
        value: (file) => listUnread(file).length,
        cell: (file) => Explained(formatCount(listUnread(file).length), () => askUnread(file.path, listUnread(file), manifest)),
        align: "right",
      },
      {key: "unread_names", label: say("unread_names"), value: (file) => listUnread(file).join(", "), isHidden: true},
      {key: "exported_at_from", label: say("told_by"), value: ({exported_at_from}) => exported_at_from, isHidden: true},
      {key: "profile", label: say("profile"), value: ({profile}) => profile, isHidden: true},
      {key: "encoding", label: say("encoding"), value: ({encoding}) => encoding, isHidden: true},
    ],
    {caption: say("files"), file: "files", stack: true},
  );
}

/** How the time of an export was found; an inferred one with what to do about it. */
function nameOrigin(from: string): string {
  const keys: Record<string, WordKey> = {
    configuration: "told_configuration",
    name: "told_name",
    "newest event": "told_event",
    "other exports": "told_others",
  };
  return keys[from] ? say(keys[from]) : from;
}
