import {html} from "htl";
import {readAddress, writeAddress} from "../frame/address.js";
import type {Column} from "./data-table.js";
import {say} from "../words/words.js";

/** A table of fewer columns offers no choice of them. */
const FEWEST = 6;

export interface ColumnChoice {
  /** Keys of the columns that are put away. */
  away: ReadonlySet<string>;
  node: HTMLElement | null;
}

/**
 * Which columns of a table are shown, all at first; the row's name always is. Kept in the page's address, so that it comes back and can
 * be sent. @param name of the table in the address @param onChange told after each change
 */
export function chooseColumns<T>(columns: readonly Column<T>[], name: string, onChange: () => void): ColumnChoice {
  const choosable = columns.filter(({isName}) => !isName);
  const away = new Set<string>();
  if (!name || columns.length < FEWEST) return {away, node: null};
  const asked = readAddress(`without-${name}`).split(" ");
  for (const {key} of choosable) if (asked.includes(key)) away.add(key);
  const tell = () => {
    writeAddress({[`without-${name}`]: [...away].join(" ")});
    reset.hidden = !away.size;
    onChange();
  };
  const boxes = choosable.map(({key}) => {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = !away.has(key);
    box.addEventListener("change", () => (box.checked ? away.delete(key) : away.add(key), tell()));
    return box;
  });
  const all = () => {
    away.clear();
    for (const box of boxes) box.checked = true;
    boxes[0]!.focus();
    tell();
  };
  const reset = html`<button type="button" class="quiet" ${{onclick: all}}>${say("columns_all")}</button>`;
  reset.hidden = !away.size;
  const node = html`<details class="column-choice">
    <summary class="quiet">${say("columns")}</summary>
    <div role="group" aria-label=${say("columns_shown")}>
      ${choosable.map(({label}, index) => html`<label>${boxes[index]!} ${label}</label>`)}${reset}
    </div>
  </details>` as HTMLDetailsElement;
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !node.open) return;
    // A panel that the table stands in stays open.
    event.stopPropagation();
    event.preventDefault();
    node.open = false;
    node.querySelector("summary")!.focus();
  });
  return {away, node};
}
