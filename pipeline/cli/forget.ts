import {addCommand, open, say, type GlobalOptions, type Register} from "./command.js";
import {showAside, showProgress} from "./show-progress.js";

interface Options extends GlobalOptions {
  dryRun: boolean;
}

/** `forget`: takes a person or prospect out of everything, now and in every later build. */
export const registerForget: Register = (program) => {
  addCommand(program, "forget", "leave a person or prospect out of everything, now and in every later build")
    .argument("<who>", "id, e-mail address or whole name, as the exports have it")
    .option("--dry-run", "only tell which rows of the exports hold them", false)
    .action(async (who: string, options: Options) => {
      const {config, workspace} = await open(options);
      const {buildSite, openWarehouse} = await import("../build.js");
      const {addForgotten, locateForgotten} = await import("../privacy/forgotten.js");
      const {findIdentity, listHeld} = await import("../privacy/identity.js");
      const {readToday} = await import("../today.js");
      const {describeHeld} = await import("../privacy/describe.js");
      const db = await showAside(options, (progress) => openWarehouse(config, workspace, {progress}));
      try {
        const identity = await findIdentity(db, who);
        say(describeHeld(identity, await listHeld(db, identity)));
        if (options.dryRun) return;
        addForgotten(config.path, identity, (await readToday(db)) ?? new Date().toISOString().slice(0, 10));
      } finally {
        db.close();
      }
      await showProgress({...options, json: false}, (progress) => buildSite(config, workspace, {progress}));
      say(`left out of warehouse, rejects, cache and site, and of every later build; the list: ${locateForgotten(config.path)}`);
      say("published trees change with: npm run baton -- publish; mails and sheets written before are yours to delete");
    });
};
