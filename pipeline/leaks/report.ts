/** What a publish that fails says: how much of what leaked where, and the first findings one by one. */
import {groupBy} from "../group-by.js";
import type {Leak} from "./types.js";

/** Findings that are told one by one. */
const TOLD = 30;

/** The text of a UserError for at least one leak. It names who and where, and never what was said. */
export function formatLeaks(leaks: readonly Leak[], most = TOLD): string {
  const count = (number: number, one: string, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
  const trees = new Set(leaks.map(({tree}) => tree));
  const kinds = [...groupBy(leaks, ({kind}) => kind)].sort((a, b) => b[1].length - a[1].length);
  const lines = leaks.slice(0, most).map(({tree, file, kind, whom, where}) => {
    const place = where ? ` (${where})` : "";
    return kind === "unreadable"
      ? `  ${tree}/${file}\n    unreadable: ${where}`
      : `  ${tree}/${file}${place}\n    ${kind} of ${whom}`;
  });
  return [
    `${count(leaks.length, "finding")} in ${count(trees.size, "tree")} that their readers may not see; nothing was published`,
    `  ${kinds.map(([kind, list]) => `${list.length.toLocaleString("en")} ${kind}`).join(", ")}`,
    ...lines,
    ...(leaks.length > most ? [`  … and ${count(leaks.length - most, "more", "more")}`] : []),
    "  → the trees published before stand as they were; a tree that holds what it may not is a mistake of Baton: please report it",
  ].join("\n");
}
