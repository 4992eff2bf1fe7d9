import {join} from "node:path";
import {ROOT} from "../workspace.js";
import {addCommand, say, type GlobalOptions, type Register} from "./command.js";

interface InitFlags extends GlobalOptions {
  company?: string;
  timezone?: string;
  currency?: string;
  formUrl?: string;
  language?: string;
  yes: boolean;
  force: boolean;
}

export const registerInit: Register = (program) => {
  addCommand(program, "init", "look at a folder of exports and write baton.config.yaml for them")
    .argument("[folder]", "where the exports are", "exports")
    .option("--company <name>", "name on every page")
    .option("--timezone <zone>", "zone of the team, such as Europe/Berlin")
    .option("--currency <code>", "of amounts that name none, such as EUR")
    .option("--form-url <address>", "the AE's feedback form, with {handoff_id} in it")
    .option("--language <code>", "of the site and its mails: en or de; English if left out")
    .option("--yes", "ask nothing, take what was found", false)
    .option("--force", "write over a configuration that is there, and keep it as baton.config.old.yaml", false)
    .action(async (folder: string, options: InitFlags) => {
      const {DEFAULT_CONFIG, init} = await import("../init/index.js");
      const {company, timezone, currency, formUrl, language} = options;
      const asker = process.stdin.isTTY && !options.yes ? await openAsker() : undefined;
      try {
        await init({
          folder,
          config: options.config ?? DEFAULT_CONFIG,
          flags: {company, timezone, currency, formUrl, language},
          isYes: options.yes,
          isForced: options.force,
          ask: asker?.ask,
          say: (line) => !options.quiet && say(line),
          machineZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          schema: join(ROOT, "baton.schema.json"),
        });
      } finally {
        asker?.close();
      }
    });
};

async function openAsker() {
  const {createInterface} = await import("node:readline/promises");
  const lines = createInterface({input: process.stdin, output: process.stdout});
  return {ask: (question: string) => lines.question(question), close: () => lines.close()};
}
