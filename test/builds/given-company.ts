import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {onTestFinished} from "vitest";
import {readConfig, type Config} from "../../pipeline/config.js";
import {openDatabase} from "../../pipeline/db.js";
import {locateWorkspace, type Workspace} from "../../pipeline/workspace.js";

export interface Company {
  folder: string;
  config(): Config;
  workspace: Workspace;
  write(name: string, text: string): void;
}

export const HANDOFFS = `handoff_id,sdr_id,ae_id,account_id,meeting_at,meeting_status
h1,ann,bob,a1,2026-09-01T10:00:00Z,held
h2,ann,bob,a2,2026-09-02T10:00:00Z,no_show
h3,cid,bob,a3,2026-09-03T10:00:00Z,held
h3,cid,bob,a3,2026-09-03T10:00:00Z,perhaps
`;
const PEOPLE = "person_id,name,email,role\nann,Ann Orr,ann@example.com,sdr\nbob,Bob Ray,bob@example.com,ae\n";

/** A small company with a handoffs and a people export, in a folder that is gone after the test, or after what `finish` waits for. */
export function givenCompany(finish: (act: () => void) => void = onTestFinished): Company {
  const folder = mkdtempSync(join(tmpdir(), "baton-build-"));
  finish(() => rmSync(folder, {recursive: true, force: true}));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write("handoffs.csv", HANDOFFS);
  write("people.csv", PEOPLE);
  write("baton.config.yaml", `company: Small Ltd\nas_of: "2026-10-01T00:00:00Z"\nsources:\n  - files: "*.csv"\n`);
  const config = () => readConfig(join(folder, "baton.config.yaml"));
  return {folder, config, write, workspace: locateWorkspace(join(folder, "build"))};
}

/** Everything of a table of the built warehouse as one text; what files are read beside each other leave in raw has no order of its own, and their numbers tell which build saw them first. */
export async function readTable({warehouse}: Workspace, query = "marts.metrics"): Promise<string> {
  const db = await openDatabase(warehouse, {readOnly: true});
  try {
    const isRaw = query.startsWith("raw.");
    const rows = isRaw
      ? `select columns(name -> name not in ('_file_id', 'file_id')) from ${query} order by all`
      : `from ${query}`;
    return JSON.stringify(await db.rows(rows));
  } finally {
    db.close();
  }
}
