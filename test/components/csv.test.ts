import {expect, it} from "vitest";
import {keepCellSafe, toCsv} from "../../src/components/base/csv.js";

it("a cell that a spreadsheet would run is marked as text, a number is not", () => {
  for (const text of ["=1+1", "+SUM(A1)", "-2+3", "@cmd", "\tx", "\r=x"]) expect(keepCellSafe(text)).toBe(`'${text}`);
  expect(keepCellSafe(-0.5)).toBe("-0.5");
  expect(keepCellSafe("-0.5")).toBe("-0.5");
  expect(keepCellSafe("+49")).toBe("+49");
  expect(keepCellSafe("a=b")).toBe("a=b");
  expect(keepCellSafe(null)).toBe("");
  expect(keepCellSafe(NaN)).toBe("");
});

it("cells with commas, quotes and line ends are quoted", () => {
  expect(
    toCsv(
      ["name", "n"],
      [
        ['Ann "A", Inc.', 3],
        ["two\nlines", null],
      ],
    ),
  ).toBe('name,n\r\n"Ann ""A"", Inc.",3\r\n"two\nlines",\r\n');
});
