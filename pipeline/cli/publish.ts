import {resolve} from "node:path";
import {addCommand, open, say, type GlobalOptions, type Register} from "./command.js";
import {showProgress} from "./show-progress.js";

interface Options extends GlobalOptions {
  verify: boolean;
  json: boolean;
}

/** `publish`: a site per audience, each with what its readers may see and nothing else. */
export const registerPublish: Register = (program) => {
  addCommand(program, "publish", "build what has changed, and publish a site per audience: each sees only what is theirs", [
    "--out <dir>",
    "folder of the audiences' sites; published if left out",
  ])
    .option("--verify", "read every file for changes, trusting no size or time", false)
    .option("--json", "progress and report as JSON, an object per line", false)
    .action(async ({out, ...options}: Options) => {
      const {config, workspace} = await open(options);
      const {publishSite} = await import("../publish-site.js");
      const {describePublish, summarisePublish} = await import("../report.js");
      const folder = resolve(out ?? "published");
      const report = await showProgress(options, (progress) =>
        publishSite(config, workspace, {out: folder, progress, verify: options.verify}),
      );
      if (options.json) say(JSON.stringify(summarisePublish(report)));
      else if (!options.quiet) say(describePublish(report));
    });
};
