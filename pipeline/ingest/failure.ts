import {describeProblems, UserError, type Problem} from "../errors.js";
import type {FileReport, Stop} from "./types.js";

/** What stopped an ingest, and how far the other files came. */
export class IngestError extends UserError {
  constructor(
    readonly stops: readonly Stop[],
    readonly files: readonly FileReport[],
    readonly problems: readonly Problem[],
  ) {
    // What is wrong with a database is wrong with each of its tables, and told once.
    super([...new Set(stops.map(describeStop))].join("\n"));
  }
}

function describeStop({title, problems, advice}: Stop): string {
  const text = problems.length > 0 ? describeProblems(title, problems) : title;
  return advice ? `${text}\n  → ${advice}` : text;
}
