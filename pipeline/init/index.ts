/** The first ten minutes: from a folder of exports to a configuration. */
import {existsSync, readFileSync, renameSync, statSync, writeFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {parseConfig} from "../config.js";
import {UserError} from "../errors.js";
import {lookAtFolder} from "./look.js";
import {findAnswers, settle, type Ask, type Flags} from "./settle.js";
import {tellFiles, tellForm, tellMissing, tellNext} from "./tell.js";
import {writeConfig} from "./write.js";

export interface InitOptions {
  /** Folder of exports, as given. */
  folder: string;
  /** Path of the configuration to write, as given. */
  config: string;
  flags: Flags;
  isYes: boolean;
  isForced: boolean;
  /** Undefined where nobody can be asked. */
  ask?: Ask;
  say(line: string): void;
  machineZone: string;
  /** Of baton.schema.json. */
  schema: string;
}

/**
 * Looks at the exports, settles what they do not tell, and writes the configuration.
 * @throws UserError (exit code 2) where there is a configuration already, no such folder, or nobody to ask.
 */
export async function init(options: InitOptions): Promise<void> {
  const {config, folder, say, isForced} = options;
  refuseExisting(config, isForced);
  const home = dirname(resolve(config));
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw new UserError(`${folder}: is a file; name its folder`, 2);
  if (!existsSync(folder) && folder !== DEFAULT_FOLDER) throw new UserError(`${folder}: no such folder`, 2);
  const pattern = relative(home, resolve(folder)).replaceAll("\\", "/") || ".";
  const files = await lookAtFolder(home, pattern);
  for (const line of tellFiles(files, folder)) say(line);
  const answers = await settle(options.flags, findAnswers(files, options.machineZone), options.isYes, options.ask);
  const schema = relative(home, options.schema).replaceAll("\\", "/");
  const text = writeConfig(answers, files, pattern, schema.startsWith(".") ? schema : `./${schema}`);
  parseConfig(text, resolve(config), config);
  if (existsSync(config)) {
    const aside = join(dirname(config), "baton.config.old.yaml");
    renameSync(config, aside);
    say(`\nkept the former one as ${aside}`);
  }
  writeFileSync(config, text);
  const isGuessedZone = options.isYes && options.flags.timezone === undefined;
  for (const line of [
    ...tellMissing(files),
    "",
    ...tellForm(files, answers.formUrl),
    ...(isGuessedZone ? [`timezone is this machine's, ${answers.timezone}: correct it if the team works elsewhere`] : []),
    ...tellNext(files, config, config === DEFAULT_CONFIG),
  ])
    say(line);
}

export const DEFAULT_FOLDER = "exports";
export const DEFAULT_CONFIG = "baton.config.yaml";

function refuseExisting(path: string, isForced: boolean): void {
  if (!existsSync(path) || isForced) return;
  const whose = readFileSync(path, "utf8").includes("sample-data/") ? " and is the sample company's" : "";
  throw new UserError(
    `${path}: is there already${whose}\n  → --force writes a new one and keeps this as baton.config.old.yaml; --config FILE writes another`,
    2,
  );
}
