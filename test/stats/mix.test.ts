import {describe, expect, it} from "vitest";
import {expectFromMixOfOthers} from "../../pipeline/stats/mix.js";
import type {MixCount} from "../../pipeline/stats/mix.js";
import {expectAgrees, readR} from "./close.js";

interface Case {
  name: string;
  counts: string[];
  expected: {sdr_id: string; n: number; value: number; expected: number; difference: [number, number, number]}[];
}
const read = (text: string): MixCount => {
  const [sdr, source, segment, ae, n, successes] = text.split("|");
  return {sdr_id: sdr!, source: source!, segment: segment!, ae_id: ae!, n: Number(n), successes: Number(successes)};
};

describe("what the mix alone would have given", () => {
  it.each(readR<Case[]>("mix"))("$name: agrees with R", ({counts, expected}) => {
    const found = expectFromMixOfOthers(counts.map(read));
    expect([...found.keys()].sort()).toEqual(expected.map(({sdr_id}) => sdr_id));
    for (const {sdr_id, n, value, expected: rate, difference} of expected) {
      const row = found.get(sdr_id)!;
      expect(row.n).toBe(n);
      expectAgrees(row.value, value, "value");
      expectAgrees(row.expected, rate, `expected of ${sdr_id}`);
      [row.difference.value, row.difference.lower, row.difference.upper].forEach((limit, k) =>
        expectAgrees(limit, difference[k]!, `difference ${k}`),
      );
    }
  });
  it("an SDR with the hard source is expected to have less", () => {
    const found = expectFromMixOfOthers(["s|hard|smb|a|20|5", "t|hard|smb|a|80|16", "u|easy|smb|a|80|64"].map(read));
    expect(found.get("s")!.expected).toBeLessThan(0.25);
    expect(found.get("s")!.difference.value).toBeGreaterThan(0);
  });
  it("with nobody else there is nothing to expect", () => {
    expect(expectFromMixOfOthers(["s|in|smb|a|9|4"].map(read)).get("s")).toBeNull();
    expect(expectFromMixOfOthers([]).size).toBe(0);
    expect(expectFromMixOfOthers(["s|in|smb|a|0|0"].map(read)).size).toBe(0);
  });
  it("an SDR whose cells nobody shares is expected to have what everybody has", () => {
    const found = expectFromMixOfOthers(["s|own|smb|a|9|9", "t|other|ent|b|99|49"].map(read));
    expectAgrees(found.get("s")!.expected, 49.5 / 100);
  });
});
