import {html} from "htl";
import type {CubeRow, FunnelData, Manifest} from "../../pipeline/contract/datasets.js";
import {addressOf, readAddress, writeAddress} from "./address.js";
import {filterFunnel} from "./cube.js";
import type {Filters} from "./cube.js";
import type {Place} from "./facts.js";
import {Finding} from "./finding.js";
import {formatMonth} from "./format.js";
import {FunnelBars} from "./funnel-bars.js";
import {askLeak} from "./explain-step.js";
import {Sentence} from "./told.js";
import {Choice, describeFilters, FunnelFilters, keepKnown} from "./funnel-filters.js";
import {loadTable} from "./load.js";
import {Hidden, Note} from "./missing.js";
import {Part} from "./part.js";
import {Section} from "./section.js";
import {StepTable} from "./step-table.js";
import {describeLeak} from "./steps.js";
import {PAGES, say, withinSentence} from "./words.js";

/**
 * The funnel of everybody, or of those the address names (`?team=…&source=…`): stage by stage, by dimension, by month. Counts of
 * a choice are fetched when there is one.
 */
export function FunnelPage(whole: FunnelData, manifest: Manifest): HTMLElement | null {
  if (!whole.all.length) return manifest.audience.kind === "revops" ? null : Hidden(manifest);
  const place = html`<div></div>`;
  let asked = 0;
  async function show(filters: Filters): Promise<void> {
    const turn = ++asked;
    writeAddress(Object.fromEntries(whole.by.map(({dimension}) => [dimension, filters[dimension] ?? ""])));
    if (!Object.values(filters).some(Boolean)) return place.replaceChildren(View(whole, {}, manifest));
    const cube = await loadTable<CubeRow>("cube.arrow");
    // A slower answer to an earlier question is not shown.
    if (turn !== asked) return;
    place.replaceChildren(Part(cube, (rows) => View(filterFunnel(whole, rows, filters, manifest), filters, manifest)));
  }
  // Counts of any choice are in no site but where single people may be seen.
  const isFree = manifest.holds.includes("cube");
  const filters = isFree ? keepKnown(whole.by, (dimension) => readAddress(dimension)) : {};
  void show(filters);
  return html`<div>
    ${whole.by.length && isFree ? FunnelFilters(whole.by, filters, (choice) => void show(choice)) : null}${place}
  </div>`;
}

/** The company's records, narrowed as the page is. */
const placeOf = (filters: Filters): Place => ({of: "company", only: filters});

function View(data: FunnelData, filters: Filters, manifest: Manifest): HTMLElement {
  if (data.all.every(({count}) => count === 0)) return Note(say("funnel_none"), [describeFilters(data.by, filters)]);
  return html`<div>
    ${Finding(Sentence(describeLeak(data.all, manifest) ?? "", [askLeak(data.all, manifest, {place: placeOf(filters), whose: describeFilters(data.by, filters)})]), describeFilters(data.by, filters) || say("hint_all_time"), say("company_wide", {company: manifest.company}))}
    ${Section("", manifest, () => FunnelBars(data.all, manifest, {caption: PAGES.funnel.name, place: placeOf(filters), whose: describeFilters(data.by, filters), isLed: true}))}
    ${data.by.length ? Split(data, filters, manifest) : null}
    ${
      data.cohorts.length
        ? Section(say("cohorts"), manifest, () => Cohorts(data.cohorts, filters, manifest), {hint: say("cohorts_hint")})
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
      ...(isFree && {href: addressOf("funnel", {...filters, by: name, [chosen.dimension]: group.id})}),
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
  select.addEventListener("change", () => (writeAddress({by: select.value}), draw(select.value)));
  draw(readAddress("by"));
  return html`<section>
    <h2>${say("funnel_split")}</h2>
    <p class="muted small">${say("funnel_by_hint")}</p>
    <div class="tools">${choice}</div>
    ${place}
  </section>`;
}

function Cohorts(cohorts: FunnelData["cohorts"], filters: Filters, manifest: Manifest): HTMLElement {
  const groups = [...cohorts].reverse().map(({month, stages}) => ({
    id: month,
    name: formatMonth(month),
    stages,
    month,
    place: placeOf(filters),
  }));
  return StepTable(groups, manifest, {caption: say("cohorts"), label: say("month"), file: "funnel-months"});
}
