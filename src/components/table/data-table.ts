import {html} from "htl";
import {toCsv, downloadText} from "../base/csv.js";
import {formatCount} from "../base/format.js";
import type {Order} from "./sort.js";
import {OrderChoice} from "./table-order.js";
import {chooseColumns} from "./table-columns.js";
import {classOf, makeRowDrawer} from "./table-rows.js";
import {makeSelect} from "./table-select.js";
import {watchRoom} from "./table-room.js";
import {say} from "../words/words.js";

/** A column: `value` is what is sorted, filtered and downloaded; `cell` what is shown, where that differs. */
export interface Column<T> {
  key: string;
  label: string;
  /** Below the label in the head, and after it in the download: what kind of number, or of what. */
  of?: string;
  value(row: T): string | number | null | undefined;
  cell?(row: T): Node | string | null;
  align?: "left" | "right";
  /** Said on hover over the head. */
  hint?: string;
  /** The row's own name: a row header, which stays when a wide table is scrolled. */
  isName?: boolean;
  /** Cannot be put in order: an order would mean nothing. */
  isFixed?: boolean;
  /** Nothing on paper, such as a link alone. */
  isForScreen?: boolean;
  /** Left out of the page, kept in the download. */
  isHidden?: boolean;
}

export interface DataTableOptions {
  caption: string;
  /** Name of the download without ending; none, no download. */
  file?: string;
  /** Name of the table in the page's address, where its choice of columns is kept; that of the download if left out. */
  name?: string;
  /** Whether to offer a filter box. */
  filter?: boolean;
  /** Rows shown at first; the rest on demand, so that thousands do not stall the page. */
  limit?: number;
  /** What stands in the empty filter box. */
  filterHint?: string;
  order?: Order;
  /**
   * Whether a narrow screen shows each row as a list of its cells, each under its head's name; where it is left out, that of a table that has no room there.
   * False where rows are compared along their columns: then it is scrolled.
   */
  stack?: boolean;
}

// Handlers and styles are spread (`${{onclick}}`), not written as attributes: htl would set those by way of inline code, which
// the site's policy refuses.

/** A table of more rows scrolls in a frame of its own, under its heads. */
const LONG = 30;

/** A table to sort by its heads, filter, choose columns of and download. Rows come as given until a head is pressed. */
export function DataTable<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  {
    caption,
    file = "",
    name = file,
    filter = rows.length > 8,
    limit = 50,
    filterHint = say("filter_hint"),
    order: initial,
    stack,
  }: DataTableOptions,
): HTMLElement {
  let order = initial;
  let text = "";
  let shownMost = limit;
  const onPage = columns.filter((column) => !column.isHidden);
  const select = makeSelect(rows, columns);
  const choice = chooseColumns(onPage, name, draw);
  const body = html`<tbody role="rowgroup"></tbody>` as HTMLTableSectionElement;
  const drawRows = makeRowDrawer<T>(body);
  const heads = onPage.map((column) => Head(column, () => ((order = turn(order, column, rows)), draw())));
  const line = html`<tr role="row"></tr>`;
  const orders = OrderChoice(onPage, initial, (chosen) => ((order = chosen), draw()));
  const count = html`<span class="count" role="status"></span>`;
  const more = html`<button type="button" class="quiet more" ${{onclick: () => ((shownMost += 10 * limit), draw())}}></button>`;

  function draw(): void {
    const sorted = select(order, text);
    const shown = Math.min(sorted.length, shownMost);
    const isShown = ({key}: Column<T>) => !choice.away.has(key);
    line.replaceChildren(...heads.filter((_, index) => isShown(onPage[index]!)));
    if (sorted.length) drawRows(sorted.slice(0, shown), onPage.filter(isShown));
    else body.replaceChildren(Nothing(onPage.length, text));
    count.textContent = say("rows_shown", {shown: formatCount(shown), total: formatCount(rows.length)});
    scroll.classList.toggle("long", shown > LONG);
    more.hidden = sorted.length <= shownMost;
    more.textContent = more.hidden ? "" : say("more_rows", {n: formatCount(Math.min(10 * limit, sorted.length - shownMost))});
    heads.forEach((head, index) => {
      const {key, isFixed} = onPage[index]!;
      if (!isFixed) head.setAttribute("aria-sort", nameOrder(order, key));
    });
    orders.show(order);
  }
  const find = (event: Event) => (
    (text = (event.target as HTMLInputElement).value.trim().toLowerCase()),
    (shownMost = limit),
    draw()
  );
  // Every column, whether the page shows it or not; the rows as they are filtered and ordered.
  const save = () =>
    downloadText(
      toCsv(
        columns.map(({label, of}) => (of ? `${label}, ${of}` : label)),
        select(order, text).map((row) => columns.map(({value}) => value(row))),
      ),
      `${file}.csv`,
    );
  const tools = html`<div class="tools">
    ${filter ? html`<label><span class="unseen">${say("filter_rows")}</span><input type="search" placeholder=${filterHint} ${{oninput: find}} /></label>` : null}
    ${filter ? count : null}${rows.length > 1 ? orders.node : null}<span class="tools-end"
      >${choice.node}${file ? html`<button type="button" class="quiet" ${{onclick: save}}>${say("download_csv")}</button>` : null}</span
    >
  </div>`;
  const scroll = html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table role="table" class=${stack ? "stack" : null}>
      <caption class="unseen">
        ${caption}
      </caption>
      <thead role="rowgroup">
        ${line}
      </thead>
      ${body}
    </table>
  </div>`;
  watchRoom(scroll, {mayStack: stack === undefined});
  draw();
  return html`<div class="data-table">
    ${filter || file ? tools : html`<div class="tools for-stack">${rows.length > 1 ? orders.node : null}</div>`}${scroll}${more}
  </div>`;
}

function Nothing(columns: number, text: string): HTMLElement {
  return html`<tr role="row">
    <td role="cell" colspan=${columns} class="muted">${text ? say("no_match", {text}) : say("no_rows")}</td>
  </tr>`;
}

function Head<T>(column: Column<T>, onPress: () => void): HTMLElement {
  const {label, of, hint, isFixed} = column;
  const more = of ? html` <span class="sub">${of}</span>` : null;
  return isFixed
    ? html`<th scope="col" role="columnheader" class=${classOf(column)} title=${hint ?? ""}>${label}${more}</th>`
    : html`<th scope="col" role="columnheader" class=${classOf(column)}>
        <button type="button" title=${hint ?? say("sort_by", {column: label})} ${{onclick: onPress}}>${label}</button>${more}
      </th>`;
}

/** The order after a press: numbers start with the largest, words with A; pressed again, the other way. */
function turn<T>(order: Order | undefined, column: Column<T>, rows: readonly T[]): Order {
  if (order?.key === column.key) return {key: column.key, descending: !order.descending};
  return {key: column.key, descending: rows.some((row) => typeof column.value(row) === "number")};
}

function nameOrder(order: Order | undefined, key: string): string {
  return order?.key !== key ? "none" : order.descending ? "descending" : "ascending";
}
