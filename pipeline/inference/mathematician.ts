import {setImmediate} from "node:timers/promises";
import type {Worker} from "node:worker_threads";
import {startWorker} from "../thread.js";
import {work, type Found, type Given, type Task} from "./mathematics.js";

/** Does tasks of `MATHEMATICS`, one after another. */
export interface Mathematician {
  /**
   * Takes over the arrays it is given: they are empty afterwards.
   * @throws what the task throws
   */
  do<T extends Task>(task: T, given: Given<T>): Promise<Found<T>>;
  /** Waits for what was asked for; meanwhile the caller, who has nothing else to do, does what nobody has begun. */
  wait<R>(found: Promise<R>): Promise<R>;
  close(): Promise<void>;
}

/** Does each at once, where it is asked for. */
export const workHere = (): Mathematician => ({
  do: async (task, given) => work(task, given),
  wait: (found) => found,
  close: async () => {},
});

/**
 * Does them in a thread of its own, in the order in which they are asked for, while the caller goes on. Starting one costs a tenth of a second of another core: for a small
 * company it is not worth it.
 */
export function workBeside(): Mathematician {
  const queue: Job[] = [];
  const sent = new Map<number, Job>();
  let worker: Worker | null = null;
  let asked = 0;
  const failAll = (error: unknown) => {
    for (const {reject} of [...sent.values(), ...queue.splice(0)]) reject(error);
    sent.clear();
  };
  const send = () => {
    while (worker && sent.size < AHEAD && queue.length > 0) {
      const job = queue.shift()!;
      sent.set(asked, job);
      worker.postMessage({number: asked++, task: job.task, given: job.given}, listBuffers(job.given));
    }
  };
  const started = startWorker(new URL("./mathematics-worker.ts", import.meta.url)).then((thread) => {
    worker = thread
      .on("message", ({number, found, error}: {number: number; found: never; error?: unknown}) => {
        const {resolve, reject} = sent.get(number)!;
        sent.delete(number);
        send();
        if (error === undefined) resolve(found);
        else reject(error);
      })
      .on("error", failAll)
      .on("exit", (code) => failAll(new Error(`the thread that does the mathematics ended with code ${code}`)));
    send();
    return thread;
  });
  // A thread that does not start is told to who waits for it.
  started.catch(failAll);
  return {
    async do<T extends Task>(task: T, given: Given<T>): Promise<Found<T>> {
      return new Promise<Found<T>>((resolve, reject) => {
        queue.push({task, given, resolve, reject} as Job);
        send();
      });
    },
    async wait<R>(found: Promise<R>) {
      let isThere = false;
      const settle = () => (isThere = true);
      found.then(settle, settle);
      // Lets the thread's answers in, and it is sent the next.
      for (await setImmediate(); !isThere && queue.length > 0; await setImmediate()) {
        const job = queue.shift()!;
        try {
          job.resolve(work(job.task, job.given as never) as never);
        } catch (error) {
          job.reject(error);
        }
      }
      return found;
    },
    async close() {
      await (await started).terminate();
    },
  };
}

/** Tasks that the thread has at once: one is under way, and the next lie ready while the caller is too busy to send them. */
const AHEAD = 3;

interface Job {
  task: Task;
  given: Given<Task>;
  resolve: (found: never) => void;
  reject: (error: unknown) => void;
}

/** The memory of all arrays of numbers in what is given: it is handed over and not copied. */
function listBuffers(given: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(given)) found.add(given.buffer as ArrayBuffer);
  else if (given instanceof Map) for (const value of given.values()) listBuffers(value, found);
  else if (Array.isArray(given) && typeof given[0] !== "object") return [...found];
  else if (typeof given === "object" && given !== null) for (const value of Object.values(given)) listBuffers(value, found);
  return [...found];
}

/** An error is told where the result is waited for; one of another part must not leave it untold. */
export function begin<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
