import {tmpdir} from "node:os";
import fc from "fast-check";
import {afterAll, expect, it} from "vitest";
import {openDatabase, quoteText} from "../../pipeline/db.js";
import {openEngine} from "../../pipeline/engine/database.js";
import {sendTable} from "../../pipeline/engine/ship.js";
import {openChdb} from "./chdb.js";

const client = openChdb();
const [db, parser] = [await openDatabase(), await openDatabase()];
await client.command("CREATE DATABASE baton");
const engine = openEngine(client, parser, "baton", tmpdir());
await db.run("create schema raw");
afterAll(async () => {
  db.close();
  parser.close();
  await client.close();
});

/** Of each row by itself. */
const EXPRESSIONS = [
  "n + 1", "n - b", "n * 2", "n / 3", "n // 7", "n % 7", "-n", "abs(n)", "x * n", "x / nullif(n, 0)", "floor(x)", "ceil(x)", "x::integer", "round(x, 2)",
  "greatest(n, x)", "least(n, b, 5)", "n & 7", "n | 8", "coalesce(n, 0)", "nullif(n, 0)", "n is null", "n is distinct from b", "n in (1, 2, null)",
  "n between -5 and 5", "case when n > 0 then 'more' when n < 0 then 'less' end", "case n when 1 then d else null end", "ok and n > 0", "ok or n is null", "not ok",
  "s || '–' || n", "lower(s)", "upper(s)", "length(s)", "strlen(s)", "left(s, 3)", "right(s, 2)", "substr(s, 2, 3)", "trim(s)", "rtrim(s, ' .é')", "ascii(s)",
  "replace(s, 'a', 'ü')", "contains(s, 'a')", "starts_with(s, 'A')", "ends_with(s, 'é')", "strip_accents(s)", "md5(s)", "concat(s, n, ok)",
  "concat_ws(', ', s, n, null, d)", "regexp_replace(s, '[^a-z0-9]+', '-', 'g')", "regexp_replace(s, 'A.', '<\\0>', 'i')", "regexp_matches(s, 'a.b')",
  "regexp_matches(s, '^\\p{L}')", "regexp_extract(s, '(\\w)\\w', 1)", "string_split(s, ' ')", "string_split(s, ' ')[1]", "string_split(s, ' ')[9]",
  "coalesce(list_filter(string_split(s, ' '), lambda w: w <> ''), [])", "list_transform(string_split(s, ' '), lambda w: w || '!')", "s > 'M'", "s = 'Straße'", "s like 'A%'",
  "d + 14", "d - 1", "d + interval 3 day", "d - interval 1 month", "d::text", "d::timestamp", "d - date '2024-02-29'", "d < date '1900-01-01'", "d < t", "year(d)", "month(d)", "isodow(d)",
  "date_trunc('month', d)", "date_trunc('week', d)", "strftime(d, '%-d %b %Y')", "strftime(t, '%Y-%m-%d %H:%M')", "t::date", "t::text", "t + to_hours(n)", "t + interval '90 minutes'",
  "date_diff('day', t, timestamp '2024-03-31 12:00:00')", "date_diff('second', t, timestamp '2024-03-31 12:00:00')", "epoch(t)", "epoch_us(t)", "t > timestamp '2024-10-27 00:30:00'",
  "timezone('Europe/Berlin', timezone('UTC', t))", "timezone('America/New_York', timezone('UTC', t))::date", "timezone('Asia/Kolkata', timezone('UTC', t))",
  "ok::text", "ok::integer", "n::text", "n::double", "n::boolean", "(n > 0)::integer + 1", "try_cast(s as double)", "try_cast(s as bigint)", "try_cast(s as date)",
  "e", "e > 'low'::enum('low', 'middle', 'high')", "e::text || '!'", "format('{} of {}', n, s)", "format('{:,}', n)", "[n, n + 1]::integer[]", "list_contains([1, 2, 3], n)", "[n, b][2]",
  "lag(n) over (order by id)", "lead(s) over (order by id)", "row_number() over (partition by ok order by n desc, id)", "rank() over (order by n)", "count(n) over (partition by ok)",
  "sum(n) over (order by id rows between 2 preceding and current row)", "max(d) over (order by id rows between unbounded preceding and 1 preceding)",
]; // prettier-ignore

/** Of the rows of a group; some groups have rows of nulls alone, and one has none. */
const AGGREGATES = [
  "count(*)", "count(n)", "count(distinct s)", "sum(n)", "sum(n) filter (n > 1000)", "avg(n)", "min(s)", "max(s)", "min(d)", "max(t)", "max(e)", "min(e)", "bool_or(ok)", "bool_and(ok)",
  "bit_or(n & 7)", "arg_max(s, id)", "arg_min(s, n * 1000 + id)", "arg_max(s, id) filter (ok)", "first(s order by n desc nulls last, id)", "first(s order by d, id desc) filter (s is not null)",
  "list(s order by id)", "list(n order by n desc, id) filter (n > 0)", "list(distinct s order by s) filter (s is not null)", "string_agg(s, ', ' order by id)", "count(*) filter (ok)",
  "any_value(s) is null", "coalesce(sum(n), 0)",
]; // prettier-ignore

const TEXTS = [
  "",
  " ",
  "Straße",
  "ΣΊΣΥΦΟΣ",
  "İstanbul",
  "日本 語",
  "a\nb",
  "Ægir é",
  "A.b.",
  "12",
  "-3.5",
  "2024-02-30",
  "2024-02-29",
  "zoë ",
  "😀 ok",
  "'\"\\",
  "a  b",
  "AaBb",
];
const DAYS = ["0001-01-01", "1899-12-31", "1969-12-31", "2000-02-29", "2024-03-31", "2024-10-27", "2106-02-08", "9990-12-30"];
const TIMES = ["0001-01-01 00:00:00", "1969-12-31 23:59:59.5", "2024-03-31 00:59:59", "2024-03-31 01:00:00", "2024-10-27 00:59:59.000001", "2024-10-27 01:00:00", "2024-11-03 06:00:00", "2106-02-08 00:00:00"]; // prettier-ignore

const literal = (text: string | null): string => (text === null ? "null" : quoteText(text));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, {freq: 4});
const row = fc.record({
  n: maybe(fc.integer({min: -20, max: 20})),
  b: maybe(fc.integer({min: -1e9, max: 1e9})),
  x: maybe(fc.integer({min: -4000, max: 4000}).map((quarter) => quarter / 4)),
  s: maybe(fc.oneof(fc.constantFrom(...TEXTS), fc.string({unit: fc.constantFrom(..."aAéÉßñΣ .-1"), maxLength: 8}))),
  d: maybe(fc.constantFrom(...DAYS)),
  t: maybe(fc.constantFrom(...TIMES)),
  ok: maybe(fc.boolean()),
  e: maybe(fc.constantFrom("low", "middle", "high")),
  g: fc.constantFrom("a", "b", "c"),
});

async function fill(rows: readonly (typeof row extends fc.Arbitrary<infer R> ? R : never)[]): Promise<void> {
  const values = rows.map(
    ({n, b, x, s, d, t, ok, e, g}, id) =>
      `(${id}, ${n}, ${b}, ${x}, ${literal(s)}, ${literal(d)}, ${literal(t)}, ${ok}, ${literal(e)}, ${literal(g)})`,
  );
  await db.run(
    `create or replace table raw.rows (id integer, n integer, b bigint, x double, s text, d date, t timestamp, ok boolean, e enum('low', 'middle', 'high'), g text)`,
  );
  await db.run(`insert into raw.rows values ${values.join(", ")}`);
  await sendTable(db, engine, {schema: "raw", name: "rows"}, tmpdir());
}

/** Doubles that differ by a hair are the same. */
const near = (value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value)
    ? Number(value.toPrecision(10))
    : Array.isArray(value)
      ? value.map(near)
      : value;

async function expectSame(query: string): Promise<void> {
  const [ours, theirs] = [await db.rows(query), await engine.rows(query)];
  expect(theirs.map((each) => JSON.stringify(each, (_, value) => near(value) as object))).toEqual(ours.map((each) => JSON.stringify(each, (_, value) => near(value) as object))); // prettier-ignore
}

it("an expression is the same of any row, whatever is null, wherever clocks change, and in whatever letters", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, {minLength: 12, maxLength: 40}), async (rows) => {
      await fill(rows);
      await expectSame(
        `select id, ${EXPRESSIONS.map((expression, place) => `${expression} as y${place}`).join(", ")} from raw.rows order by id`,
      );
    }),
    {numRuns: 12},
  );
});

it("an aggregate is the same of any group, of one of nulls alone and of none", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, {minLength: 1, maxLength: 30}), async (rows) => {
      await fill(rows);
      const list = AGGREGATES.map((aggregate, place) => `${aggregate} as y${place}`).join(", ");
      await expectSame(`select g, ${list} from raw.rows group by g order by g`);
      await expectSame(`select ${list} from raw.rows where n > 1000`);
    }),
    {numRuns: 12},
  );
});
