import type {z} from "zod";
import {findNearMiss, type Problem} from "./errors.js";

type Issue = z.core.$ZodIssue;

/** The parts of a JSON Schema that lead to the settings known at a place. */
export interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  propertyNames?: {enum?: string[]};
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
}

/** Turns zod's issues into problems with dotted paths, what was found and the valid choices. */
export function describeConfigIssues(issues: readonly Issue[], given: unknown, schema: JsonSchema): Problem[] {
  return issues.flatMap((issue) => describeIssue(issue, given, schema));
}

function describeIssue(issue: Issue, given: unknown, schema: JsonSchema): Problem[] {
  const where = formatPath(issue.path);
  const found = describeValue(valueAt(given, issue.path));
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const known = keysAt(schema, issue.path);
        return {
          where: formatPath([...issue.path, key]),
          what: "is no setting",
          hint: near(key, known) ?? `one of: ${known.join(", ")}`,
        };
      });
    case "invalid_value":
      return [
        {
          where,
          what: `${found} is not one of: ${issue.values.join(", ")}`,
          hint: near(valueAt(given, issue.path), issue.values.map(String)),
        },
      ];
    case "invalid_type":
      return [{where, what: `expected ${issue.expected}, found ${found}`}];
    case "invalid_key":
      return [{where, what: `"${String(issue.path.at(-1))}" cannot stand here`, hint: keyHint(issue)}];
    case "invalid_union": {
      if (valueAt(given, issue.path) === undefined) return [{where, what: `is required: ${unionChoices(issue.errors)}`}];
      // The branch that got furthest knows best what was meant.
      const deepest = [...issue.errors].sort((a, b) => maximumDepth(b) - maximumDepth(a))[0];
      if (!deepest || maximumDepth(deepest) === 0) return [{where, what: `${found} does not fit: ${unionChoices(issue.errors)}`}];
      return deepest.flatMap((inner) => describeIssue({...inner, path: [...issue.path, ...inner.path]} as Issue, given, schema));
    }
    default:
      if (issue.code === "custom" && issue.params?.["isAboutKey"]) return [{where, what: issue.message}];
      return [{where, what: `${found} ${issue.message.startsWith("is ") ? issue.message : `is not allowed: ${issue.message}`}`}];
  }
}

/** `sources[1].columns` */
export function formatPath(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return text.replace(/^\./, "") || "the file";
}

const maximumDepth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length));

const unionChoices = (branches: readonly (readonly Issue[])[]): string =>
  [...new Set(branches.flat().map((issue) => (issue.code === "invalid_type" ? issue.expected : issue.message)))].join(" or ");

function keyHint(issue: Extract<Issue, {code: "invalid_key"}>): string | undefined {
  const inner = issue.issues[0];
  if (inner?.code !== "invalid_value") return inner?.message;
  const choices = inner.values.map(String);
  return near(String(issue.path.at(-1)), choices) ?? `one of: ${choices.join(", ")}`;
}

function near(value: unknown, choices: readonly string[]): string | undefined {
  const miss = findNearMiss(String(value), choices);
  return miss === undefined ? undefined : `did you mean ${miss}?`;
}

/** The settings that the schema knows at `path`, from its JSON form. */
function keysAt(schema: JsonSchema, path: readonly PropertyKey[]): string[] {
  let here: JsonSchema | undefined = schema;
  for (const part of path)
    here = typeof part === "number" ? here?.items : (here?.properties?.[String(part)] ?? objectOf(here?.additionalProperties));
  return [...Object.keys(here?.properties ?? {}), ...(here?.propertyNames?.enum ?? [])];
}

const objectOf = (value: JsonSchema | boolean | undefined) => (typeof value === "object" ? value : undefined);

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value === null || typeof value !== "object" ? undefined : (value as Record<PropertyKey, unknown>)[key]),
    root,
  );
}

function describeValue(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
