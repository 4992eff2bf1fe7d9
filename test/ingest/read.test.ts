import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, onTestFinished, test} from "vitest";
import {openDatabase} from "../../pipeline/db.js";
import {landFile} from "../../pipeline/ingest/read.js";
import {scanFile} from "../../pipeline/ingest/scan.js";
import {sniffDialect} from "../../pipeline/ingest/sniff.js";
import {makeFolder} from "./given-files.js";

interface Read {
  headers: string[];
  rows: string[][];
  lines: number[];
  path: string;
  encoding: string;
  delimiter: string;
  headerLine: number;
  malformed: {line: number; reason: string}[];
  setAside: {line: number; value: string}[];
}

async function read(path: string, care?: string): Promise<Read> {
  const db = await openDatabase();
  try {
    const facts = scanFile(path, "file.csv");
    const dialect = {...sniffDialect(facts, "file.csv", {}), ...(care ? {care} : {})};
    const landing = await landFile(db, path, "file.csv", "landing", facts, dialect);
    const rows = await db.rows<Record<string, string | null>>(`select ${landing.line} as "#line", * from landing`);
    await landing.close();
    return {
      headers: dialect.headers,
      rows: rows.map((row) => dialect.headers.map((header) => row[header] ?? "")),
      lines: rows.map((row) => Number(row["#line"])),
      path: landing.path,
      encoding: facts.encoding,
      delimiter: dialect.delimiter,
      headerLine: dialect.headerLine,
      malformed: landing.malformed,
      setAside: landing.setAside,
    };
  } finally {
    db.close();
  }
}

function readText(content: string | Buffer, care?: string): Promise<Read> {
  const folder = makeFolder({});
  writeFileSync(join(folder, "file.csv"), content);
  return read(join(folder, "file.csv"), care);
}

describe("encodings", () => {
  const text = "id;name\n1;Zoë Müller\n2;Łukasz\n";
  test("UTF-8 with a byte order mark keeps its first header", async () => {
    expect(await readText(`\ufeff${text}`)).toMatchObject({
      headers: ["id", "name"],
      rows: [
        ["1", "Zoë Müller"],
        ["2", "Łukasz"],
      ],
      path: "fast",
    });
  });
  test("UTF-16 in both byte orders, with and without a mark", async () => {
    const little = Buffer.from(text, "utf16le");
    const big = Buffer.from(little).swap16();
    for (const content of [
      little,
      big,
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ]) {
      expect((await readText(content)).rows).toEqual([
        ["1", "Zoë Müller"],
        ["2", "Łukasz"],
      ]);
    }
  });
  test("bytes that are no UTF-8 are Windows-1252, quotation marks and all", async () => {
    const content = Buffer.from("id,name\n1,Zo\xeb said \x93yes\x94\n", "latin1");
    expect(await readText(content)).toMatchObject({encoding: "windows-1252", rows: [["1", "Zoë said “yes”"]]});
  });
  test("NUL bytes are dropped", async () => {
    expect((await readText("id,name\n1,a\0b\n")).rows).toEqual([["1", "ab"]]);
  });
});

describe("dialects", () => {
  test.each([",", ";", "\t", "|"])("the delimiter %j is found", async (delimiter) => {
    const result = await readText(
      ["a", "b", "c"].join(delimiter) +
        "\n" +
        ["1", "x, y; z", "3"].map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter) +
        "\n",
    );
    expect(result).toMatchObject({delimiter, rows: [["1", "x, y; z", "3"]]});
  });
  test.each([["\n"], ["\r\n"], ["\r"]])("line ends %j", async (end) => {
    expect(await readText(["a,b", "1,2", "3,4", ""].join(end))).toMatchObject({
      rows: [
        ["1", "2"],
        ["3", "4"],
      ],
      lines: [2, 3],
    });
  });
  test("mixed line ends", async () => {
    expect(await readText("a,b\r\n1,2\n3,4\r5,6\n")).toMatchObject({
      rows: [
        ["1", "2"],
        ["3", "4"],
        ["5", "6"],
      ],
      lines: [2, 3, 4],
    });
  });
  test("quotes escaped by a backslash", async () => {
    expect((await readText('a,b\n"he said \\"hi\\" twice",2\n')).rows).toEqual([['he said "hi" twice', "2"]]);
  });
  test("blank and repeated headers get names of their own", async () => {
    expect((await readText("Name,,name,\n1,2,3,4\n")).headers).toEqual(["Name", "column_2", "name (2)", "column_4"]);
  });
  test("letters that no one sees are no part of a header", async () => {
    expect((await readText("\ufeff\u200bid,name\u200b\n1,2\n")).headers).toEqual(["id", "name"]);
  });
  test("a line that tells spreadsheets the delimiter names it, and is no header", async () => {
    expect(await readText("sep=;\nid;name\n1;x,y\n2;z,w\n")).toMatchObject({
      delimiter: ";",
      headers: ["id", "name"],
      rows: [
        ["1", "x,y"],
        ["2", "z,w"],
      ],
      lines: [3, 4],
    });
  });
  test("a preamble may have delimiters too: the line that names every column is the header", async () => {
    expect(await readText("Accounts\nMade on 2026-01-05 by Ann, Ops\n\nid,name,city\n1,a,Bonn\n2,b,Ulm\n")).toMatchObject({
      headerLine: 4,
      headers: ["id", "name", "city"],
      lines: [5, 6],
    });
  });
  test("a header shorter than its rows stays the header", async () => {
    expect((await readText("id,name\na,x,\nb,y,\n")).headers).toEqual(["id", "name"]);
  });
  test("lines before the header are skipped, and lines still count from the top of the file", async () => {
    const result = await readText("Pipeline report\nAs of 2026-01-01\n\nid,name,amount\n1,a,2\n2,b,3\n3,c,4\n4,d,5\n");
    expect(result).toMatchObject({headerLine: 4, headers: ["id", "name", "amount"], lines: [5, 6, 7, 8]});
  });
});

describe("lines", () => {
  const content = 'id,note\n1,"two\nlines"\n2,one\n3,"three\n\nlines"\n4,end\n';
  test("a row's line is where its record starts, also below cells with line breaks", async () => {
    expect(await readText(content)).toMatchObject({path: "fast", lines: [2, 4, 5, 8]});
  });
  test("the careful path gives the same rows and lines as the fast one", async () => {
    const [fast, careful] = [await readText(content), await readText(content, "to compare")];
    expect([careful.rows, careful.lines, careful.path]).toEqual([fast.rows, fast.lines, "careful"]);
  });
  test("blank lines are no rows but count", async () => {
    expect(await readText("a,b\n1,2\n\n3,4\n\n\n")).toMatchObject({
      rows: [
        ["1", "2"],
        ["3", "4"],
      ],
      lines: [2, 4],
    });
  });
});

describe("rows that do not fit", () => {
  test("a row with more filled cells than headers is rejected with its line", async () => {
    const result = await readText("a,b\n1,2\n3,4,5\n6,7,\n");
    expect(result.rows).toEqual([
      ["1", "2"],
      ["6", "7"],
    ]);
    expect(result.malformed).toMatchObject([
      {line: 3, reason: "has 3 cells under 2 headers: a delimiter stands unquoted in one of them"},
    ]);
  });
  test("a short row's missing cells are blank", async () => {
    expect((await readText("a,b,c\n1,2\n3,4,5\n")).rows).toEqual([
      ["1", "2", ""],
      ["3", "4", "5"],
    ]);
  });
  test("a quote that never closes costs its own line, not the rest of the file", async () => {
    const result = await readText('a,b\n1,"open\n2,x\n3,y\n');
    expect(result.rows).toEqual([
      ["2", "x"],
      ["3", "y"],
    ]);
    expect(result.lines).toEqual([3, 4]);
    expect(result.malformed).toMatchObject([{line: 2, reason: "a quote opens here and never closes"}]);
  });
  test("a footer's commas do not tell how the rows above it are parted", async () => {
    const footer =
      "\n\nCopyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\nConfidential Information - Do Not Distribute, please\nGenerated By: Sue Berg, 3/10/2026\n";
    const result = await readText(`Id;Amount;Name\n1;"120.000,50";a\n2;"1.000,00";b\n${footer}`);
    expect(result.rows).toEqual([
      ["1", "120.000,50", "a"],
      ["2", "1.000,00", "b"],
    ]);
  });
  test("the footer of a Salesforce report is set aside line by line", async () => {
    const result = await readText(
      '"Id","Name"\n"1","a"\n"2","b"\n\n\n"Grand Totals (2 records)",""\n"Confidential Information - Do Not Distribute"\n"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\n',
    );
    expect(result.rows).toEqual([
      ["1", "a"],
      ["2", "b"],
    ]);
    expect(result.setAside.map(({line}) => line)).toEqual([6, 7, 8]);
  });
  test("the report's name, below a blank line and above the known lines, belongs to the footer", async () => {
    const report = (end: string) => `Id,Name\n1,a\n\n2,\n3,c\n\nMy report\n${end}`;
    const result = await readText(report("Copyright © 2026 salesforce.com, inc.\nAcme Inc\n"));
    expect(result.lines).toEqual([2, 4, 5]);
    expect(result.setAside.map(({line}) => line)).toEqual([7, 8, 9]);
    expect((await readText(report(""), "to compare")).lines).toEqual([2, 4, 5, 7]);
  });
  test("a row with every cell filled is no footer, whatever it says", async () => {
    const result = await readText("Name,Size,City\nAcme,1,Bonn\nGrand Total Foods,2,Ulm\nGrand Totals (2 records),3,\n");
    expect(result.rows.map(([name]) => name)).toEqual(["Acme", "Grand Total Foods"]);
    expect(result.setAside.map(({line}) => line)).toEqual([4]);
  });
});

describe.each([
  ["csv_spectrum", "csvs"],
  ["csv_test_data", "csv"],
])("%s, where the suite states the right parse", (suite, csvs) => {
  const folder = join(import.meta.dirname, "../../../shared/real-inputs", suite);
  if (!existsSync(folder)) return void test.skip(`${folder} is not there`, () => {});
  const names = readdirSync(join(folder, csvs)).map((name) => name.replace(/\.csv$/, ""));
  // All-empty has no header to name columns by.
  const stated = names.filter((name) => existsSync(join(folder, "json", `${name}.json`)) && name !== "all-empty");
  test.each(stated)("%s", async (name) => {
    const json = JSON.parse(readFileSync(join(folder, "json", `${name}.json`), "utf8")) as (string[] | Record<string, string>)[];
    const path = join(folder, csvs, `${name}.csv`);
    // The copy of newlines_crlf at hand has lost its carriage returns on the way.
    const hasReturns = readFileSync(path).includes("\r");
    const clean = (cell: string) => (hasReturns ? cell : cell.replaceAll("\r\n", "\n"));
    const rows = Array.isArray(json[0]) ? (json.slice(1) as string[][]) : json.map((row) => Object.values(row));
    const expected = rows.map((row) => row.map(clean));
    expect((await read(path)).rows).toEqual(expected);
    expect((await read(path, "to compare")).rows).toEqual(expected);
  });
});

test("what is no delimited text is refused by name", () => {
  const folder = makeFolder({
    "a.csv": "",
    "b.csv": "PK\x03\x04rest",
    "c.csv": "<!DOCTYPE html><html>",
    "d.csv": Buffer.from([0x1f, 0x8b, 8]),
  });
  onTestFinished(() => {});
  const refuse = (name: string) => () => scanFile(join(folder, name), name);
  expect(refuse("a.csv")).toThrow("a.csv: is empty");
  expect(refuse("b.csv")).toThrow("b.csv: is a ZIP archive or an Excel workbook");
  expect(refuse("c.csv")).toThrow("c.csv: is a web page or XML");
  expect(refuse("d.csv")).toThrow("d.csv: is compressed");
});
