import {PAGES} from "../words/words.js";
import type {PageKind} from "../words/words.js";

/** The site's own root, wherever it is served from: the folder of `_import`, where components lie in their rooms (preview) or all in one folder (build). */
const ROOT = new URL(/^.*\/(?=_import\/)/.exec(import.meta.url)?.[0] ?? "../../../", import.meta.url);

/** Address of a page of the site, with its subject and filters. */
export function addressOf(kind: PageKind, query: Record<string, string> = {}): string {
  const url = new URL(`.${PAGES[kind].path}.html`, ROOT);
  for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value);
  return url.href;
}

/** Address of a data file, by its path under `data/`; a part of it that comes from outside is to be encoded before. */
export function addressOfData(path: string, version = ""): string {
  const url = new URL(`./_file/data/${path}`, ROOT);
  if (version) url.searchParams.set("v", version);
  return url.href;
}

/** What the page's address asks for, such as `?team=…`; empty when it does not say. */
export function readAddress(name: string, search = globalThis.location?.search ?? ""): string {
  return new URLSearchParams(search).get(name) ?? "";
}

/** What a page leaves in the history's entry: where its reader was, and how many choices were made since the page was come to. */
export interface Entry {
  place?: number;
  choices?: number;
}
export const readEntry = (): Entry => (globalThis.history.state as Entry | null) ?? {};

/** The choices that the page shows. */
let shown = globalThis.location?.search ?? "";

/** Keeps a choice in the page's address, so that the page can be sent and comes back as it was; empty drops it. */
export function writeAddress(choices: Record<string, string>): void {
  tellWritten(changeAddress(choices), (url) => globalThis.history.replaceState(globalThis.history.state, "", url));
}

/** The same of a choice that a reader made: the browser's way back undoes it, instead of leaving the page. */
export function chooseAddress(choices: Record<string, string>): void {
  const url = changeAddress(choices);
  if (url.href === globalThis.location.href) return writeAddress(choices);
  const before = readEntry();
  globalThis.history.replaceState({...before, place: globalThis.scrollY} satisfies Entry, "");
  tellWritten(url, () => globalThis.history.pushState({choices: (before.choices ?? 0) + 1} satisfies Entry, "", url));
}

/** Draws the page anew where the browser's way back or forth leads to other choices of it; places of the page itself are left to the browser. */
export function followChoices(reload = (): void => globalThis.location.reload()): void {
  globalThis.addEventListener("popstate", () => {
    if (globalThis.location.search !== shown) reload();
  });
}

function changeAddress(choices: Record<string, string>): URL {
  const url = new URL(globalThis.location.href);
  for (const [name, value] of Object.entries(choices)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url;
}

function tellWritten(url: URL, write: (url: URL) => void): void {
  write(url);
  shown = url.search;
  globalThis.dispatchEvent(new Event(ADDRESS_WRITTEN));
}

/** Told to the window when a choice has changed the address. */
export const ADDRESS_WRITTEN = "baton:address";

/** An address from data, if it is one a reader may follow; `javascript:` and its like are dropped. */
export function keepSafeLink(address: string): string | undefined {
  try {
    const url = new URL(address);
    return ["https:", "http:", "mailto:", "tel:"].includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
