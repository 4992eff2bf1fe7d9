/** The sources of the pages in another language: each file of that language's folder takes the place of the English one of its name. */
import {readFile, writeFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {CATALOGUES} from "../../../src/components/words/catalogues.js";
import {LANGUAGES, type Language} from "../../contract/language.js";

const FOLDER = "src/components/words";

/** Patterns of the sources that are in other languages alone, and of the list of them all: no page of this one needs them. */
export const listOthers = (language: Language): string[] => [
  `${FOLDER}/catalogues.ts`,
  ...LANGUAGES.filter((other) => other !== language).map((other) => `${FOLDER}/${other}/**`),
];

/**
 * Puts the words of a language into a copy of the sources, so that a page carries those alone.
 * @param work folder of the copy
 * @param files what was copied, by path in it
 */
export async function translateSources(work: string, files: readonly string[], language: Language): Promise<void> {
  const own = files.filter((file) => dirname(file) === `${FOLDER}/${language}`);
  for (const file of own) {
    const name = basename(file, ".ts");
    await writeChanged(join(work, FOLDER, `${name}.ts`), `export * from "./${language}/${name}.js";\n`);
  }
  if (own.length > 0) for (const file of files.filter((path) => path.endsWith(".md"))) await translatePage(work, file, language);
}

/** Title and heading of a page are its name and its question in the catalogue. */
async function translatePage(work: string, file: string, language: Language): Promise<void> {
  const path = file.slice("src".length, -".md".length);
  const page = Object.values(CATALOGUES[language].pages).find((candidate) => candidate.path === path);
  if (!page) return;
  const text = await readFile(join(work, file), "utf8");
  const told = text
    .replace(/^title: .*$/m, () => `title: ${JSON.stringify(page.name)}`)
    .replace(/^# .*$/m, () => `# ${page.question}`);
  await writeChanged(join(work, file), told);
}

/** A preview shows anew whatever is written. */
async function writeChanged(path: string, text: string): Promise<void> {
  if ((await readFile(path, "utf8").catch(() => undefined)) !== text) await writeFile(path, text);
}
