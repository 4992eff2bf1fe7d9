import {html} from "htl";
import type {Manifest} from "../../../pipeline/contract/datasets.js";
import type {FilterName} from "./filters.js";
import {describeFilter} from "./ways.js";
import {say} from "../words/words.js";

/** Says what an address asks for that the data do not know, as the page is shown without it; null where there is no such thing. */
export function UnknownFilters(unknown: Partial<Record<FilterName, string>>, manifest: Manifest): HTMLElement | null {
  const asked = (Object.entries(unknown) as [FilterName, string][]).filter(([, value]) => value);
  if (!asked.length) return null;
  const list = asked.map(([name, value]) => describeFilter(name, value, manifest)).join(", ");
  return html`<p class="unknown-filters" role="note">${say("filters_unknown", {list})}</p>`;
}
