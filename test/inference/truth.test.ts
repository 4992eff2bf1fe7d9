import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {recoverCompanies} from "./truth.js";

it("a few companies' truths lie within the intervals about as often as these say, and nearer to the estimates than to the plain numbers", () => {
  const rows = recoverCompanies(10);
  for (const {covered, error, raw_error, people} of rows.slice(0, 2)) {
    expect(people).toBeGreaterThan(50);
    // Of some eighty people, nine tenths are caught with a standard error of three points.
    expect(covered).toBeGreaterThan(0.8);
    expect(error).toBeLessThan(raw_error);
  }
}, 120_000);

it("the table in the docs is of at least 200 companies, and its intervals are right", () => {
  const text = readFileSync(join(import.meta.dirname, "../../docs/truth.md"), "utf8");
  expect(Number(/Of (\d+) made-up companies/.exec(text)![1])).toBeGreaterThanOrEqual(200);
  const rows = [...text.matchAll(/^\| (.+?) \| (\d+) \| ([\d.]+) % \| ([\d.]+) \| ([\d.]+) \|$/gm)].map(([, what, ...numbers]) => ({
    what, people: Number(numbers[0]), covered: Number(numbers[1]), error: Number(numbers[2]), raw: Number(numbers[3]),
  })); // prettier-ignore
  expect(rows.map(({what}) => what).slice(0, 2)).toEqual(["shrunk show rate", "adjusted quality score"]);
  for (const {covered, error, raw} of rows.slice(0, 2)) {
    expect(covered).toBeGreaterThanOrEqual(87);
    expect(covered).toBeLessThanOrEqual(93);
    expect(error).toBeLessThan(raw);
  }
  for (const {covered} of rows.slice(2)) expect(covered).toBeGreaterThanOrEqual(87);
});
