import {html} from "htl";
import type {Manifest} from "../../../pipeline/contract/datasets.js";
import type {Loaded} from "./load.js";
import {Failed, Missing, NotHere} from "../base/missing.js";

/**
 * One part of a page: what `render` makes of its data, or the state they are in. A part that throws says so in its place and
 * leaves the rest of the page alone.
 * @param needs entity whose export would bring the part to life when its file is absent
 */
export function Part<T>(loaded: Loaded<T>, render: (data: T, manifest: Manifest) => Node | null, {needs = ""} = {}): Node {
  if (loaded.state === "failed") return Failed(loaded);
  if (loaded.state === "absent" && loaded.subject) return NotHere(loaded.subject);
  if (loaded.state === "absent") return Missing(loaded.manifest, {entity: needs});
  try {
    return render(loaded.data, loaded.manifest) ?? Missing(loaded.manifest, {entity: needs});
  } catch (error) {
    // Kept visible to whoever looks for the cause, and to the browser tests, which fail on it.
    globalThis.reportError?.(error);
    return Failed({path: "", why: error instanceof Error ? error.message : String(error)});
  }
}

/** Where a part will stand while its data are on their way. */
export function Skeleton(lines = 3): HTMLElement {
  return html`<div class="skeleton" role="status" aria-label="Loading">
    ${Array.from({length: lines}, () => html`<span></span>`)}
  </div>`;
}
