import {Worker} from "node:worker_threads";
import type {PeriodFit, RatingColumns} from "./rating-fits.js";

/**
 * `fitPeriods` in a thread of its own, which takes the columns over. Starting one costs a third of a second: few ratings are not worth it.
 * @throws what the thread throws
 */
export function fitBeside(columns: RatingColumns): Promise<PeriodFit[]> {
  const {period, step, sdr, ae, n, sum, sum_of_squares} = columns;
  const transferList = [period, step, sdr, ae, n, sum, sum_of_squares].map(({buffer}) => buffer as ArrayBuffer);
  const worker = new Worker(new URL("./rating-worker.mjs", import.meta.url), {workerData: columns, transferList, execArgv: []});
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the thread that fits ratings ended with code ${code}`)));
  });
}
