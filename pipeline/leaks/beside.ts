/** A search that gets ready in a thread of its own, while the trees are made. */
import {UserError} from "../errors.js";
import {startThread} from "./threads.js";
import type {Leak, LeakOptions, LeakProgress, Tree} from "./types.js";

export interface SearchWork {
  /** Path of the warehouse's file. */
  warehouse: string;
  trees: readonly Tree[];
  options: LeakOptions;
}
/** What it is told once: that the trees are there, or that nobody waits for its answer. */
export type SearchOrder = "look" | "stop";
export type SearchAnswer = {step: Parameters<LeakProgress>} | {leaks: Leak[]} | {mistake: string};

export interface SearchBeside {
  /**
   * Looks through the trees, which must be there by now.
   * @throws UserError for a tree of a person or team that no export names
   */
  look(): Promise<Leak[]>;
  /** Ends it, whether it has looked or not. */
  close(): Promise<void>;
}

/** Begins to read what to look for. The warehouse is only read; it may be open in this process, for reading too. */
export async function searchBeside(
  warehouse: string,
  trees: readonly Tree[],
  options: LeakOptions = {},
  progress: LeakProgress = () => {},
): Promise<SearchBeside> {
  let answer: Leak[] | undefined;
  const {worker, ended} = await startThread<SearchAnswer>({search: {warehouse, trees, options}}, (message) => {
    if ("step" in message) progress(...message.step);
    else if ("leaks" in message) answer = message.leaks;
    else mistake = message.mistake;
  });
  let mistake: string | undefined;
  // What goes wrong is told to whoever waits for it.
  ended.catch(() => {});
  let isTold = false;
  const order = (what: SearchOrder) => {
    if (!isTold) worker.postMessage(what);
    isTold = true;
  };
  return {
    async look() {
      order("look");
      await ended;
      if (mistake !== undefined) throw new UserError(mistake);
      if (answer === undefined) throw new Error("the leak test ended without an answer");
      return answer;
    },
    async close() {
      order("stop");
      await ended.catch(() => {});
    },
  };
}
