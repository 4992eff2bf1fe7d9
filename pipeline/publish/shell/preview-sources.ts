/** The sources of a preview in another language: a copy with its words, that follows every edit to those of the project. */
import {watch} from "node:fs";
import {cp, mkdir, rm, stat} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {Language} from "../../contract/language.js";
import {copySources, describeSources} from "./shell.js";
import {translateSources} from "./shell-language.js";

/** Milliseconds after an edit: an editor writes a file in more than one step. */
const PAUSE = 100;

/**
 * Makes the copy anew and keeps it like the project until `stop` is called.
 * @param root project folder
 * @param work folder of the copy, which is replaced
 */
export async function followSources(root: string, work: string, language: Language): Promise<{stop(): Promise<void>}> {
  await rm(work, {recursive: true, force: true});
  const known = await readTimes(root, language);
  await copySources(root, work, [...known.keys()]);
  await translateSources(work, [...known.keys()], language);
  let last: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  // What is gone again before it was read is told by the next event.
  const follow = () => (last = last.then(() => copyChanged(root, work, language, known)).catch(() => undefined));
  const watcher = watch(join(root, "src"), {recursive: true}, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void follow(), PAUSE);
  });
  return {
    async stop() {
      watcher.close();
      clearTimeout(timer);
      await last;
    },
  };
}

async function copyChanged(root: string, work: string, language: Language, known: Map<string, number>): Promise<void> {
  const now = await readTimes(root, language);
  const changed = [...now.keys()].filter((file) => file.startsWith("src/") && now.get(file) !== known.get(file));
  for (const file of changed) {
    await mkdir(dirname(join(work, file)), {recursive: true});
    await cp(join(root, file), join(work, file), {preserveTimestamps: true});
    known.set(file, now.get(file)!);
  }
  for (const file of [...known.keys()].filter((each) => !now.has(each))) {
    await rm(join(work, file), {force: true});
    known.delete(file);
  }
  if (changed.length > 0) await translateSources(work, [...now.keys()], language);
}

/** When each source was last written, by its path in the project. */
async function readTimes(root: string, language: Language): Promise<Map<string, number>> {
  const {files} = await describeSources(root, language);
  return new Map(await Promise.all(files.map(async (file) => [file, (await stat(join(root, file))).mtimeMs] as const)));
}
