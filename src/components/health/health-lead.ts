import {html} from "htl";
import type {HealthData, Manifest} from "../../../pipeline/contract/datasets.js";
import type {Asked} from "../explain/explain-panel.js";
import {askData} from "../explain/explain-health.js";
import {askPlain} from "../explain/explain-plain.js";
import {askRows} from "../explain/explain-rows.js";
import {Finding} from "../base/finding.js";
import {formatCount, formatDay, formatTime} from "../base/format.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";

const DAY = 86_400_000;

/** What data health opens with: what became of all rows, how much is to look at, and how old the exports are. */
export function HealthLead(health: HealthData, manifest: Manifest): HTMLElement {
  const {ledger, sources} = manifest;
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
      [() => askRows(manifest, files)],
    ),
    Sentence(
      [
        health.problems.length ? say("health_todo", {n: formatCount(health.totals.problems)}) : say("health_clean"),
        further.length ? say("health_further", {list: further.join(", ")}) : "",
      ].join(" "),
      [() => askProblems(health, further, manifest)],
    ),
    html`${Sentence(describeWithheld(health), [() => askWithheld(health.withheld!, manifest)])} ${describeAge(sources, manifest)}`,
  );
}

/** The question about what wants looking at, each counted as its table below counts. */
const askProblems = ({totals}: HealthData, further: readonly string[], manifest: Manifest): Asked =>
  askPlain(
    {
      title: say("problems"),
      value: formatCount(totals.problems),
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

/** The question about who and what is no longer held. */
const askWithheld = ({people, prospects, texts, held_from}: NonNullable<HealthData["withheld"]>, manifest: Manifest): Asked =>
  askData(
    {
      title: say("withheld_title"),
      n: people + prospects,
      meaning: "withheld_meaning",
      where: say("withheld_where"),
      entries: [
        [say("health_withheld_texts", {n: ""}).trim(), formatCount(texts)],
        [say("withheld_from"), formatDay(held_from, {zone: "UTC", year: true})],
      ],
    },
    manifest,
  );

function describeAge(sources: Manifest["sources"], manifest: Manifest): HTMLElement | string {
  const known = sources.filter(({exported_at}) => exported_at).sort((a, b) => (a.exported_at < b.exported_at ? -1 : 1));
  const [oldest, newest] = [known[0], known.at(-1)];
  if (!oldest || !newest) return "";
  const days = Math.floor((Date.parse(newest.exported_at) - Date.parse(oldest.exported_at)) / DAY);
  const time = formatTime(newest.exported_at, {zone: manifest.timezone, year: true});
  if (!days) return say("health_even", {newest: time});
  const ask = () => askData({title: say("age_title"), n: days, meaning: "age_meaning", where: say("age_where")}, manifest);
  return Sentence(say("health_oldest", {newest: time, label: oldest.label, days}), [ask]);
}
