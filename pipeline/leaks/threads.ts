/** Reads all files, in this thread or in several. */
import type {Worker} from "node:worker_threads";
import {startWorker} from "../thread.js";
import type {Lexicon} from "./lexicon.js";
import {makeMarkReader, noMarks, type Marks} from "./read-marks.js";
import type {Work} from "./thread.js";
import type {Tree} from "./types.js";
import {walkTrees, type Walked} from "./walk.js";

/** From so many bytes on threads are worth their start. */
const WORTH = 60e6;

export async function readAll(
  lexicon: Lexicon,
  paths: readonly string[],
  bytes: number,
  threads: number | undefined,
  take: (marks: Marks) => void,
): Promise<void> {
  const count = threads ?? (bytes > WORTH ? 2 : 0);
  if (count === 0) {
    const reader = makeMarkReader(lexicon);
    for (const [file, path] of paths.entries()) {
      const marks = noMarks();
      reader.readFile(path, file, marks);
      take(marks);
    }
    return;
  }
  const next = new Int32Array(new SharedArrayBuffer(4));
  await Promise.all(range(count).map(() => runThread({lexicon, paths: [...paths], next}, take)));
}

/** Trees from which on a thread walks them while something else is done. */
const MANY = 50;

/** The walk through all trees, beside other work where there are many. */
export async function walkBeside(trees: readonly Tree[]): Promise<Walked> {
  if (trees.length < MANY) return walkTrees(trees);
  let walked: Walked | undefined;
  await runThread<Walked>({trees}, (result) => (walked = result));
  return walked!;
}

const range = (count: number) => Array.from({length: count}, (_, k) => k);

async function runThread<T>(work: Work, take: (message: T) => void): Promise<void> {
  await (
    await startThread(work, take)
  ).ended;
}

/** Starts a thread and hands over what it tells. @returns the thread, and its end */
export async function startThread<T>(work: Work, take: (message: T) => void): Promise<{worker: Worker; ended: Promise<void>}> {
  const worker = await startWorker(new URL("./thread.ts", import.meta.url), work);
  const ended = new Promise<void>((resolve, reject) => {
    worker.on("message", take);
    worker.on("error", reject);
    worker.on("exit", (status) => (status === 0 ? resolve() : reject(new Error(`a thread ended with ${status}`))));
  });
  return {worker, ended};
}
