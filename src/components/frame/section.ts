import {html} from "htl";
import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {Part} from "./part.js";

export interface SectionOptions {
  /** Entity whose export would bring the section to life when it has nothing to show. */
  needs?: string;
  /** What the numbers are of, below the heading. */
  hint?: string | Node;
}

/** A titled section of a page. One that throws, or has nothing to show, says so in its place and leaves the others alone. */
export function Section(
  title: string,
  manifest: Manifest,
  render: () => Node | null,
  {needs = "", hint = ""}: SectionOptions = {},
): HTMLElement {
  return html`<section>
    ${title ? html`<h2>${title}</h2>` : null}${hint ? html`<p class="muted small">${hint}</p>` : null}
    ${Part({state: "ready", data: null, manifest}, render, {needs})}
  </section>`;
}
