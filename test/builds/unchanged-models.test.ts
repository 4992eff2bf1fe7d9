import {readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {fillWarehouse} from "../../pipeline/build-data.js";
import {buildData} from "../../pipeline/build.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {putBriefs} from "../../pipeline/publish/brief/shelve.js";
import {openShelf} from "../../pipeline/publish/write.js";
import type {Progress} from "../../pipeline/progress.js";
import {openSmall} from "../open-small.js";
import {givenCompany, HANDOFFS, type Company} from "./given-company.js";

const ACTIVITIES = `activity_id,actor_id,account_id,channel,direction,occurred_at
t1,ann,a1,call,out,2026-08-20T10:00:00Z
t2,ann,a2,email,out,2026-08-21T10:00:00Z
`;
const FEEDBACK = `feedback_id,submitted_at,handoff_id,ae_id,quality_score,missing
f1,2026-09-02T10:00:00Z,h1,bob,8,budget
`;

async function build(company: Company): Promise<{made: string[]; kept: string[]}> {
  const [made, kept]: [string[], string[]] = [[], []];
  const progress: Progress = {
    begin() {},
    end() {},
    item: (step, {name, isKept}) => step === "models" && (isKept ? kept : made).push(name),
  };
  await buildData(company.config(), company.workspace, {progress});
  return {made, kept};
}

// What is known when follows from the dates of all exports: they stay the same here, so that nothing else moves. No export tells of a brief.
const CONFIG = `company: Small Ltd
brief: [{field: budget}, {field: champion}]
sources:
  - files: "*.csv"
    exported_at: "2026-10-01T00:00:00Z"
`;

/** Every table of the warehouse, the numbers of files aside, as text. */
async function readAll(db: Database): Promise<Record<string, string>> {
  try {
    const tables = await db.rows<{name: string; columns: string}>(
      `select schema_name || '.' || table_name as name, string_agg('"' || column_name || '"', ', ') filter (column_name not in ('_file_id', 'file_id')) as columns
       from duckdb_columns() where schema_name in ('raw', 'config', 'staging', 'intermediate', 'marts') and not internal and table_name <> 'versions' group by all order by all`,
    );
    const read = async ({name, columns}: {name: string; columns: string}) =>
      [name, JSON.stringify(await db.rows(`select ${columns} from ${name} order by all`))] as const;
    return Object.fromEntries(await Promise.all(tables.map(read)));
  } finally {
    db.close();
  }
}

/** Every file of briefs below a folder of datasets. */
const readBriefs = (folder: string): [path: string, text: string][] =>
  readdirSync(join(folder, "briefs"), {recursive: true, withFileTypes: true}).flatMap((entry) =>
    entry.isFile() ? [[entry.name, readFileSync(join(entry.parentPath, entry.name), "utf8")]] : [],
  );

test("only models that follow from a changed export are made again, and every table is that of a full build", async () => {
  const company = givenCompany();
  company.write("activities.csv", ACTIVITIES);
  company.write("feedback.csv", FEEDBACK);
  company.write("baton.config.yaml", CONFIG);
  expect((await build(company)).kept).toEqual([]);

  const changes: [string, () => void][] = [
    ["an activity more", () => company.write("activities.csv", `${ACTIVITIES}t3,ann,a2,call,out,2026-08-22T10:00:00Z\n`)],
    ["a second export before the others", () => company.write("a.csv", ACTIVITIES.replaceAll(/^t/gm, "u"))],
    ["an answer more", () => company.write("feedback.csv", `${FEEDBACK}f2,2026-09-03T12:00:00Z,h3,bob,4,timeline\n`)],
    ["another name, which others are found by", () => company.write("people.csv", "person_id,name,email,role\nann,Ann Poe,ann@example.com,sdr\nbob,Bob Ray,bob@example.com,ae\n")],
    ["a meeting more", () => company.write("handoffs.csv", `${HANDOFFS}h4,ann@example.com,bob,a4,2026-09-04T10:00:00Z,held\n`)],
    ["an export less", () => rmSync(join(company.folder, "a.csv"))],
    ["another setting", () => company.write("baton.config.yaml", `${CONFIG}min_n: 1
`)],
  ]; // prettier-ignore
  for (const [index, [what, change]] of changes.entries()) {
    change();
    const {made, kept} = await build(company);
    expect(kept.length, what).toBeGreaterThan(10);
    if (index === 0) {
      expect(made).toEqual(expect.arrayContaining(["staging.stg_activities", "intermediate.int_touches", "marts.handoffs"]));
      expect(kept).toEqual(expect.arrayContaining(["staging.stg_handoffs", "intermediate.int_outcomes", "marts.people"]));
    }
    // What is compared is the warehouse, from which datasets follow, and the briefs, which are not all made again either.
    const full = await openSmall();
    await fillWarehouse(full, company.config());
    const anew = join(company.folder, "anew");
    await putBriefs(openShelf(anew), {db: full, config: company.config()});
    expect(readBriefs(company.workspace.data), what).toEqual(readBriefs(anew));
    rmSync(anew, {recursive: true});
    const there = await readAll(full);
    const here = await readAll(await openDatabase(company.workspace.warehouse, {readOnly: true}));
    expect(Object.keys(here)).toEqual(Object.keys(there));
    for (const [name, rows] of Object.entries(there)) expect(here[name], `${name} after ${what}`).toBe(rows);
  }
}, 600_000);
