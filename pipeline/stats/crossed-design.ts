/** Ratings of rows (SDRs) by columns (AEs), both counted from 0: how many of each pair, their sum and the sum of their squares. */
export interface CrossedCells {
  row: Int32Array;
  column: Int32Array;
  n: ArrayLike<number>;
  sum: ArrayLike<number>;
  sum_of_squares: ArrayLike<number>;
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
export function arrange(cells: CrossedCells, rows: number, columns: number): CrossedDesign {
  const every = countUp(cells.row.length).filter((k) => cells.n[k]! > 0);
  const order = inOrder(inOrder(every, cells.column, columns), cells.row, rows);
  let n = 0;
  let total = 0;
  for (const k of order) {
    n += cells.n[k]!;
    total += cells.sum[k]!;
  }
  const centre = total / n;
  const design: CrossedDesign = {
    rows, columns, n, centre, squares: 0,
    starts: new Int32Array(rows + 1),
    column: new Int32Array(order.length),
    count: new Float64Array(order.length),
    sum: new Float64Array(order.length),
    rowCount: new Float64Array(rows),
    rowSum: new Float64Array(rows),
  }; // prettier-ignore
  for (let place = 0; place < order.length; place++) {
    const k = order[place]!;
    const row = cells.row[k]!;
    const count = cells.n[k]!;
    const centred = cells.sum[k]! - count * centre;
    design.starts[row + 1] = place + 1;
    design.column[place] = cells.column[k]!;
    design.count[place] = count;
    design.sum[place] = centred;
    design.rowCount[row]! += count;
    design.rowSum[row]! += centred;
    design.squares += cells.sum_of_squares[k]! - 2 * centre * cells.sum[k]! + count * centre * centre;
  }
  for (let i = 0; i < rows; i++) if (design.starts[i + 1] === 0) design.starts[i + 1] = design.starts[i]!;
  design.squares = Math.max(0, design.squares);
  return design;
}

/** 0, 1, 2 … */
export function countUp(length: number): Int32Array {
  const places = new Int32Array(length);
  for (let k = 0; k < length; k++) places[k] = k;
  return places;
}

/** Places in order of a key below `keys`; those with the same key stay as they were (counting sort). */
export function inOrder(places: Int32Array, keyOf: ArrayLike<number>, keys: number): Int32Array {
  const starts = new Int32Array(keys + 1);
  for (let k = 0; k < places.length; k++) starts[keyOf[places[k]!]! + 1]!++;
  for (let k = 0; k < keys; k++) starts[k + 1]! += starts[k]!;
  const ordered = new Int32Array(places.length);
  for (let k = 0; k < places.length; k++) ordered[starts[keyOf[places[k]!]!]!++] = places[k]!;
  return ordered;
}
