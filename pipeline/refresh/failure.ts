/** What kind of thing went wrong, in words that name nobody: messages quote rows, files and people, and do not leave the machine. */
import {UserError} from "../errors.js";
import {LockedError, UnwritableError} from "../lock.js";
import {CommandError} from "./before.js";

/** Kinds of failure, with what may be said of each to anybody. */
export const FAILURES = {
  command: "a command that fetches exports failed or took too long",
  source_missing: "an export is not there",
  export: "an export cannot be used",
  export_changed: "exports changed while they were read",
  check: "a check of the data failed",
  guard: "the data differ from the last published ones by more than the configuration allows",
  leak: "a tree held what its readers may not see",
  disk_full: "the disk is full",
  not_writable: "a folder cannot be written to",
  out_of_memory: "there was not enough memory",
  warehouse_locked: "another program holds the warehouse open",
  locked: "another build is at work",
  lock_left: "a build that does not end, or a lock that another machine has left, keeps every refresh out",
  config: "the configuration holds a mistake",
  pages: "the pages could not be built",
  died: "the refresh was ended from outside",
  data: "the data or the build failed",
  bug: "an unexpected error",
} as const;
export type FailureKind = keyof typeof FAILURES;

/** What stops a refresh, of a known kind. */
export class RefreshError extends UserError {
  constructor(
    readonly kind: FailureKind,
    message: string,
    exitCode: 1 | 2 | 3 = 1,
    options?: ErrorOptions,
  ) {
    super(message, exitCode, options);
  }
}

/** The kind of an error. @param step the step of the build that it came from; "" when none had begun */
export function classify(error: unknown, step = ""): FailureKind {
  if (error instanceof RefreshError) return error.kind;
  if (error instanceof CommandError) return "command";
  if (error instanceof LockedError) return "locked";
  if (error instanceof UnwritableError) return "not_writable";
  const texts = [...listCauses(error)];
  const isSaid = (pattern: RegExp) => texts.some((text) => pattern.test(text));
  if (isSaid(/\b(ENOSPC|EDQUOT|EFBIG)\b|no space left|disk (is )?full|max_temp_directory_size/i)) return "disk_full";
  if (isSaid(/\b(EROFS|EACCES|EPERM)\b|read-only file system|permission denied/i)) return "not_writable";
  if (isSaid(/out of memory|failed to allocate|bad_alloc|\bENOMEM\b/i)) return "out_of_memory";
  if (isSaid(/could not set lock|conflicting lock/i)) return "warehouse_locked";
  if (!(error instanceof UserError)) return "bug";
  if (error.exitCode === 2) return "config";
  if (isSaid(/changed while (it was|they were) read/)) return "export_changed";
  if (isSaid(/no such file|no file matches/)) return "source_missing";
  if (step === "checks") return "check";
  if (step === "leaks") return "leak";
  if (step === "pages") return "pages";
  return step === "ingest" ? "export" : "data";
}

/** What to do about it, where the message itself does not say. */
export function advise(kind: FailureKind): string | undefined {
  switch (kind) {
    case "disk_full":
      return "make room (kept builds are in the folder beside the published one: refresh.keep_builds), then run refresh again; the last site is served";
    case "not_writable":
      return "let this user write there, then run refresh again; the last site is served";
    case "out_of_memory":
      return "give it more memory, or fewer rows; the last site is served";
    case "warehouse_locked":
      return "end the program that has warehouse.duckdb open for writing, then run refresh again; the last site is served";
    default:
      return undefined;
  }
}

function* listCauses(error: unknown): Generator<string> {
  for (let each = error, depth = 0; each instanceof Error && depth < 6; each = each.cause, depth++) {
    yield each.message;
    const {code} = each as NodeJS.ErrnoException;
    if (typeof code === "string") yield code;
  }
}
