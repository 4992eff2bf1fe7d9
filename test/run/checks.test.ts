import {beforeAll, describe, expect, test} from "vitest";
import type {Database} from "../../pipeline/db.js";
import {checkModels} from "../../pipeline/run/checks.js";
import {given} from "../models/given.js";

describe("checks", () => {
  let db: Database;
  beforeAll(async () => {
    const slots = [1, 2, 3, 4, 5, 6].map((number) => ({
      handoff_id: `h${number}`,
      meeting_id: `m${number}`,
      meeting_at: `2026-09-0${number} 10:00:00`,
      meeting_status: "held",
    }));
    db = await given({handoffs: slots});
  });

  test("hold on what the models make", async () => {
    expect(await checkModels(db)).toEqual([]);
  });

  test("name each failing model and show at most five of its rows, all failures at once", async () => {
    await db.run(
      "insert into marts.slots select * from marts.slots; update raw.files set merged = 1; update marts.handoffs set sdr_id = 'nobody' where handoff_id = 'h1'",
    );
    const failures = await checkModels(db);
    expect(failures.map(({where, what}) => `${where}: ${what.split(";")[0]}`)).toEqual([
      "marts.slots: key handoff_id, slot_number is not unique",
      "marts.handoffs: sdr_id leads to no row of marts.people",
      "marts.slots: rows differ from staging.stg_handoffs: every meeting is one slot",
      "marts.slots: a handoff has not exactly one decisive slot",
      "raw.files: rows read are not loaded + merged + rejected + set aside",
    ]);
    expect(failures[0]!.rows).toHaveLength(5);
    expect(failures[1]!.rows).toEqual([{sdr_id: "nobody"}]);
    expect(failures[2]!.rows).toEqual([{rows: 12, expected: 6}]);
  });

  test("see a key that is null", async () => {
    await db.run("update marts.people set person_id = null");
    const failures = await checkModels(db);
    expect(failures.map(({where, what}) => `${where}: ${what.split(";")[0]}`)).toContain("marts.people: key person_id is null");
  });
});
