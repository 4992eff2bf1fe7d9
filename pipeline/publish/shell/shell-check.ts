import {build} from "esbuild";
import type {Message, Plugin} from "esbuild";
import {readFile} from "node:fs/promises";
import {dirname, join, posix, relative, resolve} from "node:path";
import {glob} from "tinyglobby";
import {describeProblems, UserError} from "../../errors.js";
import type {Problem} from "../../errors.js";

/**
 * Finds what Framework builds without complaint though no browser can run it: red error blocks, imports that lead nowhere, links
 * to pages that are not there, addresses of other hosts.
 * @throws UserError with all of them
 */
export async function checkShell(site: string, log = ""): Promise<void> {
  const files = (await glob("**", {cwd: site, dot: true})).sort();
  const known = new Set(files);
  const pages = files.filter((file) => file.endsWith(".html"));
  const code = files.filter((file) => file.endsWith(".js") && !file.startsWith("_file/"));
  const [scripts, ...found] = await Promise.all([checkScripts(site, code), ...pages.map((page) => checkPage(site, page, known))]);
  const problems = found.flat();
  for (const file of files.filter((name) => /^_npm\/.*\.js$/.test(name))) {
    problems.push({
      where: file,
      what: "a library from a content network, used by a name that nothing imports",
      hint: "import it from node_modules",
    });
  }
  problems.push(...scripts);
  if (problems.length)
    throw new UserError(describeProblems("site: pages that no browser could show", [...problems, ...readLogErrors(log)]));
}

/** @param known all files of the site, by their paths in it */
async function checkPage(site: string, page: string, known: ReadonlySet<string>): Promise<Problem[]> {
  const html = await readFile(join(site, page), "utf8");
  const where = `src/${page.replace(/\.html$/, ".md")}`;
  const problems: Problem[] = [];
  for (const [, text] of html.matchAll(/observablehq--error"[^>]*>([^<]*)/g)) problems.push({where, what: unescape(text!)});
  for (const [, attribute, address] of html.matchAll(/\s(href|src)="([^"]*)"/g)) {
    if (/^(https?:)?\/\//.test(address!)) {
      if (attribute === "src" || /<link[^>]*$/.test(html.slice(0, html.indexOf(address!))))
        problems.push({where, what: `asks another host: ${address}`});
    } else if (!/^(#|data:|mailto:)/.test(address!) && address !== "") {
      const path = decodeURI(address!.replace(/[?#].*$/, ""));
      const target = posix.join(dirname(page), path === "" ? posix.basename(page) : path);
      if (!known.has(target)) problems.push({where, what: `leads nowhere: ${address}`});
    }
  }
  return problems;
}

/** Follows every import of every script, as a browser would: relative paths only. */
async function checkScripts(site: string, scripts: readonly string[]): Promise<Problem[]> {
  if (!scripts.length) return [];
  const asBrowser: Plugin = {
    name: "as-browser",
    setup(context) {
      context.onResolve({filter: /.*/}, ({path, kind, importer}) => {
        // The framework's own client names libraries it would load on demand; pages here never ask it to.
        if (kind === "dynamic-import" && importer.includes("/_observablehq/")) return {path, external: true};
        if (kind === "entry-point" || /^\.{0,2}\//.test(path)) return undefined;
        if (path.startsWith("data:")) return {path, external: true};
        return {errors: [{text: `unresolved import "${path}" in ${relative(site, importer)}`}]};
      });
    },
  };
  try {
    await build({
      entryPoints: scripts.map((script) => resolve(site, script)),
      bundle: true,
      // Each file once, however many pages lead to it.
      splitting: true,
      write: false,
      format: "esm",
      outdir: site,
      logLevel: "silent",
      plugins: [asBrowser],
      external: ["node:*"],
    });
    return [];
  } catch (error) {
    const {errors} = error as {errors?: Message[]};
    if (!errors) throw error;
    return errors.map(({text, location}) => ({
      where: location ? `${relative(site, location.file)}:${location.line}` : "scripts",
      what: text,
    }));
  }
}

/** Lines of Framework's log that speak of an error; they name the source line. */
function readLogErrors(log: string): Problem[] {
  return log
    .split("\n")
    .filter((line) => /^(\w*Error|error)\b/.test(line.trim()))
    .slice(0, 10)
    .map((line) => ({where: "log", what: line.trim()}));
}

function unescape(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
}
