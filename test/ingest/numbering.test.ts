import fc from "fast-check";
import {expect, test} from "vitest";
import {numberFiles} from "../../pipeline/ingest/numbering.js";

test("new exports find a number between their neighbours, and nobody else's changes", () => {
  const first = numberFiles(["b", "d"], new Map());
  const known = new Map([["b", first[0]!], ["d", first[1]!]]); // prettier-ignore
  const numbers = numberFiles(["a", "b", "c", "d", "e"], known);
  expect([numbers[1], numbers[3]]).toEqual(first);
  expect([...numbers].sort((x, y) => x - y)).toEqual(numbers);
});

test("where there is no room, or files have changed places, all are numbered anew", () => {
  expect(numberFiles(["a", "b", "c"], new Map([["a", 1], ["c", 2]]))).toEqual([1024, 2048, 3072]); // prettier-ignore
  expect(numberFiles(["a", "b"], new Map([["a", 2], ["b", 1]]))).toEqual([1024, 2048]); // prettier-ignore
});

test("whatever came and went before, numbers grow in the order of the files and are positive", () => {
  const names = fc.uniqueArray(fc.string({maxLength: 3}), {maxLength: 12});
  fc.assert(
    fc.property(fc.array(names, {maxLength: 6}), (days) => {
      let known = new Map<string, number>();
      for (const day of days) {
        const files = [...day].sort();
        const numbers = numberFiles(files, known);
        expect(numbers).toHaveLength(files.length);
        numbers.forEach((number, index) => expect(number).toBeGreaterThan(numbers[index - 1] ?? 0));
        known = new Map(files.map((name, index) => [name, numbers[index]!]));
      }
    }),
  );
});
