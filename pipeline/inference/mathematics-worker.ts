/** A thread that does one task after another, and says of each what it found or what went wrong. */
import {parentPort} from "node:worker_threads";
import {work, type Given, type Task} from "./mathematics.js";

parentPort!.on("message", ({number, task, given}: {number: number; task: Task; given: Given<Task>}) => {
  try {
    parentPort!.postMessage({number, found: work(task, given)});
  } catch (error) {
    parentPort!.postMessage({number, error});
  }
});
