import {html} from "htl";
import type {FunnelStage, Manifest} from "../../pipeline/contract/datasets.js";
import {FunnelBars} from "./funnel-bars.js";
import {describeLeak} from "./steps.js";

/** A funnel with where it leaks said before it is drawn; nothing without a stage. */
export function Leak(stages: readonly FunnelStage[], manifest: Manifest, {caption}: {caption: string}): HTMLElement | null {
  if (!stages.length) return null;
  const leak = describeLeak(stages, manifest);
  return html`<div>${leak ? html`<p>${leak}</p>` : null}${FunnelBars(stages, manifest, {caption})}</div>`;
}
