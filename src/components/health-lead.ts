import type {HealthData, Manifest} from "../../pipeline/contract/datasets.js";
import {Finding} from "./finding.js";
import {formatCount, formatShare, formatTime} from "./format.js";
import {say} from "./words.js";

const DAY = 86_400_000;

/** What data health opens with: what became of all rows, how much is to look at, and how old the exports are. */
export function HealthLead(health: HealthData, {ledger, sources, timezone}: Manifest): HTMLElement {
  const {rows_read, loaded, merged, rejected, set_aside} = ledger;
  if (!rows_read) return Finding(say("health_none"));
  const rest = [
    merged ? say("health_rest_merged", {n: formatCount(merged)}) : "",
    rejected ? say("health_rest_rejected", {n: formatCount(rejected)}) : "",
    set_aside ? say("health_rest_aside", {n: formatCount(set_aside)}) : "",
  ].filter(Boolean);
  const todo = countProblems(health);
  // Rounded down, so that "100 %" is said only when every row is.
  const share = Math.floor((loaded / rows_read) * 1000) / 1000;
  return Finding(
    say("health_lead", {
      read: formatCount(rows_read),
      files: formatCount(new Set(health.files.map(({path}) => path)).size),
      loaded: formatCount(loaded),
      share: formatShare(share, 1000),
      rest: rest.length ? `, ${rest.join(", ")}` : "",
    }),
    todo ? say("health_todo", {n: formatCount(todo)}) : say("health_clean"),
    describeAge(sources, timezone),
  );
}

/** Kinds of thing that somebody may want to mend; what leads nowhere is among the problems of its file already. */
export function countProblems({problems, unknown_outcomes, impossible_times, checks}: HealthData): number {
  return problems.length + (unknown_outcomes.length ? 1 : 0) + impossible_times.length + checks.filter(({ok}) => !ok).length;
}

function describeAge(sources: Manifest["sources"], zone: string): string {
  const known = sources.filter(({exported_at}) => exported_at).sort((a, b) => (a.exported_at < b.exported_at ? -1 : 1));
  const [oldest, newest] = [known[0], known.at(-1)];
  if (!oldest || !newest) return "";
  const days = Math.floor((Date.parse(newest.exported_at) - Date.parse(oldest.exported_at)) / DAY);
  const time = formatTime(newest.exported_at, {zone, year: true});
  return days ? say("health_oldest", {newest: time, label: oldest.label, days}) : say("health_even", {newest: time});
}
