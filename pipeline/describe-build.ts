/** What a build was made of, and its figures, as they are kept beside it. */
import {createHash} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "./config.js";
import type {Manifest} from "./contract/datasets.js";
import type {Database} from "./db.js";
import {hashForgottenNow, type Inputs} from "./inputs.js";
import {findFiles} from "./ingest/find.js";
import type {BuildRecord} from "./refresh/build-record.js";
import {readFigures} from "./refresh/figures.js";
import {ROOT, type Workspace} from "./workspace.js";

/** The record of the build whose data stand in the workspace; number, trees and files are known later. */
export async function describeBuild(db: Database, config: Config, workspace: Workspace, inputs: Inputs): Promise<BuildRecord> {
  const manifest = JSON.parse(readFileSync(join(workspace.data, "manifest.json"), "utf8")) as Manifest;
  const paths = new Map(findFiles(config).files.map(({name, path}) => [name, path]));
  return {
    number: 0,
    version: manifest.version,
    made_at: new Date().toISOString().replace(/\.\d{3}Z$/, "Z"),
    as_of: manifest.as_of,
    kind: "full",
    base: manifest.version,
    made_from: hashMade(workspace, inputs),
    code: inputs.hashOwnCode(),
    definitions: hashDefinitions(config),
    exports: inputs.hashExports(),
    privacy: hashPrivacy(config, inputs.hashForgotten()),
    moves_numbers: listMoves(),
    ledger: manifest.ledger,
    trees: 0,
    files: 0,
    figures: await readFigures(db, (name) => (paths.has(name) ? inputs.hashFile(paths.get(name)!) : ""), config.guard.min_rows),
  };
}

/** Hash of all that a site follows from: exports, settings, code and pages. */
export const hashMade = (workspace: Workspace, inputs: Inputs): string =>
  hash([inputs.hashContents(), readFileSync(`${workspace.shell}.key`, "utf8")]);

/** Hash of the settings that a number can depend on. */
export const hashDefinitions = (config: Config): string => hash([JSON.stringify(pickDefinitions(config))]);

/** Settings that a number can depend on: all but those of the job itself, of what is shown, and of where the file lies. */
function pickDefinitions({
  refresh: _refresh,
  guard: _guard,
  publish: _publish,
  path: _path,
  folder: _folder,
  links: _links,
  ...rest
}: Config): object {
  return rest;
}

/**
 * Hash of what decides who may be seen by whom: a build made under another is not brought back.
 * @param forgotten hash over who is to be forgotten, by default as the list stands now
 */
export function hashPrivacy(config: Config, forgotten = hashForgottenNow(config)): string {
  const {granularity, publish, exemplars} = config;
  const {site_url: _site, ...shown} = publish;
  const {pseudonymise, retention_months} = config as {pseudonymise?: unknown; retention_months?: unknown};
  return hash([forgotten, JSON.stringify([granularity, shown, exemplars, pseudonymise, retention_months])]);
}

/** What the changelog says of changes that move numbers, a line each. */
function listMoves(): string[] {
  const path = join(ROOT, "CHANGELOG.md");
  if (!existsSync(path)) return [];
  const entries = readFileSync(path, "utf8").split(/\n(?=- )/);
  return entries
    .filter((entry) => entry.includes("**moves numbers**"))
    .map((entry) => entry.replace(/\s+/g, " ").replace(/^- /, "").trim());
}

const hash = (parts: readonly string[]): string => createHash("sha256").update(JSON.stringify(parts)).digest("hex");
