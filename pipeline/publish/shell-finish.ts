import {readFile, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {glob} from "tinyglobby";
import {hashContent} from "./shell-paths.js";

const INLINE_MODULE = /<script type="module">([\s\S]*?)<\/script>/g;

/**
 * What Framework leaves undone in its HTML: a language, a viewport that may be zoomed, and scripts in files of their own, so
 * that the site works under `default-src 'self'`. A script lies beside its page: its relative imports stay as they are.
 * @param site folder of the built pages
 * @param language of the words on them
 */
export async function finishPages(site: string, language = "en"): Promise<void> {
  for (const page of await glob("**/*.html", {cwd: site})) {
    const file = join(site, page);
    const {html, scripts} = finishPage(
      await readFile(file, "utf8"),
      page.slice(page.lastIndexOf("/") + 1, -".html".length),
      language,
    );
    await writeFile(file, html);
    for (const {name, code} of scripts) await writeFile(join(dirname(file), name), code);
  }
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
