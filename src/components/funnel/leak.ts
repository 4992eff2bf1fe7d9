import type {FunnelStage, Manifest, MetricRow} from "../../../pipeline/contract/datasets.js";
import {FunnelBars} from "./funnel-bars.js";

/** A funnel, with where it leaks; nothing without a stage. */
export function Leak(
  stages: readonly FunnelStage[],
  manifest: Manifest,
  options: {caption: string; judged?: readonly MetricRow[]},
): HTMLElement | null {
  if (!stages.length) return null;
  return FunnelBars(stages, manifest, options);
}
