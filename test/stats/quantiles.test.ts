import {expect, it} from "vitest";
import {incompleteBeta, logGamma} from "../../pipeline/stats/beta.js";
import {normalQuantile} from "../../pipeline/stats/normal.js";
import {studentQuantile} from "../../pipeline/stats/student.js";
import {betaQuantile, betaWith, mixtureQuantile} from "../../pipeline/stats/beta-quantile.js";
import {expectAgrees, readR} from "./close.js";
import {expectClose, R} from "./given.js";

it.each(R.student)("Student's quantile at %f with %f degrees of freedom is R's", (p, df, expected) => {
  expectClose(studentQuantile(p, df), expected);
});

it.each(R.normal)("the normal quantile at %f is R's", (p, expected) => {
  expectClose(normalQuantile(p), expected);
});

it("no probability, no quantile", () => {
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(1.5)]).toEqual([-Infinity, Infinity, NaN]);
});

it("the gamma function of whole numbers is a factorial, of a half the root of pi", () => {
  expectClose(logGamma(1), 0);
  expectClose(logGamma(11), Math.log(3628800));
  expectClose(logGamma(25), 54.78472939811232);
  expectClose(logGamma(0.5), Math.log(Math.sqrt(Math.PI)));
  expectClose(logGamma(0.25), Math.log(3.625609908221908));
});

it("the incomplete beta function of whole numbers is a binomial tail", () => {
  // P(X ≥ 2) of 3 fair coins, and P(X ≥ 1) of 2 with chance 0.3.
  expectClose(incompleteBeta(0.5, 2, 2), 0.5);
  expectClose(incompleteBeta(0.3, 1, 2), 1 - 0.49);
  expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
});

it.each(readR<Record<"a" | "b" | "x" | "lower" | "upper" | "below", number>[]>("beta"))(
  "quantiles and chances of the beta distribution of $a and $b are R's",
  ({a, b, x, lower, upper, below}) => {
    expectAgrees(betaQuantile(0.05, betaWith(a, b)), lower, "5 %");
    expectAgrees(betaQuantile(0.95, betaWith(a, b)), upper, "95 %");
    expectClose(incompleteBeta(x, a, b), below);
  },
);

it("a mixture of one distribution has its quantiles, wherever they are looked for", () => {
  const beta = betaWith(30, 12);
  expect(mixtureQuantile(0.05, [0.3, 0.7], [beta, beta], betaWith(2, 9))).toBeCloseTo(betaQuantile(0.05, beta), 7);
});

it("has quantiles beside 0, where hardly anybody ever succeeds: there the distribution is a power of x", () => {
  // Their derivatives are beyond what a number can be.
  const beta = betaWith(0.0154, 257);
  const logarithm = (Math.log(0.05 * beta.a) + beta.log) / beta.a;
  expect(Math.log(betaQuantile(0.05, beta)) / logarithm).toBeCloseTo(1, 6);
  expect(mixtureQuantile(0.05, [0.5, 0.5], [beta, betaWith(0.02, 300)], betaWith(0.017, 270))).toBeGreaterThanOrEqual(0);
  expect(betaQuantile(0.95, betaWith(257, 0.0154))).toBeLessThanOrEqual(1);
});
