import {Option} from "commander";
import {resolve} from "node:path";
import {tellBuild} from "../refresh/build-record.js";
import type {RefreshResult} from "../refresh-site.js";
import {addCommand, open, say, type GlobalOptions, type Register} from "./command.js";
import {showProgress} from "./show-progress.js";

interface Options extends GlobalOptions {
  verify: boolean;
  json: boolean;
  accept: boolean;
  only?: "handoffs";
}

/** `refresh`: the nightly job. */
export const registerRefresh: Register = (program) => {
  addCommand(program, "refresh", "the nightly job: fetch exports, build, guard against too much change, publish, tell", OUT)
    .addOption(
      new Option(
        "--only <part>",
        "handoffs: coming meetings and briefs alone; numbers stay those of the last whole build",
      ).choices(["handoffs"]),
    )
    .option("--accept", "let a change through that the guard would refuse, this once", false)
    .option("--verify", "read every file for changes, trusting no size or time", false)
    .option("--json", "progress and status as JSON, an object per line", false)
    .action(async (options: Options) => {
      const out = resolve(options.out ?? "published");
      const {noteFailure, refreshSite} = await import("../refresh-site.js");
      const {config, workspace} = await open({...options, out: undefined}).catch(async (error: Error) => {
        await noteFailure(out, error);
        throw error;
      });
      const result = await showProgress(options, (progress) =>
        refreshSite(config, workspace, {
          out,
          progress,
          verify: options.verify,
          isAccepted: options.accept,
          kind: options.only ?? "full",
          // What commands say is for the log alone, so it stays apart from what a machine reads.
          tell: (text) => void (options.quiet || process.stderr.write(text)),
        }),
      );
      await sayResult(result, options, config.timezone);
      if (result.error) throw result.error;
    });
};

/** Where the published trees are. */
export const OUT: [string, string] = ["--out <dir>", "where the audiences' sites are served from; published if left out"];

async function sayResult({status, report}: RefreshResult, options: Options, zone: string): Promise<void> {
  if (options.json) return say(JSON.stringify({event: "status", ...status}));
  if (options.quiet) return;
  const {describePublish} = await import("../report.js");
  if (report?.isNew) say(describePublish(report));
  if (status.state === "unchanged") say("nothing has changed since the last refresh");
  if (status.served)
    say(
      `served: build ${tellBuild(status.served.build, status.served.as_of, zone)}${status.served.is_stale ? ", stale by now" : ""}`,
    );
  if (status.guard && status.guard.beyond.length > 0 && status.state === "published")
    say([`beyond guard, ${status.guard.state}:`, ...status.guard.beyond].join("\n  "));
  if (status.webhook?.state === "failed") say(`the webhook could not be told: ${status.webhook.why}`);
  for (const note of status.notes) say(note);
}
