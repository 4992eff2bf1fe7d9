import {readFileSync, writeFileSync} from "node:fs";
import {startWatch, type Spent} from "../watch.js";

/** What something took: its time, and the peak of the process's memory meanwhile. */
export interface Taken extends Spent {
  name: string;
  megabytes: number;
}

/**
 * Takes the measure of one thing after the other in this process. The peak of its memory is Linux's own, set back before each
 * (`/proc/self/clear_refs`): nothing that samples would run beside an engine that holds Node's only thread.
 */
export function openGauge(): {taken: Taken[]; take<T>(name: string, act: () => Promise<T>): Promise<T>} {
  const taken: Taken[] = [];
  return {
    taken,
    async take(name, act) {
      writeFileSync("/proc/self/clear_refs", "5");
      const took = startWatch();
      const result = await act();
      taken.push({name, ...took(), megabytes: readPeak()});
      return result;
    },
  };
}

function readPeak(): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}
