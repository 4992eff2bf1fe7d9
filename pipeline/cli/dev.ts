import {join} from "node:path";
import {ROOT} from "../workspace.js";
import {addCommand, open, parsePort, say, type GlobalOptions, type Register} from "./command.js";
import {showProgress} from "./show-progress.js";

export const registerDev: Register = (program) => {
  addCommand(program, "dev", "preview with live reload: exports, models, configuration and pages")
    .option("--port <port>", "port of the preview", parsePort, 3000)
    .action(async (options: GlobalOptions & {port: number}) => {
      const {config, workspace} = await open(options);
      const {buildData} = await import("../build.js");
      await showProgress({...options, json: false}, (progress) => buildData(config, workspace, {progress}));
      const {startPreview} = await import("../publish/shell/preview.js");
      const preview = await startPreview({
        root: ROOT, data: workspace.data, port: options.port, language: config.language, work: join(workspace.folder, "preview"),
      }); // prettier-ignore
      // A signal alone would end this process and leave the preview's own running.
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit());
      say(`preview at ${preview.url}, stop with Ctrl-C`);
      await watchData(options, preview);
    });
};

/** Rebuilds the data whenever an export, the configuration or our own code changes; each time in a fresh process, so that code changes count. */
async function watchData(options: GlobalOptions, preview: {dataChanged(): Promise<void> | void}): Promise<never> {
  const {spawn} = await import("node:child_process");
  const rebuild = () =>
    new Promise<boolean>((done) => {
      const settings = ["--build-dir", options.buildDir, ...(options.config ? ["--config", options.config] : [])];
      spawn(process.execPath, ["--import", "tsx", `${ROOT}/pipeline/cli.ts`, "data", ...settings], {stdio: "inherit"}).on(
        "close",
        (code) => done(code === 0),
      );
    });
  let last = await print(options);
  for (;;) {
    await new Promise((done) => setTimeout(done, 300));
    const now = await print(options);
    if (now === last) continue;
    last = now;
    if (await rebuild()) await preview.dataChanged();
  }
}

// While a configuration is being typed it may be broken; then its text is its fingerprint, and the rebuild says what is wrong.
async function print(options: GlobalOptions): Promise<string> {
  const {lookAtInputs} = await import("../inputs.js");
  try {
    return lookAtInputs((await open(options)).config).print;
  } catch (error) {
    return (error as Error).message;
  }
}
