import {Option} from "commander";
import type {ShrunkCells} from "../contract/datasets.js";
import {METRIC_NAMES} from "../contract/metrics.js";
import {PERIODS, SCOPES, type Scope} from "../contract/vocabulary.js";
import {addCommand, open, refuseAboutPerson, say, type GlobalOptions, type Register} from "./command.js";
import {isOfPeople, keepGranularity} from "./granularity.js";
import {showAside} from "./show-progress.js";

export const registerMetrics: Register = (program) => {
  addCommand(program, "metrics", "print metrics as rows; builds what is not built yet")
    .addOption(new Option("--format <format>", "how to print").choices(["table", "json", "csv"]).default("table"))
    .addOption(new Option("--metric <metric>", "only this metric").choices(METRIC_NAMES))
    .addOption(new Option("--scope <scope>", "only this scope").choices(SCOPES))
    .addOption(new Option("--period <period>", "only this period").choices(PERIODS))
    .action(async (options: GlobalOptions & {format: string; metric?: string; scope?: Scope; period?: string}) => {
      const {config, workspace} = await open(options);
      if (options.scope && isOfPeople(options.scope)) refuseAboutPerson(config, `--scope ${options.scope}`, "ask for --scope team, or company"); // prettier-ignore
      const {openWarehouse} = await import("../build.js");
      const {readShrunkRows} = await import("../inference/shrunk-rows.js");
      const {formatSafeCsv, formatTable} = await import("../report.js");
      const db = await showAside(options, (progress) => openWarehouse(config, workspace, {progress}));
      try {
        const rows = await keepGranularity(db, config, await readShrunkRows(db, config, options));
        if (options.format === "json") say(JSON.stringify(rows.map(dropBlankShrunk), null, 1));
        else if (options.format === "csv") process.stdout.write(formatSafeCsv(Object.keys(rows[0] ?? {}), rows));
        else say(formatTable(rows.map(dropShrunk)));
      } finally {
        db.close();
      }
    });
};

/** For people to read, a line stays short. */
const dropShrunk = <T extends ShrunkCells>(row: T) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !/^shrunk_|^prob_below_target$/.test(name)));

/** Only rates of people have these. */
const dropBlankShrunk = <T extends ShrunkCells>(row: T) => (row.shrunk_value === null ? dropShrunk(row) : row);
