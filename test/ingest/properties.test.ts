import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {ENTITIES, ENTITY_NAMES} from "../../pipeline/contract/entities.js";
import {openDatabase, quoteText, type Database} from "../../pipeline/db.js";
import {expandSalesforceId, toSalesforceId18} from "../../pipeline/ingest/ids.js";
import {fillTemplate, indexHeaders, mapPart} from "../../pipeline/ingest/map.js";
import {convertDate, convertTime} from "../../pipeline/ingest/times.js";
import {normaliseHeader, PROFILES} from "../../pipeline/profiles/index.js";
import {csv, counts, ingestFiles} from "./given-files.js";

let db: Database;
beforeAll(async () => {
  db = await openDatabase();
});
afterAll(() => db.close());

/** What the SQL made by `convert` gives for each text. */
async function apply(texts: readonly string[], convert: (x: string) => string): Promise<(string | null)[]> {
  const rows = texts.map((text, n) => `(${n}, ${quoteText(text)})`).join(", ");
  const found = await db.rows<{v: string | null}>(
    `select (${convert("x")}) as v from (values ${rows}) as cells(n, x) order by n`,
  );
  return found.map(({v}) => v);
}

const idOf = (length: number) =>
  fc
    .array(fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"), {
      minLength: length,
      maxLength: length,
    })
    .map((list) => list.join(""));
/** The documented checksum, worked out apart from ours: a bit per capital, five to a letter, lowest first. */
const expand = (id: string) =>
  id +
  [id.slice(0, 5), id.slice(5, 10), id.slice(10)]
    .map((part) => {
      const bits = [...part]
        .reverse()
        .map((letter) => (letter >= "A" && letter <= "Z" ? "1" : "0"))
        .join("");
      return "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".charAt(parseInt(bits, 2));
    })
    .join("");

describe("ids", () => {
  test("every 15-character id gets the documented three letters, the same in SQL and here; longer ones stay", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(idOf(15), {minLength: 1, maxLength: 40}), async (ids) => {
        const known = ids.filter((id) => id !== "000000000000000");
        expect(await apply(known, expandSalesforceId)).toEqual(known.map(expand));
        expect(known.map(toSalesforceId18)).toEqual(known.map(expand));
        expect(await apply(known.map(expand), expandSalesforceId)).toEqual(known.map(expand));
      }),
      {numRuns: 25},
    );
  });
  test("ids that differ in case alone stay two records", () => {
    fc.assert(
      fc.property(idOf(15), (id) => {
        const [upper, lower] = [id.toUpperCase(), id.toLowerCase()];
        fc.pre(upper !== lower);
        expect(toSalesforceId18(upper).toLowerCase()).not.toBe(toSalesforceId18(lower).toLowerCase());
      }),
    );
  });
  test("whatever an id consists of, it arrives as it stands or its row is in the ledger", async () => {
    const text = fc
      .string({minLength: 1, maxLength: 20, unit: "grapheme"})
      .filter((id) => !/[\0\r\n"]/.test(id) && id.trim() === id && id !== "");
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(text, {minLength: 1, maxLength: 15}), async (ids) => {
        const given = await ingestFiles({"accounts.csv": csv("account_id,name", ...ids.map((id) => `"${id}",x`))});
        const [read, loaded, merged, rejected] = counts(given.file());
        expect(read).toBe(ids.length);
        expect(loaded! + merged! + rejected!).toBe(ids.length);
        const found = (await given.db.rows<{id: string}>("select account_id as id from raw.accounts")).map(({id}) => id);
        for (const id of found) expect(ids).toContain(id);
      }),
      {numRuns: 10},
    );
  });
});

const instant = fc.date({min: new Date("1990-01-01T00:00:00Z"), max: new Date("2099-12-31T23:59:59Z"), noInvalidDate: true});
const pad = (n: number) => String(n).padStart(2, "0");

describe("dates", () => {
  const parts = (date: Date) =>
    [
      date.getUTCFullYear(),
      date.getUTCMonth() + 1,
      date.getUTCDate(),
      date.getUTCHours(),
      date.getUTCMinutes(),
      date.getUTCSeconds(),
    ] as [number, number, number, number, number, number];
  const stamp = (date: Date) => date.toISOString().slice(0, 19).replace("T", " ");
  const writings: [string, "iso" | "day-first" | "month-first" | "epoch", (date: Date) => string][] = [
    ["ISO", "iso", (date) => date.toISOString()],
    ["day-first", "day-first", (date) => (([y, m, d, h, i, s]) => `${d}/${m}/${y} ${pad(h)}:${pad(i)}:${pad(s)}`)(parts(date))],
    [
      "dots",
      "day-first",
      (date) => (([y, m, d, h, i, s]) => `${pad(d)}.${pad(m)}.${y} ${pad(h)}:${pad(i)}:${pad(s)}`)(parts(date)),
    ],
    [
      "month-first with halves of the day",
      "month-first",
      (date) =>
        (([y, m, d, h, i, s]) => `${m}/${d}/${y} ${h % 12 || 12}:${pad(i)}:${pad(s)} ${h < 12 ? "AM" : "PM"}`)(parts(date)),
    ],
    ["epoch milliseconds", "epoch", (date) => String(date.getTime())],
  ];
  test.each(writings)("an instant written %s reads as that instant", async (_, style, write) => {
    await fc.assert(
      fc.asyncProperty(fc.array(instant, {minLength: 1, maxLength: 40}), async (dates) => {
        const known = style === "epoch" ? dates.filter((date) => String(date.getTime()).length === 13) : dates;
        fc.pre(known.length > 0);
        expect(await apply(known.map(write), (x) => convertTime(x, style, "UTC"))).toEqual(known.map(stamp));
      }),
      {numRuns: 15},
    );
  });
  test("a day is the day that is written, in whatever style", async () => {
    await fc.assert(
      fc.asyncProperty(instant, async (date) => {
        const [y, m, d] = parts(date);
        const day = `${y}-${pad(m)}-${pad(d)}`;
        expect(await apply([day, `${day}T23:59:59Z`, `${d}/${m}/${y}`], (x) => convertDate(x, "day-first"))).toEqual([
          day,
          day,
          day,
        ]);
        expect(await apply([`${m}/${d}/${y}`], (x) => convertDate(x, "month-first"))).toEqual([day]);
      }),
      {numRuns: 15},
    );
  });
  test("no text at all makes it fail, and what is no date gives none", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({maxLength: 30}).map((text) => text.replaceAll("\0", "")),
          {minLength: 1, maxLength: 30},
        ),
        async (texts) => {
          for (const style of ["iso", "day-first", "month-first", "epoch"] as const) {
            for (const value of await apply(texts, (x) => convertTime(x, style, "Europe/Berlin")))
              expect(value === null || /^(19|20|21)\d\d-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value), String(value)).toBe(true);
          }
        },
      ),
      {numRuns: 15},
    );
  });
});

describe("the mapper", () => {
  const source = {files: ["x.csv"], columns: {}, values: {}, sql: {}};
  const noise = fc.array(fc.constantFrom(" ", "_", "-", ".", ""), {minLength: 12, maxLength: 12});

  test("canonical headers map to themselves in any order, case and punctuation", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ENTITY_NAMES),
        noise,
        fc.boolean(),
        fc.infiniteStream(fc.nat()),
        (entity, signs, isUpper, random) => {
          const spell = (name: string) => {
            const text = name
              .split("_")
              .map((word, n) => (n === 0 ? word : signs[n % 12]! + word))
              .join("");
            return isUpper ? text.toUpperCase() : text;
          };
          const names = ENTITIES[entity].columns.map(({name}) => name);
          const shuffled = names
            .map((name) => [random.next().value!, name] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, name]) => name);
          const part = PROFILES.canonical.files.find(({kind}) => kind === entity)!.parts[0]!;
          const mapping = mapPart(part, indexHeaders(shuffled.map(spell)), source, "canonical")!;
          expect(Object.fromEntries(mapping.columns.map(({column, headers}) => [column, headers]))).toEqual(
            Object.fromEntries(names.map((name) => [name, [spell(name)]])),
          );
        },
      ),
      {numRuns: 60},
    );
  });
  test("whatever the headers, a column reads only headers of the file, and no template is left with a brace", () => {
    const header = fc.oneof(
      fc.string({minLength: 1, maxLength: 12}),
      fc.constantFrom(
        "constructor",
        "__proto__",
        "toString",
        "Id",
        "Record ID",
        "Deal Stage",
        "OwnerId",
        "Activity Type",
        "Name",
        "Email",
        "Create Date",
        "First Name",
        "Last Name",
        "IsDeleted",
      ),
    );
    fc.assert(
      fc.property(fc.uniqueArray(header, {minLength: 1, maxLength: 12, selector: (text) => text.toLowerCase()}), (headers) => {
        for (const profile of Object.values(PROFILES)) {
          const index = indexHeaders(headers, profile);
          for (const part of profile.files.flatMap(({parts}) => parts)) {
            const mapping = mapPart(part, index, source, profile.name);
            const made = mapping?.unpivot ? [mapping.unpivot.header, mapping.unpivot.cell] : [];
            for (const column of mapping?.columns ?? [])
              for (const name of column.headers) expect([...headers, ...made]).toContain(name);
          }
        }
      }),
      {numRuns: 60},
    );
  });
  test("a template quotes whatever a header is called", () => {
    const headers = [`A"b`, "a'b", "A b; drop"];
    const filled = fillTemplate("lower({A b drop})", indexHeaders(headers))!;
    expect(filled).toEqual({sql: `(lower("A b; drop"))`, headers: ["A b; drop"]});
  });
  test("blanks around a header change nothing", () => {
    fc.assert(
      fc.property(fc.string({maxLength: 30, unit: "grapheme"}), (text) => {
        expect(normaliseHeader(` ${text} `)).toBe(normaliseHeader(text));
      }),
    );
  });
});
