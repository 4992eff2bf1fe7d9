import {existsSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {expect, onTestFinished, test} from "vitest";
import {openDatabase, quoteName} from "../../pipeline/db.js";
import {writeClean} from "../../pipeline/ingest/clean.js";
import {landFile, readClean} from "../../pipeline/ingest/read.js";
import {scanFile} from "../../pipeline/ingest/scan.js";
import {sniffDialect} from "../../pipeline/ingest/sniff.js";

const SHARED = join(import.meta.dirname, "../../../shared/real-inputs");
// The suites of odd files have a test of their own.
const FOLDERS = [
  join(import.meta.dirname, "../../sample-data/canonical"),
  join(import.meta.dirname, "../../sample-data/shapes"),
  ...[
    "hubspot_dummy_labels",
    "hubspot_fivetran_seeds",
    "salesforce_fivetran_seeds",
    "maven_crm_iso",
    "crm_leads_activity_opp",
  ].map((name) => join(SHARED, name)),
];
const below = (folder: string): string[] =>
  readdirSync(folder, {withFileTypes: true}).flatMap((entry) =>
    entry.isDirectory() ? below(join(folder, entry.name)) : /\.csv$/.test(entry.name) ? [join(folder, entry.name)] : [],
  );

for (const folder of FOLDERS.filter((folder) => !existsSync(folder))) test.skip(`${folder} is not there`, () => {});

const there = FOLDERS.filter((folder) => existsSync(folder));
test.each(there)("both readers make the same of every clean file in %s", {timeout: 240_000}, async (folder) => {
  const db = await openDatabase();
  onTestFinished(() => db.close());
  for (const path of below(folder)) {
    const facts = scanFile(path, path);
    const dialect = sniffDialect(facts, path, {});
    const fast = await landFile(db, path, path, "fast", facts, dialect);
    if (fast.path === "careful") {
      await fast.close();
      continue;
    }
    const careful = await landFile(db, path, path, "careful", facts, {...dialect, care: "to compare"});
    const cells = dialect.headers.map((header) => `nullif(${quoteName(header)}, '')`).join(", ");
    const [difference] = await db.rows<{n: number}>(
      `select count(*) as n from (select ${fast.line}, ${cells} from fast except all select ${careful.line}, ${cells} from careful)`,
    );
    await careful.close();
    expect([path, fast.rows, difference!.n, careful.malformed]).toEqual([path, careful.rows, 0, []]);
  }
});

test("what the careful reader writes for DuckDB comes back as it was: quotes, blanks, line ends, control characters, short rows", async () => {
  const folder = mkdtempSync(join(tmpdir(), "baton-clean-"));
  const path = join(folder, "clean.csv");
  const db = await openDatabase();
  onTestFinished(() => {
    db.close();
    rmSync(folder, {recursive: true});
  });
  const unit = fc.constantFrom("a", "é", "😀", '"', ",", ";", "\n", "\r", " ", "\t", "\u00a0", "\u001f", "\u001e", "\\", "'");
  const rows = fc.array(fc.array(fc.string({unit, maxLength: 5}), {minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 8});
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const clean = writeClean(path, [given.map((cells, index) => ({line: index + 2, cells}))], 3);
      const found = await db.rows<Record<string, string | null>>(
        `select * from ${readClean(path, ["a", "b", "c"], clean.longest)}`,
      );
      const text = (cells: (string | null | undefined)[]) => cells.map((cell) => cell ?? "");
      expect(found.map(({_line, a, b, c}) => text([_line, a, b, c]))).toEqual(
        given.map(([a, b, c], index) => text([String(index + 2), a, b, c])),
      );
      expect(clean.hasOddBlanks).toBe(given.flat().some((cell) => /^ *[^\S ]|[^\S ] *$/.test(cell)));
    }),
    {numRuns: 200},
  );
});
