import {Option} from "commander";
import {addCommand, open, say, type GlobalOptions, type Register} from "./command.js";
import {showAside} from "./show-progress.js";

interface Options extends GlobalOptions {
  format: "table" | "csv" | "json";
}

/** `access`: who sees what, as a table to hand over. */
export const registerAccess: Register = (program) => {
  addCommand(program, "access", "who sees what: a row per tree, with the group that lets in and whom it is about")
    .addOption(new Option("--format <format>", "how to print it").choices(["table", "csv", "json"]).default("table"))
    .action(async (options: Options) => {
      const {config, workspace} = await open(options);
      const {openWarehouse} = await import("../build.js");
      const {listAccess} = await import("../publish/access.js");
      const {formatSafeCsv, formatTable} = await import("../report.js");
      const db = await showAside(options, (progress) => openWarehouse(config, workspace, {progress}));
      try {
        const rows = await listAccess(db, {execSeesPeople: config.publish.exec_sees_people});
        if (options.format === "json") say(JSON.stringify(rows, null, 2));
        else if (options.format === "csv") say(formatSafeCsv(["group", "readers", "sees", "people"], rows));
        else say(formatTable(rows));
      } finally {
        db.close();
      }
    });
};
