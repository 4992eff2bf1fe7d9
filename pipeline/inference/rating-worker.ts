/** A thread that fits the ratings it is given and ends. */
import {parentPort, workerData} from "node:worker_threads";
import {fitPeriods, type RatingColumns} from "./rating-fits.js";

parentPort!.postMessage(fitPeriods(workerData as RatingColumns));
