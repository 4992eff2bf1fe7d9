import {html} from "htl";
import type {Manifest, NarrowedData} from "../../../pipeline/contract/datasets.js";
import {chooseAddress, writeAddress} from "../frame/address.js";
import {listLeakAsks} from "../explain/explain-step.js";
import type {Place} from "../explain/facts.js";
import {Finding} from "../base/finding.js";
import {FilterChoice} from "../funnel/funnel-filters.js";
import {FunnelBars} from "../funnel/funnel-bars.js";
import {loadDocument} from "../frame/load.js";
import {listLatest, MetricTable} from "../table/metric-table.js";
import {Part} from "../frame/part.js";
import {Section} from "../frame/section.js";
import {describeLeak} from "../funnel/steps.js";
import {Sentence} from "../explain/told.js";
import {UnknownFilters} from "../frame/unknown-filters.js";
import {PAGES, say, withinSentence} from "../words/words.js";

/** A dimension and the value of it that the overview is narrowed to. */
export interface Narrowing {
  dimension: NarrowedData["dimension"];
  value: string;
}

/**
 * The overview of one source, motion, segment or region: its numbers and its funnel, and nothing that is told of everybody alone.
 * @param drawAnew draws the overview by what the address asks for then
 */
export function NarrowedOverview({dimension, value}: Narrowing, manifest: Manifest, drawAnew: () => Node): HTMLElement {
  const place = html`<div></div>`;
  // What the data do not know is dropped, as on the funnel, and told.
  const drop = () => {
    writeAddress({[dimension]: ""});
    return html`<div>${UnknownFilters({[dimension]: value}, manifest)}${drawAnew()}</div>`;
  };
  const draw = (data: NarrowedData, id: string): Node => {
    const group = data.groups.find((each) => each.id === id);
    return group ? View(data, group, manifest, (next) => (chooseAddress({[dimension]: next}), redraw(data, next))) : drop();
  };
  const redraw = (data: NarrowedData, id: string) => place.replaceChildren(id ? draw(data, id) : drawAnew());
  void loadDocument<NarrowedData>(`narrowed/${dimension}.json`).then((loaded) =>
    place.replaceChildren(loaded.state === "absent" ? drop() : Part(loaded, (data) => draw(data, value))),
  );
  return place;
}

function View(
  {dimension, label, groups}: NarrowedData,
  {id, headlines, funnel}: NarrowedData["groups"][number],
  manifest: Manifest,
  onChange: (id: string) => void,
): HTMLElement {
  const place: Place = {of: "company", only: {[dimension]: id}};
  const [name] = groups.flatMap((group) => (group.id === id ? [group.name] : []));
  const whose = name ?? id;
  const judged = listLatest(headlines);
  const only = say("filtered_item", {dimension: withinSentence(label), value: whose});
  const choice = FilterChoice(
    dimension,
    label,
    groups.map((group) => [group.id, group.name]),
    id,
  );
  const select = choice.querySelector("select")!;
  select.addEventListener("change", () => onChange(select.value));
  return html`<div data-narrows=${dimension}>
    <div class="tools filters" role="group" aria-label=${say("filters")}>${choice}</div>
    ${Finding(Sentence(describeLeak(funnel, manifest, {judged}) ?? "", listLeakAsks(funnel, manifest, {place, whose, judged})), say("narrowed_hint", {list: only}))}
    ${Section("", manifest, () => MetricTable(headlines, manifest, {place}), {needs: "handoffs"})}
    ${Section(say("leaks"), manifest, () => FunnelBars(funnel, manifest, {caption: PAGES.funnel.name, place, whose, isLed: true}), {needs: "handoffs", hint: say("hint_all_time")})}
  </div>`;
}
