import {Option} from "commander";
import {addCommand, open, say, type GlobalOptions, type Register} from "./command.js";

export const registerCheck: Register = (program) => {
  addCommand(
    program,
    "check",
    "read every export and compute everything, write nothing; exit code 1 when a build would fail, 2 when the configuration holds mistakes",
  )
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .action(async (options: GlobalOptions & {format: "text" | "json"}) => {
      const {ConfigError} = await import("../config.js");
      const {checkData, describeCheck} = await import("../check.js");
      // A mistake in one place hides nothing that the exports say of the others.
      const broken = await open(options).catch((error: unknown) => {
        if (!(error instanceof ConfigError) || !error.rest) throw error;
        return error;
      });
      const isBroken = broken instanceof ConfigError;
      const config = isBroken ? broken.rest!.config : broken.config;
      const check = await checkData(config, undefined, isBroken ? broken.problems : []);
      if (isBroken) check.problems = check.problems.map((each) => ({...each, where: broken.rest!.placeOf(each.where)}));
      if (options.format === "json") say(JSON.stringify(check, null, 1));
      else if (!options.quiet || !check.ok) say(describeCheck(check));
      if (isBroken) throw broken;
      if (check.mistakes.length > 0) throw new ConfigError(config.path, check.mistakes);
      if (!check.ok) process.exitCode = 1;
    });
};
