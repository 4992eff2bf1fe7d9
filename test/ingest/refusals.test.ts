import {closeSync, ftruncateSync, openSync, symlinkSync, writeFileSync, writeSync} from "node:fs";
import {join} from "node:path";
import {crc32, deflateRawSync, gzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {findFiles} from "../../pipeline/ingest/find.js";
import {scanFile} from "../../pipeline/ingest/scan.js";
import {openExport} from "../../pipeline/ingest/unpack.js";
import {counts, csv, failure, ingestFiles, makeFolder} from "./given-files.js";

const ACCOUNTS = csv("account_id,name", "1,Acme", "2,Zoë & Söhne");
const CONTACTS = csv("contact_id,account_id,name", "7,1,Ada");

interface Packed {
  content: string | Buffer;
  /** What the directory claims, where it lies. */
  unpacked?: number;
  isEncrypted?: boolean;
}

/** A ZIP archive, byte by byte. */
function zip(files: Record<string, string | Packed>): Buffer {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, given] of Object.entries(files)) {
    const {content, unpacked, isEncrypted} = typeof given === "string" ? ({content: given} as Packed) : given;
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(isEncrypted ? 1 : 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(unpacked ?? bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    parts.push(Buffer.from("PK\x03\x04", "latin1"), fields, Buffer.from(name), packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), fields, rest, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

test("a gzipped export is read as the export", async () => {
  const {db, file} = await ingestFiles({"accounts.csv.gz": gzipSync(ACCOUNTS)});
  expect(counts(file())).toEqual([2, 2, 0, 0, 0]);
  expect(await db.rows("select name from raw.accounts order by 1")).toEqual([{name: "Acme"}, {name: "Zoë & Söhne"}]);
});

test("an archive gives each of its exports, whatever entity they hold; what is none is told", async () => {
  const {report, file} = await ingestFiles({
    "weekly.zip": zip({
      "2026-03-01/accounts.csv": ACCOUNTS,
      "contacts.csv": CONTACTS,
      "more/accounts_2.csv": csv("account_id,name", "3,Third"),
      "logo.png": "no text",
      "__MACOSX/._accounts.csv": "of the Mac",
    }),
  });
  expect(report.files.map(({path, entity, loaded}) => [path, entity, loaded])).toEqual([
    ["weekly.zip/2026-03-01/accounts.csv", "accounts", 2],
    ["weekly.zip/contacts.csv", "contacts", 1],
    ["weekly.zip/more/accounts_2.csv", "accounts", 1],
  ]);
  expect(file("weekly.zip/2026-03-01/accounts.csv").exported_at).toBe("2026-03-01 00:00:00");
  expect(report.problems.find(({where}) => where === "weekly.zip")?.what).toBe(
    "one file in it is no export and not read: logo.png",
  );
});

test("a source may name one file of an archive", async () => {
  const given = {"all.zip": zip({"a/accounts.csv": ACCOUNTS, "contacts.csv": CONTACTS})};
  const {report} = await ingestFiles(given, "sources:\n  - files: all.zip/a/accounts.csv\n");
  expect(report.files.map(({path}) => path)).toEqual(["all.zip/a/accounts.csv"]);
  expect(await failure(given, "sources:\n  - files: all.zip/b.csv\n")).toContain(
    "all.zip: holds no b.csv, but a/accounts.csv, contacts.csv",
  );
});

test("a folder means every export below it", async () => {
  const {report} = await ingestFiles(
    {
      "daily/2026-03-01/accounts.csv": ACCOUNTS,
      "daily/2026-03-02/Accounts.Csv": ACCOUNTS,
      "daily/notes.md": "none",
      "daily/deals.xlsx": "PK",
      "daily/error.json": "{}",
    },
    "sources:\n  - files: daily\n",
  );
  expect(report.files.map(({path}) => path)).toEqual(["daily/2026-03-01/accounts.csv", "daily/2026-03-02/Accounts.Csv"]);
  expect(report.problems).toContainEqual({
    where: "daily",
    what: "2 files are no exports and passed over: daily/deals.xlsx, daily/error.json",
    hint: "save each sheet of a workbook as CSV, and have what comes as JSON or XML exported as CSV",
  });
});

test("a gzip that was cut short, or is none, is refused", async () => {
  const packed = gzipSync(ACCOUNTS.repeat(500));
  expect(await failure({"a.csv.gz": packed.subarray(0, packed.length - 20)})).toContain("a.csv.gz: ends too early");
  expect(await failure({"a.csv.gz": ACCOUNTS})).toContain("a.csv.gz: cannot be unpacked");
  expect(await failure({"a.csv": packed})).toContain("a.csv: is compressed (gzip)");
});

test("an archive that is cut short, encrypted, empty or untrue is refused", async () => {
  const packed = zip({"accounts.csv": ACCOUNTS});
  expect(await failure({"a.zip": packed.subarray(0, -30)})).toContain("a.zip: is a damaged ZIP archive");
  expect(await failure({"a.zip": zip({"a.csv": {content: ACCOUNTS, isEncrypted: true}})})).toContain("a.zip/a.csv: is encrypted");
  expect(await failure({"a.zip": zip({})})).toContain("a.zip: is an empty archive");
  expect(await failure({"a.zip": zip({"report.xlsx": "x"})})).toContain("a.zip: holds no .csv, .tsv or .txt but report.xlsx");
  expect(await failure({"a.zip": zip({"a.csv": {content: ACCOUNTS, unpacked: 12}})})).toContain("a.zip/a.csv: is damaged");
});

test("a file in an archive that would land outside is refused, and with it the archive", async () => {
  for (const name of ["../accounts.csv", "/etc/accounts.csv", "a/../../accounts.csv", "C:\\accounts.csv", "..\\accounts.csv"]) {
    expect(await failure({"a.zip": zip({[name]: ACCOUNTS})}), name).toContain("would land outside its folder");
  }
});

test("archives whose files share bytes are refused", async () => {
  const packed = zip({"a.csv": ACCOUNTS, "b.csv": ACCOUNTS});
  // The second entry of the directory points at the first file.
  packed.writeUInt32LE(0, packed.lastIndexOf("PK\x01\x02") + 42);
  expect(await failure({"a.zip": packed})).toContain("its files overlap");
});

test("what unpacks to far more than an export does is refused by ratio and by size", async () => {
  const zeros = Buffer.alloc(100 << 20, "0");
  const folder = makeFolder({"ratio.csv.gz": gzipSync(zeros), "a.zip": zip({"ratio.csv": {content: zeros}})});
  await expect(openExport({path: join(folder, "ratio.csv.gz"), name: "ratio.csv.gz"})).rejects.toThrow(
    /^ratio.csv.gz: refused, because \d+ kB unpack to \d+ MB and more: no export does that/,
  );
  const [entry] = findFiles(parseConfig("sources:\n  - files: a.zip\n", join(folder, "baton.config.yaml"))).files;
  await expect(openExport(entry!)).rejects.toThrow("a.zip/ratio.csv: refused");
  const limits = {bytes: 1000, ratio: 1e9, harmless: 0};
  writeFileSync(join(folder, "size.csv.gz"), gzipSync(ACCOUNTS.repeat(100)));
  await expect(openExport({path: join(folder, "size.csv.gz"), name: "size.csv.gz"}, limits)).rejects.toThrow("refused");
  // An archive that claims less than it holds.
  const liar = {path: join(folder, "a.zip"), name: "a.zip/x.csv", entry: {...entry!.entry!, unpacked: 10}};
  await expect(openExport(liar)).rejects.toThrow("refused");
});

test("a pattern reads nothing outside the folder it starts from", async () => {
  const outside = makeFolder({"accounts.csv": ACCOUNTS});
  const folder = makeFolder({"exports/accounts.csv": ACCOUNTS});
  symlinkSync(join(outside, "accounts.csv"), join(folder, "exports/secret.csv"));
  symlinkSync(outside, join(folder, "exports/linked"));
  const stops = (pattern: string) =>
    findFiles(parseConfig(`sources:\n  - files: ${JSON.stringify(pattern)}\n`, join(folder, "baton.config.yaml"))).stops;
  for (const pattern of ["exports/*.csv", "exports/**/*.csv", "exports", "exports/*/../../../*/accounts.csv"])
    expect(stops(pattern)[0]?.title ?? "", pattern).toMatch(/leads out of its folder|no file matches/);
  expect(stops("exports/a*.csv")).toEqual([]);
  // A path without a pattern is the configuration's own word.
  expect(stops("exports/secret.csv")).toEqual([]);
});

test("a line of a gigabyte is refused at its beginning; a long one further down by its line", async () => {
  const folder = makeFolder({});
  const path = join(folder, "line.csv");
  const handle = openSync(path, "w");
  writeSync(handle, "account_id,name");
  ftruncateSync(handle, 2 ** 30);
  closeSync(handle);
  expect(() => scanFile(path, "line.csv")).toThrow("line.csv: line 1 is longer than 4 million characters");
  const long = `account_id,name\n1,Acme\n2,${"x".repeat(5 << 20)}\n`;
  expect(await failure({"accounts.csv": long})).toContain("accounts.csv: line 3 is longer than 4 million characters");
});

test("a file whose end is zeros was not written to its end", async () => {
  const zeros = Buffer.alloc(10_000);
  expect(await failure({"accounts.csv": Buffer.concat([Buffer.from(ACCOUNTS), zeros])})).toContain(
    "accounts.csv: ends in thousands of NUL bytes",
  );
  const inside = Buffer.concat([Buffer.from("account_id,name\n1,a"), zeros, Buffer.from("b\n")]);
  const {db} = await ingestFiles({"accounts.csv": inside});
  expect(await db.rows("select name from raw.accounts")).toEqual([{name: "ab"}]);
});

test("a workbook, a log-in page and a table of nothing named .csv are refused by what they are", async () => {
  const workbook = zip({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"});
  expect(await failure({"a.csv": workbook})).toContain("a.csv: is a ZIP archive or an Excel workbook, not delimited text");
  expect(await failure({"a.csv": "\ufeff<!DOCTYPE html>\n<html><title>Log in</title></html>"})).toContain("a.csv: is a web page");
  expect(await failure({"a.csv": ""})).toContain("a.csv: is empty");
  expect(await failure({"a.csv": "\n\n\n"})).toContain("a.csv: has no header line");
  expect(await failure({"a.csv": Buffer.from("\ufeff<html>Log in", "utf16le")})).toContain("a.csv: is a web page");
  expect(await failure({"a.csv": '[{"errorCode": "INVALID_SESSION_ID", "message": "expired"}]'})).toContain("a.csv: is JSON");
});

test("single characters that are no UTF-8 do not turn the others into gibberish, and are told", async () => {
  const bytes = Buffer.concat([Buffer.from("account_id,name\n1,Zoë Müller\n2,Bro"), Buffer.from([0xff]), Buffer.from("ken\n")]);
  const {db, report} = await ingestFiles({"accounts.csv": bytes});
  expect(await db.rows("select name from raw.accounts order by 1")).toEqual([{name: "Bro\ufffdken"}, {name: "Zoë Müller"}]);
  expect(report.problems[0]?.what).toBe("1 character is no UTF-8 and read as \ufffd");
});

test("the configuration's quote and header line hold", async () => {
  const given = {"accounts.csv": "made by,us,today\naccount_id,name\n1,'Acme, Inc.'\n"};
  const {db} = await ingestFiles(given, 'sources:\n  - files: accounts.csv\n    quote: "\'"\n    header_line: 2\n');
  expect(await db.rows("select account_id, name from raw.accounts")).toEqual([{account_id: "1", name: "Acme, Inc."}]);
});
