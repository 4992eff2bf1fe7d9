/** A bench of several sizes of a company: its options, and its steps, each in a process of its own. */
import {spawnSync} from "node:child_process";
import {mkdirSync} from "node:fs";
import {join, resolve} from "node:path";
import {ROOT} from "../../pipeline/workspace.js";

/** Options that such a bench has, for `parseArgs`; `sizes` are the parts of the full size. */
export const sizeOptions = (sizes: string) =>
  ({
    sdrs: {type: "string", default: "500"},
    months: {type: "string", default: "36"},
    sizes: {type: "string", default: sizes},
    out: {type: "string", default: join(ROOT, "build/bench")},
    write: {type: "boolean", default: true},
  }) as const;

export interface SizeValues {
  sdrs: string;
  months: string;
  sizes: string;
  out: string;
}

/**
 * Makes all steps of each size and tells how long each took.
 * @param script file that makes one step: `name folder sdrs months`; what it found is the last line that it writes, as JSON
 * @throws Error with what a step that failed says
 */
export function runSizes<Name extends string, Measured>(
  values: SizeValues,
  {script, names, secondsOf}: {script: string; names: readonly Name[]; secondsOf: (found: Measured) => number},
): {sdrs: number; months: number; steps: Record<Name, Measured>}[] {
  const months = Number(values.months);
  return values.sizes.split(",").map((part) => {
    const sdrs = Math.max(2, Math.round(Number(values.sdrs) / Number(part)));
    const folder = join(resolve(values.out), `${sdrs}x${months}`);
    mkdirSync(folder, {recursive: true});
    const steps = names.map((name) => {
      const result = spawnSync(process.execPath, [...process.execArgv, script, name, folder, String(sdrs), String(months)], {encoding: "utf8", cwd: ROOT, maxBuffer: 1e8}); // prettier-ignore
      if (result.status !== 0) throw new Error(`${name}: ${result.stderr}`);
      const found = JSON.parse(result.stdout.slice(result.stdout.lastIndexOf("\n"))) as Measured;
      process.stderr.write(`${sdrs} SDRs: ${name} ${secondsOf(found).toFixed(1)} s\n`);
      return [name, found] as const;
    });
    return {sdrs, months, steps: Object.fromEntries(steps) as Record<Name, Measured>};
  });
}
