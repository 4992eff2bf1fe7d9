/** A whole search in a thread: gets ready at once, and looks when it is told to. */
import type {MessagePort} from "node:worker_threads";
import {openDatabase} from "../db.js";
import {UserError} from "../errors.js";
import {ROOM, withLittleMemory} from "../memory.js";
import type {SearchAnswer, SearchOrder, SearchWork} from "./beside.js";
import {openSearch} from "./search.js";

export async function searchInThread(port: MessagePort, {warehouse, trees, options}: SearchWork): Promise<void> {
  const tell = (answer: SearchAnswer) => port.postMessage(answer);
  const db = await openDatabase(warehouse, {readOnly: true});
  let isStopped = false;
  const told = new Promise<SearchOrder>((resolve) =>
    port.once("message", (order: SearchOrder) => {
      isStopped = order === "stop";
      // What is asked of the warehouse now ends at once. A thread that is ended from outside meanwhile takes the whole process with it.
      if (isStopped) db.connection.interrupt();
      resolve(order);
    }),
  );
  try {
    await withLittleMemory(db, ROOM.trees, async () => {
      const search = await openSearch(db, trees, options, (...step) => tell({step}));
      if ((await told) === "look") tell({leaks: await search.look()});
      search.close();
    });
  } catch (error) {
    if (isStopped) return;
    if (!(error instanceof UserError)) throw error;
    tell({mistake: error.message});
  } finally {
    db.close();
    port.close();
  }
}
