import {describe, expect, it} from "vitest";
import {given, held, noShow, times, type Given} from "./given.js";

const before = "2026-03-10 10:00:00";
const now = "2026-04-10 10:00:00";
const confirmed = "targets_confirmed: true\n";

/** `hits` of `n` members in March (before) and April. */
const both = (make: (at: string, hit: boolean) => Given, n: number, hitsBefore: number, hits: number) => [
  ...times(n, (index) => make(before, index < hitsBefore)),
  ...times(n, (index) => make(now, index < hits)),
];
const shown = (at: string, hit: boolean, row: Given = {}) => (hit ? held(at, row) : noShow(at, row));
const april = <T extends {period_start: string}>(rows: T[]) => rows.find((row) => row.period_start === "2026-04-01")!;

describe("the seed's table of last month and this month", () => {
  const cases = [
    ["show_rate", "exceeds", both(shown, 100, 71, 78)],
    ["meeting_to_sql_rate", "exceeds", both((at, hit) => held(at, {sql_at: hit ? at : null}), 100, 35, 42)],
    [
      "sql_to_opportunity_rate",
      "exceeds",
      both((at, hit) => held(at, {sql_at: at, opportunity_at: hit ? at : null}), 100, 60, 68),
    ],
    [
      "handoff_quality_score",
      "on_track",
      [
        ...times(10, (i) => held(before, {quality_score: i < 2 ? 8 : 7})),
        ...times(10, (i) => held(now, {quality_score: i < 1 ? 9 : 8})),
      ],
    ],
    [
      "feedback_response_rate",
      "improving",
      both((at, hit) => held(at, {feedback_due_at: at, feedback_first_at: hit ? at : null}), 100, 78, 88),
    ],
    [
      "documentation_completeness",
      "improving",
      both((at, hit) => held(at, {required_fields: 10, required_filled: hit ? 10 : 0}), 100, 89, 94),
    ],
  ] as const;
  it.each(cases)("%s %s", async (metric, status, handoffs) => {
    const {rows} = await given(
      {handoffs: [...handoffs], brief_fields: [{handoff_id: "h", field: "pain_primary", state: "filled"}]},
      confirmed,
    );
    expect(april(await rows(metric, "company", "month")).status).toBe(status);
  });
});

describe("below the target", () => {
  const status = async (hitsBefore: number, hits: number, n = 100, yaml = confirmed) =>
    april(await (await given({handoffs: both(shown, n, hitsBefore, hits)}, yaml)).rows("show_rate", "company", "month")).status;

  it("improves from two percent of the target on", async () => {
    expect(await status(350, 357, 500)).toBe("off_track");
    // 2 % of 75 % are 1.5 points: 7.5 of 500, and exactly 15 of 1,000.
    expect(await status(350, 358, 500)).toBe("improving");
    expect(await status(700, 715, 1000)).toBe("improving");
    // In doubles 0.688 − 0.673 falls short of 0.015 by the last bit.
    expect(await status(673, 688, 1000)).toBe("improving");
  });
  it("slips when it falls by as much and by more than noise", async () => {
    // Newcombe, 90 %: 74 → 60 of 100 differ by 3.1 to 24.5 points; 74 → 66 by −2.7 to 18.4.
    expect(await status(74, 60)).toBe("slipping");
    expect(await status(74, 66)).toBe("off_track");
  });
  it("is off track without a usable period before", async () => {
    const handoffs = [...times(4, () => noShow(before)), ...times(10, (index) => shown(now, index < 7))];
    const {rows} = await given({handoffs}, confirmed);
    expect(april(await rows("show_rate", "company", "month"))).toMatchObject({status: "off_track", previous_value: 0});
  });
  it("follows the configured thresholds", async () => {
    expect(await status(71, 78, 100, `${confirmed}status: {exceeds_factor: 1.05}`)).toBe("on_track");
    expect(await status(70, 72, 100, `${confirmed}status: {change_share: 0.05}`)).toBe("off_track");
    expect(await status(70, 72, 100, confirmed)).toBe("improving");
    expect(await status(71, 78, 100, `${confirmed}targets: {show_rate: 0.8}`)).toBe("improving");
  });
});

it("exceeds half-way to the maximum where the factor would ask for more", async () => {
  // Target 98 %: × 1.025 is beyond certainty, half-way to it is 99 %.
  const {rows} = await given({handoffs: both(shown, 100, 98, 99)}, `${confirmed}targets: {show_rate: 0.98}`);
  expect((await rows("show_rate", "company", "month")).map((row) => row.status)).toEqual(["on_track", "exceeds"]);
});

it("judges nothing before targets are confirmed, and shows them", async () => {
  const {rows} = await given({handoffs: both(shown, 100, 71, 78)});
  expect(await rows("show_rate")).toMatchObject([{target: 0.75, status: "no_target"}]);
  expect(await rows("first_slot_show_rate")).toEqual([]);
});

it("says too few before it says no target", async () => {
  const {rows} = await given({handoffs: times(4, () => held(now))});
  expect(await rows("show_rate")).toMatchObject([{status: "too_few"}]);
});

describe("where less is better", () => {
  const took = (at: string, days: number, row: Given = {}) => {
    const sqlAt = new Date(Date.parse(`${at.replace(" ", "T")}Z`) + days * 86_400_000)
      .toISOString()
      .slice(0, 19)
      .replace("T", " ");
    return held(at, {sql_at: sqlAt, ...row});
  };
  const status = async (daysBefore: number[], days: number[]) => {
    const handoffs = [...daysBefore.map((value) => took(before, value)), ...days.map((value) => took(now, value))];
    return april(await (await given({handoffs}, `${confirmed}targets: {days_to_sql: 4}`)).rows("days_to_sql", "company", "month"))
      .status;
  };
  it("mirrors every word", async () => {
    expect(await status([5, 5, 5, 5, 5], [3.9, 3.9, 3.9, 3.9, 3.9])).toBe("exceeds");
    expect(await status([5, 5, 5, 5, 5], [3.95, 3.95, 3.95, 3.95, 3.95])).toBe("on_track");
    expect(await status([5, 5, 5, 5, 5], [4.5, 4.5, 4.5, 4.5, 4.5])).toBe("improving");
    expect(await status([5, 5, 5, 5, 5], [6, 6, 6, 6, 6])).toBe("slipping");
    expect(await status([5, 5, 5, 5, 7], [6, 6, 6, 6, 6])).toBe("off_track");
  });
  it("puts a person above target who is faster throughout", async () => {
    const {rows} = await given(
      {handoffs: times(8, (index) => took(now, 1 + index / 10, {sdr_id: "s1"}))},
      `${confirmed}targets: {days_to_sql: 4}`,
    );
    expect(await rows("days_to_sql", "sdr")).toMatchObject([{status: "above_target"}]);
    expect(await rows("days_to_sql")).toMatchObject([{status: "exceeds"}]);
  });
});

describe("a person's status", () => {
  const status = async (hits: number, n: number) => {
    const handoffs = times(n, (index) => shown(now, index < hits, {sdr_id: "s1", ae_id: "a1", pair_id: "s1|a1"}));
    const {rows} = await given({handoffs}, confirmed);
    const words = [];
    for (const scope of ["sdr", "ae", "pair"]) words.push((await rows("show_rate", scope))[0]!.status);
    expect(new Set(words).size).toBe(1);
    return words[0];
  };
  it("comes from the whole interval, never from the point", async () => {
    // Wilson, 90 %: 7 of 9 is 50–92 %, 45 of 50 is 81–95 %, 20 of 50 is 29–52 %.
    expect(await status(7, 9)).toBe("not_separable");
    expect(await status(45, 50)).toBe("above_target");
    expect(await status(20, 50)).toBe("below_target");
    expect(await status(4, 4)).toBe("too_few");
  });
});

describe("whether a change is more than noise", () => {
  const signal = async (handoffs: Given[], metric: string) => {
    const {db} = await given({handoffs, brief_fields: [{handoff_id: "h", field: "pain_primary", state: "filled"}]});
    const [row] = await db.rows<{is_change_signal: boolean | null}>(
      `select is_change_signal from marts.metrics where metric = '${metric}' and scope = 'company' and period = 'month' and period_start = '2026-04-01'`,
    );
    return row!.is_change_signal;
  };
  const rated = (at: string, ratings: number[]) => ratings.map((quality_score) => held(at, {quality_score}));
  it("is Newcombe's word for rates", async () => {
    expect(await signal(both(shown, 100, 71, 78), "show_rate")).toBe(false);
    expect(await signal(both(shown, 100, 60, 78), "show_rate")).toBe(true);
  });
  it("is Welch's word for means", async () => {
    // R: t.test(c(7,8,7,8,7), c(6,7,6,7,6), conf.level = 0.9) gives 0.36 to 1.64; with c(6,9,5,9,6) −1.38 to 2.18.
    expect(await signal([...rated(before, [6, 7, 6, 7, 6]), ...rated(now, [7, 8, 7, 8, 7])], "handoff_quality_score")).toBe(true);
    expect(await signal([...rated(before, [6, 9, 5, 9, 6]), ...rated(now, [7, 8, 7, 8, 7])], "handoff_quality_score")).toBe(
      false,
    );
    expect(await signal([...rated(before, [7, 7, 7, 7, 7]), ...rated(now, [8, 8, 8, 8, 8])], "handoff_quality_score")).toBe(true);
  });
  it("takes a handoff for one observation, however many fields it has", async () => {
    const brief = (at: string, hit: boolean) => held(at, {required_fields: 15, required_filled: hit ? 15 : 0});
    // 105 of 150 fields against 120 of 150 would be a signal; 7 of 10 handoffs against 8 of 10 is none.
    expect(await signal(both(brief, 10, 7, 8), "documentation_completeness")).toBe(false);
    expect(await signal(both(brief, 10, 1, 9), "documentation_completeness")).toBe(true);
  });
  it("is not said without enough on both sides", async () => {
    expect(await signal([...times(4, () => noShow(before)), ...times(20, () => held(now))], "show_rate")).toBeNull();
  });
});
