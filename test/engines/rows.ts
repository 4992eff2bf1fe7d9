import fc from "fast-check";
import {quoteText, type Database} from "../../pipeline/db.js";

const WORDS = ["", " ", "Straße", "ΣΊΣΥΦΟΣ", "İstanbul", "日本 語", "a\nb", "Ægir é", "A.b.", "12", "-3.5", "2024-02-30", "2024-02-29", "zoë ", "😀 ok", "'\"\\", "a  b", "AaBb", "yes", "\u202f x\u2028", "\u2003a\u3000", "c\u0489 हिन्दी 한국", "ด้้็",  "2.5", "1e3", "2024-03-31 02:30:00"]; // prettier-ignore
const DAYS = ["0001-01-01", "1899-12-31", "1969-12-31", "2000-02-29", "2024-01-31", "2024-03-31", "2024-10-27", "2106-02-08", "9900-12-30"]; // prettier-ignore
/** Around changes of clocks in Berlin and New York, in UTC and in their own time, and around the ends of some systems' time. */
const TIMES = ["0001-01-01 00:00:00", "1969-12-31 23:59:59.5", "2024-03-31 00:59:59", "2024-03-31 01:00:00", "2024-03-31 02:30:00", "2024-10-27 00:59:59.000001", "2024-10-27 01:00:00", "2024-10-27 02:30:00", "2024-03-10 02:15:00", "2024-11-03 01:30:00", "2024-11-03 06:00:00", "2106-02-08 00:00:00"]; // prettier-ignore

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, {freq: 4});

/** A row of everything that the models hold: any of it may be null but the group. */
export const row = fc.record({
  n: maybe(fc.integer({min: -20, max: 20})),
  b: maybe(fc.integer({min: -1e9, max: 1e9})),
  x: maybe(fc.integer({min: -4000, max: 4000}).map((eighth) => eighth / 8)),
  s: maybe(fc.oneof(fc.constantFrom(...WORDS), fc.string({unit: fc.constantFrom(..."aAéÉßñΣ .-1"), maxLength: 8}))),
  d: maybe(fc.constantFrom(...DAYS)),
  t: maybe(fc.constantFrom(...TIMES)),
  ok: maybe(fc.boolean()),
  e: maybe(fc.constantFrom("low", "middle", "high")),
  g: fc.constantFrom("a", "b", "c"),
});
type Generated = typeof row extends fc.Arbitrary<infer R> ? R : never;

/** Puts the rows into `raw.rows`, numbered; and a group `d` in which everything is null. */
export async function fillRows(db: Database, rows: readonly Generated[]): Promise<void> {
  const literal = (text: string | null): string => (text === null ? "null" : quoteText(text));
  const values = rows.map(
    ({n, b, x, s, d, t, ok, e, g}, id) =>
      `(${id}, ${n}, ${b}, ${x}, ${literal(s)}, ${literal(d)}, ${literal(t)}, ${ok}, ${literal(e)}, ${literal(g)})`,
  );
  const empty = `(${rows.length}, null, null, null, null, null, null, null, null, 'd')`;
  await db.run(`create or replace table raw.rows (id integer, n integer, b bigint, x double, s text, d date, t timestamp, ok boolean, e enum('low', 'middle', 'high'), g text);
    insert into raw.rows values ${[...values, empty].join(", ")}`);
}
