/** The command line: joins the commands of `cli/`, which alone read arguments, print, and set exit codes. */
import {Command} from "commander";
import {registerAccess} from "./cli/access.js";
import {registerBuild} from "./cli/build.js";
import {registerCheck} from "./cli/check.js";
import {withHelp} from "./cli/command.js";
import {registerCommit} from "./cli/commit.js";
import {registerDdl} from "./cli/ddl.js";
import {registerDev} from "./cli/dev.js";
import {registerDigest} from "./cli/digest.js";
import {registerExplain} from "./cli/explain.js";
import {registerExport} from "./cli/export.js";
import {registerForget} from "./cli/forget.js";
import {registerForm} from "./cli/form.js";
import {registerInit} from "./cli/init.js";
import {registerInspect} from "./cli/inspect.js";
import {registerMetrics} from "./cli/metrics.js";
import {registerMyData} from "./cli/mydata.js";
import {registerPublish} from "./cli/publish.js";
import {registerRead} from "./cli/read.js";
import {registerRefresh} from "./cli/refresh.js";
import {registerKept} from "./cli/rollback.js";
import {registerTemplate} from "./cli/template.js";
import {registerUnlock} from "./cli/unlock.js";
import {registerView} from "./cli/view.js";
import {UserError} from "./errors.js";

// Whoever reads the output may stop reading, as head does; the build goes on.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const program = withHelp(new Command("baton"))
  .description("Analytics and coaching for the handoff from SDRs to AEs.")
  .configureHelp({showGlobalOptions: true});
for (const register of [
  registerBuild, registerPublish, registerRefresh, registerKept, registerUnlock, registerDev, registerView, registerMetrics, registerExplain, registerExport, registerInit, registerInspect, registerCheck, registerDdl, registerCommit, registerDigest, registerRead, registerTemplate, registerForm, registerForget, registerMyData, registerAccess,
])
  register(program); // prettier-ignore

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
