/** Publishing: what a build makes, then a tree per audience, looked through for leaks, and put into the place of the last ones. */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {mkdir, rm, writeFile} from "node:fs/promises";
import {dirname, join, relative} from "node:path";
import type {SiteKind} from "../src/components/audience-pages.js";
import {buildWith, type BuildOptions, type DataReport} from "./build.js";
import type {Config} from "./config.js";
import {openDatabase, type Database} from "./db.js";
import {UserError} from "./errors.js";
import {findLeaks, formatLeaks} from "./leaks/index.js";
import {SILENT, timed} from "./progress.js";
import {swapFolder} from "./publish/shell-assemble.js";
import {checkShell} from "./publish/shell-check.js";
import {cutShell} from "./publish/shell-site.js";
import {makeTrees, type Tree} from "./publish/trees.js";
import {stage, type Workspace} from "./workspace.js";

/** Looks through trees that are not published yet. @returns what they hold and may not, in words; undefined when all is well */
export type CheckLeaks = (trees: {
  folder: string;
  trees: readonly Tree[];
  db: Database;
  config: Config;
}) => Promise<string | undefined>;

export interface PublishSiteOptions extends BuildOptions {
  /** Folder of all trees. */
  out: string;
  /** In place of the leak test. */
  checkLeaks?: CheckLeaks;
}

export interface PublishReport extends DataReport {
  out: string;
  trees: Tree[];
  treeFiles: number;
  /** Managers whom no team names. */
  withoutTeam: string[];
}

/** The leak test, which knows nothing of how trees are made. */
export const testLeaks: CheckLeaks = async ({folder, trees, db, config}) => {
  const {contact_details: contactDetails, exec_sees_people: execSeesPeople} = config.publish;
  const placed = trees.map((tree) => ({...tree, folder: join(folder, tree.folder)}));
  const leaks = await findLeaks(db, placed, {contactDetails, execSeesPeople, exemplars: config.exemplars});
  return leaks.length > 0 ? formatLeaks(leaks.map((leak) => ({...leak, tree: relative(folder, leak.tree)}))) : undefined;
};

/**
 * Builds what has changed, makes all trees aside, has them looked through, and puts them into place in one go: trees of people who are no
 * longer there go with the old ones.
 * @throws UserError like `buildSite`, and when a tree holds what its readers may not see; the trees of before then stay
 */
export async function publishSite(config: Config, workspace: Workspace, options: PublishSiteOptions): Promise<PublishReport> {
  const {out, checkLeaks = testLeaks, progress = SILENT} = options;
  refuseForeign(out);
  return buildWith(config, workspace, options, async (report) => {
    const next = stage(out);
    const db = await openDatabase(workspace.warehouse, {readOnly: true});
    try {
      const made = await timed("trees", progress, async () => {
        const trees = await makeTrees(db, config, {data: workspace.data, out: next, shellOf: openShells(workspace)});
        await writeFile(join(next, MARK), "");
        return [
          trees,
          `${trees.trees.length} trees, ${trees.files.toLocaleString("en")} files, ${trees.written.toLocaleString("en")} of them their own`,
        ];
      });
      await timed("leaks", progress, async () => {
        const leaks = await checkLeaks({folder: next, trees: made.trees, db, config});
        if (leaks !== undefined) throw new UserError(leaks);
        return [undefined, "none"];
      });
      await swapFolder(next, out);
      return {...report, out, trees: made.trees, treeFiles: made.files, withoutTeam: made.withoutTeam};
    } finally {
      db.close();
      await rm(next, {recursive: true, force: true});
    }
  });
}

/** Says that a folder was made by us, and may be replaced. */
const MARK = ".baton-published";

/** A folder of somebody else's is not swapped away. */
function refuseForeign(out: string): void {
  if (!existsSync(out) || existsSync(join(out, MARK)) || readdirSync(out).length === 0) return;
  throw new UserError(`${out}: not a folder of published trees, and not empty\n  → name another with --out DIR, or empty it`);
}

/** Shells by kind of site, cut from the one of all pages; kept as long as that is the same. */
function openShells(workspace: Workspace): (kind: SiteKind) => Promise<{folder: string; files: readonly string[]}> {
  const made = new Map<SiteKind, Promise<{folder: string; files: readonly string[]}>>();
  const key = readFileSync(`${workspace.shell}.key`, "utf8");
  const make = async (kind: SiteKind) => {
    const folder = join(workspace.folder, "shells", kind);
    const list = `${folder}.json`;
    const known = existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as {key: string; files: string[]}) : undefined;
    if (known?.key === key && existsSync(folder)) return {folder, files: known.files};
    const next = stage(folder);
    await mkdir(dirname(folder), {recursive: true});
    const files = await cutShell(workspace.shell, next, kind);
    await checkShell(next);
    await rm(list, {force: true});
    await swapFolder(next, folder);
    await writeFile(list, JSON.stringify({key, files}));
    return {folder, files};
  };
  return (kind) => {
    let shell = made.get(kind);
    if (!shell) made.set(kind, (shell = make(kind)));
    return shell;
  };
}
