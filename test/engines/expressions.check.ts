import {tmpdir} from "node:os";
import fc from "fast-check";
import {afterAll, expect, it} from "vitest";
import {openDatabase, type Row} from "../../pipeline/db.js";
import {openEngine} from "../../pipeline/engine/database.js";
import {FUNCTIONS} from "../../pipeline/engine/expression.js";
import {AGGREGATES as AGGREGATE_RULES} from "../../pipeline/engine/rules/aggregates.js";
import {sendTable} from "../../pipeline/engine/ship.js";
import {mapTree, parseQuery} from "../../pipeline/engine/tree.js";
import {openChdb} from "./chdb.js";
import {AGGREGATES, EXPRESSIONS, QUERIES} from "./expressions.js";
import {fillRows, row} from "./rows.js";

const RUNS = {numRuns: 12};
const client = openChdb();
const [db, parser] = [await openDatabase(), await openDatabase()];
await client.command("CREATE DATABASE baton");
const engine = openEngine(client, parser, {database: "baton"}, tmpdir());
await db.run("create schema raw");
afterAll(async () => {
  db.close();
  parser.close();
  await client.close();
});

/** Doubles that differ by a hair are the same. */
const near = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(10)) : value;
const tell = (value: unknown): string => JSON.stringify(value, near);

/** What the engines answer differently: the expression of the column, the row, and either answer. */
async function findDifferences(query: string, expressions: readonly string[] = []): Promise<string[]> {
  const [ours, theirs] = [await db.rows(query), await engine.rows(query)];
  if (ours.length !== theirs.length) return [`${query}: ${ours.length} rows here, ${theirs.length} there`];
  const name = (column: string) => (column.startsWith("y") ? expressions[Number(column.slice(1))] : undefined) ?? column;
  return ours.flatMap(
    (mine: Row, place) =>
    Object.keys(mine)
      .filter((column) => tell(mine[column]) !== tell(theirs[place]![column]))
      .map((column) => `${name(column)} of ${tell(Object.values(mine)[0])}: ${tell(mine[column])} here, ${tell(theirs[place]![column])} there`), // prettier-ignore
  );
}

async function expectSame(query: string, expressions?: readonly string[]): Promise<void> {
  expect(await findDifferences(query, expressions)).toEqual([]);
}

const listed = (expressions: readonly string[]): string => expressions.map((each, place) => `${each} as y${place}`).join(", ");
const given = async (rows: Parameters<typeof fillRows>[1]): Promise<void> => {
  await fillRows(db, rows);
  await sendTable(db, engine, {schema: "raw", name: "rows"}, tmpdir());
};

it("every rule is tried by an expression", async () => {
  const tried = new Set<string>();
  for (const each of [...EXPRESSIONS, ...AGGREGATES].map((expression) => `select ${expression} from raw.rows`).concat(QUERIES))
    mapTree(await parseQuery(parser, each), (node) => {
      if (typeof node.function_name === "string") tried.add(node.function_name.toLowerCase());
      return undefined;
    });
  expect([...Object.keys(FUNCTIONS), ...Object.keys(AGGREGATE_RULES)].filter((rule) => !tried.has(rule))).toEqual([]);
});

it("an expression is the same of any row, whatever is null, wherever clocks change, and in whatever letters", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, {minLength: 12, maxLength: 40}), async (rows) => {
      await given(rows);
      await expectSame(`select id, ${listed(EXPRESSIONS)} from raw.rows order by id`, EXPRESSIONS);
    }),
    RUNS,
  );
});

it("an aggregate is the same of any group, of one of nulls alone and of none", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, {minLength: 1, maxLength: 30}), async (rows) => {
      await given(rows);
      await expectSame(`select g, ${listed(AGGREGATES)} from raw.rows group by g order by g`, AGGREGATES);
      await expectSame(`select ${listed(AGGREGATES)} from raw.rows where n > 1000`, AGGREGATES);
    }),
    RUNS,
  );
});

it("a query is the same of any rows, of nulls alone and of none", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, {maxLength: 20}), async (rows) => {
      await given(rows);
      for (const query of QUERIES) await expectSame(query);
    }),
    RUNS,
  );
});

it("an answer that differs is told by its expression and row", async () => {
  await given([]);
  await db.run("update raw.rows set n = 1");
  expect(await findDifferences("select id, n + 1 as y0 from raw.rows", ["n + 1"])).toEqual(["n + 1 of 0: 2 here, null there"]);
});
