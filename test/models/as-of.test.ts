import {describe, expect, test} from "vitest";
import {writeRecordAsOf} from "../../pipeline/models/intermediate/record-as-of.js";
import {givenAsAsked as given} from "./as-asked.js";
import type {Cells} from "./given.js";

const people = ["ann", "ben", "cid"].map((id) => ({person_id: id, name: `${id} Orr`, email: `${id}@example.com`}));
const opportunity = (owner_id: string | null): Cells => ({opportunity_id: "o1", owner_id, created_at: "2026-08-01 10:00:00"});
const exported = (day: string, owner: string | null, columns?: string[]) => ({
  rows: [opportunity(owner)],
  exported_at: `2026-09-${day} 06:00:00`,
  columns,
});
const change = (day: string, old_value: string, new_value: string): Cells => ({
  entity: "opportunities", record_id: "o1", field: "owner_id", changed_at: `2026-09-${day} 10:00:00`, old_value, new_value,
}); // prettier-ignore

describe("what a record said at a moment", () => {
  const files = [exported("10", "ann"), exported("20", "ben"), exported("25", "zed", ["opportunity_id"]), exported("30", null, ["opportunity_id", "owner_id"])]; // prettier-ignore
  const ask = async (day: string, history: Cells[] = []) => {
    const db = await given({people, opportunities: files, field_changes: history});
    const rows = `select row_key, 'o1' as record_id, timestamp '2026-09-${day} 12:00:00' as moment from staging.stg_opportunities`;
    const [row] = await db.rows<{value: string | null; told_by: string}>(writeRecordAsOf("opportunities", "owner_id", rows));
    return `${row!.value} by ${row!.told_by}`;
  };

  test("is told by the newest export made by then that has the column, else by the first made later", async () => {
    expect(await ask("15")).toBe("ann by export");
    expect(await ask("27")).toBe("ben by export");
    expect(await ask("05")).toBe("ann by later");
  });

  test("is blank where that export emptied it", async () => {
    expect(await ask("30")).toBe("null by export");
  });

  test("is told by the field's own history first: the last new value by then, else the old value of the next change", async () => {
    expect(await ask("15", [change("14", "ann", "cid")])).toBe("cid by history");
    expect(await ask("15", [change("16", "cid", "ann")])).toBe("cid by history");
  });
});

describe("a record that changed hands", () => {
  const read = async (entities: Parameters<typeof given>[0]) =>
    (await given({people, ...entities})).rows(
      "select entity, record_id, from_id, to_id from intermediate.int_reassignments order by all",
    );

  test("is told by exports one after the other", async () => {
    expect(await read({opportunities: [exported("10", "ann"), exported("20", "ben")]})).toEqual([
      {entity: "opportunities", record_id: "o1", from_id: "ann", to_id: "ben"},
    ]);
  });

  test("is told by field history, which may name people by name or e-mail", async () => {
    expect(
      await read({opportunities: [opportunity("ben")], field_changes: [change("05", "Ann Orr", "ben@example.com")]}),
    ).toEqual([{entity: "opportunities", record_id: "o1", from_id: "ann", to_id: "ben"}]);
  });

  test("is a meeting's AE too, and not one that came back to whom it was first", async () => {
    const meeting = (ae_id: string) => ({meeting_id: "m1", ae_id, meeting_at: "2026-09-09 10:00:00"});
    const file = (day: string, ae: string) => ({rows: [meeting(ae)], exported_at: `2026-09-${day} 06:00:00`});
    expect(await read({handoffs: [file("10", "ann"), file("20", "ben")]})).toEqual([
      {entity: "handoffs", record_id: "m1", from_id: "ann", to_id: "ben"},
    ]);
    expect(await read({handoffs: [file("10", "ann"), file("20", "ben"), file("21", "ann")]})).toEqual([]);
  });
});
