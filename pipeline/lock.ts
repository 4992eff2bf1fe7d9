/** One build at a time in one build folder. */
import {linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {hostname} from "node:os";
import {basename, dirname, join} from "node:path";
import {UserError} from "./errors.js";

/** Somebody else is at work where one alone may be. */
export class LockedError extends UserError {
  constructor(
    message: string,
    /** Who holds the lock; undefined where one after the other takes it. */
    readonly holder?: Holder,
  ) {
    super(message);
  }
}
/** Where the lock would lie nothing can be written. */
export class UnwritableError extends UserError {}

/** A process that has taken something for itself. */
export interface Holder {
  pid: number;
  host: string;
  /** When the process began, as the system counts it, so that a number given out again is not taken for it; "" where it does not tell. */
  born: string;
  since: string;
}

/**
 * Takes the lock file at `path`; one left by a process that is gone is taken over.
 * @param advice what else than waiting can be done
 * @returns what gives it back.
 * @throws LockedError naming who holds it.
 */
export function takeLock(path: string, advice = "build elsewhere with --build-dir DIR"): () => void {
  const own = JSON.stringify(describeHolder());
  const aside = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), {recursive: true});
    // A link appears with its content at once: nobody ever reads half a lock.
    writeFileSync(aside, own);
  } catch (cause) {
    const {code = ""} = cause as NodeJS.ErrnoException;
    if (!["EROFS", "EACCES", "EPERM", "ENOENT", "ENOTDIR"].includes(code)) throw cause;
    throw new UnwritableError(
      `${dirname(path)}: cannot be written to (${code})\n  → let this user write there, or name another folder`,
      1,
      {cause},
    );
  }
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (tryLink(aside, path)) {
        clearLeft(path);
        return () => release(path, own);
      }
      const seen = read(path);
      if (seen === undefined) continue;
      const holder = parse(seen);
      if (holder && isAlive(holder)) throw new LockedError(describe(path, holder, advice), holder);
      takeAway(path, seen);
    }
    throw new LockedError(`${path}: other builds keep taking it\n  → wait until they have finished`);
  } finally {
    rmSync(aside, {force: true});
  }
}

/** This process, as of now. */
export const describeHolder = (): Holder => ({
  pid: process.pid,
  host: hostname(),
  born: readBirth(process.pid),
  since: new Date().toISOString(),
});

/** Removes what processes that ended while they took the lock have left beside it; one that is about to take it keeps its own. */
function clearLeft(path: string): void {
  const names = readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.`));
  for (const left of names.map((name) => join(dirname(path), name))) {
    const holder = parse(read(left) ?? "");
    if (holder && !isAlive(holder)) rmSync(left, {force: true});
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function parse(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

/** Of another machine nothing can be known, so its lock holds. */
export function isAlive({pid, host, born}: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const now = readBirth(pid);
  return born === "" || now === "" || born === now;
}

/** Start time of a process in ticks since the machine's, from field 22 of its line under /proc. */
function readBirth(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    return line.slice(line.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/** Moves a dead lock out of the way; should another build have taken it meanwhile, that one gets it back. */
function takeAway(path: string, seen: string): void {
  const grave = `${path}.dead-${process.pid}`;
  try {
    renameSync(path, grave);
  } catch {
    return;
  }
  if (read(grave) !== seen) tryLink(grave, path);
  rmSync(grave, {force: true});
}

function release(path: string, own: string): void {
  if (read(path) === own) rmSync(path, {force: true});
}

function describe(path: string, holder: Holder, advice: string): string {
  const {pid, host, since} = holder;
  const isElsewhere = host !== hostname();
  const where = isElsewhere ? ` on ${host}` : "";
  // What is at work on another machine cannot be seen from here.
  const remove = isElsewhere ? `; if ${host} has stopped, or no build runs there: npm run baton -- unlock ${host}` : "";
  const hours = hoursHeld(holder, new Date());
  const age = Number.isFinite(hours) && hours >= 1 ? `, ${Math.floor(hours)} h ago` : "";
  return `${dirname(path)}: another build is at work here (process ${pid}${where}, since ${since}${age})\n  → wait until it has finished, or ${advice}${remove}`;
}

/** For how many hours a lock has been held; NaN where it does not say since when. */
export const hoursHeld = ({since}: Holder, now: Date): number => (now.getTime() - Date.parse(since)) / 3_600_000;

/**
 * Takes away the lock that a build on another machine has left; of whether that one is still at work nothing can be known here.
 * @returns its holder; undefined when there is no lock, or that of another machine than `host`
 */
export function removeLock(path: string, host: string): Holder | undefined {
  const seen = read(path);
  const holder = seen === undefined ? undefined : parse(seen);
  if (seen === undefined || holder?.host !== host) return undefined;
  takeAway(path, seen);
  return holder;
}

/** Who holds the lock; undefined when nobody does, or nobody who is still there. */
export function readHolder(path: string): Holder | undefined {
  const holder = parse(read(path) ?? "");
  return holder && isAlive(holder) ? holder : undefined;
}
