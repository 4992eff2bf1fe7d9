import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, onTestFinished, test} from "vitest";
import {NOTHING} from "../../pipeline/ingest/read.js";
import {parseConfig} from "../../pipeline/config.js";
import {openDatabase} from "../../pipeline/db.js";
import {UserError} from "../../pipeline/errors.js";
import {ingest} from "../../pipeline/ingest/index.js";
import {landFile} from "../../pipeline/ingest/read.js";
import {scanFile} from "../../pipeline/ingest/scan.js";
import {sniffDialect} from "../../pipeline/ingest/sniff.js";
import {openExport} from "../../pipeline/ingest/unpack.js";
import {counts, csv, ingestFiles} from "./given-files.js";

const ROOT = join(import.meta.dirname, "../../../shared/real-inputs");
const isThere = existsSync(ROOT);
if (!isThere) test.skip(`${ROOT} is not there`, () => {});

const below = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), {withFileTypes: true}).flatMap((entry) =>
    entry.isDirectory() ? below(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
const SUITES = ["csv_spectrum", "csv_test_data", "duckdb_csv", "salesforce_dataloader"];
const isExport = (path: string) => /\.(csv|tsv|txt|tbl|gz)$/.test(path) && !/SOURCE|LICENSE/.test(path);

/** Undefined for what is refused before its header. */
async function readHeaders(name: string): Promise<string[] | undefined> {
  try {
    const opened = await openExport({path: join(ROOT, name), name});
    try {
      return sniffDialect(scanFile(opened.path, name), name, {}).headers;
    } finally {
      opened.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw new Error(name, {cause: error});
    return undefined;
  }
}

describe.runIf(isThere).each(SUITES)("%s", (suite) => {
  const files = isThere ? below(suite).filter(isExport) : [];
  test("every file is read or refused, and where both readers take it they agree", async () => {
    const db = await openDatabase();
    onTestFinished(() => db.close());
    let read = 0;
    for (const name of files) {
      const path = join(ROOT, name);
      try {
        const facts = scanFile(path, name);
        const dialect = sniffDialect(facts, name, {});
        const landing = await landFile(db, path, name, "fast", facts, dialect);
        read++;
        if (landing.path === "careful") {
          await landing.close();
          continue;
        }
        const other = await landFile(db, path, name, "careful", facts, {...dialect, care: "to compare"});
        const select = (table: string, line: string) =>
          `select ${line} as "#line", ${dialect.headers.map((header) => `nullif("${header.replaceAll('"', '""')}", '')`).join(", ")} from ${table}`;
        const [difference] = await db.rows<{n: number}>(
          `select count(*) as n from ((${select("fast", landing.line)} except all ${select("careful", other.line)})
            union all (${select("careful", other.line)} except all ${select("fast", landing.line)}))`,
        );
        await other.close();
        expect([name, difference!.n, other.malformed.length]).toEqual([name, 0, 0]);
      } catch (error) {
        if (!(error instanceof UserError)) throw new Error(name, {cause: error});
        expect(error.message).toContain(name);
      }
    }
    expect(read).toBeGreaterThan(files.length * 0.9);
  });
  test("mapped to an entity, every row of every file is accounted for", async () => {
    const db = await openDatabase();
    onTestFinished(() => db.close());
    let rows = 0;
    for (const name of files) {
      // The first column stands for the id and the last for the name, whatever they hold: rows come as they may, and none is lost.
      const headers = await readHeaders(name);
      if (!headers) continue;
      const columns = {account_id: headers[0]!, ...(headers.length > 1 ? {name: headers.at(-1)!} : {})};
      const sources = [{files: [name], profile: "canonical", entity: "accounts", columns}];
      try {
        const {files: reports} = await ingest(db, parseConfig(JSON.stringify({sources}), join(ROOT, "baton.config.yaml")));
        for (const report of reports) {
          const {rows_read, loaded, merged, rejected, set_aside} = report;
          expect([name, loaded + merged + rejected + set_aside]).toEqual([name, rows_read]);
          const [found] = await db.rows<{loaded: number; told: number}>(`select (select count(*) from raw.accounts) as loaded,
            (select count(distinct line) from raw.rejects where effect = 'row') as told`);
          expect([name, found!.loaded]).toEqual([name, loaded]);
          expect(found!.told, name).toBe(rejected);
          rows += rows_read;
        }
      } catch (error) {
        if (!(error instanceof UserError)) throw new Error(name, {cause: error});
        expect(error.message).toContain(name);
      }
    }
    expect(rows).toBeGreaterThan(0);
  });
});

describe.runIf(isThere)("the big list of naughty strings", () => {
  test("arrives letter by letter as the name of accounts", async () => {
    const strings = (JSON.parse(readFileSync(join(ROOT, "naughty_strings/blns.json"), "utf8")) as string[]).filter(
      (text) => text.trim() !== "",
    );
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const {db, file} = await ingestFiles({
      "accounts.csv": csv("account_id,name", ...strings.map((text, index) => `${index},${quote(text)}`)),
    });
    expect(counts(file())).toEqual([strings.length, strings.length, 0, 0, 0]);
    const rows = await db.rows<{name: string | null}>("select name from raw.accounts order by account_id::integer");
    const blank = (text: string) => text.replace(/^[ \t\r\n\u00a0\u3000\ufeff]+|[ \t\r\n\u00a0\u3000\ufeff]+$/g, "");
    const isNothing = (text: string) => (NOTHING as readonly string[]).includes(text);
    expect(rows.map(({name}) => name ?? "")).toEqual(
      strings.map((text) => (isNothing(text) ? "" : blank(text.replaceAll("\0", "")))),
    );
  });
  test("as it is, one string a line, it is read or refused", async () => {
    const path = join(ROOT, "naughty_strings/blns.txt");
    const db = await openDatabase();
    onTestFinished(() => db.close());
    const facts = scanFile(path, "blns.txt");
    const landing = await landFile(db, path, "blns.txt", "t", facts, sniffDialect(facts, "blns.txt", {}));
    await landing.close();
    expect(landing.rows + landing.malformed.length).toBeGreaterThan(600);
  });
});
