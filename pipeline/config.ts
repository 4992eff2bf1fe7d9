import {readFileSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {parseDocument} from "yaml";
import {describeConfigIssues} from "./config-problems.js";
import {translateRules} from "./config-language.js";
import {webhook} from "./config-refresh.js";
import {configSchema, describeSchema, type ConfigValues} from "./config-schema.js";
import {VARIANT_FIELDS} from "./contract/brief.js";
import {describeProblems, UserError} from "./errors.js";
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
  const config = parseConfig(text, absolute, path);
  if (!config.pseudonymise) return config;
  const {teams, exemplars, routing} = config;
  return {...config, ...disguiseConfig(config, takeSalt(absolute, true)), clear: {teams, exemplars, routing}};
}

/** Who is told of a refresh, of a configuration that may hold mistakes elsewhere; undefined when that cannot be told. */
export function findWebhook(path: string | undefined): Config["refresh"]["webhook"] {
  try {
    const document = parseDocument(readFileSync(path!, "utf8")).toJS() as {refresh?: {webhook?: unknown}} | null;
    return webhook.safeParse(document?.refresh?.webhook).data;
  } catch {
    return undefined;
  }
}

/** Like `readConfig`, for a text that stands at `path`. */
export function parseConfig(text: string, path: string, name = path): Config {
  const document = parseDocument(text, {prettyErrors: true});
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      where: `line ${error.linePos?.[0].line ?? "?"}`,
      what: error.message.split("\n")[0]!,
    }));
    throw new UserError(describeProblems(`${name}: not valid YAML`, problems), 2);
  }
  const given: unknown = document.toJS() ?? {};
  const result = configSchema.safeParse(given);
  if (!result.success) {
    const problems = describeConfigIssues(result.error.issues, given, describeSchema());
    throw new UserError(
      describeProblems(`${name}: ${problems.length} ${problems.length === 1 ? "mistake" : "mistakes"}`, problems),
      2,
    );
  }
  speak(result.data.language);
  return {...translateRules(withVariantFields(result.data)), path, folder: dirname(path)};
}

/** The template with the fields that only a variant of the configuration asks for. */
function withVariantFields(values: ConfigValues): ConfigValues {
  const asked = new Set(values.brief_variants.flatMap(({required}) => required));
  const more = VARIANT_FIELDS.filter(({field}) => asked.has(field) && !values.brief.some((known) => known.field === field));
  return {...values, brief: [...values.brief, ...more]};
}
