import {spawnSync} from "node:child_process";
import {join} from "node:path";

const ROOT = join(import.meta.dirname, "../..");

export interface Said {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command line as a process of its own, as a shell would: for what only a process shows. Costs a second before it begins. */
export function startBaton(...args: string[]): Said {
  const words = ["--import", "tsx", join(ROOT, "pipeline/cli.ts"), ...args];
  const {status, stdout, stderr} = spawnSync(process.execPath, words, {cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28});
  return {status, stdout, stderr};
}

let calls = 0;

/**
 * Runs the very same program in this process, where everything that it needs is loaded and warm already: arguments, both streams and
 * the exit code are put in its place meanwhile. Only for files with a process of their own, one call after the other.
 */
export async function callBaton(...args: string[]): Promise<Said> {
  const {stdout, stderr, argv} = process;
  const said = {stdout: "", stderr: ""};
  const [{write: writeOut}, {write: writeErr}] = [stdout, stderr];
  const listeners = stdout.listeners("error");
  const hear =
    (name: keyof typeof said) =>
    (text: string | Uint8Array, ...more: unknown[]) => {
      said[name] += typeof text === "string" ? text : Buffer.from(text).toString();
      const done = more.findLast((each) => typeof each === "function") as (() => void) | undefined;
      done?.();
      return true;
    };
  try {
    process.argv = [process.execPath, "baton", ...args];
    process.exitCode = undefined;
    [stdout.write, stderr.write] = [hear("stdout"), hear("stderr")];
    // Another address each time, so that it runs again; what it imports stays.
    const program = `${ROOT}/pipeline/cli.ts?call=${++calls}`;
    await import(/* @vite-ignore */ program);
    return {status: Number(process.exitCode ?? 0), ...said};
  } finally {
    [stdout.write, stderr.write] = [writeOut, writeErr];
    for (const added of stdout.listeners("error"))
      if (!listeners.includes(added)) stdout.off("error", added as (error: Error) => void);
    process.argv = argv;
    process.exitCode = undefined;
  }
}
