import {expect, it} from "vitest";
import {openDatabase} from "../../pipeline/db.js";
import {carry, type Catalog} from "../../pipeline/engine/carry.js";
import {readType} from "../../pipeline/engine/types.js";
import {closeAfterFile} from "../opened.js";

const db = closeAfterFile(await openDatabase());
const TYPES = {
  n: "INTEGER", b: "BIGINT", x: "DOUBLE", s: "VARCHAR", d: "DATE", t: "TIMESTAMP", ok: "BOOLEAN", l: "VARCHAR[]", e: "ENUM('low', 'high')",
}; // prettier-ignore
const catalog: Catalog = {
  table: (_, name) => (name === "t" ? {sql: "t", columns: Object.entries(TYPES).map(([column, type]) => ({name: column, type: readType(type), origin: `t.${column}`}))} : undefined),
  constant: () => undefined,
}; // prettier-ignore

/** An expression over the columns above, as it is written for ClickHouse, without the table's name and quotes. */
async function written(expression: string): Promise<string> {
  const {sql} = await carry(db, `select ${expression} as y from t`, catalog);
  return sql.replace(/^SELECT ([\s\S]*) AS `y`\nFROM .*$/, "$1").replaceAll(/t_1_\.`(\w+)`/g, "$1");
}

const RULES: readonly (readonly [why: string, duckdb: string, clickhouse: string])[] = [
  ["whole division by nothing is null", "n // b", "intDivOrNull(n, b)"],
  ["a rest of nothing is null", "n % b", "moduloOrNull(n, b)"],
  ["a day and whole days are a day", "d + 14", "addDays(d, 14)"],
  [
    "between two instants lie microseconds",
    "epoch(t - t)",
    "((toUnixTimestamp64Micro(t) - toUnixTimestamp64Micro(t)) / 1000000)",
  ],
  ["a day moved by an interval is an instant", "d + to_days(n)", "(toDateTime64(d, 6, 'UTC') + toIntervalDay(toInt64(n)))"],
  ["a double becomes a whole number by rounding to even", "x::integer", "toInt32(roundBankers(x))"],
  ["a decimal rounds away from zero", "2.5::integer", "toInt32(if(2.5 < 0, ceil(2.5 - 0.5), floor(2.5 + 0.5)))"],
  ["signs are counted, not bytes", "length(s)", "toInt64(lengthUTF8(s))"],
  ["bytes are counted where bytes are asked for", "strlen(s)", "toInt64(length(s))"],
  [
    "trimming goes by signs, and literals put together are one",
    "rtrim(s, chr(46) || 'é')",
    "if(isASCII(s), trimRight(s, '.'), if(match(substring(s, -4), '[\\\\.é]+$'), replaceRegexpOne(s, '[\\\\.é]+$', ''), s))",
  ],
  ["a dot is no line's end", "regexp_matches(s, 'a.b', 'i')", "match(s, '(?i-s)a.b')"],
  [
    "every match is replaced where every match is meant",
    "regexp_replace(s, 'a', 'b', 'g')",
    "replaceRegexpAll(s, '(?-s)a', 'b')",
  ],
  [
    "nulls are left out between separators",
    "concat_ws(', ', s, n)",
    "arrayStringConcat(CAST([s, toString(n)] AS Array(Nullable(String))), ', ')",
  ],
  ["a day is written without its time", "d::text", "substring(toString(d), 1, 10)"],
  ["a truth is written as a word", "ok::text", "multiIf(ok, 'true', isNull(ok), NULL, 'false')"],
  [
    "an ENUM is ordered by its words' places",
    "max(e)",
    "argMax(e, if(isNull(e), NULL, toInt64(indexOf(['low', 'high'], e)) - 1))",
  ],
  ["an element outside a list is null", "l[3]", "arrayElementOrNull(l, 3)"],
  [
    "nulls are last in a list that is sorted",
    "list_sort(l)",
    "arrayConcat(arraySort(arrayFilter(x -> isNotNull(x), l)), arrayFilter(x -> isNull(x), l))",
  ],
  ["one value alone has no spread", "stddev_samp(x)", "if(count(x) < 2, NULL, stddevSamp(x))"],
  ["a null list is an empty one", "l is null", "empty(l)"],
  ["counts are signed", "count(*)", "toInt64(count())"],
  ["a filter is a condition of the aggregate", "sum(n) filter (ok)", "sumIf(n, ifNull(ok, false))"],
  ["any truth is the greatest", "bool_or(ok)", "max(ok)"],
  [
    "the first in an order is taken from all of them",
    "first(s order by n desc)",
    "tupleElement(arrayElement(arraySort(t -> tuple(t.2, t.3), groupArray(tuple(CAST(s AS Nullable(String)), isNull(n), ifNull(-(n), 0)))), 1), 1)",
  ],
  ["a list keeps its nulls", "list(s)", "arrayMap(t -> t.1, groupArray(tuple(CAST(s AS Nullable(String)))))"],
  [
    "rows before and after have nulls last",
    "lag(s) over (partition by n order by t desc)",
    "lag(s) OVER (PARTITION BY n ORDER BY t DESC NULLS LAST)",
  ],
  [
    "a range of instants is one of numbers",
    "max(n) over (order by t range between 5 preceding and current row)",
    "max(n) OVER (ORDER BY assumeNotNull(toUnixTimestamp64Micro(t)) NULLS LAST RANGE BETWEEN 5 PRECEDING AND CURRENT ROW)",
  ],
];

it.each(RULES)("%s: %s", async (_, duckdb, clickhouse) => {
  expect(await written(duckdb)).toBe(clickhouse);
});

it("null is among values nobody knows of, but to a condition that is no", async () => {
  const among = "n in (select b from t as others)";
  expect(await written(among)).toMatch(/^multiIf\(n IN \(.*\), true, .*, NULL, false\)$/s);
  expect((await carry(db, `select s from t where ok and ${among}`, catalog)).sql).toMatch(
    /WHERE \(t_1_\.`ok` AND t_1_\.`n` IN \([^)]*\)\)$/s,
  );
  expect((await carry(db, `select s from t where not (${among})`, catalog)).sql).toContain("WHERE NOT (multiIf(");
});

it("what no rule knows is refused by where it stands, and not handed on", async () => {
  await expect(carry(db, "select n,\n  s,\n  soundex_of(s)\nfrom t", catalog, {where: "marts.people"})).rejects.toThrow(
    "marts.people, line 3: soundex_of(s)\n  cannot be carried to ClickHouse: no rule knows the function soundex_of",
  );
});

it("a column goes before an entry of the list that takes its name", async () => {
  const {sql} = await carry(db, "select coalesce(s, '') as s from t where s is not null", catalog);
  expect(sql).toContain("WHERE isNotNull(t_1_.`s`)");
});

it("what an empty list means is followed from where it comes", async () => {
  const typesOf = async (expression: string) => (await carry(db, `select ${expression} as y from t`, catalog)).columns[0]!.type;
  expect(await typesOf("list(s)")).toMatchObject({empty: "null"});
  expect(await typesOf("coalesce(list(s), [])")).toMatchObject({empty: "list"});
  expect(await typesOf("case when ok then list_filter(string_split(s, ','), lambda w: w <> '') end")).toMatchObject({
    empty: "either",
  });
});

it("several queries after a WITH stand in one", async () => {
  const {sql} = await carry(db, "with a as (select n from t) select n from a union all select n from a", catalog);
  expect(sql).toMatch(/\)\nSELECT \* FROM \(\(SELECT/);
});
