/** The command line: the only file that reads arguments, prints, and sets exit codes. */
import {existsSync} from "node:fs";
import {Argument, Command, InvalidArgumentError, Option} from "commander";
import type {BuildReport, DataReport} from "./build.js";
import type {Config} from "./config.js";
import {ENTITY_NAMES} from "./contract/entities.js";
import {METRIC_NAMES} from "./contract/metrics.js";
import {PERIODS, SCOPES} from "./contract/vocabulary.js";
import {UserError} from "./errors.js";
import {jsonProgress, logProgress, SILENT, terminalProgress, type Progress} from "./progress.js";
import {locateWorkspace, ROOT, type Workspace} from "./workspace.js";
// Everything else is loaded by the command that needs it: help and an unchanged build shall not wait for the database.

interface GlobalOptions {
  config?: string;
  buildDir: string;
  out?: string;
  quiet: boolean;
}
interface BuildSettings extends GlobalOptions {
  verify: boolean;
  json: boolean;
}

const say = (text: string) => process.stdout.write(`${text}\n`);
// Whoever reads the output may stop reading, as head does; the build goes on.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
const program = new Command("baton")
  .description("Analytics and coaching for the handoff from SDRs to AEs.")
  .showHelpAfterError("(--help lists what there is)")
  .exitOverride()
  .configureHelp({showGlobalOptions: true});

/** A command with the options that all share. */
function command(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .showHelpAfterError("(--help lists what there is)")
    .exitOverride()
    .option("--config <file>", "configuration; baton.config.yaml if left out")
    .option("--build-dir <dir>", "folder of the warehouse and intermediate results", "build")
    .option("--out <dir>", "folder of the site; dist, or <build-dir>/dist for another build folder")
    .option("--quiet", "print problems only", false);
}

/** A command that builds. */
const buildCommand = (name: string, description: string): Command =>
  command(name, description)
    .option("--verify", "read every file for changes, trusting no size or time", false)
    .option("--json", "progress and report as JSON, an object per line", false);

buildCommand("build", "build the site from the exports").action(async (options: BuildSettings) => {
  const {config, workspace} = await open(options);
  const {buildSite} = await import("./build.js");
  const report = await showProgress(options, (progress) => buildSite(config, workspace, {progress, verify: options.verify}));
  await sayBuild(report, options, describeView(options));
});

buildCommand("data", "build the warehouse and the datasets, without the site").action(async (options: BuildSettings) => {
  const {config, workspace} = await open(options);
  const {isUnchanged} = await import("./inputs.js");
  if (!options.verify && isUnchanged(config, workspace)) return sayBuild({isRebuilt: false, files: 0}, options);
  const {buildData} = await import("./build.js");
  const report = await showProgress(options, (progress) => buildData(config, workspace, {progress, verify: options.verify}));
  await sayBuild(report, options);
});

command("dev", "preview with live reload: exports, models, configuration and pages")
  .option("--port <port>", "port of the preview", parsePort, 3000)
  .action(async (options: GlobalOptions & {port: number}) => {
    const {config, workspace} = await open(options);
    const {buildData} = await import("./build.js");
    await showProgress({...options, json: false}, (progress) => buildData(config, workspace, {progress}));
    const {startPreview} = await import("./publish/preview.js");
    const preview = await startPreview({root: ROOT, data: workspace.data, port: options.port});
    // A signal alone would end this process and leave the preview's own running.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit());
    say(`preview at ${preview.url}, stop with Ctrl-C`);
    await watchData(options, preview);
  });

command("view", "serve the built site on this machine")
  .option("--port <port>", "port", parsePort, 3000)
  .action(async (options: GlobalOptions & {port: number}) => {
    const {workspace} = await open(options);
    const {startServer} = await import("./publish/serve.js");
    if (!existsSync(workspace.site)) throw new UserError(`${workspace.site}: not there\n  → run: npm run build`);
    const server = await startServer(workspace.site, options.port);
    say(`${workspace.site} at ${server.url}, stop with Ctrl-C`);
  });

command("metrics", "print metrics as rows; builds what is not built yet")
  .addOption(new Option("--format <format>", "how to print").choices(["table", "json", "csv"]).default("table"))
  .addOption(new Option("--metric <metric>", "only this metric").choices(METRIC_NAMES))
  .addOption(new Option("--scope <scope>", "only this scope").choices(SCOPES))
  .addOption(new Option("--period <period>", "only this period").choices(PERIODS))
  .action(async (options: GlobalOptions & {format: string; metric?: string; scope?: string; period?: string}) => {
    const {config, workspace} = await open(options);
    const {openWarehouse} = await import("./build.js");
    const {readMetricRows} = await import("./metrics/index.js");
    const {formatCsv, formatTable} = await import("./report.js");
    // What is asked for goes to the standard output, so the work before it shows on the other one.
    const build = (progress: Progress) => openWarehouse(config, workspace, {progress});
    const db = await (process.stderr.isTTY && !options.quiet ? showOnTerminal(process.stderr, build) : build(SILENT));
    try {
      const rows = await readMetricRows(db, options);
      if (options.format === "json") say(JSON.stringify(rows, null, 1));
      else say(options.format === "csv" ? formatCsv(rows) : formatTable(rows));
    } finally {
      db.close();
    }
  });

command("inspect", "show what a file is recognised as, and a sources: block for it")
  .argument("<files...>", "exports")
  .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
  .action(async (files: string[], options: GlobalOptions & {format: "text" | "json"}) => {
    const path = findConfig(options.config);
    const {inspectAsRows, inspectFiles} = await import("./ingest/index.js");
    const {readConfig} = await import("./config.js");
    const config = path === undefined ? undefined : readConfig(path);
    const onFailure = (message: string) => {
      process.stderr.write(`${message}\n`);
      process.exitCode = 1;
    };
    const text =
      options.format === "json"
        ? JSON.stringify(await inspectAsRows(files, config, onFailure), null, 1)
        : await inspectFiles(files, config, onFailure);
    if (text !== "") say(text);
  });

command("check", "read every export and compute everything, write nothing; exit code 1 when a build would fail")
  .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
  .action(async (options: GlobalOptions & {format: "text" | "json"}) => {
    const {config} = await open(options);
    const {checkData, describeCheck} = await import("./check.js");
    const check = await checkData(config);
    if (options.format === "json") say(JSON.stringify(check, null, 1));
    else if (!options.quiet || !check.ok) say(describeCheck(check));
    if (!check.ok) process.exitCode = 1;
  });

command("read", "print the header and rows of a file as ingestion reads them, all text")
  .argument("<file>", "an export; one of an archive as archive.zip/file.csv")
  .addOption(new Option("--format <format>", "how to print").choices(["csv", "json"]).default("csv"))
  .action(async (file: string, options: GlobalOptions & {format: "csv" | "json"}) => {
    const path = findConfig(options.config);
    const {printRows} = await import("./ingest/print.js");
    const {readConfig} = await import("./config.js");
    // Whoever reads our output may have seen enough: then the rest is not wanted, and that is no failure.
    const write = (text: string) =>
      new Promise<void>((done, fail) => process.stdout.write(text, (error) => (error ? fail(error) : done())));
    const left = await printRows(file, options.format, write, path === undefined ? undefined : readConfig(path)).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EPIPE") return [];
        throw error;
      },
    );
    for (const {line, reason} of options.quiet ? [] : left) process.stderr.write(`${file}:${line}  ${reason}\n`);
  });

command("template", "print the header line of a canonical export")
  .argument("<entity>", `one of ${ENTITY_NAMES.join(", ")}`, parseEntity)
  .action(async (entity: (typeof ENTITY_NAMES)[number]) => {
    const {template} = await import("./ingest/template.js");
    process.stdout.write(template(entity));
  });

command("form", "print a script that makes the AE's feedback form")
  .addArgument(new Argument("<tool>", "where the form shall be").choices(["google"]))
  .action(async () => {
    const {writeGoogleForm} = await import("./form/google.js");
    process.stdout.write(writeGoogleForm());
  });

command("export", "write an AE's day with its briefs as one HTML file that can be printed or sent")
  .addArgument(new Argument("<what>", "what to write").choices(["day"]))
  .requiredOption("--ae <id>", "id of the AE, or the name in the page's address")
  .option("--date <day>", "YYYY-MM-DD; the day of the data if left out")
  .action(async (_what: string, options: GlobalOptions & {ae: string; date?: string}) => {
    const {config, workspace} = await open(options);
    const {openWarehouse} = await import("./build.js");
    const {exportDay} = await import("./sheet/export-day.js");
    const db = await openWarehouse(config, workspace, {progress: SILENT});
    try {
      const {path, meetings} = await exportDay(db, options, `${options.buildDir}/day`);
      if (!options.quiet) say(`${path}: ${meetings} ${meetings === 1 ? "meeting" : "meetings"}`);
    } finally {
      db.close();
    }
  });

command("schema", "print the JSON Schema of the configuration").action(async () => {
  const {describeSchema} = await import("./config-schema.js");
  say(JSON.stringify(describeSchema(), null, 2));
});

/** The command that shows the site just built. */
function describeView(options: GlobalOptions): string {
  const settings = [
    ...(options.buildDir === "build" ? [] : ["--build-dir", options.buildDir]),
    ...(options.out ? ["--out", options.out] : []),
  ];
  return ["npm run baton -- view", ...settings].join(" ");
}

/** The configuration's path: the one named, else the one in this folder, else the sample company's. */
function findConfig(named: string | undefined): string | undefined {
  return [named, "baton.config.yaml", `${ROOT}/baton.config.yaml`].find(
    (path) => path !== undefined && (path === named || existsSync(path)),
  );
}

async function open(options: GlobalOptions): Promise<{config: Config; workspace: Workspace}> {
  const path = findConfig(options.config);
  if (path === undefined) throw new UserError("no baton.config.yaml here\n  → name one with --config FILE", 2);
  const {readConfig} = await import("./config.js");
  return {config: readConfig(path), workspace: locateWorkspace(options.buildDir, options.out)};
}

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
  const {lookAtInputs} = await import("./inputs.js");
  try {
    return lookAtInputs((await open(options)).config).print;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Runs work that shows itself: on a terminal as a line that moves, in a log as lines, for machines as JSON, or not at all. */
async function showProgress<T>(
  options: Pick<BuildSettings, "json" | "quiet">,
  act: (progress: Progress) => Promise<T>,
): Promise<T> {
  const write = (text: string) => void process.stdout.write(text);
  if (options.json) return act(jsonProgress(write));
  if (options.quiet) return act(SILENT);
  if (!process.stdout.isTTY) return act(logProgress(write));
  return showOnTerminal(process.stdout, act);
}

async function showOnTerminal<T>(stream: NodeJS.WriteStream, act: (progress: Progress) => Promise<T>): Promise<T> {
  const progress = terminalProgress(
    (text) => void stream.write(text),
    () => stream.columns ?? 80,
  );
  try {
    return await act(progress);
  } finally {
    progress.stop();
  }
}

async function sayBuild(report: DataReport | BuildReport, options: BuildSettings, view?: string): Promise<void> {
  const {describeBuild, summariseBuild} = await import("./report.js");
  if (options.json) say(JSON.stringify(summariseBuild(report)));
  else if (!options.quiet) say(describeBuild(report, view));
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new InvalidArgumentError("a port is a whole number up to 65535");
  return port;
}

function parseEntity(text: string): string {
  if (!(ENTITY_NAMES as readonly string[]).includes(text)) throw new InvalidArgumentError(`known are ${ENTITY_NAMES.join(", ")}`);
  return text;
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error as Error & {exitCode?: number; code?: string});
}

function exitCodeOf(error: Error & {exitCode?: number; code?: string}): number {
  // Commander has printed its own usage messages already; asking for help is no mistake.
  if (error.code?.startsWith("commander.")) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(`${error instanceof UserError ? error.message : (error.stack ?? error.message)}\n`);
  return error.exitCode ?? 1;
}
