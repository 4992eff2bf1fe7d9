/** Ratings of one row (an SDR) by one column (an AE), both counted from 0: how many, their sum and the sum of their squares. */
export interface CrossedCell {
  row: number;
  column: number;
  n: number;
  sum: number;
  sum_of_squares: number;
}

/** The cells of `rating = μ + row + column + error`, arranged for solving: rows with their cells one after another. */
export interface CrossedDesign {
  rows: number;
  columns: number;
  n: number;
  /** Mean of all ratings, which is taken off before anything else. */
  centre: number;
  /** Sum of squares about the centre, and within cells. */
  squares: number;
  /** Where the cells of each row start; one more entry at the end. */
  starts: Int32Array;
  column: Int32Array;
  count: Float64Array;
  sum: Float64Array;
  rowCount: Float64Array;
  rowSum: Float64Array;
}

/** Arranges cells; cells without ratings are left out. Rows should be the factor with more levels: columns are solved densely. */
export function arrange(cells: readonly CrossedCell[], rows: number, columns: number): CrossedDesign {
  const seen = inOrder(inOrder(cells.filter(({n}) => n > 0), columns, "column"), rows, "row"); // prettier-ignore
  let [n, sum] = [0, 0];
  for (const cell of seen) {
    n += cell.n;
    sum += cell.sum;
  }
  const centre = sum / n;
  const design: CrossedDesign = {
    rows, columns, n, centre, squares: 0,
    starts: new Int32Array(rows + 1),
    column: new Int32Array(seen.length),
    count: new Float64Array(seen.length),
    sum: new Float64Array(seen.length),
    rowCount: new Float64Array(rows),
    rowSum: new Float64Array(rows),
  }; // prettier-ignore
  seen.forEach((cell, k) => {
    const centred = cell.sum - cell.n * centre;
    design.starts[cell.row + 1] = k + 1;
    design.column[k] = cell.column;
    design.count[k] = cell.n;
    design.sum[k] = centred;
    design.rowCount[cell.row]! += cell.n;
    design.rowSum[cell.row]! += centred;
    design.squares += cell.sum_of_squares - 2 * centre * cell.sum + cell.n * centre * centre;
  });
  for (let i = 0; i < rows; i++) if (design.starts[i + 1] === 0) design.starts[i + 1] = design.starts[i]!;
  design.squares = Math.max(0, design.squares);
  return design;
}

/** Cells in order of a key below `keys`; those with the same key stay as they were (counting sort). */
function inOrder(cells: readonly CrossedCell[], keys: number, key: "row" | "column"): CrossedCell[] {
  const places = new Int32Array(keys + 1);
  for (const cell of cells) places[cell[key] + 1]!++;
  for (let k = 0; k < keys; k++) places[k + 1]! += places[k]!;
  const ordered = new Array<CrossedCell>(cells.length);
  for (const cell of cells) ordered[places[cell[key]]!++] = cell;
  return ordered;
}
