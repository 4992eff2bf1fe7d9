import {readFile, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {glob} from "tinyglobby";
import type {Around} from "./shell-apart.js";
import {hashContent, relate} from "./shell-paths.js";

const INLINE_MODULE = /<script type="module">([\s\S]*?)<\/script>/g;

/**
 * What Framework leaves undone in its HTML, or need not do: a language, a viewport that may be zoomed, what stands over and under the page, and scripts in files of their
 * own, so that the site works under `default-src 'self'`. A script lies beside its page: its relative imports stay as they are.
 * @param site folder of the built pages
 * @param language of the words on them
 */
export async function finishPages(site: string, language: string, around: Around): Promise<void> {
  for (const page of await glob("**/*.html", {cwd: site})) {
    const file = join(site, page);
    const {html, scripts} = finishPage(
      putAround(await readFile(file, "utf8"), page, around),
      page.slice(page.lastIndexOf("/") + 1, -".html".length),
      language,
    );
    await writeFile(file, html);
    for (const {name, code} of scripts) await writeFile(join(dirname(file), name), code);
  }
}

/** The page with what stands over and under it; links from the site's root lead there from where the page lies. */
export function putAround(html: string, page: string, {header, footer}: Around): string {
  const path = `/${page.slice(0, -".html".length)}`;
  const point = (part: string) =>
    part.replaceAll(/(href=")\/([^"]*)"/g, (_, name: string, to: string) => `${name}${relate(`${to}.html`, page)}"`);
  const [over, under] = [point(header(path)), point(footer(path))];
  return html
    .replace("<main ", (main) => (over ? `<header id="observablehq-header">\n${over}\n</header>\n${main}` : main))
    .replace(/<\/main>(?![\s\S]*<\/main>)/, (end) =>
      under ? `${end}\n<footer id="observablehq-footer">\n<div>${under}</div>\n</footer>` : end,
    );
}

/** The page with its inline scripts taken out, and those scripts by file name. */
export function finishPage(
  html: string,
  pageName: string,
  language = "en",
): {html: string; scripts: {name: string; code: string}[]} {
  const scripts: {name: string; code: string}[] = [];
  const finished = html
    .replace("<html>", `<html lang="${language}">`)
    .replace(", maximum-scale=1", "")
    .replace(/^<meta name="generator".*\n/m, "")
    .replace(INLINE_MODULE, (_, code: string) => {
      const name = `${pageName}.${hashContent(code)}.js`;
      scripts.push({name, code: code.trimStart()});
      return `<script type="module" src="./${name}"></script>`;
    });
  return {html: finished, scripts};
}
