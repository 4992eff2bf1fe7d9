import {spawn} from "node:child_process";
import {lstat, rm, symlink, utimes} from "node:fs/promises";
import {createRequire} from "node:module";
import {connect} from "node:net";
import {join, resolve} from "node:path";
import {UserError} from "../../errors.js";
import type {Language} from "../../contract/language.js";
import {followSources} from "./preview-sources.js";
import {makeFrameworkArguments, makeFrameworkEnvironment} from "./shell.js";
import {answerOffline, bundlePackages, locatePackages, WHOLE} from "./shell-vendor.js";

export interface Preview {
  url: string;
  /** Makes open pages load the data anew; to be called once they lie in the data folder. */
  dataChanged(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves the pages from their sources: an edit to a page, component or style shows by itself, new data when `dataChanged` is called.
 * @param root project folder
 * @param data folder of the datasets; `src/data`, ignored by git, is made to point at it
 * @param port of the loopback address
 * @param language of the words; another than English is shown from a copy in `work`, which is replaced and follows the sources
 * @throws UserError when the port is taken or the preview does not come up
 */
export async function startPreview({
  root,
  data,
  port,
  language = "en",
  work = join(root, "build", "preview"),
}: {
  root: string;
  data: string;
  port: number;
  language?: Language;
  work?: string;
}): Promise<Preview> {
  if (await answers(port)) throw new UserError(`preview: port ${port} is taken\n  → choose another with --port`);
  const following = language === "en" ? undefined : await followSources(root, work, language);
  const home = following ? work : root;
  const src = join(home, "src");
  const config = join(home, "observablehq.config.ts");
  await pointAt(join(src, "data"), resolve(data));
  await answerOffline(src);
  await bundlePackages(root, locatePackages(src), WHOLE);

  const child = spawn(
    process.execPath,
    // The project's own configuration is TypeScript.
    [
      "--import",
      locateTsx(root),
      ...makeFrameworkArguments(root, "preview", "--no-open", "--config", config, "--port", String(port)),
    ],
    {
      cwd: home,
      env: makeFrameworkEnvironment(),
    },
  );
  let log = "";
  child.stdout.on("data", (chunk: Buffer) => (log = (log + chunk.toString()).slice(-4000)));
  child.stderr.on("data", (chunk: Buffer) => (log = (log + chunk.toString()).slice(-4000)));
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  // The preview lives no longer than whoever started it.
  const stop = () => child.kill();
  process.once("exit", stop);

  for (let tries = 0; !(await answers(port)); tries++) {
    if (child.exitCode !== null || tries > 150) {
      stop();
      throw new UserError(`preview: did not come up\n  ${log.trim().split("\n").slice(-8).join("\n  ")}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  return {
    url: `http://127.0.0.1:${port}/`,
    async dataChanged() {
      // Framework reloads open pages when its configuration file changes, and watches no file that a page fetches by itself.
      const now = new Date();
      await utimes(config, now, now);
    },
    async close() {
      process.off("exit", stop);
      stop();
      await ended;
      await following?.stop();
    },
  };
}

/** Makes the link at `path` lead to `target`; a real folder there is somebody's own and stays. */
async function pointAt(path: string, target: string): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there && !there.isSymbolicLink())
    throw new UserError(`${path}: is a folder of its own; the preview puts a link to the data there\n  → move it away`);
  await rm(path, {force: true});
  await symlink(target, path, "dir");
}

/** Whether something listens on the port. */
function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => (socket.destroy(), done(true)));
    socket.once("error", () => done(false));
  });
}

const locateTsx = (root: string): string => `file://${createRequire(join(root, "package.json")).resolve("tsx")}`;
