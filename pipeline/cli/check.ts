import {Option} from "commander";
import {addCommand, open, say, type GlobalOptions, type Register} from "./command.js";

export const registerCheck: Register = (program) => {
  addCommand(program, "check", "read every export and compute everything, write nothing; exit code 1 when a build would fail")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .action(async (options: GlobalOptions & {format: "text" | "json"}) => {
      const {config} = await open(options);
      const {checkData, describeCheck} = await import("../check.js");
      const check = await checkData(config);
      if (options.format === "json") say(JSON.stringify(check, null, 1));
      else if (!options.quiet || !check.ok) say(describeCheck(check));
      if (!check.ok) process.exitCode = 1;
    });
};
