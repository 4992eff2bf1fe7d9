/** How long work shows itself: told by the rooms, written by the command line. */

/** One thing of a step, a file or a model, that has begun or ended. */
export interface Item {
  name: string;
  /** Things that are done, of how many. */
  done: number;
  total: number;
  isDone: boolean;
  rows?: number;
  bytes?: number;
  seconds?: number;
  /** Nothing had to be done: what the last build made still holds. */
  isKept?: boolean;
}

/** Told when a step begins and when it ended, in seconds, and of the things it works through. */
export interface Progress {
  begin(step: string): void;
  end(step: string, seconds: number, detail: string): void;
  item?(step: string, item: Item): void;
}
export const SILENT: Progress = {begin() {}, end() {}};

/** Runs a step and tells how long it took. */
export async function timed<T>(step: string, progress: Progress, act: () => Promise<[T, string]>): Promise<T> {
  const start = performance.now();
  progress.begin(step);
  const [result, detail] = await act();
  progress.end(step, (performance.now() - start) / 1000, detail);
  return result;
}

const STEP = (step: string, seconds: number, detail: string) =>
  `${step.padEnd(9)} ${seconds.toFixed(2).padStart(6)} s  ${detail}`.trimEnd();

/** A file that took longer than this, in seconds, gets a line of its own in a log. */
const LONG = 0.5;

/** For a log: a line as each step ends, and one for each file that takes its time. */
export function logProgress(write: (text: string) => void): Progress {
  return {
    begin() {},
    end: (step, seconds, detail) => write(`${STEP(step, seconds, detail)}\n`),
    item(step, item) {
      if (item.isDone && !item.isKept && (item.seconds ?? 0) >= LONG) write(`${step.padEnd(9)} ${describeItem(item)}\n`);
    },
  };
}

/** For a terminal: one line that says what is being done and for how long, above it the steps that are over. */
export function terminalProgress(write: (text: string) => void, width: () => number): Progress & {stop(): void} {
  const open = new Map<string, {since: number; item?: Item}>();
  const log = logProgress((text) => write(`\r\u001b[2K${text}`));
  const draw = () => {
    const steps = [...open].map(([step, {since, item}]) => {
      const clock = `${((performance.now() - since) / 1000).toFixed(0)} s`;
      return item ? `${step} ${item.done}/${item.total} ${item.name} ${clock}` : `${step} ${clock}`;
    });
    write(`\r\u001b[2K${steps.join(" · ").slice(0, Math.max(20, width() - 1))}`);
  };
  const clock = setInterval(draw, 250);
  clock.unref();
  return {
    begin(step) {
      open.set(step, {since: performance.now()});
      draw();
    },
    end(step, seconds, detail) {
      open.delete(step);
      log.end(step, seconds, detail);
      draw();
    },
    item(step, item) {
      const state = open.get(step);
      if (state) open.set(step, {since: item.isDone ? state.since : performance.now(), item});
      log.item!(step, item);
      draw();
    },
    stop() {
      clearInterval(clock);
      write("\r\u001b[2K");
    },
  };
}

/** For a machine: an object per line. */
export function jsonProgress(write: (text: string) => void): Progress {
  const put = (event: object) => write(`${JSON.stringify(event)}\n`);
  return {
    begin: (step) => put({event: "begin", step}),
    end: (step, seconds, detail) => put({event: "end", step, seconds: round(seconds), detail}),
    item(step, {name, done, total, isDone, rows, bytes, seconds, isKept}) {
      if (isDone) put({event: "item", step, name, done, total, rows, bytes, seconds: round(seconds), is_kept: isKept});
    },
  };
}

const round = (seconds: number | undefined) => (seconds === undefined ? undefined : Math.round(seconds * 1000) / 1000);

/** "3/10 activities.csv: 1,000,000 rows, 82.1 MB in 1.20 s (68.4 MB/s, 833,333 rows/s)" */
function describeItem({name, done, total, rows, bytes, seconds}: Item): string {
  const count = (value: number) => Math.round(value).toLocaleString("en");
  const parts = [rows === undefined ? "" : `${count(rows)} rows`, bytes === undefined ? "" : `${(bytes / 1e6).toFixed(1)} MB`];
  const time = seconds === undefined ? "" : ` in ${seconds.toFixed(2)} s`;
  const rates =
    seconds && rows !== undefined && bytes !== undefined
      ? ` (${(bytes / 1e6 / seconds).toFixed(1)} MB/s, ${count(rows / seconds)} rows/s)`
      : "";
  return `${done}/${total} ${name}: ${parts.filter(Boolean).join(", ")}${time}${rates}`;
}
