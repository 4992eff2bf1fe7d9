import {html} from "htl";
import type {Manifest, PracticesData} from "../../pipeline/contract/datasets.js";
import {DataTable} from "./data-table.js";
import {DifferenceReading, findReach, formatPoints} from "./difference-mark.js";
import {askField} from "./explain-fields.js";
import type {Asked} from "./explain-panel.js";
import {Explained} from "./explained.js";
import {formatCount} from "./format.js";
import {Choice} from "./funnel-filters.js";
import {DifferenceCell} from "./practices-page.js";
import {readAddress, writeAddress} from "./address.js";
import {say} from "./words.js";

type Group = PracticesData["fields"][number];

/** Fields of the brief by how they go with an SQL, of everyone or of one motion; the choice is kept in the address. */
export function FieldDifferences(groups: readonly Group[], manifest: Manifest): HTMLElement {
  const {brief_fields} = manifest;
  const nameOf = (field: string) => brief_fields.find((info) => info.field === field)?.label ?? field;
  const place = html`<div></div>`;
  const draw = (motion: string) => {
    const {lines} = groups.find((group) => group.motion === motion) ?? groups[0]!;
    place.replaceChildren(
      Lead(lines, nameOf),
      DifferenceReading(lines.map((line) => ({...line, label: nameOf(line.field)}))),
      Table(lines, nameOf, manifest),
    );
  };
  const choice = Choice(
    say("motion_choice"),
    groups.map(({motion}) => [motion, motion || say("everyone")]),
    readAddress("motion"),
  );
  const select = choice.querySelector("select")!;
  select.addEventListener("change", () => (writeAddress({motion: select.value}), draw(select.value)));
  draw(readAddress("motion"));
  return html`<div>${groups.length > 1 ? html`<div class="tools">${choice}</div>` : null}${place}</div>`;
}

function Lead(lines: Group["lines"], nameOf: (field: string) => string): HTMLElement {
  const [most] = lines.filter(({lower}) => lower > 0);
  const text = most
    ? say("fields_with_sql_lead", {
        field: nameOf(most.field),
        difference: formatPoints(most.difference),
        lower: formatPoints(most.lower),
        upper: formatPoints(most.upper),
        n: formatCount(most.n_with + most.n_without),
      })
    : say("fields_with_sql_none");
  return html`<p>${text}</p>`;
}

function askSide(
  {field, n_with, n_without}: Group["lines"][number],
  isWith: boolean,
  nameOf: (field: string) => string,
  manifest: Manifest,
): Asked {
  const counts = {part: isWith ? n_with : n_without, judged: n_with + n_without};
  return askField({field, label: nameOf(field)}, {counts, what: isWith ? "filled" : "missing"}, manifest);
}

function Table(lines: Group["lines"], nameOf: (field: string) => string, manifest: Manifest): HTMLElement {
  const domain = findReach(lines.map(({difference, lower, upper}) => ({value: difference, lower, upper})));
  return DataTable(
    lines,
    [
      {key: "field", label: say("field"), value: ({field}) => nameOf(field), isName: true},
      {key: "with", label: say("with_it"), value: ({n_with}) => n_with, cell: (row) => Explained(formatCount(row.n_with), () => askSide(row, true, nameOf, manifest)), align: "right"},
      {key: "without", label: say("without_it"), value: ({n_without}) => n_without, cell: (row) => Explained(formatCount(row.n_without), () => askSide(row, false, nameOf, manifest)), align: "right"},
      {key: "difference", label: say("adjusted_difference"), value: ({difference}) => difference, cell: (row) => DifferenceCell(row, nameOf(row.field), domain, manifest)},
      {key: "lower", label: "from", value: ({lower}) => lower, isHidden: true},
      {key: "upper", label: "to", value: ({upper}) => upper, isHidden: true},
    ],
    {caption: say("fields_with_sql"), file: "fields-with-sql", filter: false},
  ); // prettier-ignore
}
