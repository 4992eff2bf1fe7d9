import {build, type Metafile, type Plugin} from "esbuild";
import {readFile, rm, writeFile} from "node:fs/promises";
import {dirname, join, posix, relative} from "node:path";
import {glob} from "tinyglobby";
import {hashContent, relate} from "./shell-paths.js";

const COMPONENTS = "_import/components";
/** Scripts that pages start with: their own, and what stands on every page. */
const SCRIPT = /<script type="module" src="(\.{1,2}\/(?!(?:\.\.\/)*_observablehq)[^"]+\.js)">/g;
const PRELOAD = /<link rel="modulepreload" href="([^"]+)">\n?/g;

/**
 * Puts components together that the same pages ask for: a page of charts asks for a third of the files, and a quarter less is sent, than
 * with a file for each. What pages share stays shared.
 * @param site folder of pages that `finishPages` has seen
 */
export async function joinComponents(site: string): Promise<void> {
  const pages = await readPages(site);
  const entries = new Set(
    pages.flatMap(({page, html}) => [...html.matchAll(SCRIPT)].map(([, address]) => locate(page, address!))),
  );
  const before = await glob(`${COMPONENTS}/*.js`, {cwd: site});
  const {metafile, outputFiles} = await build({
    entryPoints: [...entries],
    absWorkingDir: site,
    outdir: ".",
    outbase: ".",
    entryNames: "[dir]/[name]",
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
    plugins: [PACKAGES_STAY],
  });
  await Promise.all([...before, ...entries].map((path) => rm(join(site, path), {force: true})));
  const now = mapChunks(metafile);
  for (const {path, contents} of outputFiles) {
    const old = relative(site, path);
    const name = entries.has(old) ? renameByContent(old, contents) : old;
    if (name !== old) for (const [component, chunk] of now) if (chunk === old) now.set(component, name);
    await writeFile(join(site, name), contents);
  }
  for (const {page, html} of pages) await writeFile(join(site, page), pointAt(now, page, html));
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

/** Packages and Framework's own scripts stay files of their own. Components find them from where they were: a chunk lies in the same folder. */
const PACKAGES_STAY: Plugin = {
  name: "packages-stay",
  setup(context) {
    context.onResolve({filter: /\/(_node|_observablehq)\//}, ({path}) => ({path, external: true}));
  },
};

/** By script: the file that it is in now. */
function mapChunks({outputs}: Metafile): Map<string, string> {
  return new Map(Object.entries(outputs).flatMap(([chunk, {inputs}]) => Object.keys(inputs).map((input) => [input, chunk])));
}

/** The page with its scripts by their names of now; what it asked for ahead it asks for ahead still, each once. */
function pointAt(now: ReadonlyMap<string, string>, page: string, html: string): string {
  const asked = new Set<string>();
  const rename = (address: string) => {
    const file = now.get(locate(page, address));
    return file === undefined ? undefined : relate(file, page);
  };
  return html
    .replaceAll(PRELOAD, (link, address: string) => {
      // Of a component that holds types alone nothing is left.
      if (!address.includes(`${COMPONENTS}/`)) return link;
      const file = rename(address);
      if (file === undefined || asked.has(file)) return "";
      asked.add(file);
      return link.replace(address, file);
    })
    .replaceAll(SCRIPT, (script, address: string) => script.replace(address, rename(address) ?? address));
}
