import {expect, it} from "vitest";
import {readColumns} from "../../pipeline/refresh/figures.js";
import {csv, ingestFiles} from "../ingest/given-files.js";

const HEAD = "handoff_id,sdr_id,account_id,meeting_at";

it("columns are those of the newest export of each kind, and filled where enough rows have something in them", async () => {
  const old = csv(`${HEAD},next_steps,segment`, "1,s,a,2026-03-02T10:00,call,", "2,s,a,2026-03-03T10:00,write,EMEA");
  const {db} = await ingestFiles(
    {
      "in/2026-03-04/handoffs.csv": old,
      "in/2026-03-05/handoffs.csv": csv(`${HEAD},next_steps`, "3,s,a,2026-03-04T10:00,"),
      "in/2026-03-04/accounts.csv": csv("account_id,name", "a,Acme"),
      // What nothing dates is of no time before another.
      "more/handoffs.csv": csv(`${HEAD},segment`, "4,s,a,2026-03-04T11:00,EMEA"),
    },
    "sources:\n  - {name: crm, files: in/*/*.csv}\n  - {name: sheet, files: more/*.csv}\n",
  );
  const columns = await readColumns(db, 2);
  const tell = (source: string, entity: string) =>
    columns
      .filter((column) => column.source === source && column.entity === entity)
      .map(({column, files, is_filled}) => `${column} ${files} ${is_filled}`);
  expect(tell("crm", "handoffs")).toEqual(["account_id 1 true", "handoff_id 1 true", "meeting_at 1 true", "next_steps 1 true", "sdr_id 1 true"]); // prettier-ignore
  expect(tell("crm", "accounts")).toEqual(["account_id 1 false", "name 1 false"]);
  expect(tell("sheet", "handoffs")).toContain("segment 1 false");
});

it("a column of a small export is filled where half of its rows are, and more than two", async () => {
  const people = (teams: string[]) => csv("person_id,team", ...teams.map((team, n) => `p${n},${team}`));
  const isFilled = async (teams: string[]) => {
    const {db} = await ingestFiles({"people.csv": people(teams)});
    return (await readColumns(db, 50)).find(({column}) => column === "team")!.is_filled;
  };
  expect(await isFilled(["North", "North", "South", "", "", ""])).toBe(true);
  expect(await isFilled(["North", "South", "", "", ""])).toBe(false);
  expect(await isFilled(["North", "South"])).toBe(false);
});
