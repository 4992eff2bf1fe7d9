import {build, type Metafile, type Plugin} from "esbuild";
import {mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {dirname, join, posix, relative, resolve} from "node:path";
import {glob} from "tinyglobby";
import {tellMistakes} from "./shell-apart.js";
import {hashContent, relate} from "./shell-paths.js";

const COMPONENTS = "_import/components";
/** A component as Framework names it: its room and name, and what stands for its content. */
const NAMED = /_import\/components\/([\w-]+(?:\/[\w-]+)*)\.[0-9a-f]{8}\.js$/;
const ROOM = /^(_import\/components\/).*\//;
/** Scripts that pages start with: their own, and what stands on every page. */
const SCRIPT = /<script type="module" src="(\.{1,2}\/(?!(?:\.\.\/)*_observablehq)[^"]+\.js)">/g;
const PRELOAD = /<link rel="modulepreload" href="([^"]+)">\n?/g;

/** A package in one file. */
export interface Package {
  /** Its name and version, such as `htl@0.3.1`. */
  version: string;
  /** Where the file lies. */
  path: string;
}

/**
 * Puts the components into a site in which Framework has named them: what the same pages ask for becomes one file, what pages share stays shared, and packages are files of
 * their own. Pages ask ahead for all that they start with.
 * @param site folder of pages that `finishPages` has seen
 * @param aside folder of the components
 * @param packages by the name under which components ask for them
 * @throws UserError naming each mistake in a component by file and line
 */
export async function joinComponents(site: string, aside: string, packages: ReadonlyMap<string, Package>): Promise<void> {
  const pages = await readPages(site);
  // By where it is written, what is named: components are written into one folder, from which all of them find their packages.
  const entries = new Map(
    pages.flatMap(({page, html}) => [...html.matchAll(SCRIPT)].map(([, address]) => locate(page, address!))).map((path) => [path.replace(ROOM, "$1"), path]),
  ); // prettier-ignore
  const {metafile, outputFiles} = await build({
    entryPoints: [...entries].map(([out, path]) => ({in: resolve(site, path), out: out.slice(0, -".js".length)})),
    absWorkingDir: site,
    outdir: ".",
    chunkNames: `${COMPONENTS}/[name]-[hash]`,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "silent",
    metafile: true,
    write: false,
    allowOverwrite: true,
    plugins: [findApart(aside), keepPackages(site, packages)],
  }).catch((error: unknown) => tellMistakes(error, site, aside));
  for (const path of [COMPONENTS, ...entries.values()]) await rm(join(site, path), {recursive: true, force: true});
  const renamed = new Map<string, string>();
  for (const {path, contents} of outputFiles) {
    const old = relative(site, path);
    const name = entries.has(old) ? renameByContent(old, contents) : old;
    for (const path of [old, entries.get(old) ?? old]) renamed.set(path, name);
    await mkdir(dirname(join(site, name)), {recursive: true});
    await writeFile(join(site, name), contents);
  }
  const starts = mapComponents(metafile, relative(site, aside));
  for (const {page, html} of pages) {
    const ahead = (name: string) => listAhead(metafile, starts.get(name)).map((path) => renamed.get(path) ?? path);
    await writeFile(join(site, page), pointAt(page, html, renamed, ahead));
  }
}

async function readPages(site: string): Promise<{page: string; html: string}[]> {
  const pages = await glob("**/*.html", {cwd: site});
  return Promise.all(pages.map(async (page) => ({page, html: await readFile(join(site, page), "utf8")})));
}

const locate = (page: string, address: string) => posix.join(dirname(page), address);

/** A script that pages name is kept by browsers under a name that goes with what is in it. */
function renameByContent(path: string, contents: Uint8Array): string {
  return path.replace(/\.[0-9a-f]{8}\.js$/, `.${hashContent(contents)}.js`);
}

/** What Framework calls a component is that component. */
const findApart = (aside: string): Plugin => ({
  name: "find-apart",
  setup(context) {
    context.onResolve({filter: NAMED}, ({path, resolveDir}) =>
      context.resolve(`./${NAMED.exec(path)![1]}`, {kind: "import-statement", resolveDir: aside, importer: resolveDir}),
    );
  },
});

/** Packages, and Framework's own scripts, stay files of their own. Components find them from the folder that all of them lie in. */
const keepPackages = (site: string, packages: ReadonlyMap<string, Package>): Plugin => ({
  name: "keep-packages",
  setup(context) {
    context.onResolve({filter: /\/(_node|_observablehq)\//}, ({path}) => ({path, external: true}));
    // Many components ask for the same package: it is put there once.
    const put = new Map<string, Promise<string>>();
    context.onResolve({filter: /^[^./]/}, async ({path: name, importer}) => {
      // What a page asks for by such a name Framework has not found: that is told with all that is wrong with pages.
      if (!relative(site, importer).startsWith("..")) return {path: name, external: true};
      const own = packages.get(name);
      if (!own) return undefined;
      if (!put.has(name)) put.set(name, putPackage(site, own));
      return {path: posix.relative(COMPONENTS, await put.get(name)!), external: true};
    });
  },
});

/** @returns its path in the site */
async function putPackage(site: string, {version, path: from}: Package): Promise<string> {
  const content = await readFile(from);
  const path = `_node/${version}/index.${hashContent(content)}.js`;
  await mkdir(dirname(join(site, path)), {recursive: true});
  await writeFile(join(site, path), content);
  return path;
}

/** By component that something starts with: the file that it is in. @param aside folder of the components, from the site's */
const mapComponents = ({outputs}: Metafile, aside: string): Map<string, string> =>
  new Map(Object.entries(outputs).flatMap(([file, {entryPoint}]) => (entryPoint ? [[posix.relative(aside, entryPoint).replace(/\.[jt]s$/, ""), file]] : []))); // prettier-ignore

/** A file and all that it needs before it can run. */
function listAhead({outputs}: Metafile, start: string | undefined): string[] {
  const ahead = new Set(start === undefined ? [] : [start]);
  for (const file of ahead)
    for (const {path, kind, external} of outputs[file]?.imports ?? [])
      if (kind === "import-statement") ahead.add(external ? posix.join(COMPONENTS, path) : path);
  return [...ahead];
}

/** The page with its scripts by their names of now, and asking ahead for what these need, each once. */
function pointAt(
  page: string,
  html: string,
  renamed: ReadonlyMap<string, string>,
  ahead: (component: string) => string[],
): string {
  const asked = new Set<string>();
  return html
    .replaceAll(PRELOAD, (link, address: string) => {
      const component = NAMED.exec(address)?.[1];
      if (component === undefined) return link;
      const own = ahead(component).filter((path) => !asked.has(path));
      return own.map((path) => (asked.add(path), link.replace(address, relate(path, page)))).join("");
    })
    .replaceAll(SCRIPT, (script, address: string) => {
      const name = renamed.get(locate(page, address));
      return name === undefined ? script : script.replace(address, relate(name, page));
    });
}
