import {jsonProgress, logProgress, SILENT, terminalProgress, type Progress} from "../progress.js";

/** Runs work that shows itself: on a terminal as a line that moves, in a log as lines, for machines as JSON, or not at all. */
export async function showProgress<T>(
  options: {json: boolean; quiet: boolean},
  act: (progress: Progress) => Promise<T>,
): Promise<T> {
  const write = (text: string) => void process.stdout.write(text);
  if (options.json) return act(jsonProgress(write));
  if (options.quiet) return act(SILENT);
  if (!process.stdout.isTTY) return act(logProgress(write));
  return showOnTerminal(process.stdout, act);
}

export async function showOnTerminal<T>(stream: NodeJS.WriteStream, act: (progress: Progress) => Promise<T>): Promise<T> {
  const progress = terminalProgress(
    (text) => void stream.write(text),
    () => stream.columns ?? 80,
  );
  try {
    return await act(progress);
  } finally {
    progress.stop();
  }
}

/** What is asked for goes to the standard output, so the work before it shows on the other one. */
export const showAside = <T>({quiet}: {quiet: boolean}, act: (progress: Progress) => Promise<T>): Promise<T> =>
  process.stderr.isTTY && !quiet ? showOnTerminal(process.stderr, act) : act(SILENT);
