import {startWorker} from "../thread.js";
import {work, type Found, type Given, type Task} from "./mathematics.js";

/** Does tasks of `MATHEMATICS`, one after another. */
export interface Mathematician {
  /**
   * Takes over the arrays it is given: they are empty afterwards.
   * @throws what the task throws
   */
  do<T extends Task>(task: T, given: Given<T>): Promise<Found<T>>;
  close(): Promise<void>;
}

/** Does each at once, where it is asked for. */
export const workHere = (): Mathematician => ({
  do: async (task, given) => work(task, given),
  close: async () => {},
});

/**
 * Does them in a thread of its own, while the caller goes on. Starting one costs a tenth of a second of another core: for a small
 * company it is not worth it.
 */
export function workBeside(): Mathematician {
  const waiting = new Map<number, {resolve: (found: never) => void; reject: (error: unknown) => void}>();
  const failAll = (error: unknown) => {
    for (const {reject} of waiting.values()) reject(error);
    waiting.clear();
  };
  const started = startWorker(new URL("./mathematics-worker.ts", import.meta.url)).then((worker) =>
    worker
      .on("message", ({number, found, error}: {number: number; found: never; error?: unknown}) => {
        const {resolve, reject} = waiting.get(number)!;
        waiting.delete(number);
        if (error === undefined) resolve(found);
        else reject(error);
      })
      .on("error", failAll)
      .on("exit", (code) => failAll(new Error(`the thread that does the mathematics ended with code ${code}`))),
  );
  // A thread that does not start is told to who waits for it.
  started.catch(failAll);
  let asked = 0;
  return {
    async do<T extends Task>(task: T, given: Given<T>): Promise<Found<T>> {
      const number = asked++;
      const found = new Promise<never>((resolve, reject) => waiting.set(number, {resolve, reject}));
      started.then(
        (worker) => worker.postMessage({number, task, given}, listBuffers(given)),
        () => {},
      );
      return found;
    },
    async close() {
      await (await started).terminate();
    },
  };
}

/** The memory of all arrays of numbers in what is given: it is handed over and not copied. */
function listBuffers(given: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(given)) found.add(given.buffer as ArrayBuffer);
  else if (given instanceof Map) for (const value of given.values()) listBuffers(value, found);
  else if (Array.isArray(given) && typeof given[0] !== "object") return [...found];
  else if (typeof given === "object" && given !== null) for (const value of Object.values(given)) listBuffers(value, found);
  return [...found];
}
