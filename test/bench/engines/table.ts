/** The tables of the bench of the engines, as Markdown. Pure. */
import {count, markdown, megabytes} from "../markdown.js";
import type {Taken} from "./gauge.js";
import type {Measured, StepName} from "./steps.js";

/** A company that was measured. */
export interface SizeResult {
  sdrs: number;
  months: number;
  steps: Record<StepName, Measured>;
}

/** A model is shown by itself if it takes so much of either engine's CPU time; the others are added up. */
const SHOWN = 0.02;

export const writeReport = (sizes: readonly SizeResult[]): string =>
  [...writeCurve(sizes), ...sizes.toSorted((a, b) => b.sdrs - a.sdrs).flatMap(writeSize)].join("\n");

/** Which engine is the better choice at which size, in this run. */
function writeCurve(sizes: readonly SizeResult[]): string[] {
  const rows = sizes
    .toSorted((a, b) => a.sdrs - b.sdrs)
    .map(({sdrs, steps}) => {
      const [duck, click] = [sum(steps.duckdb.parts), sum(steps.clickhouse.parts)];
      return [
        count(sdrs),
        count(steps.ground.rows ?? 0),
        ...cells(duck),
        ...cells(click),
        (click.seconds / duck.seconds).toFixed(2),
        (click.cpu / duck.cpu).toFixed(2),
      ];
    });
  return ["### From raw to conclusions", "", ...markdown(["SDRs", "rows of exports", ...heads(), "× s", "× CPU s"], rows), ""];
}

function writeSize({sdrs, months, steps}: SizeResult): string[] {
  const {generate, ground, duckdb, clickhouse} = steps;
  const [here, there] = [duckdb, clickhouse].map(({parts}) => new Map(parts.map((part) => [part.name, part]))) as [
    Map<string, Taken>,
    Map<string, Taken>,
  ];
  const names = [...new Set([...there.keys(), ...here.keys()])];
  const least = (of: Map<string, Taken>) => SHOWN * sum([...of.values()]).cpu;
  const isShown = (name: string) => (here.get(name)?.cpu ?? 0) >= least(here) || (there.get(name)?.cpu ?? 0) >= least(there);
  const row = (label: string, shown: readonly string[]) => [
    label,
    ...[here, there].flatMap((of) => cells(sum(shown.flatMap((name) => of.get(name) ?? [])))),
  ];
  const others = names.filter((name) => !isShown(name));
  const rows = [
    ...names.filter(isShown).map((name) => row(name, [name])),
    row(`${count(others.length)} others, one after the other`, others),
    row("**all**", names),
  ];
  const told = `${count(duckdb.rows ?? 0)} rows of marts, checksum ${duckdb.checksum} on DuckDB and ${clickhouse.checksum} on ClickHouse.`;
  const first = sum(ground.parts);
  return [
    `### ${count(sdrs)} SDRs, ${months} months: ${count(ground.rows ?? 0)} rows in ${megabytes(generate.bytes ?? 0)} MB of exports`,
    "",
    `${told} Exports → raw, from which both go on: ${first.seconds.toFixed(1)} s, ${first.cpu.toFixed(1)} CPU s.`,
    "",
    ...markdown(["part", ...heads()], rows),
    "",
  ];
}

const heads = (): string[] => ["DuckDB", "ClickHouse"].flatMap((engine) => [`${engine} s`, "CPU s", "peak MB"]);

/** Times added up, and the highest peak. */
const sum = (parts: readonly Taken[]): Omit<Taken, "name"> => ({
  seconds: parts.reduce((total, {seconds}) => total + seconds, 0),
  cpu: parts.reduce((total, {cpu}) => total + cpu, 0),
  megabytes: Math.max(0, ...parts.map((part) => part.megabytes)),
});

const cells = ({seconds, cpu, megabytes: peak}: Omit<Taken, "name">): string[] =>
  peak === 0 ? ["", "", ""] : [seconds.toFixed(2), cpu.toFixed(1), count(peak)];
