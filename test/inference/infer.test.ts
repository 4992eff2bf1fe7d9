import {describe, expect, it} from "vitest";
import {infer} from "../../pipeline/inference/index.js";
import {readMetricRows, readShrunkRows} from "../../pipeline/metrics/index.js";
import {given, held, noShow, type Given} from "../metrics/given.js";

const inferred = async (handoffs: Given[], yaml = "targets_confirmed: true\n") => {
  const company = await given({handoffs}, yaml);
  await infer(company.db, company.config);
  return company.db;
};
const person = (sdr: string, ae: string, row: Given = {}) => ({
  sdr_id: sdr,
  sdr_name: sdr.toUpperCase(),
  ae_id: ae,
  ae_name: ae.toUpperCase(),
  ...row,
});
const rated = (sdr: string, ae: string, score: number | null) =>
  held("2026-05-05 10:00:00", person(sdr, ae, {quality_score: score}));
const scoresOf = async (handoffs: Given[], yaml?: string) => {
  const rows = await readMetricRows(await inferred(handoffs, yaml), {metric: "adjusted_quality_score", period: "all"});
  return new Map(rows.map((row) => [row.scope_id, row]));
};

describe("adjusted quality scores", () => {
  // Bea gives two points less than Al to whomever she rates; Cy and Dee do the same work, but Dee works with Bea.
  const harsh = [
    ...[8, 9, 8, 9].map((score) => rated("cy", "al", score)),
    rated("cy", "bea", 6),
    rated("dee", "al", 9),
    ...[6, 7, 6, 7].map((score) => rated("dee", "bea", score)),
    ...[8, 9, 6, 7].map((score, index) => rated("eve", index < 2 ? "al" : "bea", score)),
  ];
  it("take out what each AE tends to give", async () => {
    const scores = await scoresOf(harsh);
    expect([...scores.keys()].sort()).toEqual(["cy", "dee", "eve"]);
    const gap = scores.get("cy")!.value! - scores.get("dee")!.value!;
    expect(gap).toBeLessThan(0.3);
    expect(scores.get("cy")).toMatchObject({scope: "sdr", scope_name: "CY", denominator: 5, maturity: "final", target: 8});
    for (const {lower, value, upper} of scores.values()) {
      expect(lower).toBeLessThan(value!);
      expect(upper).toBeGreaterThan(value!);
    }
  });
  it("have no limits where ratings never vary, and are no number of people without ratings", async () => {
    const tens = await scoresOf([rated("cy", "al", 10), rated("cy", "al", 10), rated("dee", "al", 10), rated("eve", "al", null)]);
    expect(tens.get("cy")).toMatchObject({value: 10, lower: null, upper: null, maturity: "too_few"});
    expect(tens.has("eve")).toBe(false);
  });
  it("are there with one SDR and one AE, and not at all without ratings", async () => {
    const one = await scoresOf([7, 8, 9, 6, 8].map((score) => rated("cy", "al", score)));
    expect(one.get("cy")).toMatchObject({value: expect.closeTo(7.6, 6), status: "not_separable"});
    expect((await scoresOf([rated("cy", "al", null)])).size).toBe(0);
  });
});

describe("metric rows of people", () => {
  const handoffs = ["a", "b", "c"].flatMap((sdr, index) =>
    Array.from({length: 12}, (_, place) =>
      (place % (index + 2) ? held : noShow)("2026-06-02 10:00:00", person(sdr, "x", {source: "inbound"})),
    ),
  );
  it("carry the shrunk rate beside the raw one; others, and what is no rate, do not", async () => {
    const db = await inferred(handoffs);
    const rows = await readShrunkRows(db, {metric: "show_rate"});
    const people = rows.filter(({scope}) => scope === "sdr" || scope === "ae");
    expect(people.length).toBeGreaterThan(0);
    for (const row of people) {
      expect(row.shrunk_lower).toBeLessThan(row.shrunk_value!);
      expect(row.shrunk_upper).toBeGreaterThan(row.shrunk_value!);
      expect(row.prob_below_target).toBeGreaterThan(0);
    }
    expect(new Set(people.map(({period}) => period))).toEqual(new Set(["month", "quarter", "trailing_90d", "all"]));
    expect(rows.filter(({scope}) => scope === "company").every((row) => row.shrunk_value === null)).toBe(true);
    expect((await readShrunkRows(db, {metric: "pipeline_created"})).every((row) => row.shrunk_value === null)).toBe(true);
  });
  it("say nothing of targets that nobody has confirmed", async () => {
    const rows = await readShrunkRows(await inferred(handoffs, ""), {metric: "show_rate", scope: "sdr"});
    expect(rows.every((row) => row.prob_below_target === null)).toBe(true);
  });
  it("are none of an empty company", async () => {
    expect(await readShrunkRows(await inferred([]))).toEqual([]);
  });
});
