import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {recoverCompanies} from "./truth.js";

it("a few companies' truths lie within the intervals about as often as these say, and nearer to the estimates than to the plain numbers", () => {
  const [rates, scores] = recoverCompanies(24);
  expect(rates!.people).toBeGreaterThan(100);
  // Nine tenths, with a standard error of about two points.
  expect(rates!.covered).toBeGreaterThan(0.83);
  // Scores of one company err together, by what its AEs happen to be like: as good as 24 draws, with a standard error of six points.
  expect(scores!.covered).toBeGreaterThan(0.75);
  for (const {error, raw_error} of [rates!, scores!]) expect(error).toBeLessThan(raw_error);
});

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
