import {readFileSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {checkMeaning} from "./config-meaning.js";
import {lookThrough, type LookedThrough} from "./config-mistakes.js";
import {translateRules} from "./config-language.js";
import {webhook} from "./config-refresh.js";
import type {ConfigValues} from "./config-schema.js";
import {readYaml} from "./config-yaml.js";
import {VARIANT_FIELDS} from "./contract/brief.js";
import {describeProblems, UserError, type Problem} from "./errors.js";
import {speak} from "./language.js";
import {disguiseConfig} from "./privacy/disguise-config.js";
import {takeSalt} from "./privacy/salt.js";

/** The configuration with every default filled in, and where it came from. */
export interface Config extends ConfigValues {
  /** Absolute path of the file. */
  path: string;
  /** Folder that relative paths in it start from. */
  folder: string;
  /** Whom the file names, where pseudonyms stand for them in the rest. */
  clear?: Pick<ConfigValues, "teams" | "exemplars" | "routing">;
}

/**
 * Reads and checks `baton.config.yaml`. From then on this process speaks its language.
 * @throws UserError (exit code 2) naming every mistake with its path and the valid choices.
 */
export function readConfig(path: string): Config {
  const absolute = resolve(path);
  let text: string;
  try {
    text = readFileSync(absolute, "utf8");
  } catch (cause) {
    throw new UserError(
      `${path}: cannot be read (${(cause as NodeJS.ErrnoException).code ?? "error"})\n  → name a configuration with --config FILE`,
      2,
      {cause},
    );
  }
  if (isEmpty(text))
    throw new UserError(
      `${path}: is empty\n  → write one with npm run baton -- init FOLDER --force, or bring the former one back`,
      2,
    );
  const config = parseConfig(text, absolute, path);
  if (!config.pseudonymise) return config;
  const {teams, exemplars, routing} = config;
  return {...config, ...disguiseConfig(config, takeSalt(absolute, true)), clear: {teams, exemplars, routing}};
}

/** Nothing but blank lines and remarks: cut off, or never written. */
const isEmpty = (text: string): boolean =>
  text.split("\n").every((line) => /^(\s*(#.*)?|---\s*|\ufeff)$/.test(line.replace(/\r$/, "")));

/** Who is told of a refresh, of a configuration that may hold mistakes elsewhere; undefined when that cannot be told. */
export function findWebhook(path: string | undefined): Config["refresh"]["webhook"] {
  try {
    const given = readYaml(readFileSync(path!, "utf8")).given as {refresh?: {webhook?: unknown}} | null;
    return webhook.safeParse(given?.refresh?.webhook).data;
  } catch {
    return undefined;
  }
}

/** Mistakes in a configuration, all that can be told without its exports. */
export class ConfigError extends UserError {
  constructor(
    /** The file, as it was named. */
    readonly file: string,
    readonly problems: readonly Problem[],
    /** The configuration without what is wrong, to look for more in; undefined when too little is left. */
    readonly rest?: RestOfConfig,
  ) {
    const isText = rest === undefined && problems.every(({where}) => where.startsWith("line "));
    const count = `${problems.length} ${problems.length === 1 ? "mistake" : "mistakes"}`;
    super(describeProblems(isText ? `${file}: not valid YAML` : `${file}: ${count}`, problems), 2);
  }

  /** The same with further mistakes, found in the rest. */
  with(problems: readonly Problem[]): ConfigError {
    const placed = problems.map((problem) => ({...problem, where: this.rest?.placeOf(problem.where) ?? problem.where}));
    return new ConfigError(this.file, [...this.problems, ...placed], this.rest);
  }
}

export interface RestOfConfig extends Pick<LookedThrough, "touched" | "placeOf"> {
  /** Sources of which something is wrong name no file. */
  config: Config;
}

/** Like `readConfig`, for a text that stands at `path`. @throws ConfigError */
export function parseConfig(text: string, path: string, name = path): Config {
  const {given, problems: inText, isReadable} = readYaml(text);
  if (!isReadable) throw new ConfigError(name, inText);
  const {values, problems, touched, touchedSources, placeOf} = lookThrough(given ?? {});
  if (values) speak(values.language);
  const config = values && {...translateRules(withVariantFields(values)), path, folder: dirname(path)};
  const told = [...inText, ...problems];
  if (!config) throw new ConfigError(name, told);
  const meant = checkMeaning(config, touched).map((problem) => ({...problem, where: placeOf(problem.where)}));
  if (told.length + meant.length === 0) return config;
  const sources = config.sources.map((source, index) =>
    touchedSources.has(index) ? {...source, files: [], at: undefined} : source,
  );
  throw new ConfigError(name, [...told, ...meant], {config: {...config, sources}, touched, placeOf});
}

/** The template with the fields that only a variant of the configuration asks for. */
function withVariantFields(values: ConfigValues): ConfigValues {
  const asked = new Set(values.brief_variants.flatMap(({required}) => required));
  const more = VARIANT_FIELDS.filter(({field}) => asked.has(field) && !values.brief.some((known) => known.field === field));
  return {...values, brief: [...values.brief, ...more]};
}
