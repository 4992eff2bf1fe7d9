import {html} from "htl";
import type {BriefFieldInfo, FieldCell, HeatRow, Manifest} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "../frame/address.js";
import {askField, askJudged, countJudged} from "../explain/explain-fields.js";
import type {Asked} from "../explain/explain-panel.js";
import {askPlain} from "../explain/explain-plain.js";
import {Explained} from "../explain/explained.js";
import {formatCount, formatShare} from "../base/format.js";
import {make} from "../base/make.js";
import {Reading} from "../explain/reading.js";
import {Take} from "../picture/take.js";
import {say} from "../words/words.js";

/** Rows at first: each cell can be asked about, and hundreds of people would be thousands of them. */
const FIRST_ROWS = 50;

/**
 * SDR × brief field: how often a field was filled by the meeting. The fuller, the quieter: what is missing draws the eye. Fewer than
 * `min_n` handoffs leave a cell blank but for its frame. Opens with the required fields; the others come with a switch.
 */
export function HeatMap(rows: readonly HeatRow[], manifest: Manifest, {caption}: {caption: string}): HTMLElement {
  const used = manifest.brief_fields.filter(({field}) => rows.some(({cells}) => cells.some((cell) => cell.field === field)));
  const required = used.filter((field) => field.required);
  const hasBoth = required.length > 0 && required.length < used.length;
  const place = html`<div class="scroll heat" tabindex="0" role="region" aria-label=${caption}></div>`;
  let fields = hasBoth ? required : used;
  let shownMost = FIRST_ROWS;
  const more = html`<button
    type="button"
    class="quiet more"
    ${{onclick: () => ((shownMost = rows.length), draw())}}
  ></button>` as HTMLButtonElement;
  const draw = () => {
    place.replaceChildren(Grid(rows.slice(0, shownMost), fields, caption, manifest));
    more.hidden = shownMost >= rows.length;
    more.textContent = say("more_rows", {n: formatCount(Math.max(0, rows.length - shownMost))});
  };
  const onchange = (event: Event) => ((fields = (event.target as HTMLInputElement).checked ? used : required), draw());
  draw();
  const most = findMissing(rows, hasBoth ? required : used);
  const figure = html`<div class="heat-map">
    ${Reading(describeHeat(most), say("read_heat_not"), [most && (() => askMost(most, rows, manifest))])}
    <p class="muted small">${say("heat_legend")}</p>
    ${
      hasBoth
        ? html`<label class="switch"
            ><input type="checkbox" ${{onchange}} /> ${say("heat_all", {n: formatCount(used.length)})}</label
          >`
        : null
    }
    ${place} ${more}
  </div>`;
  return Take(figure, caption);
}

interface Missing {
  info: BriefFieldInfo;
  missing: number;
  n: number;
}

/** The field that is missing most often, of all rows together. */
function findMissing(rows: readonly HeatRow[], fields: readonly BriefFieldInfo[]): Missing | undefined {
  const sums = fields.map((info) => {
    const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.field === info.field));
    return {
      info,
      missing: cells.reduce((sum, {missing}) => sum + missing, 0),
      n: cells.reduce((sum, cell) => sum + countJudged(cell), 0),
    };
  });
  return sums.filter(({missing}) => missing > 0).sort((a, b) => b.missing / b.n - a.missing / a.n)[0];
}

function describeHeat(most: Missing | undefined): string {
  if (!most) return say("read_heat_none");
  return say("read_heat", {field: most.info.label, missing: formatCount(most.missing), n: formatCount(most.n)});
}

/** The question about the field missing most often among the people shown: each with how often it was missing. */
function askMost({info, missing, n}: Missing, rows: readonly HeatRow[], manifest: Manifest): Asked {
  return askPlain(
    {
      title: info.label,
      value: say("of_n", {part: formatCount(missing), n: formatCount(n)}),
      meaning: say("count_missing_meaning", {label: info.label}),
      formula: say("count_share", {part: say("count_part_missing"), whole: say("count_judged")}),
      entries: rows.flatMap(({name, cells}) => {
        const cell = cells.find(({field}) => field === info.field);
        return cell ? [[name, say("of_n", {part: formatCount(cell.missing), n: formatCount(countJudged(cell))})] as const] : [];
      }),
    },
    manifest,
  );
}

function Grid(rows: readonly HeatRow[], fields: readonly BriefFieldInfo[], caption: string, manifest: Manifest): HTMLElement {
  return html`<table>
    <caption class="unseen">
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col" class="name">${say("name")}</th>
        <th scope="col" class="right">${say("members")}</th>
        ${fields.map(({label, required}) => html`<th scope="col" class="field"><span class=${required ? "" : "muted"}>${label}</span></th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => {
        const cellOf = new Map(row.cells.map((cell) => [cell.field, cell]));
        return html`<tr>
          <th scope="row" class="name">
            ${row.slug ? html`<a href=${addressOf("sdr", {sdr: row.slug})}>${row.name}</a>` : row.name}
          </th>
          <td class="right muted">
            ${Explained(formatCount(row.handoffs), () => askJudged(row.handoffs, manifest, {of: "sdr", slug: row.slug}, row.name))}
          </td>
          ${fields.map((field) => Cell(cellOf.get(field.field), field, row, manifest))}
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function Cell(cell: FieldCell | undefined, field: BriefFieldInfo, {slug, name}: HeatRow, manifest: Manifest): HTMLElement {
  const {label} = field;
  const {min_n} = manifest;
  const n = cell ? cell.filled + cell.not_disclosed + cell.missing : 0;
  if (!cell || n < min_n)
    return make(
      "td",
      {class: "field few", title: `${label}: ${say("too_few_hint", {n: min_n})}`},
      make("span", {class: "muted"}, "·"),
    );
  const share = (cell.filled + cell.not_disclosed) / n;
  const text = say("filled_of", {label, filled: cell.filled + cell.not_disclosed, n, share: formatShare(share, n)});
  const ask = () =>
    askField(
      field,
      {place: {of: "sdr", slug}, whose: name, counts: {part: cell.filled + cell.not_disclosed, judged: n}, what: "filled"},
      manifest,
    );
  const look = {class: share < 0.6 ? "field low" : "field", title: text};
  const square = make("td", look, Explained(formatShare(share).replace(/\s%$/, ""), ask));
  square.style.setProperty("--gap", String(Math.round((1 - share) * 100)));
  return square;
}
