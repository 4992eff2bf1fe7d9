import {spawn} from "node:child_process";
import {createHash, randomUUID} from "node:crypto";
import {cp, mkdir, readFile, rm, symlink, writeFile} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {glob} from "tinyglobby";
import type {Language} from "../../contract/language.js";
import {UserError} from "../../errors.js";
import {awaitAll} from "../../lanes.js";
import {takeApart, type Around} from "./shell-apart.js";
import {swapFolder} from "./shell-assemble.js";
import {joinComponents} from "./shell-chunks.js";
import {checkShell} from "./shell-check.js";
import {finishPages} from "./shell-finish.js";
import {listOthers, translateSources} from "./shell-language.js";
import {answerOffline, bundlePackages, findUses} from "./shell-vendor.js";

export {assembleSite} from "./shell-assemble.js";

export interface ShellOptions {
  /** Project folder: has `src`, `observablehq.config.ts`, the lock file and node_modules. */
  root: string;
  /** Folder the shell is built into; replaced as a whole, and only when the build is sound. */
  out: string;
  /** Language of its words; English if left out. */
  language?: Language;
  /** Anything else the shell depends on; a change rebuilds it. */
  cacheKey?: string;
}

/**
 * Builds the site without its data: pages, components, styles and the packages they use, in plain files that name no other host.
 * Unchanged sources are not built again. Works on a private copy of the sources, so that two builds, or a build and a preview,
 * never share a cache.
 * @returns whether it had to build, and the seconds it took
 * @throws UserError when a page or component is broken; the shell in `out` then stays as it was
 */
export async function buildShell({
  root,
  out,
  language = "en",
  cacheKey = "",
}: ShellOptions): Promise<{built: boolean; seconds: number}> {
  const startedAt = performance.now();
  const spend = () => (performance.now() - startedAt) / 1000;
  const {files, key} = await describeSources(root, language, cacheKey);
  const keyFile = `${resolve(out)}.key`;
  if ((await readFile(keyFile, "utf8").catch(() => "")) === key && (await exists(join(out, "index.html")))) {
    return {built: false, seconds: spend()};
  }
  const work = `${resolve(out)}.work-${randomUUID().slice(0, 8)}`;
  try {
    await copySources(root, work, files);
    await translateSources(work, files, language);
    const src = join(work, "src");
    const uses = await findUses(src);
    await answerOffline(src);
    const {components, around} = await takeApart(work);
    const bundling = bundlePackages(root, join(work, "packages"), uses);
    const [log, packages] = await awaitAll([runFramework(root, work), bundling]);
    const built = join(work, "dist");
    await finishPages(built, language, (await import(pathToFileURL(around).href)) as Around);
    await joinComponents(built, components, packages);
    await checkShell(built, log);
    await rm(keyFile, {force: true});
    await swapFolder(built, resolve(out));
    await writeFile(keyFile, key);
  } finally {
    await rm(work, {recursive: true, force: true});
  }
  return {built: true, seconds: spend()};
}

/** What the shell is made of, and the key that stands beside one made of just this. */
export async function describeSources(
  root: string,
  language: Language = "en",
  cacheKey = "",
): Promise<{files: string[]; key: string}> {
  const files = await listSources(root, language);
  return {files, key: await hashSources(root, files, `${language}\0${cacheKey}`)};
}

/** Everything the shell is made of, relative to the project, sorted. Data, caches and other languages are not part of it. */
async function listSources(root: string, language: Language): Promise<string[]> {
  const files = await glob(["src/**", "observablehq.config.ts", "package-lock.json", "pipeline/publish/shell/**"], {
    cwd: root,
    ignore: ["src/.observablehq/**", "src/data/**", ...listOthers(language)],
    dot: false,
    followSymbolicLinks: false,
  });
  return files.sort();
}

async function hashSources(root: string, files: string[], cacheKey: string): Promise<string> {
  const hash = createHash("sha256").update(cacheKey).update(process.version);
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  for (const [index, file] of files.entries()) hash.update(`\0${file}\0`).update(contents[index]!);
  return hash.digest("hex");
}

/** Copies sources, with what their code needs to run there. */
export async function copySources(root: string, work: string, files: string[]): Promise<void> {
  const sources = files.filter((path) => path.startsWith("src/") || path === "observablehq.config.ts");
  await Promise.all(
    Array.from(new Set(sources.map((file) => dirname(file))), (path) => mkdir(join(work, path), {recursive: true})),
  );
  await awaitAll(sources.map((file) => cp(join(root, file), join(work, file), {preserveTimestamps: true})));
  await writeFile(join(work, "package.json"), '{"type": "module"}\n');
  await symlink(join(root, "node_modules"), join(work, "node_modules"), "dir");
}

/** The environment Framework runs in: it sends no telemetry and colours nothing. */
export function makeFrameworkEnvironment(): NodeJS.ProcessEnv {
  return {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "1", NO_COLOR: "1", FORCE_COLOR: "0", NODE_OPTIONS: ""};
}

/** Arguments of node that start Framework's command line. */
export const makeFrameworkArguments = (root: string, ...args: string[]): string[] => [
  join(root, "node_modules", "@observablehq", "framework", "dist", "bin", "observable.js"),
  ...args,
];

/** Runs Framework's build in `work`. @returns its log; @throws UserError with the log's end when it fails */
async function runFramework(root: string, work: string): Promise<string> {
  const child = spawn(process.execPath, makeFrameworkArguments(root, "build"), {cwd: work, env: makeFrameworkEnvironment()});
  let log = "";
  child.stdout.on("data", (chunk: Buffer) => (log += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => child.on("error", fail).on("close", done));
  if (code === 0) return log;
  const own = /^(Tip:|If you think this is a bug|↳)/; // advice about the framework, not about the page
  const tail = log
    .replaceAll(`${work}/`, "")
    .split("\n")
    .filter((line) => line.trim() && !own.test(line.trim()))
    .slice(-8)
    .join("\n  ");
  throw new UserError(`site: the pages could not be built; the framework ended with code ${code}\n  ${tail}`);
}

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}
