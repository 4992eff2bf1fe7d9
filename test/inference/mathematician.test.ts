import {afterAll, expect, test} from "vitest";
import {workBeside, workHere} from "../../pipeline/inference/mathematician.js";
import type {RatingColumns} from "../../pipeline/inference/rating-fits.js";

/** Three SDRs rated by two AEs: [SDR, AE, quarter, rating]. */
const GIVEN = [
  [0, 0, 8104, 8], [0, 0, 8104, 9], [1, 1, 8104, 6], [2, 0, 8104, 7], [2, 0, 8105, 8], [0, 1, 8105, 5], [1, 1, 8105, 7], [1, 0, 8105, 9],
] as const; // prettier-ignore
const ratings = (): RatingColumns => {
  const column = (place: number) => Float64Array.from(GIVEN, (row) => row[place]!);
  return {
    length: GIVEN.length, sdr: column(0), ae: column(1), quarter: column(2), is_recent: column(2).map((quarter) => Number(quarter === 8105)),
    rating: column(3), sdrs: ["cy", "dee", "eve"], aes: ["al", "bea"],
  }; // prettier-ignore
};

const beside = workBeside();
afterAll(() => beside.close());

test("another core comes to the same fits, period by period", async () => {
  const here = await workHere().do("fitPeriods", ratings());
  expect(here.map(({period, step}) => [period, step])).toEqual([["trailing_90d", 2], ["all", 0]]); // prettier-ignore
  expect(here.map(({report}) => report !== null)).toEqual([false, true]);
  expect(here[1]!.ratings.get("dee")).toBe(3);
  expect(await beside.do("fitPeriods", ratings())).toEqual(here);
});

test("what goes wrong there is told here, and what is asked for next is done all the same", async () => {
  await expect(beside.do("fitPeriods", {...ratings(), sdrs: null as unknown as string[]})).rejects.toThrow("null");
  expect(await beside.do("fitPeriods", ratings())).toHaveLength(2);
});

test("whoever waits does what nobody has begun, and all comes to the same as one after the other", async () => {
  const asked = Array.from({length: 6}, () => beside.do("fitPeriods", ratings()));
  const found = await beside.wait(Promise.all(asked));
  const here = await workHere().do("fitPeriods", ratings());
  expect(found).toEqual(asked.map(() => here));
});
