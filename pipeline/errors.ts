/** Exit codes of the command line: 1 when data or build failed, 2 for a mistake in usage or configuration, 3 for a change that the guard refused. */
export type ExitCode = 1 | 2 | 3;

/** An expected failure: its message says where, what, what was found and what to do. Printed without a stack. */
export class UserError extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode = 1,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "UserError";
  }
}

/** One thing that is wrong, addressed to whoever can mend it. */
export interface Problem {
  /** Dotted path in a configuration, or `file:line` of an export. */
  where: string;
  what: string;
  /** What to do about it, when that is known. */
  hint?: string;
}

/** All problems of one file in one message: a title line, then a line each with aligned places. */
export function describeProblems(title: string, problems: readonly Problem[]): string {
  const width = Math.min(40, Math.max(...problems.map((problem) => problem.where.length)));
  const lines = problems.map(
    ({where, what, hint}) => `  ${where.padEnd(width)}  ${what}${hint ? `\n  ${" ".repeat(width)}  → ${hint}` : ""}`,
  );
  return [title, ...lines].join("\n");
}

/** The candidate nearest to `word` by edit distance, if near enough to be a slip of the pen. */
export function findNearMiss(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Levenshtein distance, by the two-row dynamic programme. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitution, previous[j]! + 1, row[j - 1]! + 1));
    }
    previous = row;
  }
  return previous[b.length]!;
}
