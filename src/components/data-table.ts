import {html} from "htl";
import {toCsv, downloadText} from "./csv.js";
import {formatCount} from "./format.js";
import {sortRows} from "./sort.js";
import type {Order} from "./sort.js";
import {say} from "./words.js";

/** A column: `value` is what is sorted, filtered and downloaded; `cell` what is shown, where that differs. */
export interface Column<T> {
  key: string;
  label: string;
  value(row: T): string | number | null | undefined;
  cell?(row: T): Node | string | null;
  align?: "left" | "right";
  /** Said on hover over the head. */
  hint?: string;
  /** The row's own name: a row header, which stays when a wide table is scrolled. */
  isName?: boolean;
  /** Cannot be put in order: an order would mean nothing. */
  isFixed?: boolean;
  /** Left out of the page, kept in the download. */
  isHidden?: boolean;
}

export interface DataTableOptions {
  caption: string;
  /** Name of the download without ending; none, no download. */
  file?: string;
  /** Whether to offer a filter box. */
  filter?: boolean;
  /** Rows shown at first; the rest on demand, so that thousands do not stall the page. */
  limit?: number;
  /** What stands in the empty filter box. */
  filterHint?: string;
  order?: Order;
  /** Whether a narrow screen shows each row as a list of its cells, each under its head's name. */
  stack?: boolean;
}

// Handlers and styles are spread (`${{onclick}}`), not written as attributes: htl would set those by way of inline code, which
// the site's policy refuses.

/** A table of more rows scrolls in a frame of its own, under its heads. */
const LONG = 30;

/** A table to sort by its heads, filter and download. Rows come as given until a head is pressed. */
export function DataTable<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  {
    caption,
    file,
    filter = rows.length > 8,
    limit = 50,
    filterHint = say("filter_hint"),
    order: initial,
    stack = false,
  }: DataTableOptions,
): HTMLElement {
  let order = initial;
  let text = "";
  let shownMost = limit;
  const shown = columns.filter((column) => !column.isHidden);
  const body = html`<tbody></tbody>` as HTMLTableSectionElement;
  const heads = shown.map((column) => Head(column, () => ((order = turn(order, column, rows)), draw())));
  const count = html`<span class="count" role="status"></span>`;
  const more = html`<button type="button" class="quiet more" ${{onclick: () => ((shownMost += 10 * limit), draw())}}></button>`;

  /** Rows as filtered and ordered: what is shown, and what is downloaded. */
  function select(): readonly T[] {
    const found = text ? rows.filter((row) => shown.some((column) => matches(column.value(row), text))) : rows;
    return order ? sortRows(found, columns.find(({key}) => key === order!.key)!.value, order.descending) : found;
  }
  function draw(): void {
    const sorted = select();
    body.replaceChildren(
      ...sorted.slice(0, shownMost).map(
        (row) =>
          html`<tr>
            ${shown.map((column) => Cell(column, row, stack))}
          </tr>`,
      ),
    );
    if (!sorted.length)
      body.append(
        html`<tr>
          <td colspan=${shown.length} class="muted">${text ? say("no_match", {text}) : say("no_rows")}</td>
        </tr>`,
      );
    count.textContent = say("rows_shown", {
      shown: formatCount(Math.min(sorted.length, shownMost)),
      total: formatCount(rows.length),
    });
    body.closest(".scroll")?.classList.toggle("long", Math.min(sorted.length, shownMost) > LONG);
    more.hidden = sorted.length <= shownMost;
    more.textContent = say("more_rows", {n: formatCount(Math.min(10 * limit, sorted.length - shownMost))});
    heads.forEach((head, index) => {
      const {key, isFixed} = shown[index]!;
      if (!isFixed) head.setAttribute("aria-sort", nameOrder(order, key));
    });
  }
  const find = (event: Event) => (
    (text = (event.target as HTMLInputElement).value.trim().toLowerCase()),
    (shownMost = limit),
    draw()
  );
  const save = () =>
    downloadText(
      toCsv(
        columns.map(({label}) => label),
        select().map((row) => columns.map(({value}) => value(row))),
      ),
      `${file}.csv`,
    );
  const tools = html`<div class="tools">
    ${filter ? html`<label><span class="unseen">${say("filter_rows")}</span><input type="search" placeholder=${filterHint} ${{oninput: find}} /></label>` : null}
    ${filter ? count : null}${file ? html`<button type="button" class="quiet" ${{onclick: save}}>${say("download_csv")}</button>` : null}
  </div>`;
  const node = html`<div class="data-table">
    ${filter || file ? tools : null}
    <div class="scroll" tabindex="0" role="region" aria-label=${caption}>
      <table class=${stack ? "stack" : null}>
        <caption class="unseen">
          ${caption}
        </caption>
        <thead>
          <tr>
            ${heads}
          </tr>
        </thead>
        ${body}
      </table>
    </div>
    ${more}
  </div>`;
  draw();
  return node;
}

function Head<T>(column: Column<T>, onPress: () => void): HTMLElement {
  const {label, hint, isFixed} = column;
  return isFixed
    ? html`<th scope="col" class=${classOf(column)} title=${hint ?? ""}>${label}</th>`
    : html`<th scope="col" class=${classOf(column)}>
        <button type="button" title=${hint ?? say("sort_by", {column: label})} ${{onclick: onPress}}>${label}</button>
      </th>`;
}

function Cell<T>(column: Column<T>, row: T, hasHead: boolean): HTMLElement {
  const content = (column.cell ? column.cell(row) : column.value(row)) ?? null;
  const head = !hasHead ? null : content === null || content === "" ? "" : column.label;
  return column.isName
    ? html`<th scope="row" class="name">${content}</th>`
    : html`<td class=${classOf(column)} data-head=${head}>${content}</td>`;
}

function classOf<T>(column: Column<T>): string {
  return column.align === "right" ? "right" : column.isName ? "name" : "";
}

function matches(value: unknown, text: string): boolean {
  return typeof value === "string" && value.toLowerCase().includes(text);
}

/** The order after a press: numbers start with the largest, words with A; pressed again, the other way. */
function turn<T>(order: Order | undefined, column: Column<T>, rows: readonly T[]): Order {
  if (order?.key === column.key) return {key: column.key, descending: !order.descending};
  return {key: column.key, descending: rows.some((row) => typeof column.value(row) === "number")};
}

function nameOrder(order: Order | undefined, key: string): string {
  return order?.key !== key ? "none" : order.descending ? "descending" : "ascending";
}
