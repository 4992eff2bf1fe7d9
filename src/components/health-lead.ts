import type {HealthData, Manifest} from "../../pipeline/contract/datasets.js";
import type {Asked} from "./explain-panel.js";
import {askPlain} from "./explain-plain.js";
import {Finding} from "./finding.js";
import {formatCount, formatDay, formatTime} from "./format.js";
import {Sentence} from "./told.js";
import {say} from "./words.js";

const DAY = 86_400_000;

/** What data health opens with: what became of all rows, how much is to look at, and how old the exports are. */
export function HealthLead(health: HealthData, manifest: Manifest): HTMLElement {
  const {ledger, sources, timezone} = manifest;
  const {rows_read, loaded, merged, rejected, set_aside} = ledger;
  if (!rows_read) return Finding(say("health_none"));
  const rest = [
    merged ? say("health_rest_merged", {n: formatCount(merged)}) : "",
    rejected ? say("health_rest_rejected", {n: formatCount(rejected)}) : "",
    set_aside ? say("health_rest_aside", {n: formatCount(set_aside)}) : "",
  ].filter(Boolean);
  const further = listFurther(health);
  const files = new Set(health.files.map(({path}) => path)).size;
  return Finding(
    Sentence(
      say("health_lead", {
        read: formatCount(rows_read),
        files: formatCount(files),
        loaded: formatCount(loaded),
        rest: rest.length ? `, ${rest.join(", ")}` : "",
      }),
      [() => askRows(ledger, files, manifest)],
    ),
    Sentence(
      [
        health.problems.length ? say("health_todo", {n: formatCount(health.problems.length)}) : say("health_clean"),
        further.length ? say("health_further", {list: further.join(", ")}) : "",
      ].join(" "),
      [() => askProblems(health, further, manifest)],
    ),
    [describeWithheld(health), describeAge(sources, timezone)].filter(Boolean).join(" "),
  );
}

/** The question about what became of the rows: each is one of these. */
function askRows({rows_read, loaded, merged, rejected, set_aside}: Manifest["ledger"], files: number, manifest: Manifest): Asked {
  return askPlain(
    {
      title: say("rows_title"),
      value: formatCount(rows_read),
      meaning: say("rows_meaning"),
      formula: say("rows_formula"),
      entries: [
        [say("files"), formatCount(files)],
        [say("loaded"), formatCount(loaded)],
        [say("merged"), formatCount(merged)],
        [say("rejected"), formatCount(rejected)],
        [say("set_aside"), formatCount(set_aside)],
      ],
    },
    manifest,
  );
}

/** The question about what wants looking at, each counted as its table below counts. */
const askProblems = ({problems}: HealthData, further: readonly string[], manifest: Manifest): Asked =>
  askPlain(
    {
      title: say("problems"),
      value: formatCount(problems.length),
      meaning: say("problems_meaning"),
      entries: [[say("further_title"), further.join(", ")]],
    },
    manifest,
  );

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
