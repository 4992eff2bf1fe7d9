import {expect, test} from "vitest";
import {jsonProgress, logProgress, terminalProgress, type Progress} from "../../pipeline/progress.js";

const FILE = {name: "activities.csv", done: 3, total: 10, isDone: true, rows: 1_000_000, bytes: 80_000_000, seconds: 2};

function tell(progress: Progress): void {
  progress.begin("ingest");
  progress.item!("ingest", {name: "activities.csv", done: 2, total: 10, isDone: false});
  progress.item!("ingest", FILE);
  progress.item!("ingest", {...FILE, name: "small.csv", done: 4, seconds: 0.01});
  progress.item!("ingest", {...FILE, name: "kept.csv", done: 5, isKept: true});
  progress.end("ingest", 2.5, "1,000,000 rows");
}

function collect(make: (write: (text: string) => void) => Progress): string {
  let text = "";
  tell(make((part) => (text += part)));
  return text;
}

test("a log has a plain line per step, and per file that took its time, with its rates", () => {
  expect(collect(logProgress)).toBe(
    "ingest    3/10 activities.csv: 1,000,000 rows, 80.0 MB in 2.00 s (40.0 MB/s, 500,000 rows/s)\n" +
      "ingest      2.50 s  1,000,000 rows\n",
  );
});

test("a terminal has one line that says what is being done, no wider than the window", () => {
  let stop = () => {};
  const text = collect((write) => {
    const progress = terminalProgress(write, () => 30);
    stop = progress.stop;
    return progress;
  });
  stop();
  expect(text).toContain("ingest 2/10 activities.csv 0");
  const lines = text.split(/\r\u001b\[2K|\n/).filter((line) => line !== "" && !line.includes("  "));
  expect(lines.filter((line) => line.length > 29 && !line.includes("MB"))).toEqual([]);
});

test("machines get an object per line", () => {
  const events = collect(jsonProgress).trim().split("\n").map((line) => JSON.parse(line) as object); // prettier-ignore
  expect(events).toHaveLength(5);
  expect(events[1]).toEqual({
    event: "item", step: "ingest", name: "activities.csv", done: 3, total: 10, rows: 1_000_000, bytes: 80_000_000, seconds: 2,
  }); // prettier-ignore
  expect(events[4]).toEqual({event: "end", step: "ingest", seconds: 2.5, detail: "1,000,000 rows"});
});
