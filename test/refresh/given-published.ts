import {execFileSync} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {readConfig, type Config} from "../../pipeline/config.js";
import type {RefreshStatus} from "../../pipeline/contract/status.js";
import {describeSources} from "../../pipeline/publish/shell/shell.js";
import {refreshSite, type RefreshOptions, type RefreshResult} from "../../pipeline/refresh-site.js";
import {locateWorkspace, ROOT, type Workspace} from "../../pipeline/workspace.js";
import {PAGES} from "../../src/components/words/words.js";
import {SMALL_SETTINGS} from "../small-settings.js";

export interface PublishedCompany {
  folder: string;
  out: string;
  workspace: Workspace;
  /** Writes an export or the configuration. */
  write(name: string, text: string): void;
  config(): Config;
  refresh(options?: Partial<RefreshOptions>): Promise<RefreshResult>;
  status(): RefreshStatus;
  /** Hash over every served file but the status; "" when nothing is served. */
  hashServed(): string;
  /** A company in the same state, in a folder of its own. */
  copy(finish: (act: () => void) => void): PublishedCompany;
}

const day = (n: number) => new Date(Date.parse("2026-06-01T09:00:00Z") + n * 86_400_000).toISOString();

export const PEOPLE = `person_id,name,email,role,team,manager_id
ann,Ann Orr,ann@example.com,sdr,North,mo
cid,Cid Ask,cid@example.com,sdr,North,mo
bob,Bob Ray,bob@example.com,ae,Sales,mo
mo,Mo Day,mo@example.com,manager,,
`;

/** Meetings of 120 days, three of four held; `more` are lines to add. */
export const handoffs = (count = 120, more = ""): string =>
  `handoff_id,sdr_id,ae_id,account_id,booked_at,meeting_at,meeting_status,budget\n${Array.from({length: count}, (_, n) => `h${n},${n % 2 ? "ann" : "cid"},bob,a${n},${day(n - 3)},${day(n)},${n % 4 ? "held" : "no_show"},${n % 3 ? "50k" : ""}\n`).join("")}${more}`;

export const SETTINGS = `company: Tiny Ltd
${SMALL_SETTINGS}sources:
  - {files: "people.csv", exported_at: "2026-10-01T06:00:00Z"}
  - {files: "handoffs*.csv"}
`;

/** A tiny company that has published nothing yet. Its pages are empty ones: what is tried here is how builds change places. */
export async function givenPublished(finish: (act: () => void) => void): Promise<PublishedCompany> {
  const folder = mkdtempSync(join(tmpdir(), "baton-refresh-"));
  finish(() => rmSync(folder, {recursive: true, force: true}));
  mkdirSync(join(folder, "company"));
  const company = openCompany(folder);
  company.write("people.csv", PEOPLE);
  company.write("handoffs.csv", handoffs());
  company.write("baton.config.yaml", SETTINGS);
  await plantShell(company.workspace);
  return company;
}

/** The company whose things lie in a folder. */
export function openCompany(folder: string): PublishedCompany {
  const out = join(folder, "published");
  const workspace = locateWorkspace(join(folder, "build"));
  const config = () => readConfig(join(folder, "company/baton.config.yaml"));
  return {
    folder,
    out,
    workspace,
    config,
    write: (name, text) => writeFileSync(join(folder, "company", name), text),
    refresh: (options = {}) => refreshSite(config(), workspace, {out, ...options}),
    status: () => JSON.parse(readFileSync(`${out}.status.json`, "utf8")) as RefreshStatus,
    hashServed: () => (existsSync(out) ? hashFolder(realpathSync(out)) : ""),
    copy(finish) {
      const copy = mkdtempSync(join(tmpdir(), "baton-refresh-"));
      finish(() => rmSync(copy, {recursive: true, force: true}));
      // Links among the files stay links, so that a copy is as small as what it is a copy of.
      execFileSync("cp", ["-a", `${folder}/.`, copy]);
      return openCompany(copy);
    },
  };
}

/** Hash over names and contents of all files of a folder of trees, but what changes while it is served. */
export function hashFolder(folder: string): string {
  const hash = createHash("sha256");
  const files = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith("revops/status.json"))
    .sort();
  for (const path of files)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update("\0");
  return hash.digest("hex");
}

/** Pages that hold nothing, under the key of the present sources, so that none are built. */
async function plantShell({shell}: Workspace): Promise<void> {
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(shell, path)), {recursive: true});
    writeFileSync(join(shell, path), text);
  };
  for (const {path} of Object.values(PAGES)) put(`${path.slice(1)}.html`, "<!doctype html><title>Page</title>");
  writeFileSync(`${shell}.key`, (await describeSources(ROOT)).key);
}
