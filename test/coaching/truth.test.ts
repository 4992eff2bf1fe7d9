import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {askEngine, FRESH, sumUp, writeTable} from "./truth.js";
import {DEFAULTS} from "../../sample-data/company.js";

const share = ({hits, n}: {hits: number; n: number}) => hits / n;

describe("what was planted", () => {
  it("is found, and nothing is where there is none: the sample company and a smaller one", async () => {
    const found = [await askEngine({seed: DEFAULTS.seed}), await askEngine({seed: 101, sdrs: 10})];
    const [outcomes, loops] = [found.flatMap((each) => each.outcomes), found.flatMap((each) => each.loops)];
    const sums = sumUp(outcomes, loops);
    process.stdout.write(`${writeTable(outcomes, loops)}\n`);
    expect(sums.named.n).toBeGreaterThanOrEqual(20);
    expect(share(sums.named)).toBeGreaterThanOrEqual(0.8);
    expect(share(sums.nothing)).toBeGreaterThanOrEqual(0.8);
    expect(share(sums.worked)).toBe(1);
    expect(share(sums.failed)).toBe(1);
  });

  it("was found in the ten companies that were looked at once, as the table in the docs says", () => {
    const text = readFileSync(join(import.meta.dirname, "../../docs/coaching-truth.md"), "utf8");
    const rows = [...text.matchAll(/^\| (\d+|all)(?:, the sample)? \|(.+)\|$/gm)];
    const cells = (row: string) => [...row.matchAll(/(\d+) of (\d+)/g)].map(([, hits, n]) => Number(hits) / Number(n));
    expect(rows.map(([, seed]) => seed)).toEqual([String(DEFAULTS.seed), ...FRESH.map(String), "all"]);
    const [named, , nothing, , worked, failed] = cells(rows.at(-1)![2]!);
    for (const value of [named, nothing, worked, failed]) expect(value).toBeGreaterThanOrEqual(0.8);
  });
});
