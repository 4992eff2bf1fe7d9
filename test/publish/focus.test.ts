import {describe, expect, it} from "vitest";
import type {SdrData} from "../../pipeline/contract/datasets.js";
import type {Cells} from "../models/given.js";
import {published} from "./published.js";

const AS_OF = "2026-10-05T00:00:00Z";
const CONFIG = {as_of: AS_OF, min_n: 2, brief: [{field: "budget", required: true}, {field: "timeline", required: true}, {field: "champion", required: false}]}; // prettier-ignore

/** A meeting of an SDR, held at ten on the day. */
let rows = 0;
const held = (sdr_id: string, day: string, filled: Cells = {}): Cells => ({
  handoff_id: `h${++rows}`,
  sdr_id,
  meeting_at: `${day} 10:00:00`,
  meeting_status: "held",
  ...filled,
});
const person = (person_id: string): Cells => ({person_id, name: `Person ${person_id}`, role: "sdr", team: "North"});
const sdrOf = async (handoffs: Cells[], slug = "person-ada", people: Cells[] = []) =>
  (await published({people: [person("ada"), ...people], handoffs}, CONFIG)).json<SdrData>(`sdr/${slug}.json`);
const focusOf = async (...given: Parameters<typeof sdrOf>) => (await sdrOf(...given)).focus;

describe("the one thing of an SDR", () => {
  it("is the required field most often missing in the last 90 days, however it was before", async () => {
    const focus = await focusOf([
      // In spring the timeline was always missing, in September the budget.
      ...["2026-04-01", "2026-04-02", "2026-04-03", "2026-04-07"].map((day) => held("ada", day, {budget: "50k"})),
      held("ada", "2026-09-01", {timeline: "Q4"}),
      held("ada", "2026-09-02", {timeline: "Q4", budget: "50k"}),
      held("ada", "2026-09-03", {timeline: "Q4"}),
    ]);
    expect(focus).toMatchObject({field: "budget", period: "trailing_90d", filled: 1, judged: 3});
    expect(focus!.months.map(({month, filled, judged}) => [month, filled, judged])).toEqual([
      ["2026-04-01", 4, 4],
      ["2026-09-01", 1, 3],
    ]);
  });
  it("is chosen by the year where the last 90 days hold too few", async () => {
    const focus = await focusOf([
      held("ada", "2026-03-02", {budget: "50k"}),
      held("ada", "2026-03-03", {budget: "50k"}),
      held("ada", "2026-09-03", {timeline: "Q4"}),
    ]);
    expect(focus).toMatchObject({field: "timeline", period: "year", filled: 1, judged: 3});
  });
  it("is nothing where nothing is missing, and where too little is judged", async () => {
    const full = {budget: "50k", timeline: "Q4"};
    const complete = [held("ada", "2026-09-01", full), held("ada", "2026-09-02", full)];
    expect(await sdrOf(complete)).toMatchObject({focus: null, no_focus: "none_missing"});
    expect(await sdrOf([held("ada", "2026-09-01")])).toMatchObject({focus: null, no_focus: "too_few"});
  });
  it("is never a field that the brief can do without", async () => {
    const full = {budget: "50k", timeline: "Q4"};
    const focus = await focusOf([held("ada", "2026-09-01", full), held("ada", "2026-09-02", {...full, timeline: "tbd"})]);
    expect(focus!.field).toBe("timeline");
  });
});

describe("colleagues beside it", () => {
  const others = (count: number) => Array.from({length: count}, (_, index) => `s${index}`);
  const handoffs = (count: number) => [
    held("ada", "2026-09-01", {timeline: "Q4"}),
    held("ada", "2026-09-02", {timeline: "Q4"}),
    // The nth of n others has a budget in n of twenty briefs.
    ...others(count).flatMap((sdr, index) =>
      Array.from({length: 20}, (_, place) => held(sdr, "2026-09-03", {timeline: "Q4", ...(place < index && {budget: "50k"})})),
    ),
  ];
  it("are a sum over five others at least, the reader not counted", async () => {
    expect((await focusOf(handoffs(4), "person-ada", others(4).map(person)))!.colleagues).toBeNull();
    // 0 + 1 + 2 + 3 + 4 of 100.
    expect((await focusOf(handoffs(5), "person-ada", others(5).map(person)))!).toMatchObject({
      colleagues: {of: "team", people: 5, filled: 10, judged: 100},
      band: null,
    });
  });
  it("are those of today's team over the same 90 days, and never what they wrote before", async () => {
    const spring = others(5).map((sdr) => held(sdr, "2026-04-01", {timeline: "Q4", budget: "50k"}));
    const moved = held("moved", "2026-09-03", {timeline: "Q4", budget: "50k"});
    const people = [...others(5).map(person), {...person("moved"), team: "South"}];
    // As above: neither the five briefs of spring nor those of another team are among the hundred.
    expect((await focusOf([...handoffs(5), ...spring, moved], "person-ada", people))!.colleagues).toEqual({
      of: "team",
      people: 5,
      filled: 10,
      judged: 100,
    });
  });
  it("have a middle half from twenty of them on", async () => {
    const focus = (await focusOf(handoffs(21), "person-ada", others(21).map(person)))!;
    // Shares 0, 5, …, 100 %: a quarter of the way, and three.
    expect(focus.band).toEqual({people: 21, lower: 0.25, upper: 0.75});
  });
});
