import type {Database} from "./db.js";

/** Connections that work at once. Small queries keep one core busy however many threads they may use. */
const LANES = 2;

interface Task {
  name: string;
  /** Names of the tasks it needs; names that are no tasks are there already. */
  reads?: readonly string[];
}

/**
 * Does every task in a few connections at once, each after those it reads, in the given order as far as that allows.
 * @throws what the first failing task throws, once the tasks under way have ended.
 */
export async function runInLanes<T extends Task>(
  db: Database,
  tasks: readonly T[],
  act: (db: Database, task: T) => Promise<void>,
): Promise<void> {
  const waiting = new Map(tasks.map((task) => [task.name, task]));
  const underWay = new Map<string, Promise<void>>();
  const idle = await Promise.all(Array.from({length: Math.min(LANES, tasks.length)}, () => db.fork()));
  const lanes = [...idle];
  const isReady = (task: T) => (task.reads ?? []).every((name) => !waiting.has(name) && !underWay.has(name));
  const start = (lane: Database, task: T) => {
    waiting.delete(task.name);
    const work = act(lane, task).finally(() => {
      underWay.delete(task.name);
      idle.push(lane);
    });
    underWay.set(task.name, work);
  };
  try {
    while (waiting.size > 0) {
      for (const task of [...waiting.values()].filter(isReady).slice(0, idle.length)) start(idle.pop()!, task);
      await Promise.race(underWay.values());
    }
    await Promise.all(underWay.values());
  } finally {
    await Promise.allSettled(underWay.values());
    for (const lane of lanes) lane.close();
  }
}

/**
 * Waits until all parts have ended, whether or not one fails: what they work on may then be cleared away.
 * @returns what each came to
 * @throws what the first of them, in their order, threw
 */
export async function awaitAll<T extends readonly unknown[]>(parts: readonly [...{[K in keyof T]: Promise<T[K]>}]): Promise<T> {
  const ended = await Promise.allSettled(parts);
  return ended.map((part) => {
    if (part.status === "rejected") throw part.reason;
    return part.value;
  }) as unknown as T;
}
