import {fileURLToPath} from "node:url";
import {Worker} from "node:worker_threads";
import {build} from "esbuild";
import type {PeriodFit, RatingColumns} from "./rating-fits.js";

/**
 * `fitPeriods` in a thread of its own, which takes the columns over. Starting one costs a tenth of a second: few ratings are not worth it.
 * @throws what the thread throws
 */
export async function fitBeside(columns: RatingColumns): Promise<PeriodFit[]> {
  // No thread reads TypeScript because the program does; and one file is read faster than twenty.
  const entry = fileURLToPath(new URL("./rating-worker.ts", import.meta.url));
  const {outputFiles} = await build({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    format: "cjs",
    write: false,
    logLevel: "silent",
  });
  const {period, step, sdr, ae, n, sum, sum_of_squares} = columns;
  const transferList = [period, step, sdr, ae, n, sum, sum_of_squares].map(({buffer}) => buffer as ArrayBuffer);
  const worker = new Worker(outputFiles[0]!.text, {eval: true, workerData: columns, transferList, execArgv: []});
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the thread that fits ratings ended with code ${code}`)));
  });
}
