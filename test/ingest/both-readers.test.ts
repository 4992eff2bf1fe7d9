import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {openDatabase, quoteName} from "../../pipeline/db.js";
import {landFile} from "../../pipeline/ingest/read.js";
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

test.each(FOLDERS)("both readers make the same of every clean file in %s", {timeout: 240_000}, async (folder) => {
  if (!existsSync(folder)) return;
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
