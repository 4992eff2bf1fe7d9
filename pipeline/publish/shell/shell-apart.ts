/** Takes apart from the pages of a copy of the sources what stands on all of them, and their components: Framework makes pages, esbuild scripts. */
import {build, type BuildFailure, type Message} from "esbuild";
import {mkdir, rename, rm, writeFile} from "node:fs/promises";
import {dirname, join, relative} from "node:path";
import {glob} from "tinyglobby";
import {describeProblems, UserError} from "../../errors.js";

/** Where components lie among the sources. */
const FOLDER = "src/components";
const CONFIG = "observablehq.config";

export interface Apart {
  /** Folder of the components. */
  components: string;
  /** Path of a module of `Around`. */
  around: string;
}

/** What stands over and under every page, as HTML. @param path the page's, such as `/pages/team` */
export interface Around {
  header(path: string): string;
  footer(path: string): string;
}

const AROUND = `import config from "./${CONFIG}.ts";
const write = (part, path) => (typeof part === "function" ? part({path}) : part) || "";
export const header = (path) => write(config.header, path);
export const footer = (path) => write(config.footer, path);
export default {...config, header: "", footer: ""};
`;

/**
 * Moves the components aside, to where `joinComponents` finds them, and puts a file without a word in the place of each. Framework names them in its pages, and reads nothing:
 * it would parse each of them for every page that leads to it, and put their packages together by slower means. Its configuration, which needs some of them, becomes one file in
 * JavaScript, without header and footer, for which it would start a browser's model of a page four times each; `finishPages` puts them in.
 * @param work folder of the copy
 * @throws UserError naming each mistake in the configuration, or in what it needs
 */
export async function takeApart(work: string): Promise<Apart> {
  const sources = await glob(`${FOLDER}/**/*.{ts,js}`, {cwd: work});
  const aside = join(work, "components");
  await build({
    stdin: {contents: AROUND, resolveDir: work},
    outfile: `${CONFIG}.js`,
    absWorkingDir: work,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "silent",
  }).catch((error: unknown) => tellMistakes(error, work, aside));
  await rm(join(work, `${CONFIG}.ts`));
  await mkdir(join(work, FOLDER), {recursive: true});
  await rename(join(work, FOLDER), aside);
  await Promise.all([...new Set(sources.map((path) => dirname(path)))].map((path) => mkdir(join(work, path), {recursive: true})));
  await Promise.all(sources.map((path) => writeFile(join(work, path.replace(/\.ts$/, ".js")), "export {};\n")));
  return {components: aside, around: join(work, `${CONFIG}.js`)};
}

/** @param aside folder of the components @throws UserError naming each mistake in a component by the file and line of the project */
export function tellMistakes(error: unknown, work: string, aside: string): never {
  const {errors} = error as Partial<BuildFailure>;
  if (!errors) throw error;
  const describe = ({text, location}: Message) => {
    const path = location && relative(aside, join(work, location.file));
    const file = path?.startsWith("..") ? location!.file : `${FOLDER}/${path}`;
    return {where: location ? `${file}:${location.line}` : FOLDER, what: text};
  };
  throw new UserError(describeProblems("site: components with mistakes", errors.map(describe)), 1, {cause: error});
}
