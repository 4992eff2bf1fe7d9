/** A thread that fits the ratings it is given and ends. No thread reads TypeScript because the program does, hence the plain file. */
import {parentPort, workerData} from "node:worker_threads";
import {register} from "tsx/esm/api";

register();
const {fitPeriods} = await import("./rating-fits.ts");
parentPort.postMessage(fitPeriods(workerData));
