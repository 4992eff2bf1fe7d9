/** Texts for the terminal. Pure: they are given what to say. */
import Papa from "papaparse";
import type {BuildReport, DataReport} from "./build.js";
import {AUDIENCE_KINDS} from "./contract/audiences.js";
import type {PublishReport} from "./publish-site.js";

/** What a build did and how to look at it. */
export function describeBuild(report: DataReport | BuildReport, view = "npm run baton -- view"): string {
  const lines: string[] = [];
  if (!report.isRebuilt) lines.push("data: nothing has changed since the last build");
  if (report.report) lines.push(...describeLedger(report.report));
  if ("site" in report) lines.push("", `site in ${report.site}`, `look at it: ${view}`);
  return lines.join("\n");
}

/** The same for a machine. */
export function summariseBuild(report: DataReport | BuildReport): object {
  const {isRebuilt, report: ingest, files} = report;
  const site = "site" in report ? {site: report.site} : {};
  if (!ingest) return {event: "report", is_rebuilt: isRebuilt, ...site};
  const problems = [...ingest.rejects, ...ingest.problems];
  return {
    event: "report",
    is_rebuilt: isRebuilt,
    datasets: files,
    ledger: sumLedger(ingest.files),
    files: ingest.files,
    problems,
    ...site,
  };
}

/** What was published, and what stands out. */
export function describePublish({out, trees, withoutTeam, ...report}: PublishReport): string {
  const counts = AUDIENCE_KINDS.flatMap((kind) => {
    const n = trees.filter((tree) => tree.kind === kind).length;
    return n === 0 ? [] : [kind === "revops" || kind === "exec" ? `${kind}/` : `${kind}/ (${n.toLocaleString("en")})`];
  });
  const lines = [describeBuild(report, ""), "", `published in ${out}: ${counts.join(", ")}`];
  if (withoutTeam.length > 0)
    lines.push(
      `no team names ${withoutTeam.length === 1 ? "this manager" : "these managers"}, who has no tree: ${withoutTeam.join(", ")}`,
    );
  return lines.join("\n").trim();
}

/** The same for a machine: every tree with whom it is for. */
export function summarisePublish({out, trees, treeFiles, withoutTeam, ...report}: PublishReport): object {
  return {...summariseBuild(report), out, files: treeFiles, trees, managers_without_team: withoutTeam};
}

function describeLedger({files, problems: others, rejects}: NonNullable<DataReport["report"]>): string[] {
  const count = (number: number) => number.toLocaleString("en");
  const {rows_read, loaded, merged, rejected, set_aside} = sumLedger(files);
  const lines = [
    "",
    `${count(rows_read)} rows read = ${count(loaded)} loaded + ${count(merged)} merged + ${count(rejected)} rejected + ${count(set_aside)} set aside`,
  ];
  // What is said of an export as a whole, or of a setting, weighs more than a row.
  const problems = [...others, ...rejects];
  const shown = problems.slice(0, 10);
  if (problems.length > 0)
    lines.push(
      `${count(problems.length)} ${problems.length === 1 ? "thing" : "things"} to look at; the data health page has every row concerned:`,
    );
  for (const {where, what, hint} of shown) lines.push(`  ${where}  ${what}${hint ? `\n      → ${hint}` : ""}`);
  if (problems.length > shown.length) lines.push(`  … and ${count(problems.length - shown.length)} more`);
  return lines;
}

const LEDGER = ["rows_read", "loaded", "merged", "rejected", "set_aside"] as const;

/** The ledger of all files together. */
export function sumLedger(files: readonly Record<(typeof LEDGER)[number], number>[]): Record<(typeof LEDGER)[number], number> {
  const sums = {rows_read: 0, loaded: 0, merged: 0, rejected: 0, set_aside: 0};
  for (const file of files) for (const name of LEDGER) sums[name] += file[name];
  return sums;
}

/** Rows as comma-separated text with a header: texts that a spreadsheet would take for formulas get an apostrophe; numbers stay numbers. */
export function formatSafeCsv(columns: readonly string[], rows: readonly object[]): string {
  const lines = rows.map((row) => columns.map((column) => (row as Record<string, unknown>)[column]));
  return `${Papa.unparse([[...columns], ...lines], {newline: "\r\n", escapeFormulae: /^[=+\-@\t\r][\s\S]*$/})}\r\n`;
}

/** Rows as aligned columns; numbers to the right. */
export function formatTable(rows: readonly object[]): string {
  const names = Object.keys(rows[0] ?? {});
  if (names.length === 0) return "no rows";
  const cells = rows.map((row) => names.map((name) => formatCell((row as Record<string, unknown>)[name])));
  const widths = names.map((name, index) => Math.max(name.length, ...cells.map((row) => row[index]!.length)));
  const isNumber = names.map((name) => rows.some((row) => typeof (row as Record<string, unknown>)[name] === "number"));
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => (isNumber[index] ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!)))
      .join("  ")
      .trimEnd();
  return [line(names), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)].join("\n");
}

function formatCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number")
    return Number.isInteger(value) ? String(value) : Math.abs(value) < 1000 ? value.toPrecision(4) : value.toFixed(2);
  return String(value);
}
