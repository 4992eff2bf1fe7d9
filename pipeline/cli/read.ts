import {Option} from "commander";
import {addCommand, findConfig, type GlobalOptions, type Register} from "./command.js";

export const registerRead: Register = (program) => {
  addCommand(program, "read", "print the header and rows of a file as ingestion reads them, all text")
    .argument("<file>", "an export; one of an archive as archive.zip/file.csv")
    .addOption(new Option("--format <format>", "how to print").choices(["csv", "json"]).default("csv"))
    .action(async (file: string, options: GlobalOptions & {format: "csv" | "json"}) => {
      const path = findConfig(options.config);
      const {printRows} = await import("../ingest/print.js");
      const {readConfig} = await import("../config.js");
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
};
