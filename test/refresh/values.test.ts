import {expect, it} from "vitest";
import {compareValues} from "../../pipeline/refresh/compare-values.js";
import {readValues, type ValueCount} from "../../pipeline/refresh/values.js";
import {given} from "../models/given.js";

const status = (value: string | null, records: number): ValueCount => ({entity: "handoffs", column: "meeting_status", value, records}); // prettier-ignore

it("records are counted by their values where a column has few, those without one too", async () => {
  const meeting = {sdr_id: "s", account_id: "a", meeting_at: "2026-09-02 10:00:00"};
  const db = await given({
    handoffs: [
      {...meeting, handoff_id: "1", meeting_status: "held", segment: "EMEA", next_steps: "call"},
      {...meeting, handoff_id: "2", meeting_status: "held", segment: null, next_steps: "write"},
      {...meeting, handoff_id: "3", meeting_status: "no_show", segment: "EMEA", next_steps: null},
    ],
  });
  const values = (await readValues(db, ["handoffs"])).filter(({column}) =>
    ["meeting_status", "segment", "next_steps"].includes(column),
  );
  const tell = values.map(({entity, column, value, records}) => `${entity}.${column} ${value} ${records}`);
  expect(tell).toEqual(["handoffs.meeting_status held 2", "handoffs.meeting_status no_show 1", "handoffs.segment EMEA 2", "handoffs.segment null 1"]); // prettier-ignore
});

it("a value that more records have than had it is told, and no growth of all alike, no few and no chance", () => {
  const before = [status("held", 1000), status("no_show", 300), status(null, 20)];
  expect(compareValues(before, [status("held", 800), status("no_show", 500), status(null, 20)], 50)).toEqual([
    {what: 'handoffs.meeting_status "held"', before: 1000, after: 800},
    {what: 'handoffs.meeting_status "no_show"', before: 300, after: 500},
  ]);
  expect(compareValues(before, [status("Held", 1000), status("no_show", 300), status(null, 20)], 50)).toEqual([
    {what: 'handoffs.meeting_status "held"', before: 1000, after: 0},
    {what: 'handoffs.meeting_status "Held"', before: 0, after: 1000},
  ]);
  expect(compareValues(before, [status("held", 1100), status("no_show", 330), status(null, 22)], 50)).toEqual([]);
  expect(compareValues([status("held", 60), status("no_show", 20)], [status("held", 20), status("no_show", 60)], 50)).toEqual([]);
  expect(compareValues([status("held", 1000), status("no_show", 1000)], [status("held", 970), status("no_show", 1030)], 20)).toEqual([]); // prettier-ignore
  // A kind of export that is gone has other lines.
  expect(compareValues(before, [], 50)).toEqual([]);
});
