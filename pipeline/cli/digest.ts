import {join} from "node:path";
import {addCommand, open, say, type GlobalOptions, type Register} from "./command.js";
import {showAside} from "./show-progress.js";

type Options = GlobalOptions & {audience: string; format: string; person?: string};

/** `digest`: a mail per person, written into files; nothing is sent. */
export const registerDigest: Register = (program) => {
  addCommand(program, "digest", "write a mail per person (HTML, plain text, Slack), ready for any mailer; nothing is sent", [
    "--out <dir>",
    "folder to write into, below which each audience has its own; <build-dir>/digest if left out",
  ])
    .requiredOption("--audience <who>", "manager, sdr or ae")
    .option("--person <who>", "id, e-mail address or name of one person; everybody of the audience if left out")
    .option("--format <format>", "all, html, text or slack", "all")
    .action(async ({out, ...options}: Options) => {
      const {config, workspace} = await open(options);
      const {openWarehouse} = await import("../build.js");
      const {exportDigests} = await import("../digest/export-digests.js");
      const {locateMails} = await import("../refresh/places.js");
      const db = await showAside(options, (progress) => openWarehouse(config, workspace, {progress}));
      try {
        const folder = out ?? locateMails(options.buildDir);
        const entries = await exportDigests(db, config, folder, options);
        if (options.quiet) return;
        say(
          `${entries.length} ${entries.length === 1 ? "person" : "people"} in ${join(folder, options.audience)}; whom each is for: manifest.json. Nothing was sent`,
        );
        const unreachable = entries.filter(({email}) => email === null).length;
        if (unreachable > 0) say(`${unreachable} without an e-mail address in the people export`);
      } finally {
        db.close();
      }
    });
};
