import {tableFromIPC} from "@uwdata/flechette";
import {describe, expect, it} from "vitest";
import {encodeArrow} from "../../pipeline/publish/arrow.js";

describe("a long table", () => {
  it("comes back from the browser's reader as it was given", () => {
    const bytes = encodeArrow(
      {
        metric: {text: ["show_rate", "show_rate", ""]},
        numerator: {number: [1, 0, -3]},
        hours: {number: [0.5, 2, 1e10]},
        is_mature: {truth: [true, false, true]},
      },
      3,
    );
    expect(
      tableFromIPC(bytes)
        .toArray()
        .map((row) => ({...row})),
    ).toEqual([
      {metric: "show_rate", numerator: 1, hours: 0.5, is_mature: true},
      {metric: "show_rate", numerator: 0, hours: 2, is_mature: false},
      {metric: "", numerator: -3, hours: 1e10, is_mature: true},
    ]);
  });

  it("without rows keeps its columns", () => {
    const table = tableFromIPC(encodeArrow({metric: {text: []}, numerator: {number: []}, is_mature: {truth: []}}, 0));
    expect([table.numRows, table.names]).toEqual([0, ["metric", "numerator", "is_mature"]]);
  });

  it("has the same bytes whatever was written before it", () => {
    const encode = () => encodeArrow({name: {text: ["Ada", "Bo", "Ada"]}}, 3);
    const first = encode();
    encodeArrow({other: {text: ["Someone else"]}}, 1);
    expect(Buffer.from(encode())).toEqual(Buffer.from(first));
  });

  it("says a text once however often it comes", () => {
    const bytes = Buffer.from(encodeArrow({name: {text: Array<string>(1000).fill("Northwind Traders")}}, 1000));
    expect(bytes.toString("latin1").split("Northwind Traders").length - 1).toBe(1);
  });
});
