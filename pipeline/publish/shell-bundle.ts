import {build, type BuildFailure, type Message} from "esbuild";
import {readFile, rm, writeFile} from "node:fs/promises";
import {basename, join, relative} from "node:path";
import {glob} from "tinyglobby";
import {describeProblems, UserError} from "../errors.js";

const FOLDER = "src/components";
/** A component that a page, the configuration or a page's head asks for. */
const ASKED = /components\/([\w-]+)\.js"/g;

/**
 * Puts the components of a copy of the sources together: of those that are asked for by name a file each, and what several need in files they share. Framework then reads some
 * dozens of files where it would read hundreds, each anew for every page that leads to it. Packages are left to it.
 * @param work folder of the copy
 * @throws UserError naming each mistake in a component by file and line
 */
export async function bundleComponents(work: string): Promise<void> {
  const sources = await glob(`${FOLDER}/**/*.{ts,js}`, {cwd: work});
  const {outputFiles} = await build({
    entryPoints: await findAsked(work, sources),
    absWorkingDir: work,
    outdir: FOLDER,
    bundle: true,
    // Less to parse, page by page.
    minify: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    packages: "external",
    legalComments: "none",
    logLevel: "silent",
    write: false,
    allowOverwrite: true,
  }).catch((error: unknown) => {
    const {errors} = error as Partial<BuildFailure>;
    throw errors
      ? new UserError(describeProblems("site: components with mistakes", errors.map(describe)), 1, {cause: error})
      : error;
  });
  await Promise.all(sources.map((path) => rm(join(work, path))));
  await Promise.all(outputFiles.map(({path, contents}) => writeFile(path, contents)));

  function describe({text, location}: Message) {
    return {where: location ? `${relative(work, join(work, location.file))}:${location.line}` : FOLDER, what: text};
  }
}

/** Paths of the components that something besides components asks for; one that is not there is for Framework to tell. */
async function findAsked(work: string, sources: readonly string[]): Promise<string[]> {
  const askers = await glob(["src/**/*.md", "observablehq.config.ts", `${FOLDER}/**/*.ts`], {
    cwd: work,
    ignore: ["src/.observablehq/**"],
  });
  const texts = await Promise.all(askers.map((path) => readFile(join(work, path), "utf8")));
  const names = new Set(texts.flatMap((text) => [...text.matchAll(ASKED)].map(([, name]) => name!)));
  return sources.filter((path) => names.has(basename(path).replace(/\.[jt]s$/, "")) && path.split("/").length === 3).sort();
}
