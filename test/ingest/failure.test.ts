import {expect, it} from "vitest";
import {IngestError} from "../../pipeline/ingest/failure.js";

it("what stops every table of a database is told once", () => {
  const held = {
    title: "crm.duckdb: is held by another process that writes to it\n  → build when that has ended, or name a copy",
    problems: [],
  };
  const other = {title: "a.csv: is empty, not even a header", problems: []};
  const stops = [{...held, path: "crm.duckdb/leads"}, {...held, path: "crm.duckdb/handoffs"}, other];
  expect(new IngestError(stops, [], []).message).toBe(`${held.title}\n${other.title}`);
});
