import {describe, expect, it} from "vitest";
import {given, held, lead, noShow, opportunity, type Given} from "./given.js";

const counts = (rows: {numerator: number | null; denominator: number | null; in_flight: number}[]) =>
  rows.map(({numerator, denominator, in_flight}) => [numerator, denominator, in_flight]);

describe("meeting to SQL", () => {
  const rate = async (handoffs: Given[], yaml?: string) =>
    counts(await (await given({handoffs}, yaml)).rows("meeting_to_sql_rate"));
  const at = "2026-06-01 10:00:00";

  it("counts an SQL on the last second of the fourteenth day, and not a second later", async () => {
    expect(await rate([held(at, {sql_at: "2026-06-15 10:00:00"}), held(at, {sql_at: "2026-06-15 10:00:01"})])).toEqual([
      [1, 2, 0],
    ]);
  });
  it("leaves a meeting in flight until its window is over, even when it is an SQL already", async () => {
    const late = "2026-06-16 12:00:01";
    expect(await rate([held(at), held(late, {sql_at: "2026-06-17 09:00:00"}), held("2026-06-16 12:00:00")])).toEqual([[0, 2, 1]]);
  });
  it("is judged by what the source of SQLs knows, not by the day of the build", async () => {
    const stale = "2026-06-14 00:00:00";
    expect(await rate([held("2026-05-01 10:00:00", {sql_at: "2026-05-03 10:00:00"}), held(at, {sql_known_at: stale})])).toEqual([
      [1, 1, 1],
    ]);
  });
  it("takes its window from the configuration", async () => {
    expect(
      await rate([held(at, {sql_at: "2026-06-06 10:00:00"}), held("2026-06-26 11:00:00")], "windows: {meeting_to_sql_rate: 4}"),
    ).toEqual([[0, 2, 0]]);
  });
  it("leaves out meetings that were not held", async () => {
    expect(await rate([held(at, {sql_at: at}), noShow(at), held(at, {outcome: "unknown", is_held: false})])).toEqual([[1, 1, 0]]);
  });
  it("has no value, and is there, while everything is in flight", async () => {
    const {rows} = await given({handoffs: [held("2026-06-29 10:00:00", {sql_at: "2026-06-29 11:00:00"})]});
    expect(await rows("meeting_to_sql_rate")).toMatchObject([
      {
        numerator: 0,
        denominator: 0,
        value: null,
        lower: null,
        upper: null,
        in_flight: 1,
        maturity: "too_few",
        status: "too_few",
        previous_value: null,
      },
    ]);
  });
});

describe("SQL to opportunity and to the win", () => {
  it("dates an SQL's opportunity by the SQL, 30 days long", async () => {
    const sql = (opportunity_at: string | null, sql_at = "2026-03-31 23:00:00") =>
      held("2026-03-20 10:00:00", {sql_at, opportunity_at});
    const {rows} = await given({
      handoffs: [sql("2026-04-30 23:00:00"), sql("2026-04-30 23:00:01"), sql(null), sql(null, "2026-06-10 00:00:00")],
    });
    expect(counts(await rows("sql_to_opportunity_rate"))).toEqual([[1, 3, 1]]);
    expect((await rows("sql_to_opportunity_rate", "company", "month")).map((row) => row.period_start)).toEqual([
      "2026-03-01",
      "2026-06-01",
    ]);
  });
  it("gives a meeting 44 days", async () => {
    const {rows} = await given({
      handoffs: [
        held("2026-03-01 10:00:00", {opportunity_at: "2026-04-14 10:00:00"}),
        held("2026-03-01 10:00:00", {opportunity_at: "2026-04-14 10:00:01"}),
      ],
    });
    expect(counts(await rows("meeting_to_opportunity_rate"))).toEqual([[1, 2, 0]]);
  });
  it("gives an opportunity 180 days to be won", async () => {
    const {rows} = await given({
      opportunities: [
        opportunity("2025-12-01 00:00:00", {won_at: "2026-05-30 00:00:00", is_won: true}),
        opportunity("2025-12-01 00:00:00", {won_at: "2026-05-31 00:00:00", is_won: true}),
        opportunity("2026-01-02 00:00:00", {won_at: "2026-01-05 00:00:00", is_won: true}),
        opportunity("2026-01-01 12:00:00"),
      ],
    });
    expect(counts(await rows("opportunity_to_win_rate"))).toEqual([[1, 3, 1]]);
  });
});

describe("the AE's part", () => {
  const at = "2026-06-15 10:00:00";
  const due = "2026-06-17 17:00:00";

  it("counts feedback given by the deadline, the first answer deciding", async () => {
    const answered = (feedback_first_at: string | null, row: Given = {}) =>
      held(at, {feedback_first_at, feedback_due_at: due, ...row});
    const {rows} = await given({
      handoffs: [
        answered(due),
        answered("2026-06-17 17:00:01"),
        answered(null),
        answered(null, {feedback_known_at: "2026-06-17 16:59:59"}),
      ],
    });
    expect(counts(await rows("feedback_response_rate"))).toEqual([[1, 3, 1]]);
  });
  it("counts acceptance by the deadline; a rejection waits for the deadline like anything else", async () => {
    const decided = (row: Given) => held(at, {acceptance_due_at: due, ...row});
    const {rows} = await given({
      handoffs: [
        decided({accepted_at: due, time_to_accept_hours: 15}),
        decided({accepted_at: "2026-06-18 09:00:00", time_to_accept_hours: 16}),
        decided({}),
      ],
    });
    expect(counts(await rows("acceptance_rate"))).toEqual([[1, 3, 0]]);
    expect(await rows("time_to_accept_hours")).toMatchObject([{numerator: null, denominator: 1, value: 15, lower: null}]);
  });
  it("asks for acceptance of everything handed off where the order of stages says so", async () => {
    const early = {
      handed_off_at: "2026-05-31 10:00:00",
      acceptance_due_at: "2026-06-02 17:00:00",
      accepted_at: "2026-06-01 09:00:00",
    };
    const {rows} = await given(
      {
        handoffs: [
          noShow(at, early),
          held(at, {...early, accepted_at: null}),
          held(at, {accepted_at: at}),
          held(at, {...early, outcome: "our_side", is_held: false}),
        ],
      },
      "stage_order: [lead, booked, accepted, held, sql, opportunity, won]",
    );
    expect(counts(await rows("acceptance_rate"))).toEqual([[1, 2, 0]]);
    expect(await rows("acceptance_rate", "company", "month")).toMatchObject([{period_start: "2026-05-01"}]);
  });
  it("averages the ratings of meetings held", async () => {
    const {rows} = await given({
      handoffs: [held(at, {quality_score: 8}), held(at, {quality_score: 6.5}), held(at), noShow(at, {quality_score: 1})],
    });
    expect(await rows("handoff_quality_score")).toMatchObject([{numerator: 14.5, denominator: 2, value: 7.25, in_flight: 0}]);
  });
  it("splits the answers on qualification", async () => {
    const {rows} = await given({
      handoffs: ["full", "full", "partial", "not", null].map((qualification_accuracy) => held(at, {qualification_accuracy})),
    });
    expect(counts(await rows("qualification_accuracy"))).toEqual([[2, 4, 0]]);
    expect(counts(await rows("partially_qualified_rate"))).toEqual([[1, 4, 0]]);
  });
  it("holds a forecast of yes or no against what came of it within 44 days", async () => {
    const said = (will_advance: string, opportunity_at: string | null, meetingAt = "2026-03-01 10:00:00") =>
      held(meetingAt, {will_advance, opportunity_at});
    const {rows} = await given({
      handoffs: [
        said("yes", "2026-04-14 10:00:00"), said("yes", "2026-04-15 10:00:00"), said("no", null), said("no", "2026-03-05 10:00:00"),
        said("maybe", null), said("no", null, "2026-06-01 10:00:00"),
      ],
    }); // prettier-ignore
    expect(counts(await rows("advance_forecast_accuracy"))).toEqual([[2, 4, 1]]);
  });
});

describe("meetings and briefs", () => {
  const at = "2026-06-15 10:00:00";
  it("shows who came, of those held or missed by the prospect", async () => {
    const other = (outcome: string) => held(at, {outcome, is_held: false});
    const {rows} = await given({
      handoffs: [held(at), held(at), noShow(at), ...["canceled", "pending", "our_side", "unknown"].map(other)],
    });
    expect(counts(await rows("show_rate"))).toEqual([[2, 3, 0]]);
  });
  it("dates the first slot's rate by the first slot", async () => {
    const slot = {is_first_slot_counted: true, first_slot_at: "2026-05-31 10:00:00"};
    const {rows} = await given({
      handoffs: [held(at, {...slot, is_first_slot_held: true}), held(at, slot), held(at, {first_slot_at: at})],
    });
    expect(await rows("first_slot_show_rate", "company", "month")).toMatchObject([
      {period_start: "2026-05-01", numerator: 1, denominator: 2},
    ]);
  });
  it("adds up required fields, and weights, of handoffs held or no-show", async () => {
    const brief = (filled: number, weight: number) => ({
      required_fields: 15,
      required_filled: filled,
      total_weight: 30.5,
      filled_weight: weight,
      is_fully_documented: filled === 15,
    });
    const {rows} = await given({
      handoffs: [
        held(at, brief(15, 30)),
        noShow(at, brief(9, 9.25)),
        held(at, {...brief(0, 0), outcome: "canceled", is_held: false}),
      ],
      brief_fields: [{handoff_id: "h1", field: "pain_primary", state: "filled"}],
    });
    expect(await rows("documentation_completeness")).toMatchObject([
      {numerator: 24, denominator: 30, value: 0.8, maturity: "too_few"},
    ]);
    expect(counts(await rows("weighted_documentation"))).toEqual([[39.25, 61, 0]]);
    expect(counts(await rows("fully_documented_rate"))).toEqual([[1, 2, 0]]);
  });
  it("takes the lead time over complete briefs alone", async () => {
    const lead_time = (hours: number | null) =>
      held(at, {
        required_fields: 15,
        is_judged_late: false,
        is_brief_on_time: (hours ?? 0) >= 24,
        brief_lead_time_hours: hours,
        brief_completed_at: at,
      });
    const {rows} = await given({
      handoffs: [30, 2, null].map(lead_time),
      brief_fields: [{handoff_id: "h1", field: "pain_primary", state: "not_disclosed"}],
    });
    expect(counts(await rows("brief_on_time_rate"))).toEqual([[1, 3, 0]]);
    expect(await rows("brief_lead_time_hours")).toMatchObject([{numerator: null, denominator: 2, value: 16}]);
  });
  it("counts touches before the first booking, dated by it, whatever came of the meeting", async () => {
    const touched = (touches_to_meeting: number, outcome = "held") =>
      held(at, {touches_to_meeting, outcome, booked_at: "2026-05-20 10:00:00"});
    const {rows} = await given({handoffs: [touched(4), touched(7), touched(0, "canceled")]});
    expect(await rows("touches_to_meeting", "company", "month")).toMatchObject([
      {period_start: "2026-05-01", value: 4, denominator: 3},
    ]);
  });
});

describe("leads", () => {
  const touched = (first_touch_at: string, row: Given = {}) => lead({created_at: "2026-04-30 20:00:00", first_touch_at, ...row});
  it("sets meetings booked against conversations, without an interval", async () => {
    const talked = (meetings_booked: number) => lead({conversation_at: "2026-06-01 10:00:00", meetings_booked});
    const {rows} = await given({leads: [talked(2), talked(1), talked(0), talked(0), lead({meetings_booked: 1})]});
    expect(await rows("meeting_booking_rate")).toMatchObject([
      {numerator: 3, denominator: 4, value: 0.75, lower: null, upper: null},
    ]);
  });
  it("gives a worked lead 30 days to be qualified", async () => {
    const {rows} = await given({
      leads: [
        touched("2026-05-01 08:00:00", {qualified_at: "2026-05-31 08:00:00"}), touched("2026-05-01 08:00:00", {qualified_at: "2026-05-31 08:00:01"}),
        touched("2026-06-20 08:00:00", {qualified_at: "2026-06-21 08:00:00"}), lead({created_at: "2026-05-01 08:00:00"}),
      ],
    }); // prettier-ignore
    expect(counts(await rows("lead_qualification_rate"))).toEqual([[1, 2, 1]]);
  });
  it("splits speed to lead where the assignment is known, over the same leads and months", async () => {
    const {rows} = await given({leads: [touched("2026-05-01 08:00:00", {assigned_at: "2026-04-30 21:30:00"})]});
    const month = async (metric: Parameters<typeof rows>[0]) =>
      (await rows(metric, "company", "month")).map((row) => [row.period_start, row.value]);
    expect(await month("speed_to_lead_hours")).toEqual([["2026-04-01", 12]]);
    expect(await month("created_to_assigned_hours")).toEqual([["2026-04-01", 1.5]]);
    expect(await month("assigned_to_touched_hours")).toEqual([["2026-04-01", 10.5]]);
  });
});
