import {describe, expect, it} from "vitest";
import {METRIC_NAMES} from "../../pipeline/contract/metrics.js";
import {findAbsentMetrics} from "../../pipeline/metrics/index.js";
import {given, held, times} from "./given.js";

const at = "2026-04-10 10:00:00";
const absentFrom = async (...args: Parameters<typeof given>) => {
  const computed = await given(...args);
  return {...computed, absent: Object.fromEntries((await findAbsentMetrics(computed.db)).map(({metric, why}) => [metric, why]))};
};

describe("a metric is absent, never zero,", () => {
  it("when nothing at all was exported", async () => {
    const {absent, db} = await absentFrom({});
    expect(Object.keys(absent)).toHaveLength(METRIC_NAMES.length);
    expect(await db.rows("select * from marts.metrics")).toEqual([]);
  });
  it("when its stage has no data, and says what to supply", async () => {
    const {absent, rows} = await absentFrom({handoffs: [held(at)]});
    expect(absent.meeting_to_sql_rate).toContain("handoffs.sql_at");
    expect(await rows("meeting_to_sql_rate")).toEqual([]);
    expect(await rows("show_rate")).toHaveLength(1);
    expect(absent).not.toHaveProperty("show_rate");
  });
  it("when the source of feedback is missing; an empty one is a silence of AEs", async () => {
    const handoff = held(at, {feedback_due_at: "2026-04-14 17:00:00"});
    const without = await absentFrom({handoffs: [{...handoff, feedback_known_at: null}]});
    expect(without.absent.feedback_response_rate).toContain("feedback");
    const silent = await absentFrom({handoffs: [handoff]});
    expect(await silent.rows("feedback_response_rate")).toMatchObject([{numerator: 0, denominator: 1}]);
  });
  it("when nothing of the brief itself was exported, whatever the accounts say", async () => {
    const handoffs = [held(at, {required_fields: 2, required_filled: 1})];
    const {absent} = await absentFrom({handoffs, brief_fields: [{handoff_id: "h", field: "company", state: "filled"}, {handoff_id: "h", field: "pain_primary", state: "missing"}]}); // prettier-ignore
    expect(absent.documentation_completeness).toContain("Handoff Brief");
  });
  it("when every brief was judged by a later export: then nobody can say that one was late", async () => {
    const brief = {required_fields: 2, required_filled: 2, is_brief_on_time: false};
    const brief_fields = [{handoff_id: "h", field: "pain_primary", state: "filled"}];
    const late = await absentFrom({handoffs: [held(at, {...brief, is_judged_late: true})], brief_fields});
    expect(late.absent.brief_on_time_rate).toContain("brief_updated_at");
    expect(await late.rows("fully_documented_rate")).toHaveLength(1);
    const known = await absentFrom({handoffs: [held(at, {...brief, is_judged_late: false})], brief_fields});
    expect(await known.rows("brief_on_time_rate")).toMatchObject([{numerator: 0, denominator: 1}]);
  });
  it("when AEs' decisions are not recorded; rejections alone are decisions", async () => {
    const handoff = held(at, {acceptance_due_at: "2026-04-14 17:00:00"});
    expect((await absentFrom({handoffs: [handoff]})).absent.acceptance_rate).toContain("handoffs.accepted_at");
    const {rows} = await absentFrom({handoffs: [{...handoff, rejected_at: at}]});
    expect(await rows("acceptance_rate")).toMatchObject([{numerator: 0, denominator: 1}]);
  });
  it("when most opportunities exist before the meeting; the page says to name the stage", async () => {
    const linked = (before: boolean) => held(at, {sql_at: at, opportunity_at: at, is_opportunity_before_meeting: before});
    const half = await absentFrom({handoffs: [linked(true), linked(false)]});
    expect(await half.rows("sql_to_opportunity_rate")).toHaveLength(1);
    const most = [...times(2, () => linked(true)), linked(false)];
    const {absent, rows} = await absentFrom({handoffs: most});
    expect(absent.sql_to_opportunity_rate).toContain("stages.opportunity");
    expect(await rows("meeting_to_opportunity_rate")).toHaveLength(1);
    const named = await absentFrom({handoffs: most}, "stages: {opportunity: {stage: Discovery}}");
    expect(await named.rows("sql_to_opportunity_rate")).toHaveLength(1);
  });
});
