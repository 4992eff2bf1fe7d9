import {html} from "htl";
import {ADDRESS_WRITTEN} from "./address.js";
import {nameFilter, readFilters} from "./filters.js";
import type {FilterName} from "./filters.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** Says that a part of a page does not follow its filters, as long as there are any: others beside it do. @param key a sentence with a `list` of them */
export function Unnarrowed(key: WordKey): HTMLElement {
  const note = html`<span></span>`;
  const tell = () => {
    const chosen = Object.keys(readFilters(globalThis.location.search)) as FilterName[];
    note.textContent = chosen.length ? say(key, {list: chosen.map(nameFilter).join(", ")}) : "";
  };
  globalThis.addEventListener(ADDRESS_WRITTEN, tell);
  tell();
  return note;
}
