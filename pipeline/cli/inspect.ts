import {Option} from "commander";
import type {UserError} from "../errors.js";
import {addCommand, findConfig, say, type GlobalOptions, type Register} from "./command.js";

export const registerInspect: Register = (program) => {
  addCommand(program, "inspect", "show what a file is recognised as, and a sources: block for it")
    .argument("<files...>", "exports")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .action(async (files: string[], options: GlobalOptions & {format: "text" | "json"}) => {
      const path = findConfig(options.config);
      const {inspectAsRows, inspectFiles} = await import("../ingest/index.js");
      const {readConfig} = await import("../config.js");
      const config = path === undefined ? undefined : readConfig(path);
      const onFailure = ({message, exitCode}: UserError) => {
        process.stderr.write(`${message}\n`);
        // A file that is not there was named wrongly; one that cannot be used is another matter, and said before it.
        process.exitCode = process.exitCode === 1 ? 1 : exitCode;
      };
      const text =
        options.format === "json"
          ? JSON.stringify(await inspectAsRows(files, config, onFailure), null, 1)
          : await inspectFiles(files, config, onFailure);
      if (text !== "") say(text);
    });
};
