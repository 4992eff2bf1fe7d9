import type {Command} from "commander";
import type {BuildReport, DataReport} from "../build.js";
import {addCommand, open, say, type GlobalOptions, type Register} from "./command.js";
import {showProgress} from "./show-progress.js";

interface BuildSettings extends GlobalOptions {
  verify: boolean;
  json: boolean;
}

/** A command that builds. */
const buildCommand = (program: Command, name: string, description: string): Command =>
  addCommand(program, name, description)
    .option("--verify", "read every file for changes, trusting no size or time", false)
    .option("--json", "progress and report as JSON, an object per line", false);

export const registerBuild: Register = (program) => {
  buildCommand(program, "build", "build the site from the exports").action(async (options: BuildSettings) => {
    const {config, workspace} = await open(options);
    const {buildSite} = await import("../build.js");
    const report = await showProgress(options, (progress) => buildSite(config, workspace, {progress, verify: options.verify}));
    await sayBuild(report, options, describeView(options));
  });

  buildCommand(program, "data", "build the warehouse and the datasets, without the site").action(
    async (options: BuildSettings) => {
      const {config, workspace} = await open(options);
      const {isUnchanged} = await import("../inputs.js");
      if (!options.verify && isUnchanged(config, workspace)) return sayBuild({isRebuilt: false, files: 0}, options);
      const {buildData} = await import("../build.js");
      const report = await showProgress(options, (progress) => buildData(config, workspace, {progress, verify: options.verify}));
      await sayBuild(report, options);
    },
  );
};

/** The command that shows the site just built. */
function describeView(options: GlobalOptions): string {
  const settings = [
    ...(options.buildDir === "build" ? [] : ["--build-dir", options.buildDir]),
    ...(options.out ? ["--out", options.out] : []),
  ];
  return ["npm run baton -- view", ...settings].join(" ");
}

async function sayBuild(report: DataReport | BuildReport, options: BuildSettings, view?: string): Promise<void> {
  const {describeBuild, summariseBuild} = await import("../report.js");
  if (options.json) say(JSON.stringify(summariseBuild(report)));
  else if (!options.quiet) say(describeBuild(report, view));
}
