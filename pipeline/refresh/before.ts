/** The commands that fetch exports: one after the other, each with its own time, and ended with all that it has started. */
import {spawn, type ChildProcess} from "node:child_process";
import {UserError} from "../errors.js";

export interface BeforeCommand {
  run: string;
  timeout_minutes: number;
}

/** How a command ended. Its output is told as it comes, and kept nowhere: it may hold what a log alone may see. */
export interface CommandResult {
  /** From 1, as in the configuration. */
  number: number;
  seconds: number;
  exit_code: number | null;
  is_timed_out: boolean;
  /** Something that it has started runs on, in a session of its own, and holds its output open: it may write exports while they are read. */
  is_left_running: boolean;
}

/** A command that failed: the exports may be of yesterday, or half there, so nothing is built of them. */
export class CommandError extends UserError {
  constructor(
    message: string,
    readonly results: readonly CommandResult[],
  ) {
    super(message);
  }
}

export interface BeforeOptions {
  /** Folder that the commands run in. */
  cwd: string;
  /** Is given what they print, in pieces. */
  tell(text: string): void;
  /** Milliseconds between being asked to end and being ended. */
  grace?: number;
}

/** Runs the commands. @throws CommandError when one fails or takes too long; those after it do not run */
export async function runBefore(commands: readonly BeforeCommand[], options: BeforeOptions): Promise<CommandResult[]> {
  const results: CommandResult[] = [];
  for (const [index, command] of commands.entries()) {
    const {tail, ...result} = await runOne(command, options);
    results.push({number: index + 1, ...result});
    if (result.exit_code === 0 && !result.is_timed_out) continue;
    const why = result.is_timed_out
      ? `took more than ${command.timeout_minutes} minutes and was ended`
      : result.exit_code === null
        ? "was ended by a signal"
        : `ended with code ${result.exit_code}`;
    const left = result.is_left_running ? `; ${LEFT_RUNNING}` : "";
    const said = tail.trim() ? `\n  ${tail.trim().split("\n").slice(-5).join("\n  ")}` : "";
    throw new CommandError(
      `refresh.before[${index}]: ${command.run}: ${why}${left}${said}\n  → run it by hand in ${options.cwd}; nothing was built, since the exports may not be whole`,
      results,
    );
  }
  return results;
}

/** What is to be told of a command of which something runs on. */
export const LEFT_RUNNING =
  "something that it started in a session of its own (setsid, nohup with a daemon) still runs and cannot be ended from here: end it, and start it without";
/** Milliseconds after which an output that is still open is held by somebody. */
const UNTIL_CLOSED = 500;

type Ended = Omit<CommandResult, "number"> & {tail: string};

function runOne({run, timeout_minutes}: BeforeCommand, {cwd, tell, grace = 5000}: BeforeOptions): Promise<Ended> {
  const start = performance.now();
  // A process group of its own, so that what the command has started is ended with it.
  const child = spawn("/bin/sh", ["-c", run], {cwd, detached: true, stdio: ["ignore", "pipe", "pipe"]});
  let [tail, isTimedOut] = ["", false];
  const hear = (chunk: Buffer) => {
    const text = chunk.toString();
    tail = (tail + text).slice(-4000);
    tell(text);
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const endWithUs = () => endGroup(child, "SIGKILL");
  process.once("exit", endWithUs);
  return new Promise((done, fail) => {
    const timer = setTimeout(() => {
      isTimedOut = true;
      endGroup(child, "SIGTERM");
      setTimeout(() => endGroup(child, "SIGKILL"), grace).unref();
    }, timeout_minutes * 60_000);
    const stop = () => {
      clearTimeout(timer);
      process.removeListener("exit", endWithUs);
    };
    child.once("error", (error) => (stop(), fail(error)));
    // Not "close": something left running in the background would hold the output open for ever.
    child.once("exit", (exit_code) => {
      stop();
      // What it left in the background may not go on writing exports while they are read.
      endGroup(child, "SIGKILL");
      const seconds = Math.round((performance.now() - start) / 100) / 10;
      const end = (is_left_running: boolean) => {
        clearTimeout(waiting);
        child.removeAllListeners("close");
        child.stdout.destroy();
        child.stderr.destroy();
        done({seconds, exit_code, is_timed_out: isTimedOut, is_left_running, tail});
      };
      const waiting = setTimeout(() => end(true), UNTIL_CLOSED);
      child.once("close", () => end(false));
    });
  });
}

function endGroup({pid}: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}
