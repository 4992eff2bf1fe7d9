import {UserError} from "../errors.js";
import {addCommand, open, refuseMadeUp, say, type GlobalOptions, type Register} from "./command.js";
import {showAside, showProgress} from "./show-progress.js";

interface Options extends GlobalOptions {
  dryRun: boolean;
  list: boolean;
  undo: boolean;
}

/** `forget`: takes a person or prospect out of everything, now and in every later build; or lets them in again. */
export const registerForget: Register = (program) => {
  addCommand(program, "forget", "leave a person or prospect out of everything, now and in every later build")
    .argument("[who]", "id, e-mail address or whole name, as the exports have it")
    .option("--dry-run", "only tell which rows of the exports hold them", false)
    .option("--list", "tell who is on the list, as far as it knows: since when, and whether a person or a prospect", false)
    .option("--undo", "take them off the list again: what the exports still hold of them comes back", false)
    .action(async (who: string | undefined, options: Options) => {
      if (options.list) return listAll(options);
      if (who === undefined)
        throw new UserError("forget: whom?\n  → name an id, an e-mail address or a whole name; or --list", 2);
      return options.undo ? undo(who, options) : forget(who, options);
    });
};

async function forget(who: string, options: Options): Promise<void> {
  const {config, workspace} = await open(options);
  refuseMadeUp(config, "forget");
  const {openWarehouse} = await import("../build.js");
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
  const {forgetKept} = await import("../refresh/places.js");
  const {removed, served} = forgetKept(workspace);
  await rebuild(options);
  say(
    `left out of warehouse, rejects, cache, site and the mails in the build folder, and of every later build; the list: ${locateForgotten(config.path)}`,
  );
  if (removed > 0) say(`${removed} kept ${removed === 1 ? "build is" : "builds are"} gone, and cannot be rolled back to`);
  say(served.length > 0 ? `still served until the next refresh or publish: ${served.join(", ")}; ${ELSEWHERE}` : LATER);
}

async function undo(who: string, options: Options): Promise<void> {
  const {config} = await open(options);
  const {removeForgotten} = await import("../privacy/forgotten.js");
  const {kind, forgotten_on: since} = removeForgotten(config.path, who);
  await rebuild(options);
  say(`a ${kind} who was on the list since ${since} is off it; what the exports still hold of them is back`);
  say(LATER);
}

async function listAll(options: Options): Promise<void> {
  const {config} = await open(options);
  const {listForgotten, locateForgotten} = await import("../privacy/forgotten.js");
  const {formatTable} = await import("../report.js");
  const rows = listForgotten(config.path);
  say(rows.length === 0 ? `nobody is on the list: ${locateForgotten(config.path)}` : formatTable(rows));
  if (rows.length > 0) say("\nthe list names nobody; whoever knows a name, an address or an id takes it off with --undo");
}

async function rebuild(options: Options): Promise<void> {
  const {config, workspace} = await open(options);
  const {buildSite} = await import("../build.js");
  await showProgress({...options, json: false}, (progress) => buildSite(config, workspace, {progress}));
}

const ELSEWHERE = "mails written elsewhere than into the build folder, and sheets, are yours to delete";
const LATER = `published trees change with: npm run baton -- publish; ${ELSEWHERE}`;
