import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {decodeBytes} from "../../pipeline/ingest/decode.js";
import {readRecords} from "../../pipeline/ingest/records.js";
import {scanFile} from "../../pipeline/ingest/scan.js";
import type {Dialect} from "../../pipeline/ingest/types.js";
import {ingestFiles} from "./given-files.js";

const cell = fc.oneof(
  fc.string({unit: fc.constantFrom("a", "é", "€", "😀", '"', ",", ";", "\t", "|", "\n", " ", "'", "\\", "0"), maxLength: 8}),
  fc.string({unit: "grapheme", maxLength: 5}).map((text) => text.replace(/[\0\r\ufeff]/g, "")),
);
const table = fc
  .integer({min: 2, max: 5})
  .chain((width) => fc.array(fc.array(cell, {minLength: width, maxLength: width}), {minLength: 1, maxLength: 12}));
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const dialect = (settings: Partial<Dialect>): Dialect => ({
  delimiter: ",",
  quote: '"',
  escape: '"',
  newline: "\n",
  headerLine: 0,
  headers: [],
  ...settings,
});
const records = (pieces: Iterable<string>, settings: Partial<Dialect> = {}, small?: number) =>
  [...readRecords(pieces, "file.csv", dialect(settings), small ? {small, large: 4 * small, longest: 1 << 22} : undefined)].flat();
/** The text cut into pieces at any places. */
const cut = (text: string, places: number[]): string[] => {
  const ends = [...places.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b);
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
};

describe("whatever stands in the cells", () => {
  test("quoted, it comes back as it was, with every delimiter and line end", () => {
    fc.assert(
      fc.property(table, fc.constantFrom(",", ";", "\t", "|"), fc.constantFrom("\n", "\r\n"), (rows, delimiter, newline) => {
        const given = rows.map((row) => row.map((text) => text.replaceAll("\n", newline)));
        const text = given.map((row) => row.map(quote).join(delimiter) + newline).join("");
        const found = records([text], {delimiter, newline});
        expect(found.map(({cells}) => cells)).toEqual(given);
        expect(found.every(({broken}) => broken === undefined)).toBe(true);
      }),
    );
  });
  test("how the text is cut into pieces, and how much of it is parsed at once, changes nothing, quotes broken or not", () => {
    const unit = fc.constantFrom("a", '"', ",", "\r\n", " ", "b", "\r", '""');
    fc.assert(
      fc.property(
        fc.string({unit, maxLength: 120}),
        fc.array(fc.nat(), {maxLength: 10}),
        fc.integer({min: 1, max: 40}),
        fc.constantFrom("\n", "\r\n"),
        (letters, places, small, newline) => {
          const text = newline === "\n" ? letters.replaceAll("\r\n", "\n").replaceAll("\r", "") : letters;
          expect(records(cut(text, places), {newline: newline as "\n"}, small)).toEqual(
            records([text], {newline: newline as "\n"}),
          );
        },
      ),
      {numRuns: 1000},
    );
  });
  test("a quote that never closes costs its own line, where single carriage returns stand in cells too", () => {
    const found = records(['\r\r\n"\r\na'], {newline: "\r\n"});
    expect(found.map(({cells, broken}) => (broken ? "broken" : cells.join()))).toEqual(["\r", "broken", "a"]);
  });
  test("every line is in one record, and records come in the order of their lines", () => {
    const soup = fc.string({unit: fc.constantFrom("a", '"', ",", "\n", "b"), maxLength: 200});
    fc.assert(
      fc.property(soup, (text) => {
        const lines = records([text]).map(({line}) => line);
        expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
        expect(lines.at(-1) ?? 0).toBeLessThanOrEqual(text.split("\n").length);
      }),
    );
  });
  test("cells longer than what is parsed at once come back whole", () => {
    const long = `${'"'.repeat(7)}\n,`.repeat(30_000);
    expect(
      records([`a,${quote(long)}\n`, "b,c\n"])
        .slice(0, 2)
        .map(({line, cells}) => [line, cells]),
    ).toEqual([
      [1, ["a", long]],
      [30_002, ["b", "c"]],
    ]);
  });
});

test("line ends, NULs and the rest are counted byte by byte, wherever they stand", () => {
  const folder = mkdtempSync(join(tmpdir(), "baton-scan-"));
  const path = join(folder, "file.csv");
  const byte = fc.constantFrom(10, 13, 0, 9, 11, 12, 14, 65, 127, 128, 255);
  fc.assert(
    fc.property(fc.array(byte, {maxLength: 60}), (bytes) => {
      const content = Buffer.from([65, 44, 10, ...bytes]);
      writeFileSync(path, content);
      const {lineFeeds, carriageReturns, pairs, nuls} = scanFile(path, "file.csv", "utf-8");
      const count = (isOne: (byte: number, index: number) => boolean) => content.filter(isOne).length;
      expect({lineFeeds, carriageReturns, pairs, nuls}).toEqual({
        lineFeeds: count((at) => at === 10),
        carriageReturns: count((at) => at === 13),
        pairs: count((at, index) => at === 10 && content[index - 1] === 13),
        nuls: count((at) => at === 0),
      });
    }),
  );
  rmSync(folder, {recursive: true});
});

test("any text survives every encoding that can hold it", () => {
  const wide = (text: string, isLittle: boolean) => {
    const codes = [...text].map((letter) => letter.codePointAt(0)!);
    const bytes = Buffer.alloc(codes.length * 4);
    codes.forEach((code, index) => (isLittle ? bytes.writeUInt32LE(code, index * 4) : bytes.writeUInt32BE(code, index * 4)));
    return bytes;
  };
  fc.assert(
    fc.property(fc.string({unit: "grapheme"}), (given) => {
      const text = given.replaceAll("\ufeff", "");
      expect(decodeBytes(Buffer.from(text), "utf-8")).toBe(text);
      expect(decodeBytes(Buffer.from(text, "utf16le"), "utf-16le")).toBe(text);
      expect(decodeBytes(Buffer.from(text, "utf16le").swap16(), "utf-16be")).toBe(text);
      expect(decodeBytes(wide(text, true), "utf-32le")).toBe(text);
      expect(decodeBytes(wide(text, false), "utf-32be")).toBe(text);
    }),
  );
});

test("whatever bytes a file is made of, it is refused or each of its rows is accounted for", async () => {
  const unit = fc.constantFrom(
    '"',
    ",",
    ";",
    "\n",
    "\r",
    "\r\n",
    "1",
    "Acme",
    "é",
    "\0",
    "\\",
    "\t",
    "'",
    "Grand Totals\n",
    "\ufeff",
  );
  await fc.assert(
    fc.asyncProperty(fc.string({unit, maxLength: 60}), fc.constantFrom("utf8", "latin1", "utf16le"), async (text, encoding) => {
      const content = Buffer.from(`account_id,name\n0,first\n${text}`, encoding as BufferEncoding);
      try {
        const {report} = await ingestFiles({"accounts.csv": content});
        for (const file of report.files) expect(file.rows_read).toBe(file.loaded + file.merged + file.rejected + file.set_aside);
      } catch (error) {
        if ((error as Error).name !== "UserError" && !(error as {stops?: unknown}).stops) throw error;
      }
    }),
    {numRuns: 40},
  );
});
