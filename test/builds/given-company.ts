import {cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {inject, onTestFinished} from "vitest";
import {buildData} from "../../pipeline/build.js";
import {readConfig, type Config} from "../../pipeline/config.js";
import {openDatabase} from "../../pipeline/db.js";
import {locateWorkspace, type Workspace} from "../../pipeline/workspace.js";
import {inTurn} from "../in-turn.js";
import {SMALL_SETTINGS} from "../small-settings.js";

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

const at = (folder: string): Company => ({
  folder,
  config: () => readConfig(join(folder, "baton.config.yaml")),
  write: (name, text) => writeFileSync(join(folder, name), text),
  workspace: locateWorkspace(join(folder, "build")),
});
const SETTINGS = `company: Small Ltd
as_of: "2026-10-01T00:00:00Z"
${SMALL_SETTINGS}sources:
  - files: "*.csv"
`;

type Finish = (act: () => void) => void;

function makeFolder(finish: Finish): string {
  const folder = mkdtempSync(join(tmpdir(), "baton-build-"));
  finish(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

function fill(company: Company): Company {
  company.write("handoffs.csv", HANDOFFS);
  company.write("people.csv", PEOPLE);
  company.write("baton.config.yaml", SETTINGS);
  return company;
}

/** A small company with a handoffs and a people export, in a folder that is gone after the test, or after what `finish` waits for. */
export const givenCompany = (finish: Finish = onTestFinished): Company => fill(at(makeFolder(finish)));

/** The same company after its first build, which is done once in a run: what is given is a copy, in a folder of its own. */
export async function givenBuilt(finish: Finish = onTestFinished): Promise<Company> {
  const built = join(inject("shared"), "small-company");
  await inTurn("small-company", async () => {
    if (existsSync(built)) return;
    const making = `${built}.making`;
    rmSync(making, {recursive: true, force: true});
    mkdirSync(making, {recursive: true});
    const company = fill(at(making));
    await buildData(company.config(), company.workspace);
    renameSync(making, built);
  });
  return copyBuilt({folder: built}, finish);
}

/** A company in the state of one that is built, in a folder of its own. */
export async function copyBuilt({folder: from}: Pick<Company, "folder">, finish: Finish = onTestFinished): Promise<Company> {
  const folder = makeFolder(finish);
  cpSync(from, folder, {recursive: true, preserveTimestamps: true});
  const company = at(folder);
  // Notes where and since when its files lie there, and must find nothing else new.
  const {isRebuilt} = await buildData(company.config(), company.workspace);
  if (isRebuilt) throw new Error("the copy of a built company is not taken for built");
  return company;
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
