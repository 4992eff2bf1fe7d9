import type {CommitmentWish} from "../ingest/check-commitment.js";
import {addCommand, open, refuseAboutPerson, refuseMadeUp, say, type GlobalOptions, type Register} from "./command.js";
import {showAside} from "./show-progress.js";

type Options = GlobalOptions & CommitmentWish & {file?: string};

/** `commit`: one line more in the commitments, checked first. */
export const registerCommit: Register = (program) => {
  addCommand(program, "commit", "add what was agreed in a 1:1 to the commitments, after checking it")
    .requiredOption("--sdr <who>", "id, e-mail address or name of the SDR")
    .requiredOption("--behaviour <name>", "behaviour to work on, by id or label")
    .option("--agreed-on <day>", "YYYY-MM-DD; the day of the data if left out")
    .option("--review-on <day>", "YYYY-MM-DD, when it is looked at again")
    .option("--note <text>", "what was agreed, in your words")
    .option("--status <status>", "open, done or dismissed", "open")
    .option("--file <file>", "file to add to, where several sources hold commitments")
    .action(async (options: Options) => {
      const {config, workspace} = await open(options);
      refuseAboutPerson(config, "commit", "keep what you agree between the two of you");
      refuseMadeUp(config, "commit");
      const {openWarehouse} = await import("../build.js");
      const {checkCommitment} = await import("../ingest/check-commitment.js");
      const {appendCommitment, findCommitmentsFile} = await import("../ingest/commit.js");
      const db = await showAside(options, (progress) => openWarehouse(config, workspace, {progress}));
      try {
        const {line, person, label, today, isDayOfData} = await checkCommitment(db, config, options);
        const file = await findCommitmentsFile(db, config, options.file);
        const {file: name, written, isSource} = await appendCommitment(config, file, line);
        if (options.quiet) return;
        say(`${name}: ${written}`);
        say(
          `${person.name}: "${label}", agreed on ${line.agreed_on}${isDayOfData ? ", the day of the data (--agreed-on names another)" : ""}`,
        );
        if (!isSource) say(`no source reads this file yet: name it under sources in ${config.path}`);
        say(
          `the site shows it with the next build: npm run build${line.agreed_on > today ? `; it counts once the exports reach ${line.agreed_on}, and they are of ${today}` : ""}`,
        );
      } finally {
        db.close();
      }
    });
};
