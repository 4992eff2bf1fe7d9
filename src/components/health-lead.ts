import type {HealthData, Manifest} from "../../pipeline/contract/datasets.js";
import {Finding} from "./finding.js";
import {formatCount, formatDay, formatTime} from "./format.js";
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
  const further = listFurther(health);
  return Finding(
    say("health_lead", {
      read: formatCount(rows_read),
      files: formatCount(new Set(health.files.map(({path}) => path)).size),
      loaded: formatCount(loaded),
      rest: rest.length ? `, ${rest.join(", ")}` : "",
    }),
    [
      health.problems.length ? say("health_todo", {n: formatCount(health.problems.length)}) : say("health_clean"),
      further.length ? say("health_further", {list: further.join(", ")}) : "",
    ].join(" "),
    [describeWithheld(health), describeAge(sources, timezone)].filter(Boolean).join(" "),
  );
}

/** What further down wants looking at, besides the kinds of problem; counted as its tables count. */
function listFurther({unknown_outcomes, impossible_times, checks}: HealthData): string[] {
  const sum = (rows: readonly {count: number}[]) => rows.reduce((total, {count}) => total + count, 0);
  const bad = checks.filter(({ok}) => !ok).length;
  const [unknown, impossible] = [sum(unknown_outcomes), sum(impossible_times)];
  return [
    unknown ? say("health_further_unknown", {n: formatCount(unknown)}) : "",
    impossible ? say("health_further_impossible", {n: formatCount(impossible)}) : "",
    bad ? say("health_further_checks", {n: formatCount(bad)}) : "",
  ].filter(Boolean);
}

/** Who and what is no longer held. */
function describeWithheld({withheld}: HealthData): string {
  if (!withheld) return "";
  const {people, prospects, texts, held_from} = withheld;
  const gone = people + prospects;
  return say("health_withheld", {
    people: gone === 1 ? say("health_withheld_person") : say("health_withheld_people", {n: formatCount(gone)}),
    texts: texts === 1 ? say("health_withheld_text") : say("health_withheld_texts", {n: formatCount(texts)}),
    day: formatDay(held_from, {zone: "UTC", year: true}),
  });
}

function describeAge(sources: Manifest["sources"], zone: string): string {
  const known = sources.filter(({exported_at}) => exported_at).sort((a, b) => (a.exported_at < b.exported_at ? -1 : 1));
  const [oldest, newest] = [known[0], known.at(-1)];
  if (!oldest || !newest) return "";
  const days = Math.floor((Date.parse(newest.exported_at) - Date.parse(oldest.exported_at)) / DAY);
  const time = formatTime(newest.exported_at, {zone, year: true});
  return days ? say("health_oldest", {newest: time, label: oldest.label, days}) : say("health_even", {newest: time});
}
