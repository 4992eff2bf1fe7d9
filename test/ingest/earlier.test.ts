import {expect, test} from "vitest";
import {
  describeFiles,
  describeVersions,
  listGrowing,
  listStaying,
  readEarlier,
  writeVersions,
} from "../../pipeline/ingest/earlier.js";
import {createTables} from "../../pipeline/ingest/tables.js";
import type {FileReport} from "../../pipeline/ingest/types.js";
import type {EntityName} from "../../pipeline/contract/entities.js";
import {openDatabase} from "../../pipeline/db.js";

const file = (file_id: number, entity: EntityName, exported_at = "2026-09-01 06:00:00") =>
  ({file_id, entity, exported_at, source_index: 0}) as FileReport;
const entriesOf = (files: readonly FileReport[], told: Record<number, string> = {}) =>
  new Map(files.map(({file_id}) => [file_id, told[file_id] ?? `entry ${file_id}`]));

test("rows that stand in a table as their exports have them stay there, those of newer exports come to them, until one of their own is gone, read otherwise or stands for something else", async () => {
  const db = await openDatabase();
  try {
    await createTables(db);
    const before = [file(1, "activities"), file(2, "calls"), file(3, "accounts"), file(4, "feedback")];
    const entries = entriesOf(before);
    // In feedback an e-mail was replaced by an id.
    await writeVersions(db, describeVersions(before, entries), describeFiles(before, entries), (name) => name !== "feedback");
    const earlier = await readEarlier(db);
    const grow = (files: readonly FileReport[], told?: Record<number, string>) => [...listGrowing(earlier, describeFiles(files, entriesOf(files, told))).entries()].map(([name, held]) => [name, ...held]); // prettier-ignore
    const more = [...before, file(5, "activities"), file(6, "accounts"), file(7, "feedback")];
    expect(grow(more)).toEqual([["activities", 1], ["calls", 2]]); // prettier-ignore
    // By an account that came others may be found: no table is sure to be the same.
    expect([...listStaying(earlier, describeVersions(more, entriesOf(more)))]).not.toContain("activities");
    expect(grow(more, {1: "blanked since"})).toEqual([["calls", 2]]);
    expect(grow(more.map((each) => (each.file_id === 1 ? file(1, "activities", "2026-09-02 06:00:00") : each)))).toEqual([["calls", 2]]); // prettier-ignore
    expect(grow(more.slice(2))).toEqual([]);
  } finally {
    db.close();
  }
});
