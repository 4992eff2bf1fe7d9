/** The shell of one audience: of the pages that are built once for all, those it has, its own bar and foot, and its start page. */
import {build} from "esbuild";
import {existsSync} from "node:fs";
import {link, mkdir, readFile, writeFile} from "node:fs/promises";
import {dirname, join, posix} from "node:path";
import {glob} from "tinyglobby";
import {listPages, PAGES_OF, type SiteKind} from "../../../src/components/frame/audience-pages.js";
import {renderBarPages, renderFootPages} from "../../../src/components/frame/frame.js";
import {PAGES} from "../../../src/components/words/words.js";
import {relate} from "./shell-paths.js";

/** Script beside its page, as `finishPages` names it. */
const OWN_SCRIPT = /<script type="module" src="\.\/([\w.-]+\.js)"><\/script>/g;
const BAR = /<nav id="bar-pages"[\s\S]*?<\/nav>/;
const FOOT = /<nav class="foot-pages"[\s\S]*?<\/nav>/;

/**
 * Makes the shell of a kind of site in a folder that is not there yet; what is the same for all is linked.
 * @param shell folder made by `buildShell`
 * @returns paths of its files
 */
export async function cutShell(shell: string, out: string, kind: SiteKind): Promise<string[]> {
  const written = new Map<string, string>();
  const {start} = PAGES_OF[kind];
  for (const page of listPages(kind)) {
    const file = page === "overview" ? "index.html" : `${PAGES[page].path.slice(1)}.html`;
    await takePage(shell, file, file, kind, written);
    if (page === start && start !== "overview") await takePage(shell, file, "index.html", kind, written);
  }
  const files = await glob("**", {cwd: shell, dot: true});
  const reached = await findReached(shell, written);
  // Pages and their scripts are written; of components, those that these pages never ask for stay away.
  const isPage = (path: string) => path.endsWith(".html") || /^(pages\/)?[^/]+\.js$/.test(path);
  const isShared = (path: string) => !isPage(path) && (!path.startsWith("_import/components/") || reached.has(path));
  const shared = files.filter(isShared);
  for (const [path, text] of written) await put(join(out, path), (to) => writeFile(to, text));
  for (const path of shared) await put(join(out, path), (to) => link(join(shell, path), to));
  return [...written.keys(), ...shared].sort();
}

async function put(path: string, write: (path: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  await write(path);
}

/** A page with its scripts, under its own name or as the first one of the site. */
async function takePage(shell: string, from: string, to: string, kind: SiteKind, written: Map<string, string>): Promise<void> {
  const move = (address: string) => moveAddress(address, from, to);
  const html = await readFile(join(shell, from), "utf8");
  const path = `/${to.replace(/\.html$/, "")}`;
  const write = (page: string) => relate(`${page.slice(1)}.html`, to);
  written.set(
    to,
    html
      .replaceAll(/(\s(?:href|src)=")([^"]*)(")/g, (all, before: string, address: string, after: string) =>
        isRelative(address) && !isScriptBeside(address) ? `${before}${move(address)}${after}` : all,
      )
      .replace(BAR, () => renderBarPages(path, kind, write))
      .replace(FOOT, () => renderFootPages(path, kind, write)),
  );
  for (const [, script] of html.matchAll(OWN_SCRIPT)) {
    const code = await readFile(join(shell, dirname(from), script!), "utf8");
    // Addresses in a page's own script are those of modules and nothing else.
    written.set(
      posix.join(dirname(to), script!),
      code.replaceAll(
        /((?:from|import)\s*\(?\s*")(\.{1,2}\/[^"]+)(")/g,
        (_, a: string, address: string, b: string) => `${a}${move(address)}${b}`,
      ),
    );
  }
}

const isRelative = (address: string) => /^\.{1,2}\//.test(address);
const isScriptBeside = (address: string) => /^\.\/[\w-]+\.[0-9a-f]{8}\.js$/.test(address);

/** A relative address of a page that now stands elsewhere. */
const moveAddress = (address: string, from: string, to: string): string => relate(posix.join(dirname(from), address), to);

/** Components that the pages' scripts lead to, by way of every import. */
async function findReached(shell: string, written: ReadonlyMap<string, string>): Promise<Set<string>> {
  const addresses = [...written].flatMap(([path, text]) =>
    [...text.matchAll(/"(\.{1,2}\/[^"]*\.js)"/g)].map(([, address]) => posix.join(dirname(path), address!)),
  );
  const entries = [...new Set(addresses)].filter((path) => path.startsWith("_import/") && existsSync(join(shell, path)));
  const {metafile} = await build({
    entryPoints: entries.map((path) => join(shell, path)),
    absWorkingDir: shell,
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    outdir: shell,
    logLevel: "silent",
  });
  return new Set(Object.keys(metafile.inputs));
}
