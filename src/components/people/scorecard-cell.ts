import type {FunnelPlotData, Manifest, MetricInfo, PersonCell, ScorecardRow} from "../../../pipeline/contract/datasets.js";
import {describeRow, DotInterval} from "../chart/dot-interval.js";
import {askRow} from "../explain/explain.js";
import type {Asked} from "../explain/explain-panel.js";
import {Explained} from "../explain/explained.js";
import {countMembers, formatCount, formatRow} from "../base/format.js";
import {kindOfFair, nameKind} from "../base/kinds.js";
import type {Kind} from "../base/kinds.js";
import {make} from "../base/make.js";
import {findMix} from "./told-apart.js";
import {say} from "../words/words.js";

/** The cell as a scorecard shows it: adjusted or shrunk where it is, else plain. */
export function showFair(cell: PersonCell | undefined): PersonCell | undefined {
  const fair = cell?.beside?.find(({what}) => what === "adjusted" || what === "shrunk");
  return cell && fair ? {...cell, value: fair.value, lower: fair.lower, upper: fair.upper} : cell;
}

export interface CellOptions {
  metric: MetricInfo;
  domain: readonly [number, number];
  /** What the column's head says that its numbers are. */
  kind: Kind;
  manifest: Manifest;
  plots: readonly FunnelPlotData[];
}

/** The question about a cell, wherever the page names its number: what was counted, and what stands beside it. */
export const askCell = (
  plain: PersonCell,
  {name, slug}: Pick<ScorecardRow, "name" | "slug">,
  {metric, manifest, plots}: Pick<CellOptions, "metric" | "manifest" | "plots">,
): Asked =>
  askRow(metric, plain, manifest, {
    place: {of: "sdr", slug},
    whose: name,
    shown: showFair(plain) ?? plain,
    mix: findMix(plain, slug, plots),
  });

/** A number of a person: mark, value, n; asked about it says what was counted, and what stands beside it. */
export function MetricCell(
  plain: PersonCell | undefined,
  {name, slug}: ScorecardRow,
  {metric, domain, kind, manifest, plots}: CellOptions,
): Node {
  const row = showFair(plain);
  if (!plain || !row) return make("span", {class: "muted"}, "–");
  const isEver = row.period === "all";
  const n = countMembers(row);
  const own = kindOfFair(plain);
  const notes = [
    say("n", {n: formatCount(n)}),
    row.in_flight ? say("in_flight", {n: formatCount(row.in_flight)}) : "",
    isEver ? say("all_time") : "",
    own !== kind && row.maturity !== "too_few" ? nameKind(own) : "",
  ].filter(Boolean).join(", "); // prettier-ignore
  const text = make("span", {class: "small"}, formatRow(row, metric), make("span", {class: "sub"}, notes));
  const shown = make("span", {class: "mark-cell"}, DotInterval(row, metric, {width: 56, domain}), text);
  const ask = () => askCell(plain, {name, slug}, {metric, manifest, plots});
  return make("span", {title: describeRow(row, metric)}, Explained(shown, ask));
}
