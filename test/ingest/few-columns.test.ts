import {expect, test} from "vitest";
import {counts, csv, ingestFiles} from "./given-files.js";

test("handoffs may name the prospect by the account alone", async () => {
  const {file} = await ingestFiles({
    "handoffs.csv": csv("sdr_id,account_id,meeting_at", "s,a,2026-03-02T10:00", "s,b,2026-03-02T10:00", "s,a,2026-03-09T10:00"),
  });
  expect(counts(file())).toEqual([3, 3, 0, 0, 0]);
});

test("handoffs may name no prospect at all, and are known by their headers under any file name", async () => {
  const {file} = await ingestFiles({
    "x1.csv": csv("meeting_status,meeting_at,sdr_id", "held,2026-03-02T10:00,s", "no_show,2026-03-03T10:00,s"),
  });
  expect(file().entity).toBe("handoffs");
  expect(counts(file())).toEqual([2, 2, 0, 0, 0]);
});

test("a handoff with a blank contact loads beside one that names it", async () => {
  const {file, rejects} = await ingestFiles({
    "handoffs.csv": csv(
      "sdr_id,account_id,contact_id,meeting_at",
      "s,a,k,2026-03-02T10:00",
      "s,b,,2026-03-02T10:00",
      "s,b,,2026-03-02T10:00",
    ),
  });
  expect(counts(file())).toEqual([3, 2, 1, 0, 0]);
  expect((await rejects()).filter((entry) => entry.includes("row"))).toEqual([]);
});
