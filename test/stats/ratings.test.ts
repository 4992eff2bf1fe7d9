import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {describeRaters} from "../../pipeline/stats/raters.js";
import {fitRatings} from "../../pipeline/stats/ratings.js";
import type {RatingCell} from "../../pipeline/stats/ratings.js";
import {expectAgrees, readR} from "./close.js";

interface Row {
  id: string;
  value: number;
  lower: number;
  upper: number;
}
interface Case {
  name: string;
  cells: RatingCell[];
  mean: number;
  sdr_sd: number;
  ae_sd: number;
  error_sd: number;
  scores: Row[];
  severities: Row[];
  spreads: (number | null)[];
  agreement: number;
  agreement_lower: number;
  agreement_upper: number;
  consistency: number;
  ae_share: number;
}

const rated = (sdr_id: string, ae_id: string, ...values: number[]): RatingCell => ({
  sdr_id,
  ae_id,
  n: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  sum_of_squares: values.reduce((sum, value) => sum + value * value, 0),
});

describe("the adjusted quality score", () => {
  it.each(readR<Case[]>("ratings"))("$name: variances, scores and severities agree with lme4, limits with R's grid", (given) => {
    const fit = fitRatings(given.cells)!;
    for (const key of ["mean", "sdr_sd", "ae_sd", "error_sd"] as const) expectAgrees(fit[key], given[key], key);
    for (const key of ["scores", "severities"] as const) {
      expect([...fit[key].keys()].sort()).toEqual(given[key].map(({id}) => id).sort());
      for (const row of given[key]) {
        for (const what of ["value", "lower", "upper"] as const)
          expectAgrees(fit[key].get(row.id)![what], row[what], `${what} of ${row.id}`);
      }
    }
  });
});

describe("how AEs rate", () => {
  it.each(readR<Case[]>("ratings"))(
    "$name: spread and agreement follow from lme4's estimates, the limits of agreement from R's grid",
    (given) => {
      const fit = fitRatings(given.cells)!;
      const report = describeRaters(given.cells, fit);
      for (const key of ["agreement", "consistency", "ae_share"] as const) expectAgrees(report[key], given[key], key);
      expect(report.raters.map(({ae_id}) => ae_id)).toEqual(given.severities.map(({id}) => id));
      if (given.scores.length > 1)
        for (const key of ["lower", "upper"] as const) expectAgrees(fit.agreement![key], given[`agreement_${key}`], key);
      else expect(fit.agreement).toBeNull();
      report.raters.forEach(({spread, severity}, index) => {
        expectAgrees(severity, given.severities[index]!.value);
        if (given.spreads[index] === null) expect(spread).toBeNull();
        else expectAgrees(spread, given.spreads[index]!, "spread");
      });
    },
  );
  it("an AE who gives all 10s has no spread, and nobody can say what AEs agree on", () => {
    const cells = [rated("s", "a", 10, 10), rated("t", "a", 10)];
    const report = describeRaters(cells, fitRatings(cells)!);
    expect(report.raters).toEqual([{ae_id: "a", n: 3, sdrs: 2, mean: 10, severity: 0, lower: null, upper: null, spread: 0}]);
    expect([report.agreement, report.consistency, report.ae_share]).toEqual([null, null, null]);
  });
});

describe("ratings that say little", () => {
  it("none at all say nothing", () => {
    expect(fitRatings([])).toBeNull();
    expect(fitRatings([{sdr_id: "s", ae_id: "a", n: 0, sum: 0, sum_of_squares: 0}])).toBeNull();
  });
  it("one rating is its own score, without limits", () => {
    const fit = fitRatings([rated("s", "a", 8)])!;
    expect(fit.reason).toBe("one_rating");
    expect(fit.scores.get("s")).toEqual({value: 8, lower: null, upper: null});
  });
  it("an AE who gives all 10s to everybody says so", () => {
    const fit = fitRatings([rated("s", "a", 10, 10), rated("t", "a", 10)])!;
    expect(fit.reason).toBe("ratings_never_vary");
    expect(fit.scores.get("t")).toEqual({value: 10, lower: null, upper: null});
    expect(fit.error_sd).toBe(0);
  });
  it("SDRs and AEs that explain every difference still give numbers", () => {
    const fit = fitRatings([rated("s", "a", 8, 8), rated("s", "b", 6, 6), rated("t", "a", 9, 9), rated("t", "b", 7, 7)])!;
    for (const {value, lower, upper} of [...fit.scores.values(), ...fit.severities.values()]) {
      expect([value, lower, upper].every(Number.isFinite)).toBe(true);
    }
  });
  it("SDRs that share no AE, even through others, are in pieces, the larger one first", () => {
    const {pieces} = fitRatings([rated("x", "c", 7), rated("s", "a", 8), rated("t", "a", 9), rated("t", "b", 7)])!;
    expect(pieces.count).toBe(2);
    expect(["s", "t", "x"].map((sdr) => pieces.ofSdr.get(sdr))).toEqual([1, 1, 2]);
    expect(["a", "b", "c"].map((ae) => pieces.ofAe.get(ae))).toEqual([1, 1, 2]);
    expect(["s", "t", "x"].map((sdr) => pieces.raters.get(sdr))).toEqual([1, 2, 1]);
  });
});

const ratings = fc.array(
  fc.record({sdr: fc.integer({min: 0, max: 4}), ae: fc.integer({min: 0, max: 3}), y: fc.integer({min: 1, max: 10})}),
  {
    minLength: 1,
    maxLength: 25,
  },
);

it("every score is defined and within its limits, and the AEs' names do not matter", () => {
  fc.assert(
    fc.property(ratings, (rows) => {
      const fit = fitRatings(rows.map(({sdr, ae, y}) => rated(`s${sdr}`, `a${ae}`, y)))!;
      const renamed = fitRatings(rows.map(({sdr, ae, y}) => rated(`s${sdr}`, `b${9 - ae}`, y)))!;
      for (const [sdr, {value, lower, upper}] of fit.scores) {
        const other = renamed.scores.get(sdr)!;
        expectAgrees(other.value, value);
        if (fit.reason) continue;
        for (const number of [value, lower, upper]) expect(Number.isFinite(number)).toBe(true);
        expect(lower! <= value && value <= upper!).toBe(true);
        expectAgrees(other.lower, lower!);
        expectAgrees(other.upper, upper!);
      }
    }),
    {numRuns: 30, seed: 11},
  );
});
