import {addCommand, open, say, type GlobalOptions, type Register} from "./command.js";
import {showAside} from "./show-progress.js";

/** `mydata`: all that is held on somebody, as JSON. */
export const registerMyData: Register = (program) => {
  addCommand(
    program,
    "mydata",
    "all that is held on a person or prospect, as JSON: rows of the exports, and what was worked out",
    ["--out <file>", "file to write; printed if left out"],
  )
    .argument("<who>", "id, e-mail address or whole name, as the exports have it")
    .action(async (who: string, options: GlobalOptions) => {
      const {config, workspace} = await open(options);
      const {openWarehouse} = await import("../build.js");
      const {findIdentity, listDerived, listHeld} = await import("../privacy/identity.js");
      const db = await showAside(options, (progress) => openWarehouse(config, workspace, {progress}));
      try {
        const identity = await findIdentity(db, who);
        const {records: _, ...goesBy} = identity;
        const {granularity, retention_months, pseudonymise} = config;
        const held = {retention_months: retention_months || null, pseudonymise, granularity};
        const document = {
          ...goesBy,
          settings: held,
          exports: await listHeld(db, identity),
          worked_out: await listDerived(db, identity),
        };
        const text = JSON.stringify(document, null, 2);
        if (!options.out) return say(text);
        const {writeFileSync} = await import("node:fs");
        writeFileSync(options.out, `${text}\n`, {mode: 0o600});
        if (!options.quiet) say(`${options.out}: ${document.exports.length} rows of exports, and what was worked out from them`);
      } finally {
        db.close();
      }
    });
};
