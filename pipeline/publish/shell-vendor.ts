import {build} from "esbuild";
import {mkdir, readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {UserError} from "../errors.js";

/** Packages that components import by their bare name; each becomes one file, so a page needs few requests and no other host. */
export const VENDORED = ["@observablehq/plot", "@observablehq/inputs", "@uwdata/flechette", "d3", "htl"] as const;

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

/**
 * Fills Framework's cache so that a build or preview of `src` never asks the network.
 * @param project folder with node_modules
 * @param src Framework's root, whose `.observablehq/cache` is filled
 */
export async function prepareVendor(project: string, src: string): Promise<void> {
  const cache = join(src, ".observablehq", "cache");
  await Promise.all(IMPLICIT.map((name) => mkdir(join(cache, "_npm", `${name}@0.0.0`), {recursive: true})));
  const packages = await Promise.all(VENDORED.map(async (name) => ({name, version: await readVersion(project, name)})));
  const fileOf = new Map(
    packages.map(({name, version}) => [name as string, join(cache, "_node", `${name}@${version}`, "index.js")]),
  );
  await Promise.all(packages.map(({name}) => bundlePackage(project, name, fileOf)));
}

/** Where a bundle finds another vendored package: beside it, by relative path. */
async function bundlePackage(project: string, name: string, fileOf: Map<string, string>): Promise<void> {
  const outfile = fileOf.get(name)!;
  await build({
    stdin: {contents: `export * from ${JSON.stringify(name)};`, resolveDir: project},
    outfile,
    bundle: true,
    format: "esm",
    minify: true,
    target: ["es2022"],
    legalComments: "none",
    logLevel: "silent",
    plugins: [
      {
        name: "vendored-beside",
        setup(context) {
          context.onResolve({filter: /^[^.]/}, ({path}) => {
            const other = path === name ? undefined : fileOf.get(path);
            if (!other) return undefined;
            const up = "../".repeat(dirname(name) === "." ? 1 : 2);
            return {path: up + other.slice(other.lastIndexOf("/_node/") + "/_node/".length), external: true};
          });
        },
      },
    ],
  });
}

async function readVersion(project: string, name: string): Promise<string> {
  const file = join(project, "node_modules", name, "package.json");
  try {
    return (JSON.parse(await readFile(file, "utf8")) as {version: string}).version;
  } catch (cause) {
    throw new UserError(`${file}: package ${name} is not installed\n  → run: npm ci`, 1, {cause});
  }
}
