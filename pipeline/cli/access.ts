import {Option} from "commander";
import type {Config} from "../config.js";
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
      const {listAccess} = await import("../publish/trees/access.js");
      const {formatSafeCsv, formatTable} = await import("../report.js");
      const db = await showAside(options, (progress) => openWarehouse(config, workspace, {progress}));
      try {
        const listed = await listAccess(db, {execSeesPeople: config.publish.exec_sees_people});
        const rows = listed.map((row) => ({...row, sees: `${row.sees}${describeSettings(config)}`}));
        if (options.format === "json") say(JSON.stringify(rows, null, 2));
        else if (options.format === "csv") process.stdout.write(formatSafeCsv(["group", "readers", "sees", "people"], rows));
        else say(formatTable(rows));
      } finally {
        db.close();
      }
    });
};

/** What holds for every tree by the configuration, beside who sees what. */
function describeSettings({granularity, pseudonymise, retention_months: months}: Config): string {
  return [
    granularity === "team" ? "; no number about a single person" : "",
    pseudonymise ? "; made-up names for everybody" : "",
    months ? `; people and texts of the last ${months} months and the running one` : "",
  ].join("");
}
