/** The tables of the scale bench, as Markdown. Pure. */
import {count, markdown, megabytes} from "../markdown.js";
import type {Measured, StepName} from "./steps.js";

/** A company that was measured. */
export interface SizeResult {
  sdrs: number;
  months: number;
  steps: Partial<Record<StepName, Measured>>;
}
export interface ShellResult {
  /** Seconds of all pages, and of as many with a heading alone, made by the same framework. */
  shell: number;
  empty: number;
  pages: number;
}

/** Parts of a build that lead to checked marts, metrics and conclusions; what follows is the site's. */
const DATA_PART = (name: string) => name !== "datasets";
const LABELS: Record<StepName, string> = {
  generate: "make the exports",
  bare: "DuckDB's bare `read_csv` into tables, all text",
  full: "everything from nothing",
  unchanged: "again, nothing changed",
  day: "again, with the exports of one more day",
  site: "put pages and data together",
  publish: "a tree per audience, looked through for leaks",
};
const TARGET = {bare: 3.5, megabytes: 4096, day: 0.15, unchanged: 1, datasets: 20, shell: 25, shellRatio: 1.5};

export function writeReport(sizes: readonly SizeResult[], shell: ShellResult | undefined): string {
  const largest = sizes.toSorted((a, b) => b.sdrs - a.sdrs)[0]!;
  return [
    ...sizes.toSorted((a, b) => b.sdrs - a.sdrs).flatMap(writeSize),
    ...writeGrowth(sizes),
    ...writeTargets(largest, shell),
  ].join("\n");
}

function writeSize({sdrs, months, steps}: SizeResult): string[] {
  const {generate, bare, full} = steps;
  const rows: string[][] = [];
  const add = (label: string, seconds: number, cpu: number, more: Partial<Measured> = {}) =>
    rows.push([
      label, seconds.toFixed(2), cpu.toFixed(1), bare ? (seconds / bare.seconds).toFixed(2) : "", more.megabytes ? count(more.megabytes) : "",
      more.files === undefined ? "" : count(more.files), more.bytes === undefined ? "" : megabytes(more.bytes), more.checksum ?? "",
    ]); // prettier-ignore
  for (const [name, measured] of Object.entries(steps) as [StepName, Measured][]) {
    add(LABELS[name], measured.seconds, measured.cpu, measured);
    for (const part of measured.parts ?? []) add(`· ${part.name}`, part.seconds, part.cpu);
  }
  const input = `${count(full?.rows ?? bare?.rows ?? 0)} rows in ${generate ? megabytes(generate.bytes ?? 0) : "?"} MB of exports`;
  return [
    `### ${count(sdrs)} SDRs, ${months} months: ${count(generate?.rows ?? 0)} handoffs, ${input}`,
    "",
    ...markdown(["step", "s", "CPU s", "× bare", "peak MB", "files written", "MB", "checksum"], rows),
    "",
  ];
}

/** How the cost of each step grows from size to size: 1 is in proportion. */
function writeGrowth(sizes: readonly SizeResult[]): string[] {
  const sorted = sizes.toSorted((a, b) => a.sdrs - b.sdrs);
  if (sorted.length < 2) return [];
  const names = (Object.keys(LABELS) as StepName[]).filter(
    (name) => name !== "generate" && sorted.every(({steps}) => steps[name]),
  );
  const pairs = sorted.slice(1).map((size, index) => [sorted[index]!, size] as const);
  const exponent = (a: number, b: number, factor: number) => (Math.log(b / a) / Math.log(factor)).toFixed(2);
  const rows = names.map((name) => [
    LABELS[name],
    ...pairs.map(([a, b]) => exponent(a.steps[name]!.cpu, b.steps[name]!.cpu, b.sdrs / a.sdrs)),
    ...pairs.map(([a, b]) => exponent(a.steps[name]!.megabytes, b.steps[name]!.megabytes, b.sdrs / a.sdrs)),
  ]);
  const label = (what: string) => pairs.map(([a, b]) => `${what}, ${count(a.sdrs)} → ${count(b.sdrs)}`);
  return [
    "### How cost grows",
    "",
    "Exponents: ten times the company costs ten to the power of so much; 1 is in proportion, 0 is not at all.",
    "",
    ...markdown(["step", ...label("CPU"), ...label("memory")], rows),
    "",
  ];
}

function writeTargets({steps}: SizeResult, shell: ShellResult | undefined): string[] {
  const {bare, full, day, unchanged} = steps;
  const rows: string[][] = [];
  const add = (what: string, found: number, target: number, unit: string) =>
    rows.push([what, `${found.toFixed(2)} ${unit}`.trim(), `≤ ${target} ${unit}`.trim(), found <= target ? "yes" : "no"]);
  if (full && bare) {
    const data = full.parts!.filter(({name}) => DATA_PART(name));
    const sum = data.reduce((total, {seconds}) => total + seconds, 0);
    add("data part, against the bare reader", sum / bare.seconds, TARGET.bare, "×");
    add("peak memory", Math.round(full.megabytes), TARGET.megabytes, "MB");
    const datasets = full.parts!.find(({name}) => name === "datasets");
    if (datasets) add("data files written", datasets.seconds, TARGET.datasets, "s");
  }
  if (day && full) add("one more day, against everything", day.seconds / full.seconds, TARGET.day, "×");
  if (unchanged) add("nothing changed", unchanged.seconds, TARGET.unchanged, "s");
  if (shell) {
    add(`${shell.pages} pages without data`, shell.shell, TARGET.shell, "s");
    add("the same, against near-empty pages", shell.shell / shell.empty, TARGET.shellRatio, "×");
  }
  return ["### Against what was asked, at the largest size", "", ...markdown(["what", "found", "target", "reached"], rows), ""];
}
