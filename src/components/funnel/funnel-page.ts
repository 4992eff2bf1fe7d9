import {html} from "htl";
import type {CubeRow, FunnelData, Manifest} from "../../../pipeline/contract/datasets.js";
import {addressOf, chooseAddress, readAddress, writeAddress} from "../frame/address.js";
import {filterFunnel, findCube} from "./cube.js";
import {pickMonth} from "./cube-month.js";
import type {Filters} from "./cube.js";
import type {Place} from "../explain/facts.js";
import {FILTERS} from "../frame/filters.js";
import {Finding} from "../base/finding.js";
import {formatMonth} from "../base/format.js";
import {FunnelBars} from "./funnel-bars.js";
import {listLeakAsks} from "../explain/explain-step.js";
import {Sentence} from "../explain/told.js";
import {Choice, describeFilters, FunnelFilters, keepKnown, listUnknown, nameChosen} from "./funnel-filters.js";
import {loadTableOnce} from "../frame/load.js";
import {Hidden, Note} from "../base/missing.js";
import {Part} from "../frame/part.js";
import {Section} from "../frame/section.js";
import {StepTable} from "./step-table.js";
import {describeLeak} from "./steps.js";
import {TermHelp} from "../frame/term-help.js";
import {UnknownFilters} from "../frame/unknown-filters.js";
import {PAGES, say, startSentence, withinSentence} from "../words/words.js";

/**
 * The funnel of everybody, or of those the address names (`?team=…&source=…&period=2026-08`): stage by stage, by dimension, by month. Counts of
 * a choice are fetched when there is one.
 */
export function FunnelPage(whole: FunnelData, manifest: Manifest): HTMLElement | null {
  if (!whole.all.length) return manifest.audience.kind === "revops" ? null : Hidden(manifest);
  const place = html`<div></div>`;
  // Counts of any choice are in no site but where single people may be seen.
  const isFree = manifest.holds.includes("cube");
  const known = {...whole, by: isFree ? whole.by : []};
  let asked = 0;
  async function show(filters: Filters, write = chooseAddress): Promise<void> {
    const turn = ++asked;
    write(writeFilters(filters, known, manifest));
    const path = findCube(known, filters);
    if (!Object.values(filters).some(Boolean)) return place.replaceChildren(View(whole, {}, manifest));
    if (!isFree || !path) return place.replaceChildren(View(pickMonth(whole, null, filters, manifest), filters, manifest));
    const cube = await loadTableOnce<CubeRow>(path);
    // A slower answer to an earlier question is not shown.
    if (turn !== asked) return;
    const narrow = filters.period ? pickMonth : filterFunnel;
    place.replaceChildren(Part(cube, (rows) => View(narrow(whole, rows, filters, manifest), filters, manifest)));
  }
  const filters = keepKnown(known, (name) => readFilter(name, manifest));
  const unknown = UnknownFilters(
    listUnknown(known, filters, (name) => readAddress(name)),
    manifest,
  );
  const choose = (choice: Filters) => (unknown?.remove(), void show(choice));
  void show(filters, writeAddress);
  return html`<div>
    ${unknown} ${known.by.length || known.cohorts.length ? FunnelFilters(known, filters, choose) : null}
    ${!isFree && known.cohorts.length ? html`<p class="muted small">${say("funnel_month_alone")}</p>` : null}${place}
  </div>`;
}

/** In the address a team stands by its slug, as on every page; counts have its id. */
function readFilter(name: string, {teams}: Pick<Manifest, "teams">): string {
  const value = readAddress(name);
  return name === "team" ? (teams.find(({slug}) => slug === value)?.team ?? value) : value;
}

function writeFilters(filters: Filters, {by}: Pick<FunnelData, "by">, {teams}: Pick<Manifest, "teams">): Record<string, string> {
  const slug = teams.find(({team}) => team === filters.team)?.slug;
  const own = by.map(({dimension}) => [dimension, filters[dimension] ?? ""]);
  return {...Object.fromEntries(own), ...(filters.team && {team: slug ?? filters.team}), period: filters.period ?? ""};
}

/** The company's records, narrowed as the page is. */
const placeOf = ({period: _period, ...only}: Filters): Place => ({of: "company", only});

function View(data: FunnelData, filters: Filters, manifest: Manifest): HTMLElement {
  const only = describeFilters(data.by, filters);
  if (data.all.every(({count}) => count === 0)) return Note(say("funnel_none"), [only]);
  const month = filters.period ? `${filters.period}-01` : "";
  const question = {place: placeOf(filters), whose: nameChosen(data.by, filters), ...(month && {month})};
  return html`<div data-narrows=${FILTERS.join(" ")}>
    ${Finding(Sentence(describeLeak(data.all, manifest, question) ?? "", listLeakAsks(data.all, manifest, question)), only || say("hint_all_time"), filters.team ? "" : say("company_wide", {company: manifest.company}))}
    ${Section("", manifest, () => FunnelBars(data.all, manifest, {caption: PAGES.funnel.name, ...question, isLed: true}))}
    ${TermHelp(["sal", "sql", "opportunity", "in_flight", "interval"], manifest)}
    ${data.by.length ? Split(data, filters, manifest) : null}
    ${
      data.cohorts.length
        ? html`<div data-narrows=${FILTERS.filter((name) => name !== "period").join(" ")}>
            ${Section(say("cohorts"), manifest, () => Cohorts(data, filters, manifest), {hint: say("cohorts_hint")})}
          </div>`
        : null
    }
  </div>`;
}

/** The steps by one dimension at a time; which one is kept in the address. */
function Split({by}: FunnelData, filters: Filters, manifest: Manifest): HTMLElement {
  const isFree = manifest.holds.includes("cube");
  const place = html`<div></div>`;
  const draw = (name: string) => {
    const chosen = by.find(({dimension}) => dimension === name) ?? by[0]!;
    const groups = chosen.groups.map((group) => ({
      ...group,
      place: placeOf({...filters, [chosen.dimension]: group.id}),
      whose: nameChosen(by, {...filters, [chosen.dimension]: group.id}),
      ...(filters.period && {month: `${filters.period}-01`}),
      ...(isFree && {
        href: addressOf("funnel", {...writeFilters({...filters, [chosen.dimension]: group.id}, {by}, manifest), by: name}),
      }),
    }));
    const caption = say("funnel_by", {dimension: withinSentence(chosen.label)});
    place.replaceChildren(StepTable(groups, manifest, {caption, label: chosen.label, file: `funnel-${chosen.dimension}`}));
  };
  const choice = Choice(
    say("split_by"),
    by.map(({dimension, label}) => [dimension, label]),
    readAddress("by"),
  );
  const select = choice.querySelector("select")!;
  select.addEventListener("change", () => (chooseAddress({by: select.value}), draw(select.value)));
  draw(readAddress("by"));
  const when = startSentence(
    filters.period ? say("filtered_month", {month: formatMonth(`${filters.period}-01`)}) : say("over_all"),
  );
  return html`<section>
    <h2>${say("funnel_split")}</h2>
    <p class="muted small">${say("funnel_by_hint", {when})}</p>
    <div class="tools">${choice}</div>
    ${place}
  </section>`;
}

function Cohorts({by, cohorts}: FunnelData, filters: Filters, manifest: Manifest): HTMLElement {
  const groups = [...cohorts].reverse().map(({month, stages}) => ({
    id: month,
    name: formatMonth(month),
    stages,
    month,
    place: placeOf(filters),
    whose: nameChosen(by, filters),
  }));
  return StepTable(groups, manifest, {caption: say("cohorts"), label: say("month"), file: "funnel-months"});
}
