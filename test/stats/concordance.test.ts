import {expect, it} from "vitest";
import {concordance} from "../../pipeline/stats/concordance.js";
import {expectAgrees, readR} from "./close.js";

interface Case {
  name: string;
  score: number[];
  y: number[];
  value: number;
  lower: number;
  upper: number;
}

/** Sum of the hits' ranks, ties at their middle rank. */
function rankSum({score, y}: Case): number {
  const below = (own: number) => score.filter((other) => other < own).length;
  const tied = (own: number) => score.filter((other) => other === own).length;
  return score.reduce((sum, own, index) => sum + y[index]! * (below(own) + (tied(own) + 1) / 2), 0);
}

it.each(readR<Case[]>("concordance"))("the chance that a hit has the higher score is R's: $name", (given) => {
  const hits = given.y.filter((hit) => hit === 1).length;
  const found = concordance(rankSum(given), hits, given.y.length - hits)!;
  for (const key of ["value", "lower", "upper"] as const) expectAgrees(found[key], given[key], key);
});

it("without hits, or without misses, nothing is ordered", () => {
  expect(concordance(0, 0, 5)).toBeNull();
  expect(concordance(15, 5, 0)).toBeNull();
});
