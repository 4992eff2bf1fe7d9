import {html} from "htl";
import type {FunnelData} from "../../../pipeline/contract/datasets.js";
import type {Filters} from "./cube.js";
import type {FilterName} from "../frame/filters.js";
import {formatMonth} from "../base/format.js";
import {make} from "../base/make.js";
import {say, withinSentence} from "../words/words.js";

/** A choice per dimension and one of the month, all at first. @param onChange told every change, with all choices */
export function FunnelFilters(
  {by, cohorts}: Pick<FunnelData, "by" | "cohorts">,
  filters: Filters,
  onChange: (filters: Filters) => void,
): HTMLElement {
  const choose = (dimension: keyof Filters, label: string, choices: [string, string][]) => ({
    dimension,
    node: FilterChoice(dimension, label, choices, filters[dimension] ?? ""),
  });
  const selects = [
    ...by.map(({dimension, label, groups}) =>
      choose(
        dimension,
        label,
        groups.map(({id, name}) => [id, name]),
      ),
    ),
    ...(cohorts.length ? [choose("period", say("month"), listMonths(cohorts))] : []),
  ];
  const read = () => Object.fromEntries(selects.map(({dimension, node}) => [dimension, node.querySelector("select")!.value]));
  for (const {node} of selects) node.querySelector("select")!.addEventListener("change", () => tell(read()));
  const button = html`<button type="button" class="quiet" ${{onclick: clear}}>${say("filters_clear")}</button>`;
  const tell = (choice: Filters) => ((button.hidden = !Object.values(choice).some(Boolean)), onChange(choice));
  button.hidden = !Object.values(filters).some(Boolean);
  function clear(): void {
    for (const {node} of selects) node.querySelector("select")!.value = "";
    tell({});
  }
  return html`<div class="tools filters" role="group" aria-label=${say("filters")}>
    ${selects.map(({node}) => node)} ${button}
  </div>`;
}

/** A choice of a filter, all at first: pictures of what narrows by it say what is chosen. */
export function FilterChoice(
  filter: FilterName,
  label: string,
  choices: readonly [string, string][],
  chosen: string,
): HTMLElement {
  const node = Choice(label, [["", say("filter_all")], ...choices], chosen);
  node.querySelector("select")!.dataset.filter = filter;
  return node;
}

/** A labelled choice among values by name. */
export function Choice(label: string, choices: readonly (readonly [string, string])[], chosen: string): HTMLElement {
  return html`<label
    >${label}
    <select>
      ${choices.map(([value, name]) => make("option", {value, selected: value === chosen ? "" : null}, name))}
    </select></label
  >`;
}

/** Newest first. */
const listMonths = (cohorts: FunnelData["cohorts"]) =>
  [...cohorts].reverse().map(({month}): [string, string] => [month.slice(0, 7), formatMonth(month)]);

/** The choices that the data know; whatever else the address names is dropped. */
export function keepKnown({by, cohorts}: Pick<FunnelData, "by" | "cohorts">, read: (dimension: string) => string): Filters {
  const period = read("period");
  return {
    ...(cohorts.some(({month}) => period && month.startsWith(period)) && {period}),
    ...Object.fromEntries(
      by.flatMap(({dimension, groups}) => {
        const value = read(dimension);
        return groups.some(({id}) => id === value) ? [[dimension, value]] : [];
      }),
    ),
  };
}

/** What the address asks for of choices that the page has, and the data do not know. */
export function listUnknown(
  {by, cohorts}: Pick<FunnelData, "by" | "cohorts">,
  kept: Filters,
  read: (dimension: string) => string,
): Partial<Record<FilterName, string>> {
  const names: FilterName[] = [...by.map(({dimension}) => dimension), ...(cohorts.length ? ["period" as const] : [])];
  return Object.fromEntries(names.flatMap((name) => (read(name) && !kept[name] ? [[name, read(name)]] : [])));
}

/** The values chosen of dimensions, in words that a title takes; empty for all. */
export function nameChosen(by: FunnelData["by"], filters: Filters): string {
  return listChosen(by, filters).join(", ");
}

function listChosen(by: FunnelData["by"], filters: Filters): string[] {
  return by.flatMap(({dimension, label, groups}) => {
    const group = groups.find(({id}) => id === filters[dimension]);
    return group ? [say("filtered_item", {dimension: withinSentence(label), value: group.name})] : [];
  });
}

/** What the choices say, as a sentence; empty for all. */
export function describeFilters(by: FunnelData["by"], filters: Filters): string {
  const chosen = listChosen(by, filters);
  const month = filters.period ? [say("filtered_month", {month: formatMonth(`${filters.period}-01`)})] : [];
  if (!chosen.length && !month.length) return "";
  const only = say("filtered_to", {list: [...month, ...chosen].join(", ")});
  // A month's own medians are known; what is added up of dimensions has none.
  return chosen.length ? `${only} ${say("filtered_days")}` : only;
}
