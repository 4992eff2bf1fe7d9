import type {Column} from "./data-table.js";
import {make} from "../base/make.js";

/** Rows that are drawn at one go; more come with the next frames, so that a page answers meanwhile. */
const SLICE = 100;

/**
 * Rows in a table's body, each in the place of the one before; of many the first at once, the rest slice by slice until all are there or
 * others are asked for.
 */
export function makeRowDrawer<T>(body: HTMLTableSectionElement) {
  let run = 0;
  return (rows: readonly T[], columns: readonly Column<T>[]): void => {
    const own = ++run;
    const drawSlice = (from: number): void => {
      if (own !== run) return;
      const slice = document.createDocumentFragment();
      for (const row of rows.slice(from, from + SLICE)) slice.append(Row(row, columns));
      body.append(slice);
      if (from + SLICE >= rows.length) return;
      const next = () => drawSlice(from + SLICE);
      if (typeof requestAnimationFrame === "undefined") next();
      else requestAnimationFrame(next);
    };
    body.replaceChildren();
    drawSlice(0);
  };
}

/** Roles are named, since a row that is shown as a list of its cells is else no row to who hears it; cells say their heads for the same. */
function Row<T>(row: T, columns: readonly Column<T>[]): HTMLTableRowElement {
  const cells = columns.map((column) => {
    const content = (column.cell ? column.cell(row) : column.value(row)) ?? "";
    const name = classOf(column) || null;
    if (column.isName) return make("th", {scope: "row", role: "rowheader", class: name}, content);
    return make("td", {role: "cell", class: name, "data-head": content === "" ? "" : headOf(column)}, content);
  });
  return make("tr", {role: "row"}, ...cells);
}

const headOf = <T>({label, of}: Column<T>): string => (of ? `${label}, ${of}` : label);

export function classOf<T>({align, isName, isForScreen}: Column<T>): string {
  return isName ? "name" : isForScreen ? "on-screen" : align === "right" ? "right" : "";
}
