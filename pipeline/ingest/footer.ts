import {FOOTER} from "./sniff.js";
import type {CarefulRow} from "./careful.js";

/** Rows of a footer that are held back until it is clear that nothing else follows. */
const LONGEST_FOOTER = 100;

/** Tells the rows of a file from the footer below them. */
export interface FooterGate {
  /** Takes the next row, and whether a blank line stands above it; adds what is certain to be no footer to `rows`. */
  take(row: CarefulRow, isBelowBlank: boolean, rows: CarefulRow[]): void;
  /** What was held back at the end of the file: a footer, or a row after all. */
  end(): {rows: CarefulRow[]; footer: CarefulRow[]};
}

/**
 * A footer starts with a line known for it, or, below a blank line, with the report's name just before that; lines with one filled
 * cell belong to it, up to the end of the file.
 */
export function makeFooterGate(width: number): FooterGate {
  let held: CarefulRow[] = [];
  let isFooter = false;
  const release = (rows: CarefulRow[]) => {
    rows.push(...held);
    held = [];
  };
  return {
    take(row, isBelowBlank, rows) {
      if (isFooter ? isFooterLike(row.cells, width) : opensFooter(row.cells, width)) {
        isFooter = true;
        held.push(row);
        if (held.length > LONGEST_FOOTER) release(rows);
        return;
      }
      isFooter = false;
      if (held.length > 0) release(rows);
      if (width > 1 && isBelowBlank && countFilled(row.cells) === 1) held = [row];
      else rows.push(row);
    },
    end: () => (isFooter ? {rows: [], footer: held} : {rows: held, footer: []}),
  };
}

const countFilled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== "").length;

/** Few cells are filled, a comma in the text counted in; a row with all of them is one, whatever it says. */
function isFooterLike(cells: readonly string[], width: number): boolean {
  const filled = countFilled(cells);
  return filled <= 1 || (filled < Math.max(width, 3) && FOOTER.test(cells[0]!));
}

function opensFooter(cells: readonly string[], width: number): boolean {
  const first = cells.find((cell) => cell.trim() !== "");
  return first !== undefined && FOOTER.test(first) && isFooterLike(cells, width);
}
