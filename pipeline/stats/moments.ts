import type {CrossedDesign} from "./crossed-design.js";

/**
 * SDs of rows and columns over the error's, by the method of moments; null where it gives no positive variances. Of many ratings this
 * is near what REML finds, at the price of one look at the cells. Source: C. R. Henderson, "Estimation of variance and covariance
 * components", Biometrics 9 (1953), method 1; S. Searle, "Linear Models" (1971), 11.2.
 */
export function momentRatios(design: CrossedDesign): {row: number; column: number} | null {
  const {rows, columns, n, starts, column, count, sum, rowCount, rowSum} = design;
  const [columnCount, columnSum, squaresOfColumn] = [0, 1, 2].map(() => new Float64Array(columns)) as [Float64Array, Float64Array, Float64Array]; // prettier-ignore
  // Between rows; how much of the columns' and of the error's variance is in it.
  let [ofRows, columnsInRows, rowsInMean] = [0, 0, 0];
  for (let i = 0; i < rows; i++) {
    let squares = 0;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const j = column[k]!;
      columnCount[j]! += count[k]!;
      columnSum[j]! += sum[k]!;
      squaresOfColumn[j]! += count[k]! * count[k]!;
      squares += count[k]! * count[k]!;
    }
    ofRows += rowSum[i]! ** 2 / rowCount[i]!;
    columnsInRows += squares / rowCount[i]!;
    rowsInMean += rowCount[i]! ** 2 / n;
  }
  let [ofColumns, rowsInColumns, columnsInMean] = [0, 0, 0];
  for (let j = 0; j < columns; j++) {
    ofColumns += columnSum[j]! ** 2 / columnCount[j]!;
    rowsInColumns += squaresOfColumn[j]! / columnCount[j]!;
    columnsInMean += columnCount[j]! ** 2 / n;
  }
  // All − rows, all − columns and rows − mean are three linear equations; the first two give rows and columns from the error.
  const [perColumn, perRow] = [n - columnsInRows, n - rowsInColumns];
  const withinRows = design.squares - ofRows;
  const withinColumns = design.squares - ofColumns;
  const [forRows, forColumns] = [(n - rowsInMean) / perRow, (columnsInRows - columnsInMean) / perColumn];
  const error =
    (ofRows - forRows * withinColumns - forColumns * withinRows) / (rows - 1 - forRows * (n - columns) - forColumns * (n - rows));
  const [row, own] = [(withinColumns - (n - columns) * error) / perRow, (withinRows - (n - rows) * error) / perColumn];
  return error > 0 && row > 0 && own > 0 ? {row: Math.sqrt(row / error), column: Math.sqrt(own / error)} : null;
}
