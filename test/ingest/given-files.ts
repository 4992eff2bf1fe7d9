import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {onTestFinished} from "vitest";
import {rmSync} from "node:fs";
import {parseConfig} from "../../pipeline/config.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {ingest, type FileReport, type IngestReport} from "../../pipeline/ingest/index.js";

export interface Given {
  db: Database;
  report: IngestReport;
  /** The ledger line of the first file, or of the one named. */
  file(name?: string, entity?: string): FileReport;
  /** The rejects as texts: line column value effect. */
  rejects(): Promise<string[]>;
}

/** A folder with the given files in it, gone after the test. */
export function makeFolder(files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), "baton-"));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Ingests the files with a configuration (YAML) into a database in memory; without one, every file is a source. */
export async function ingestFiles(files: Record<string, string | Buffer>, yaml?: string): Promise<Given> {
  const folder = makeFolder(files);
  const text =
    yaml ??
    `sources:\n${Object.keys(files)
      .map((name) => `  - files: ${JSON.stringify(name)}\n`)
      .join("")}`;
  const db = await openDatabase();
  onTestFinished(() => db.close());
  const report = await ingest(db, parseConfig(text, join(folder, "baton.config.yaml")));
  return {
    db,
    report,
    file: (name, entity) =>
      report.files.find(
        (file) => (name === undefined || file.path === name) && (entity === undefined || file.entity === entity),
      )!,
    rejects: async () =>
      (
        await db.rows<Record<string, string | number | null>>(
          "select line, column_name, value, effect from raw.rejects order by file_id, line, column_name, effect",
        )
      ).map((row) =>
        Object.values(row)
          .map((value) => value ?? "")
          .join(" | "),
      ),
  };
}

/** The message with which ingesting fails. */
export async function failure(files: Record<string, string | Buffer>, yaml?: string): Promise<string> {
  try {
    await ingestFiles(files, yaml);
  } catch (error) {
    if ((error as Error).name !== "UserError") throw error;
    return (error as Error).message;
  }
  throw new Error("ingested without complaint");
}

/** Lines of a CSV. */
export const csv = (...lines: string[]): string => `${lines.join("\n")}\n`;

/** The counts of a ledger line, and that they add up. */
export function counts({rows_read, loaded, merged, rejected, set_aside}: FileReport): number[] {
  if (rows_read !== loaded + merged + rejected + set_aside)
    throw new Error(`${rows_read} rows read are not ${loaded} + ${merged} + ${rejected} + ${set_aside}`);
  return [rows_read, loaded, merged, rejected, set_aside];
}
