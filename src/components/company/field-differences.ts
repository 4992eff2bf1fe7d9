import {html} from "htl";
import type {Manifest, PracticesData} from "../../../pipeline/contract/datasets.js";
import {DataTable} from "../table/data-table.js";
import {DifferenceReading, findReach, formatPoints} from "../chart/difference-mark.js";
import {countsAs} from "../explain/counts-as.js";
import {askCount} from "../explain/explain-count.js";
import type {Asked} from "../explain/explain-panel.js";
import {askDifference, sideOfField} from "../explain/explain-practices.js";
import {Explained} from "../explain/explained.js";
import type {Place} from "../explain/facts.js";
import {formatCount} from "../base/format.js";
import {Choice} from "../funnel/funnel-filters.js";
import {DifferenceCell} from "./practices-page.js";
import {chooseAddress, readAddress} from "../frame/address.js";
import {Take} from "../picture/take.js";
import {Sentence} from "../explain/told.js";
import {UnknownFilters} from "../frame/unknown-filters.js";
import {say} from "../words/words.js";

type Group = PracticesData["fields"][number];

/** Fields of the brief by how they go with an SQL, of everyone or of one motion; the choice is kept in the address. */
export function FieldDifferences(groups: readonly Group[], manifest: Manifest): HTMLElement {
  const {brief_fields} = manifest;
  const nameOf = (field: string) => brief_fields.find((info) => info.field === field)?.label ?? field;
  const area = html`<div></div>`;
  const draw = (chosen: string) => {
    const {lines, motion} = groups.find((group) => group.motion === chosen) ?? groups[0]!;
    area.replaceChildren(
      Lead({lines, nameOf, place: {of: "company", only: motion ? {motion} : {}}}, manifest),
      DifferenceReading(lines.map((line) => ({...line, label: nameOf(line.field)}))),
      Table({lines, nameOf, place: {of: "company", only: motion ? {motion} : {}}}, manifest),
    );
  };
  const choice = Choice(
    say("motion_choice"),
    groups.map(({motion}) => [motion, motion || say("everyone")]),
    readAddress("motion"),
  );
  const select = choice.querySelector("select")!;
  const asked = readAddress("motion");
  const unknown = groups.some(({motion}) => motion === asked) ? null : UnknownFilters({motion: asked}, manifest);
  select.addEventListener("change", () => (chooseAddress({motion: select.value}), unknown?.remove(), draw(select.value)));
  draw(asked);
  return Take(html`<div>${unknown}${groups.length > 1 ? html`<div class="tools">${choice}</div>` : null}${area}</div>`);
}

function Lead({lines, nameOf, place}: Shown, manifest: Manifest): HTMLElement {
  const [most] = lines.filter(({lower}) => lower > 0);
  if (!most) return html`<p>${say("fields_with_sql_none")}</p>`;
  const {field, difference, lower, upper, n_with, n_without} = most;
  const label = nameOf(field);
  const words = {difference: formatPoints(difference), lower: formatPoints(lower), upper: formatPoints(upper)};
  const sideOf = sideOfField(field, manifest);
  const ask = () => askDifference({label, text: say("difference_of", words), n_with, n_without, sideOf, place}, manifest);
  return html`<p>
    ${Sentence(say("fields_with_sql_lead", {field: label, ...words, n: formatCount(n_with + n_without)}), [ask])}
  </p>`;
}

interface Shown {
  lines: Group["lines"];
  place: Place;
  nameOf(field: string): string;
}

/** What a handoff on the side that is asked about is called, and one on the other. */
function nameSides(isWith: boolean): [yes: string, no: string] {
  const [filled, missing] = [say("counts_filled"), say("counts_missing")];
  return isWith ? [filled, missing] : [missing, filled];
}

/** The question about how many handoffs are on one side of a field, of those whose time to become an SQL is over. */
function askSide(
  {field, n_with, n_without}: Group["lines"][number],
  isWith: boolean,
  {place, nameOf}: Shown,
  manifest: Manifest,
): Asked {
  const sideOf = sideOfField(field, manifest);
  return askCount(
    {
      title: `${nameOf(field)}, ${say(isWith ? "with_it" : "without_it")}`,
      meaning: say(isWith ? "count_field_meaning" : "count_missing_meaning", {label: nameOf(field)}),
      part: say(isWith ? "count_part_filled" : "count_part_missing"),
      whole: say("count_sql_known"),
      numerator: isWith ? n_with : n_without,
      denominator: n_with + n_without,
      place,
      isMember: (fact) => sideOf(fact) !== "",
      counts: (fact) => countsAs((sideOf(fact) === "with") === isWith, ...nameSides(isWith)),
    },
    manifest,
  );
}

function Table(shown: Shown, manifest: Manifest): HTMLElement {
  const {lines, place, nameOf} = shown;
  const domain = findReach(lines.map(({difference, lower, upper}) => ({value: difference, lower, upper})));
  return DataTable(
    lines,
    [
      {key: "field", label: say("field"), value: ({field}) => nameOf(field), isName: true},
      {key: "with", label: say("with_it"), value: ({n_with}) => n_with, cell: (row) => Explained(formatCount(row.n_with), () => askSide(row, true, shown, manifest)), align: "right"},
      {key: "without", label: say("without_it"), value: ({n_without}) => n_without, cell: (row) => Explained(formatCount(row.n_without), () => askSide(row, false, shown, manifest)), align: "right"},
      {key: "difference", label: say("adjusted_difference"), value: ({difference}) => difference, cell: (row) => DifferenceCell(row, {label: nameOf(row.field), domain, sideOf: sideOfField(row.field, manifest), place}, manifest)},
      {key: "lower", label: "from", value: ({lower}) => lower, isHidden: true},
      {key: "upper", label: "to", value: ({upper}) => upper, isHidden: true},
    ],
    {caption: say("fields_with_sql"), file: "fields-with-sql", filter: false},
  ); // prettier-ignore
}
