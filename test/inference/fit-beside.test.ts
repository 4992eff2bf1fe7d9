import {expect, test} from "vitest";
import {fitBeside} from "../../pipeline/inference/fit-beside.js";
import {fitPeriods, type RatingColumns} from "../../pipeline/inference/rating-fits.js";

/** Three SDRs rated by two AEs, over all time and in one quarter. */
const ratings = (): RatingColumns => {
  const [period, sdr, ae] = [[0, 0, 0, 1, 1, 1], [0, 1, 2, 0, 1, 2], [0, 1, 0, 0, 1, 1]]; // prettier-ignore
  const column = (values: number[]) => Float64Array.from(values);
  return {
    length: 6, period: column(period.map((place) => (place === 0 ? 1 : 3))), step: column(period.map((place) => (place === 0 ? 8104 : 0))),
    sdr: column(sdr), ae: column(ae), n: column([3, 2, 4, 5, 3, 4]), sum: column([24, 12, 30, 41, 20, 25]),
    sum_of_squares: column([194, 74, 228, 340, 136, 161]), sdrs: ["cy", "dee", "eve"], aes: ["al", "bea"],
  }; // prettier-ignore
};

test("another core comes to the same fits, period by period", async () => {
  const here = fitPeriods(ratings());
  expect(here.map(({period, step}) => [period, step])).toEqual([["quarter", 8104], ["all", 0]]); // prettier-ignore
  expect(here.map(({report}) => report === null)).toEqual([true, false]);
  expect(await fitBeside(ratings())).toEqual(here);
});

test("what goes wrong there is told here", async () => {
  await expect(fitBeside({...ratings(), sdrs: null as unknown as string[]})).rejects.toThrow("null");
});
