/** Arrow tables. In a file of its own, which only pages with long tables load; it names what it uses, so that no more of the package is sent. */
import {tableFromIPC} from "@uwdata/flechette";

/** Rows of an Arrow IPC stream. */
export function readTable<T>(buffer: ArrayBuffer): T[] {
  return tableFromIPC(buffer, {useProxy: false}).toArray() as T[];
}
