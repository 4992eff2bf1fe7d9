import {Option} from "commander";
import {resolve} from "node:path";
import {tellBuild} from "../refresh/build-record.js";
import type {RefreshResult} from "../refresh-site.js";
import {addCommand, findConfig, open, say, type GlobalOptions, type Register} from "./command.js";
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
        const {findWebhook} = await import("../config.js");
        await noteFailure(out, error, options.only ?? "full", {webhook: findWebhook(findConfig(options.config))});
        throw error;
      });
      const result = await showProgress(options, (progress) =>
        refreshSite(config, workspace, {
          out,
          progress,
          verify: options.verify,
          isAccepted: options.accept,
          kind: options.only ?? "full",
          onEnded,
          // What commands say is for the log alone, so it stays apart from what a machine reads.
          tell: (text) => void (options.quiet || process.stderr.write(text)),
        }),
      );
      await sayResult(result, options, config.timezone);
      if (result.error) throw result.error;
    });
};

/** A process that somebody ends says so first, and what fetches exports for it ends with it. */
function onEnded(act: (signal: string, code: number) => void): () => void {
  const codes = {SIGHUP: 129, SIGINT: 130, SIGTERM: 143};
  const takeBack = (Object.keys(codes) as (keyof typeof codes)[]).map((signal) => {
    const listen = () => {
      act(signal, codes[signal]);
      process.exit(codes[signal]);
    };
    process.once(signal, listen);
    return () => process.removeListener(signal, listen);
  });
  return () => takeBack.forEach((remove) => remove());
}

/** Where the published trees are. */
export const OUT: [string, string] = ["--out <dir>", "where the audiences' sites are served from; published if left out"];

async function sayResult({status, report}: RefreshResult, options: Options, zone: string): Promise<void> {
  if (options.json) return say(JSON.stringify({event: "status", ...status}));
  if (status.webhook?.state === "failed") process.stderr.write(`the webhook could not be told: ${status.webhook.why}\n`);
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
  for (const note of status.notes) say(note);
}
