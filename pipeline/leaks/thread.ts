/** What runs in a thread: a whole search, the walk through the trees, or the reading of files from a common counter until there are none left. */
import {parentPort, workerData} from "node:worker_threads";
import type {SearchWork} from "./beside.js";
import type {Lexicon} from "./lexicon.js";
import {makeMarkReader, noMarks} from "./read-marks.js";
import type {Tree} from "./types.js";
import {walkTrees} from "./walk.js";

export type Work =
  | {search: SearchWork}
  | {trees: readonly Tree[]}
  | {
      lexicon: Lexicon;
      paths: string[];
      /** One number: the next file that nobody has taken. */
      next: Int32Array;
    };

/** Files that are taken at a time. */
const BATCH = 64;

const work = workerData as Work;
if ("search" in work) void import("./search-thread.js").then(({searchInThread}) => searchInThread(parentPort!, work.search));
else if ("trees" in work) parentPort!.postMessage(walkTrees(work.trees));
else readFiles(work);

function readFiles({lexicon, paths, next}: Extract<Work, {paths: string[]}>): void {
  const reader = makeMarkReader(lexicon);
  for (;;) {
    const from = Atomics.add(next, 0, BATCH);
    if (from >= paths.length) break;
    const marks = noMarks();
    for (let file = from; file < Math.min(paths.length, from + BATCH); file++) reader.readFile(paths[file]!, file, marks);
    parentPort!.postMessage(marks);
  }
}
