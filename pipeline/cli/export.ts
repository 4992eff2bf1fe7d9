import {writeFileSync} from "node:fs";
import type {Command} from "commander";
import {addCommand, open, refuseAboutPerson, say, withHelp, type GlobalOptions, type Register} from "./command.js";
import {showAside} from "./show-progress.js";

/** `export`: each kind is a command beneath it. */
export const registerExport: Register = (program) => {
  const group = withHelp(
    program.command("export").description("write tables and sheets to take elsewhere; builds what is not built yet"),
  );
  addDay(group);
  addSession(group);
  addCommand(
    group,
    "writeback",
    "completeness, missing fields, qualification and readiness of coming and recent handoffs, as CSV for the CRM's import",
    ["--out <file>", "file to write; the standard output if left out"],
  )
    .option("--since <day>", "meetings from this day on; 30 days before the newest export if left out")
    .action(async ({out, ...options}: GlobalOptions & {since?: string}) => {
      const {config, workspace} = await open(options);
      const {openWarehouse} = await import("../build.js");
      const {readWriteback, WRITEBACK_COLUMNS} = await import("../publish/writeback.js");
      const {formatSafeCsv} = await import("../report.js");
      const db = await showAside(options, (progress) => openWarehouse(config, workspace, {progress}));
      try {
        const rows = await readWriteback(db, config, options.since);
        const text = formatSafeCsv(WRITEBACK_COLUMNS, rows);
        if (out === undefined) process.stdout.write(text);
        else {
          writeFileSync(out, text);
          if (!options.quiet) say(`${rows.length} ${rows.length === 1 ? "handoff" : "handoffs"} in ${out}`);
        }
      } finally {
        db.close();
      }
    });
};

function addDay(group: Command): void {
  addCommand(group, "day", "an AE's meetings of a day with their briefs, as one HTML file that can be printed or sent", [
    "--out <file>",
    "file to write, or a folder that is there; <build-dir>/day if left out",
  ])
    .requiredOption("--ae <id>", "id of the AE, or the name in the page's address")
    .option("--date <day>", "YYYY-MM-DD; the day of the data if left out")
    .action(async ({out, ...options}: GlobalOptions & {ae: string; date?: string}) => {
      const {config, workspace} = await open(options);
      const {openWarehouse} = await import("../build.js");
      const {exportDay} = await import("../sheet/export-day.js");
      const db = await showAside(options, (progress) => openWarehouse(config, workspace, {progress}));
      try {
        const wanted = {...options, ...(out !== undefined && {out})};
        const {path, date, meetings, next} = await exportDay(db, config, wanted, `${options.buildDir}/day`);
        if (options.quiet) return;
        if (meetings > 0) say(`${path}: ${meetings} ${meetings === 1 ? "meeting" : "meetings"}`);
        else say(`${path}: no meeting on ${date}; ${next ? `the next day with one: --date ${next}` : "none after it either"}`);
      } finally {
        db.close();
      }
    });
}

function addSession(group: Command): void {
  addCommand(
    group,
    "session",
    "what the handoffs of an SDR to an AE lacked, on both sides, as one page for a talk between the two",
    ["--out <file>", "file to write, or a folder that is there; <build-dir>/session if left out"],
  )
    .requiredOption("--sdr <who>", "id, e-mail address or name of the SDR")
    .requiredOption("--ae <who>", "id, e-mail address or name of the AE")
    .action(async ({out, ...options}: GlobalOptions & {sdr: string; ae: string}) => {
      const {config, workspace} = await open(options);
      refuseAboutPerson(config, "export session", "talk over single briefs: npm run baton -- export day");
      const {openWarehouse} = await import("../build.js");
      const {readSession} = await import("../sheet/read-session.js");
      const {writeSession} = await import("../sheet/write-session.js");
      const {writeSheet} = await import("../sheet/write-sheet.js");
      const db = await showAside(options, (progress) => openWarehouse(config, workspace, {progress}));
      try {
        const session = await readSession(db, config, options);
        const path = writeSheet(
          writeSession(session),
          `${session.sdr.slug}-${session.ae.slug}.html`,
          `${options.buildDir}/session`,
          out,
        );
        if (!options.quiet) say(`${path}: ${session.handoffs} ${session.handoffs === 1 ? "handoff" : "handoffs"}`);
      } finally {
        db.close();
      }
    });
}
