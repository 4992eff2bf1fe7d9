import {html} from "htl";
import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {loadManifest} from "../frame/load.js";
import {findHandoffs, hasHandoffs} from "./search-handoffs.js";
import {SearchResults} from "./search-results.js";
import {describeScope, findThings, listThings, nameHit, THING_KINDS} from "./search-things.js";
import type {Thing} from "./search-things.js";
import {say} from "../words/words.js";

/** Milliseconds without another letter after which handoffs are looked for: files are fetched for them. */
const PAUSE = 120;

/**
 * Opens the search of this site: a field whose results are walked through by arrow keys (the combobox of the WAI-ARIA Authoring Practices).
 * Escape closes it, and the focus goes back where it was.
 */
export async function openSearch(): Promise<void> {
  const manifest = await loadManifest().catch(() => null);
  if (!manifest || document.querySelector(".search-panel")) return;
  const opener = document.activeElement;
  const results = SearchResults();
  const input = html`<input
    type="search"
    role="combobox"
    aria-label=${say("search_label")}
    aria-autocomplete="list"
    aria-expanded="false"
    aria-controls=${results.list.id}
    autocomplete="off"
    spellcheck="false"
    dir="auto"
  />` as HTMLInputElement;
  const status = html`<p class="search-status muted small" role="status"></p>`;
  const dialog = html`<dialog class="search-panel" aria-label=${say("search_label")}>
    <div class="search-body">
      <div class="search-field">
        ${input}<button type="button" class="quiet" ${{onclick: () => dialog.close()}}>${say("explain_close")}</button>
      </div>
      ${status} ${results.list}
    </div>
  </dialog>` as HTMLDialogElement;
  const search = makeSearch(manifest, (things, note) => {
    results.show(things, input);
    status.textContent = note;
  });
  input.addEventListener("input", () => search(input.value));
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return results.move(event, input);
    // A field of this type would be emptied by it first; the dialog is what it is for.
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    // A press beside it, or on what leads to a place of the same page.
    if (event.target === dialog || (event.target as Element).closest("a[href]")) dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  });
  search("");
  document.body.append(dialog);
  dialog.showModal();
  input.focus();
}

/** Looks for what is typed: at once in what is known, after a pause in handoffs. @param tell is told what is found, and what to say of it */
function makeSearch(manifest: Manifest, tell: (things: readonly Thing[], note: string) => void): (query: string) => void {
  const things = listThings(manifest);
  const kinds = THING_KINDS.filter((kind) =>
    kind === "handoffs" ? hasHandoffs(manifest) : things.some((thing) => thing.kind === kind),
  );
  const scope = describeScope(kinds);
  let turn = 0;
  return (query) => {
    const own = ++turn;
    const known = findThings(things, query);
    if (!query.trim()) return tell([], `${say("search_scope", {list: scope})} ${say("search_keys")}`);
    if (!kinds.includes("handoffs")) return tell(known, describeCount(known, query, scope));
    tell(known, say("search_busy"));
    setTimeout(() => {
      if (own !== turn) return;
      void findHandoffs(query, manifest).then(({hits, hasMore}) => {
        // A slower answer to an earlier question is not shown.
        if (own !== turn) return;
        const found = [...known, ...hits.map(nameHit)];
        tell(found, [describeCount(found, query, scope), hasMore ? say("search_more") : ""].filter(Boolean).join(". "));
      });
    }, PAUSE);
  };
}

function describeCount(found: readonly Thing[], text: string, list: string): string {
  return found.length ? say("search_count", {n: found.length}) : say("search_none", {text: text.trim(), list});
}
