/** Publishing: what a build makes, then a tree per audience, looked through for leaks, and put into the place of the last ones. */
import {existsSync, readFileSync, rmSync} from "node:fs";
import {mkdir, rm, writeFile} from "node:fs/promises";
import {dirname, join, relative} from "node:path";
import type {SiteKind} from "../src/components/frame/audience-pages.js";
import {buildWith, type BuildOptions, type DataReport} from "./build.js";
import type {Config} from "./config.js";
import {openDatabase} from "./db.js";
import {UserError} from "./errors.js";
import {describeBuild} from "./describe-build.js";
import type {Inputs} from "./inputs.js";
import {formatLeaks, searchBeside, type LeakProgress} from "./leaks/index.js";
import {takeLock} from "./lock.js";
import {ROOM, withLittleMemory} from "./memory.js";
import {SILENT, timed, type Progress} from "./progress.js";
import {swapFolder} from "./publish/shell/shell-assemble.js";
import {checkShell} from "./publish/shell/shell-check.js";
import {cutShell} from "./publish/shell/shell-site.js";
import {makeTrees, type Tree, type Trees, type TreesOptions} from "./publish/trees/trees.js";
import type {BuildRecord, KeptBuild} from "./refresh/build-record.js";
import {
  keepBuild,
  madeFrom,
  listKept,
  locatePlace,
  MARK,
  nextNumber,
  openAside,
  pruneBuilds,
  readServed,
  readWithdrawn,
  refuseForeign,
  serveBuild,
  tidyPlace,
  type Place,
} from "./refresh/place.js";
import {notePlace} from "./refresh/places.js";
import {shareFiles} from "./share-files.js";
import {stage, type Workspace} from "./workspace.js";

/** Looks through trees that are not published yet. */
export interface LeakTest {
  /** @returns what the trees hold and may not, in words; undefined when all is well */
  look(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Begins to find out what to look for, while the trees are made. */
export type OpenLeakTest = (made: {
  folder: string;
  trees: readonly Tree[];
  warehouse: string;
  config: Config;
  /** Told of its steps. */
  tell?: LeakProgress;
}) => Promise<LeakTest>;

export interface PublishSiteOptions extends BuildOptions {
  /** Folder of all trees. */
  out: string;
  /** In place of the leak test. */
  openTest?: OpenLeakTest;
  /** Is told what was built, new or not. */
  look?: (next: BuildRecord) => void;
  /** Is told what is about to be published and what is served; throws to stop it. */
  admit?: (next: BuildRecord, served: KeptBuild | undefined) => Promise<void> | void;
  /** Publishes nothing when what is served was made of the same. */
  isOnlyWhenNew?: boolean;
  /** Publishes again what was rolled back. */
  isAccepted?: boolean;
}

export interface PublishReport extends DataReport {
  out: string;
  trees: Tree[];
  treeFiles: number;
  /** Managers whom no team names. */
  withoutTeam: string[];
  /** The build that is served now, and whether this run made it. */
  build: KeptBuild;
  isNew: boolean;
}

/** The leak test, which knows nothing of how trees are made: in a thread of its own, from the exports. */
export const openLeakTest: OpenLeakTest = async ({folder, trees, warehouse, config, tell}) => {
  const {contact_details: contactDetails, exec_sees_people: execSeesPeople} = config.publish;
  const placed = trees.map((tree) => ({...tree, folder: join(folder, tree.folder)}));
  const options = {contactDetails, execSeesPeople, exemplars: config.exemplars};
  const search = await searchBeside(warehouse, placed, options, tell);
  return {
    async look() {
      const leaks = await search.look();
      return leaks.length > 0 ? formatLeaks(leaks.map((leak) => ({...leak, tree: relative(folder, leak.tree)}))) : undefined;
    },
    close: () => search.close(),
  };
};

/**
 * Builds what has changed, makes all trees aside, has them looked through, and puts them into place in one go: trees of people who are no
 * longer there go with the old ones. What was published before is kept for a while.
 * @throws UserError like `buildSite`, and when a tree holds what its readers may not see; the trees of before then stay
 */
export async function publishSite(config: Config, workspace: Workspace, options: PublishSiteOptions): Promise<PublishReport> {
  const place = locatePlace(options.out);
  return withPlace(place, () => publishInto(place, config, workspace, options));
}

/** Runs something as the only one at a place, after mending what one that was killed has left. */
export async function withPlace<T>(place: Place, act: () => Promise<T>): Promise<T> {
  refuseForeign(place);
  const release = takeLock(place.lock, "publish elsewhere with --out DIR");
  try {
    tidyPlace(place);
    return await act();
  } finally {
    release();
  }
}

/** Like `publishSite`, for who holds the place. */
export const publishInto = (
  place: Place,
  config: Config,
  workspace: Workspace,
  options: Omit<PublishSiteOptions, "out">,
): Promise<PublishReport> =>
  buildWith(config, workspace, options, (report, inputs) =>
    publishTrees(place, config, workspace, {...options, report, inputs, kind: "full"}),
  );

/** What is told of a run after which the same is served as before. */
export const reportServed = (report: DataReport, {out}: Pick<Place, "out">, served: KeptBuild): PublishReport => ({
  ...report, out, trees: [], treeFiles: served.files, withoutTeam: [], build: served, isNew: false,
}); // prettier-ignore

interface TreesToPublish extends Omit<PublishSiteOptions, "out"> {
  report: DataReport;
  inputs: Inputs;
  kind: BuildRecord["kind"];
  /** Version of the whole build that a quick pass went on from. */
  base?: string;
}

/** Makes the trees of what stands in the workspace, and serves them. */
export async function publishTrees(
  place: Place,
  config: Config,
  workspace: Workspace,
  options: TreesToPublish,
): Promise<PublishReport> {
  const {report, inputs, kind, openTest, progress = SILENT, look, admit, isOnlyWhenNew = false, isAccepted = false} = options;
  const {out} = place;
  const next = openAside(place);
  try {
    const described = await describeWarehouse(config, workspace, inputs);
    const record = {...described, kind, base: options.base ?? described.version};
    look?.(record);
    const served = listKept(place).find(({name}) => name === readServed(place));
    const known = served && [madeFrom(served), ...(isAccepted ? [] : readWithdrawn(place))];
    if (
      isOnlyWhenNew &&
      known &&
      (known.includes(madeFrom(record)) || (kind === "handoffs" && served.made_from === record.made_from))
    )
      return reportServed(report, place, served);
    await admit?.(record, served);
    const {warehouse, data} = workspace;
    const made = await makeSafeTrees(config, {warehouse, data, out: next, shellOf: openShells(workspace), openTest, progress});
    await writeFile(join(next, MARK), "");
    if (served) shareFiles(next, join(place.builds, served.name));
    const build = keepBuild(place, next, {...record, number: nextNumber(place), trees: made.trees.length, files: made.files});
    serveBuild(place, build.name);
    for (const path of [place.refused, place.withdrawn]) rmSync(path, {force: true});
    // Nobody comes back who has been put on the list since, or whom fewer may see by now.
    pruneBuilds(place, config.refresh.keep_builds, ({privacy}) => privacy !== build.privacy);
    notePlace(workspace, out);
    return {...report, out, trees: made.trees, treeFiles: made.files, withoutTeam: made.withoutTeam, build, isNew: true};
  } finally {
    await rm(next, {recursive: true, force: true});
  }
}

/** What the warehouse that stands says of its build; closed again, so that nothing of it is held while trees are made. */
async function describeWarehouse(config: Config, workspace: Workspace, inputs: Inputs) {
  const db = await openDatabase(workspace.warehouse, {readOnly: true});
  try {
    return await describeBuild(db, config, workspace, inputs);
  } finally {
    db.close();
  }
}

export interface SafeTreesOptions extends Omit<TreesOptions, "begin"> {
  warehouse: string;
  openTest?: OpenLeakTest;
  progress?: Progress;
  /** Told of the steps of the leak test. */
  tell?: LeakProgress;
}

/**
 * Makes all trees below `out`, and has them looked through. What to look for is found out meanwhile.
 * @throws UserError when one holds what its readers may not see
 */
export async function makeSafeTrees(config: Config, options: SafeTreesOptions): Promise<Trees> {
  const {out, warehouse, openTest = openLeakTest, progress = SILENT, tell} = options;
  const db = await openDatabase(warehouse, {readOnly: true});
  let test: LeakTest | undefined;
  try {
    const make = async () => {
      const begin = async (trees: readonly Tree[]) => {
        test = await openTest({folder: out, trees, warehouse, config, tell});
      };
      return makeTrees(db, config, {...options, begin});
    };
    const made = await timed("trees", progress, async () => {
      const trees = await withLittleMemory(db, ROOM.trees, make);
      return [
        trees,
        `${trees.trees.length} trees, ${trees.files.toLocaleString("en")} files, ${trees.written.toLocaleString("en")} of them their own`,
      ];
    });
    await timed("leaks", progress, async () => {
      const leaks = await test?.look();
      if (leaks !== undefined) throw new LeaksFound(leaks);
      return [undefined, "none"];
    });
    return made;
  } finally {
    await test?.close();
    db.close();
  }
}

/** A tree held what its readers may not see. */
export class LeaksFound extends UserError {}

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
