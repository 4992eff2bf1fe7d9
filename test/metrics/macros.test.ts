import fc from "fast-check";
import {afterAll, beforeAll, expect, it} from "vitest";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {defineMacros} from "../../pipeline/metrics/macros.js";
import {clusteredRatio} from "../../pipeline/stats/clusters.js";
import {combineDifference, wilson} from "../../pipeline/stats/proportion.js";
import {sampleVariance} from "../../pipeline/stats/student.js";
import {clustersOf, expectClose, R, sampleOf} from "../stats/given.js";

let db: Database;
beforeAll(async () => {
  db = await openDatabase();
  await defineMacros(db);
});
afterAll(() => db.close());

/** The macros' answers, one for each expression. */
const ask = async (expressions: string[]) => {
  const [row] = await db.rows<Record<string, number>>(
    `select ${expressions.map((expression, index) => `(${expression})::double as c${index}`).join(", ")}`,
  );
  return expressions.map((_, index) => row![`c${index}`]!);
};

it("Wilson's interval in SQL is R's", async () => {
  const found = await ask(R.wilson.flatMap(([y, n]) => [`wilson_lower(${y}::double, ${n})`, `wilson_upper(${y}::double, ${n})`]));
  R.wilson.forEach(([, , lower, upper], index) => {
    expectClose(found[2 * index]!, lower);
    expectClose(found[2 * index + 1]!, upper);
  });
});

it("nobody has no interval in SQL either", async () => {
  expect(await ask(["wilson_lower(0.0, 0)", "wilson_upper(0.0, 0)", "wilson_upper(0.0, null)"])).toEqual([null, null, null]);
});

it("SQL and TypeScript agree on every interval", async () => {
  const sample = fc.array(fc.integer({min: 0, max: 15}), {minLength: 2, maxLength: 8});
  await fc.assert(
    fc.asyncProperty(sample, sample, async (filled, others) => {
      const [a, b] = [filled, others].map((y) =>
        clustersOf(
          y,
          y.map(() => 15),
        ),
      ) as [ReturnType<typeof clustersOf>, ReturnType<typeof clustersOf>];
      const estimate = clusteredRatio({...a, is_uniform: false})!;
      const half = `clustered_half(${a.n}, ${a.x}::double, ${a.y}::double, ${a.xx}, ${a.xy}, ${a.yy})`;
      const [p, q] = [wilson(a.y, a.x)!, wilson(b.y, b.x)!];
      const difference = combineDifference(p, q);
      const mean = sampleOf(filled);
      const found = await ask([
        half,
        `difference_lower(${p.value}, ${p.lower}, ${q.value}, ${q.upper})`,
        `difference_upper(${p.value}, ${p.upper}, ${q.value}, ${q.lower})`,
        `sample_variance(${mean.n}, ${mean.sum}::double, ${mean.sum_of_squares})`,
      ]);
      const expected = [estimate.raw[1] - estimate.value, difference.lower, difference.upper, sampleVariance(mean)];
      found.forEach((value, index) => expectClose(value, expected[index]!));
    }),
    {numRuns: 50, seed: 1},
  );
});
