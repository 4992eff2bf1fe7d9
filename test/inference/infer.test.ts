import {describe, expect, it} from "vitest";
import {TABLES} from "../../pipeline/inference/tables.js";
import {infer} from "../../pipeline/inference/index.js";
import {readShrunkRows} from "../../pipeline/inference/shrunk-rows.js";
import {readMetricRows} from "../../pipeline/metrics/index.js";
import {configure, given, held, noShow, type Given} from "../metrics/given.js";

const CONFIRMED = "targets_confirmed: true\n";
const inferred = async (handoffs: Given[], yaml = CONFIRMED) => {
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
  it("of a quarter are worked out when someone asks, and stand before those of the whole time", async () => {
    const {db, config} = await given({handoffs: harsh}, CONFIRMED);
    await infer(db, config);
    const metric = "adjusted_quality_score";
    expect((await readMetricRows(db, {metric})).some(({period}) => period === "quarter")).toBe(false);
    const rows = (await readShrunkRows(db, config, {metric})).filter(({scope_id}) => scope_id === "cy");
    expect(rows.map(({period, period_start}) => [period, period_start])).toEqual([["quarter", "2026-04-01"], ["trailing_90d", ""], ["all", ""]]); // prettier-ignore
    // All ratings are of one quarter.
    expect(rows[0]!.value).toBeCloseTo(rows[2]!.value!, 9);
    expect(await readShrunkRows(db, config, {metric, period: "all", scope: "ae"})).toEqual([]);
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
    const rows = await readShrunkRows(db, configure(CONFIRMED), {metric: "show_rate"});
    const people = rows.filter(({scope}) => scope === "sdr" || scope === "ae");
    expect(people.length).toBeGreaterThan(0);
    for (const row of people) {
      expect(row.shrunk_lower).toBeLessThan(row.shrunk_value!);
      expect(row.shrunk_upper).toBeGreaterThan(row.shrunk_value!);
      expect(row.prob_below_target).toBeGreaterThan(0);
    }
    expect(new Set(people.map(({period}) => period))).toEqual(new Set(["month", "quarter", "trailing_90d", "all"]));
    expect(rows.filter(({scope}) => scope === "company").every((row) => row.shrunk_value === null)).toBe(true);
    expect(
      (await readShrunkRows(db, configure(CONFIRMED), {metric: "pipeline_created"})).every((row) => row.shrunk_value === null),
    ).toBe(true);
  });
  it("say nothing of targets that nobody has confirmed", async () => {
    const rows = await readShrunkRows(await inferred(handoffs, ""), configure(""), {metric: "show_rate", scope: "sdr"});
    expect(rows.every((row) => row.prob_below_target === null)).toBe(true);
  });
  it("are none of an empty company", async () => {
    expect(await readShrunkRows(await inferred([]), configure(CONFIRMED))).toEqual([]);
  });
});

describe("what is concluded of a company", () => {
  const many = (count: number, make: (place: number) => Given) => Array.from({length: count}, (_, place) => make(place));
  const meeting = (place: number, row: Given = {}) =>
    held(`2026-0${1 + (place % 4)}-${String(1 + (place % 27)).padStart(2, "0")} 10:00:00`, {
      ...person(`s${place % 5}`, `a${place % 3}`), handoff_id: `h${place}`, source: "inbound", segment: "smb", motion: "inbound", ...row,
    }); // prettier-ignore

  it("is the same to the last digit in whatever order the handoffs lie", async () => {
    const handoffs = many(160, (place) =>
      meeting(place, {sync_call_at: place % 7 < 3 ? "2026-01-01 09:00:00" : null, sql_at: place % 3 ? meeting(place)["meeting_at"]! : null, source: `source ${place % 4}`}),
    ); // prettier-ignore
    const conclude = async (rows: Given[]) => {
      const db = await inferred(rows);
      return {mixes: await db.rows("from marts.mix_expected order by all"), practices: await db.rows("from marts.practices order by all")};
    }; // prettier-ignore
    expect(await conclude(handoffs.toReversed())).toEqual(await conclude(handoffs));
  });
  it("a practice is compared with its absence, other things being as they are, and only where both are there often enough", async () => {
    // Whoever talked before has an SQL in 3 of 4 cases, the others in 1 of 4.
    const handoffs = many(160, (place) => {
      const isSync = place % 2 === 0;
      const isSql = isSync ? place % 8 !== 0 : place % 8 === 1;
      return meeting(place, {
        sync_call_at: isSync ? "2026-01-01 09:00:00" : null,
        sql_at: isSql ? meeting(place)["meeting_at"]! : null,
      });
    });
    const db = await inferred(handoffs);
    const rows = await db.rows<Record<string, number | string>>("select * from marts.practices");
    expect(rows).toMatchObject([{practice: "verbal_sync", n_with: 80, n_without: 80, share_with: 0.75, share_without: 0.25}]);
    expect(rows[0]!["difference"]).toBeGreaterThan(0.35);
    expect(rows[0]!["difference"]).toBeLessThan(0.5);
    expect(rows[0]!["lower"]).toBeGreaterThan(0.2);
    expect(await (await inferred(handoffs.slice(0, 30))).rows("select * from marts.practices")).toEqual([]);
  });

  it("incidence counts every meeting as far as its source is known, and rejection competes with the SQL", async () => {
    const at = "2026-06-01 10:00:00";
    const db = await inferred([
      meeting(0, {meeting_at: at, sql_at: "2026-06-04 12:00:00"}),
      meeting(1, {meeting_at: at, rejected_at: "2026-06-02 12:00:00"}),
      meeting(2, {meeting_at: at, disqualified_at: "2026-06-11 10:00:00", sql_at: "2026-06-12 10:00:00"}),
      meeting(3, {meeting_at: at, sql_at: "2026-06-20 10:00:00", sql_known_at: "2026-06-06 10:00:00"}),
      meeting(4, {meeting_at: at}),
    ]);
    const last =
      await db.rows(`select event, arg_max(value, day) as value, max(day) as day, any_value(n) as n from marts.incidence
      where start = 'meeting' and cohort = 'all' group by event order by event`);
    expect(last).toEqual([
      // Of the two still looked at on day 10, one was disqualified: half of the 3/5 that were left.
      {event: "disqualified", value: expect.closeTo(0.3, 9), day: 29, n: 5},
      {event: "rejected", value: expect.closeTo(0.2, 9), day: 29, n: 5},
      {event: "sql", value: expect.closeTo(0.2, 9), day: 29, n: 5},
    ]);
    expect(await db.rows("select distinct cohort_id from marts.incidence where cohort = 'month'")).toEqual([
      {cohort_id: "2026-06"},
    ]);
  });

  it("signals come from whole weeks that hold ten members, against the first ten points", async () => {
    const monday = Date.UTC(2025, 8, 1);
    const handoffs = many(16 * 10, (place) => {
      const week = Math.floor(place / 10);
      const at = new Date(monday + week * 7 * 86_400_000 + 10 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
      const isHeld = place % 10 < (week < 10 ? 7 + (week % 2) : week === 12 ? 1 : 7);
      return (isHeld ? held : noShow)(at, person("s", "a"));
    });
    const db = await inferred(handoffs);
    const points = await db.rows<Record<string, number>>(
      "select * from marts.run_points where metric = 'show_rate' and scope = 'sdr' order by point",
    );
    expect(points).toHaveLength(16);
    expect(points[0]).toMatchObject({
      from_on: "2025-09-01",
      to_on: "2025-09-01",
      n: 10,
      sum: 7,
      centre: expect.closeTo(0.75, 9),
      phase: 1,
    });
    const signals = await db.rows(
      `select kind, side, "from", "to" from marts.run_signals where metric = 'show_rate' and scope = 'sdr'`,
    );
    expect(signals).toContainEqual({kind: "outside", side: "below", from: 12, to: 12});
  });

  it("an SDR's mix alone is what the others have in the same sources, segments and AEs", async () => {
    const make = (sdr: string, source: string, isHeld: boolean) =>
      (isHeld ? held : noShow)("2026-05-05 10:00:00", person(sdr, "a", {source, segment: "smb"}));
    const db = await inferred([
      ...many(40, (place) => make(place < 20 ? "s1" : "s2", "outbound", place % 4 === 0)),
      ...many(40, (place) => make("s2", "inbound", place % 4 !== 0)),
    ]);
    const [s1] = await db.rows<Record<string, number>>(
      "select * from marts.mix_expected where sdr_id = 's1' and metric = 'show_rate' and period = 'all'",
    );
    expect(s1!["value"]).toBeCloseTo(0.25, 9);
    expect(s1!["expected"]).toBeLessThan(0.4);
    expect(s1!["lower"]).toBeLessThan(0);
    expect(s1!["upper"]).toBeGreaterThan(0);
  });

  it("a lead score that orders what qualifies is told from one that does not", async () => {
    const leads = (isOrdered: boolean) =>
      many(100, (place) => ({
        lead_id: `l${place}`, sdr_id: "s", first_touch_at: "2026-01-10 10:00:00", known_at: "2026-06-30 12:00:00", score: place,
        qualified_at: (isOrdered ? place >= 60 : place % 5 < 2) ? "2026-01-12 10:00:00" : null,
      })); // prettier-ignore
    const read = async (isOrdered: boolean) => {
      const {db, config} = await given({leads: leads(isOrdered)});
      await infer(db, config);
      return db.rows<Record<string, number>>("select * from marts.score_calibration order by bucket");
    };
    const ordered = await read(true);
    expect(ordered.map((row) => [row["bucket"], row["lowest"], row["highest"], row["n"], row["qualified"]])).toEqual([
      [1, 0, 19, 20, 0], [2, 20, 39, 20, 0], [3, 40, 59, 20, 0], [4, 60, 79, 20, 20], [5, 80, 99, 20, 20],
    ]); // prettier-ignore
    expect(ordered[0]!["concordance"]).toBe(1);
    const [first] = await read(false);
    expect(first!["concordance_lower"]).toBeLessThan(0.5);
    expect(first!["concordance_upper"]).toBeGreaterThan(0.5);
  });

  it("how AEs rate is told with the number of pieces that cannot be compared", async () => {
    const db = await inferred([
      ...[9, 9, 8, 9].map((score) => rated("cy", "al", score)), ...[6, 5, 6, 6].map((score) => rated("cy", "bea", score)),
      ...[7, 8, 7].map((score) => rated("dee", "zoe", score)),
    ]); // prettier-ignore
    const raters = await db.rows<Record<string, number>>("select * from marts.raters order by ae_id");
    expect(raters.map(({ae_id, n, piece}) => [ae_id, n, piece])).toEqual([["al", 4, 1], ["bea", 4, 1], ["zoe", 3, 2]]); // prettier-ignore
    expect(raters[0]!["severity"]).toBeGreaterThan(raters[1]!["severity"]!);
    expect(await db.rows("select n, pieces, reason from marts.rating_fit")).toEqual([{n: 11, pieces: 2, reason: ""}]);
  });

  it("nothing is concluded of nothing, and every table is there", async () => {
    const db = await inferred([]);
    for (const table of Object.keys(TABLES)) expect(await db.rows(`select * from marts.${table}`)).toEqual([]);
  });
});
