/** A whole search in a thread: gets ready at once, and looks when it is told to. */
import type {MessagePort} from "node:worker_threads";
import {openDatabase} from "../db.js";
import {UserError} from "../errors.js";
import type {SearchAnswer, SearchWork} from "./beside.js";
import {openSearch} from "./search.js";

export async function searchInThread(port: MessagePort, {warehouse, trees, options}: SearchWork): Promise<void> {
  const tell = (answer: SearchAnswer) => port.postMessage(answer);
  const isTold = new Promise<void>((resolve) => port.once("message", () => resolve()));
  const db = await openDatabase(warehouse, {readOnly: true});
  try {
    const search = await openSearch(db, trees, options, (...step) => tell({step}));
    await isTold;
    tell({leaks: await search.look()});
    search.close();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tell({mistake: error.message});
  } finally {
    db.close();
    port.close();
  }
}
