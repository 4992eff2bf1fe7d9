/** What the commands share: their options, where the configuration is, and how to say something. */
import {existsSync} from "node:fs";
import {relative} from "node:path";
import type {Command} from "commander";
import {InvalidArgumentError} from "commander";
import type {Config} from "../config.js";
import {UserError} from "../errors.js";
import {locateWorkspace, ROOT, type Workspace} from "../workspace.js";
// Everything else is loaded by the command that needs it: help and an unchanged build shall not wait for the database.

export interface GlobalOptions {
  config?: string;
  buildDir: string;
  out?: string;
  quiet: boolean;
}

/** Adds a command's own words to the program. */
export type Register = (program: Command) => void;

/** A line on the standard output. */
export const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Usage mistakes lead to help, and are not ours to exit on. */
export const withHelp = (command: Command): Command => command.showHelpAfterError("(--help lists what there is)").exitOverride();

/** A command with the options that all share; `out` says what `--out` is, where that is not the site's folder. */
export function addCommand(program: Command, name: string, description: string, out = SITE_OUT): Command {
  return withHelp(program.command(name).description(description))
    .option("--config <file>", "configuration; baton.config.yaml if left out")
    .option("--build-dir <dir>", "folder of the warehouse and intermediate results", "build")
    .option(...out)
    .option("--quiet", "print problems only", false);
}
const SITE_OUT: [string, string] = ["--out <dir>", "folder of the site; dist, or <build-dir>/dist for another build folder"];

/** The configuration's path: the one named, else the one in this folder; inside Baton's own folder else the sample company's, which nobody elsewhere means. */
export function findConfig(named: string | undefined): string | undefined {
  const isInside = !relative(ROOT, process.cwd()).startsWith("..");
  return [named, "baton.config.yaml", isInside ? `${ROOT}/baton.config.yaml` : undefined].find(
    (path) => path !== undefined && (path === named || existsSync(path)),
  );
}

/** Reads the configuration and locates the workspace. @throws UserError (exit code 2) when there is none, or it holds mistakes. */
export async function open(options: GlobalOptions): Promise<{config: Config; workspace: Workspace}> {
  const path = findConfig(options.config);
  if (path === undefined) throw new UserError("no baton.config.yaml here\n  → name one with --config FILE", 2);
  return {config: await readWhole(path), workspace: locateWorkspace(options.buildDir, options.out)};
}

/** Reads the configuration; where it holds mistakes, its rules are tried as well, so that all is told at once. */
async function readWhole(path: string): Promise<Config> {
  const {ConfigError, readConfig} = await import("../config.js");
  try {
    return readConfig(path);
  } catch (error) {
    if (!(error instanceof ConfigError) || !error.rest) throw error;
    const {tryRules} = await import("../check.js");
    const more = await tryRules(error.rest);
    throw more.length > 0 ? error.with(more) : error;
  }
}

/**
 * Ends what is about a single person where the configuration has numbers of teams alone.
 * @param instead what to ask for in its place
 * @throws UserError (exit code 2)
 */
export function refuseAboutPerson({granularity, path}: Config, what: string, instead: string): void {
  if (granularity === "team")
    throw new UserError(`${what}: granularity: team in ${path} switches numbers about single people off\n  → ${instead}`, 2);
}

/** Ends what writes down who somebody is, where nobody is called by the own name. @throws UserError (exit code 2) */
export function refuseMadeUp({pseudonymise, path}: Config, what: string): void {
  if (pseudonymise)
    throw new UserError(`${what}: pseudonymise: true in ${path} puts made-up names in the place of everybody, and this needs the own ones\n  → take it away, or name another configuration with --config`, 2); // prettier-ignore
}

export function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new InvalidArgumentError("a port is a whole number up to 65535");
  return port;
}
