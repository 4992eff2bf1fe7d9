import {expect, it} from "vitest";
import type {DocumentationData} from "../../pipeline/contract/datasets.js";
import {newcombeDifference, wilson} from "../../pipeline/stats/proportion.js";
import type {Cells} from "../models/given.js";
import {published} from "./published.js";

const SETTINGS = {
  brief: [{field: "pain_primary"}],
  qualification: [{criterion: "pain"}, {criterion: "active_evaluation"}],
  readiness: [],
};
let number = 0;
const met = (more: Cells): Cells => ({
  handoff_id: `h${++number}`, contact_id: `c${number}`, sdr_id: "p-ada", meeting_at: "2026-09-01 10:00:00", meeting_status: "held",
  pain_primary: "Slow", active_evaluation: true, ...more,
}); // prettier-ignore
const sql = {sql_at: "2026-09-02 10:00:00"};

it("counts each criterion for company, team and SDR, and sets compliant handoffs beside the others on mature members only", async () => {
  const site = await published(
    {
      people: [
        {person_id: "p-ada", name: "Ada Osei", role: "sdr", team: "North"},
        {person_id: "p-bo", name: "Bo Lind", role: "sdr", team: "North"},
      ],
      handoffs: [
        met(sql), met(sql), met({}),
        met({...sql, pain_primary: "tbd"}), met({pain_primary: ""}), met({active_evaluation: null, sdr_id: "p-bo"}),
        // Missed, too young, and cancelled.
        met({meeting_status: "no_show", active_evaluation: false}), met({...sql, meeting_at: "2026-10-01 10:00:00"}),
        met({meeting_status: "canceled", canceled_by: "us"}),
      ],
    },
    SETTINGS,
  ); // prettier-ignore
  const [part, ...rest] = site.json<DocumentationData>("documentation.json").checklists;
  expect(rest).toEqual([]);
  expect(part).toMatchObject({
    checklist: "qualification",
    handoffs: 8,
    all_met: 4,
    criteria: [
      {criterion: "pain", label: "Specific pain named", group: "Need", letter: "N", met: 6, not_met: 2, unknown: 0},
      {criterion: "active_evaluation", letter: "T", met: 6, not_met: 1, unknown: 1},
    ],
  });
  expect(part!.groups.map(({scope, name, handoffs, all_met}) => [scope, name, handoffs, all_met])).toEqual([
    ["team", "North", 8, 4],
    ["sdr", "Ada Osei", 7, 4],
    ["sdr", "Bo Lind", 1, 0],
  ]);
  const {all_met, others, difference} = part!.comparison!;
  expect(all_met).toMatchObject({numerator: 2, denominator: 3, in_flight: 1, lower: expect.closeTo(wilson(2, 3)!.lower, 5)});
  expect(others).toMatchObject({numerator: 1, denominator: 3, in_flight: 0});
  const expected = newcombeDifference({successes: 2, n: 3}, {successes: 1, n: 3})!;
  expect(difference!.lower).toBeCloseTo(expected.lower, 5);
  expect(difference!.upper).toBeCloseTo(expected.upper, 5);
});
