import {html} from "htl";
import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {say} from "../words/words.js";

/**
 * The empty state of a part: which export, or which setting, would bring it to life.
 * @param entity entity the part is made of
 * @param metric metric it shows
 */
export function Missing(manifest: Pick<Manifest, "missing" | "absent_metrics">, {entity = "", metric = ""} = {}): HTMLElement {
  const needed = manifest.missing
    .filter((item) => item.entity === entity)
    .map(({label, brings}) => say("missing_hint", {label, brings}));
  const absent = manifest.absent_metrics
    .filter((item) => item.metric === metric)
    .map(({label, why}) => say("absent_metric", {label, why}));
  return Note(say("missing"), [...needed, ...absent]);
}

/** The state of a part whose data did not come. */
export function Failed({path, why}: {path: string; why: string}): HTMLElement {
  const note = Note(say("failed"), [path ? say("failed_hint", {path, why}) : why]);
  note.classList.add("note-failed");
  return note;
}

/** A page opened for someone or something that its data do not know. */
export function NotHere(name: string): HTMLElement {
  return Note(say("not_here"), [say("not_here_hint", {name})]);
}

/** Numbers of the company that too few people would be behind. */
export function Hidden({min_people}: Pick<Manifest, "min_people">): HTMLElement {
  return Note(say("company_hidden"), [say("company_hidden_hint", {n: min_people})]);
}

/** A quiet notice: what is the case, and what to do. */
export function Note(what: string, hints: string[] = []): HTMLElement {
  return html`<div class="note">
    <p>${what}</p>
    ${hints.map((hint) => html`<p class="muted">${hint}</p>`)}
  </div>`;
}
