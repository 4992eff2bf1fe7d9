import {build} from "esbuild";
import {mkdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {glob} from "tinyglobby";
import {UserError} from "../../errors.js";
import type {Package} from "./shell-chunks.js";

/** Packages that components import by their bare name; each becomes one file, so a page needs few requests and no other host. */
export const VENDORED = ["@observablehq/plot", "@observablehq/inputs", "@uwdata/flechette", "d3", "htl"] as const;
type Vendored = (typeof VENDORED)[number];

/**
 * Packages whose latest version Framework asks the npm registry for on every build, used or not. An empty folder each answers the
 * question offline; a page that uses one by accident then fails loudly instead of loading it from a content network.
 */
const IMPLICIT = [
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "htl",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client",
];

/** By package: what is used of it. */
type Uses = Readonly<Record<Vendored, readonly string[] | "all">>;

/** All of each package, for sources that are still being written. */
export const WHOLE = Object.fromEntries(VENDORED.map((name) => [name, "all"])) as unknown as Uses;

/** Of each package what the sources in `src` use of it, which halves what a page of charts sends. */
export async function findUses(src: string): Promise<Uses> {
  const files = await glob(["**/*.{ts,js,md}"], {cwd: src, ignore: [".observablehq/**", "data/**"]});
  const sources = await Promise.all(files.map((file) => readFile(join(src, file), "utf8")));
  return Object.fromEntries(VENDORED.map((name) => [name, findUsed(sources, name)])) as unknown as Uses;
}

/** Makes Framework's build or preview of `src` never ask the network. */
export async function answerOffline(src: string): Promise<void> {
  await Promise.all(IMPLICIT.map((name) => mkdir(join(locateCache(src), "_npm", `${name}@0.0.0`), {recursive: true})));
}

/** Where Framework looks for a package before it makes a file of it. @param src Framework's root */
export const locatePackages = (src: string): string => join(locateCache(src), "_node");
const locateCache = (src: string): string => join(src, ".observablehq", "cache");

/**
 * Makes a file of each package.
 * @param project folder with node_modules
 * @param folder that the files are put into
 * @param uses what is to be found there of each package
 * @returns the packages, by name
 */
export async function bundlePackages(project: string, folder: string, uses: Uses): Promise<Map<string, Package>> {
  const packages = VENDORED.map(async (name) => {
    const version = `${name}@${await readVersion(project, name)}`;
    const path = join(folder, version, "index.js");
    await bundlePackage(project, name, uses[name], path);
    return [name, {version, path}] as const;
  });
  return new Map(await Promise.all(packages));
}

/** One file of what is asked for from a package, with all that this needs of other packages. */
async function bundlePackage(project: string, name: Vendored, used: readonly string[] | "all", outfile: string): Promise<void> {
  // What is taken from a namespace and does not exist there, such as a type, is undefined and no error.
  const taken = `import * as whole from ${JSON.stringify(name)};\n${used === "all" ? "" : used.map((each) => `export const ${each} = whole.${each};`).join("\n")}`;
  await build({
    stdin: {contents: used === "all" ? `export * from ${JSON.stringify(name)};` : taken, resolveDir: project},
    outfile,
    bundle: true,
    format: "esm",
    minify: true,
    target: ["es2022"],
    legalComments: "none",
    logLevel: "silent",
  });
}

/**
 * What sources use of a package: members of its namespace and names they import. All, where one imports it while the page runs or hands
 * it on, which does not say what it uses.
 */
export function findUsed(sources: readonly string[], name: string): string[] | "all" {
  const from = `"${name.replaceAll(/[/.]/g, "\\$&")}"`;
  const used = new Set<string>();
  for (const source of sources) {
    if (new RegExp(`import\\(${from}\\)|export [^;]*? from ${from}`).test(source)) return "all";
    for (const [, names] of source.matchAll(new RegExp(`import \\{([^}]*)\\} from ${from}`, "g")))
      for (const each of names!.split(","))
        if (each.trim() && !/^\s*type /.test(each)) used.add(each.trim().split(/\s+as\s+/)[0]!);
    for (const [, namespace] of source.matchAll(new RegExp(`import \\* as (\\w+) from ${from}`, "g")))
      for (const [, member] of source.matchAll(new RegExp(`\\b${namespace}\\.(\\w+)`, "g"))) used.add(member!);
  }
  return [...used].sort();
}

async function readVersion(project: string, name: string): Promise<string> {
  const file = join(project, "node_modules", name, "package.json");
  try {
    return (JSON.parse(await readFile(file, "utf8")) as {version: string}).version;
  } catch (cause) {
    throw new UserError(`${file}: package ${name} is not installed\n  → run: npm ci`, 1, {cause});
  }
}
