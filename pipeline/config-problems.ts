import type {z} from "zod";
import {findNearMiss, type Problem} from "./errors.js";

type Issue = z.core.$ZodIssue;

/** The parts of a JSON Schema that lead to the settings known at a place. */
export interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  propertyNames?: {enum?: string[]};
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
}

/** Turns zod's issues into problems with dotted paths, what was found and the valid choices. */
export function describeConfigIssues(issues: readonly Issue[], given: unknown, schema: JsonSchema): Problem[] {
  return issues.flatMap((issue) => describeIssue(issue, given, schema));
}

function describeIssue(issue: Issue, given: unknown, schema: JsonSchema): Problem[] {
  const where = formatPath(issue.path);
  const value = valueAt(given, issue.path);
  const found = describeValue(value);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const known = keysAt(schema, issue.path);
        const hint = near(key, known) ?? (known.length > 0 ? `one of: ${known.join(", ")}` : "leave it out");
        return {where: formatPath([...issue.path, key]), what: "is no setting", hint};
      });
    case "invalid_value": {
      const choices = issue.values.map(String);
      if (value === undefined) return [{where, what: `is required: one of ${choices.join(", ")}`}];
      if (value === null) return [{where, what: `is empty: give one of ${choices.join(", ")}, or leave the line out`}];
      return [{where, what: `${found} is not one of: ${choices.join(", ")}`, hint: near(value, choices)}];
    }
    case "invalid_type":
      return [describeType(where, issue.expected, value)];
    case "invalid_key":
      return [{where, what: `"${String(issue.path.at(-1))}" cannot stand here`, hint: keyHint(issue)}];
    case "invalid_union":
      return describeUnion(issue, given, schema);
    case "too_small":
    case "too_big":
      return [{where, what: `${found} ${isOwn(issue.message) ? issue.message : describeBound(issue)}`}];
    case "invalid_format":
      if (isOwn(issue.message)) return [{where, what: `${found} ${issue.message}`}];
      return [{where, what: `${found} is no web address; use one that begins with https://`}];
    default:
      if (issue.code === "custom" && issue.params?.["isAboutKey"]) return [{where, what: issue.message}];
      return [{where, what: `${found} ${issue.message}`}];
  }
}

/** Sentences of our own begin so; the library's do not. */
const isOwn = (message: string): boolean => /^(is|needs) /.test(message);

/** Kinds of values: what one is, that it is none, and how to write one. */
const TYPES: Readonly<Record<string, readonly [one: string, none: string, hint: string]>> = {
  string: ["a text", "is no text", "put it in quotation marks"],
  number: ["a number", "is no number", "write it in figures, with a point before decimals"],
  int: ["a whole number", "is no whole number", "write it in figures"],
  boolean: ["true or false", "is neither true nor false", "write true or false, without quotation marks"],
  array: ["a list", "is no list", "write [a, b], or a line each that begins with a dash"],
  object: ["a group of settings", "is no group of settings", "write a line each, indented: key: value"],
  record: ["a group of entries", "is no group of entries", "write a line each, indented: name: value"],
};

function describeType(where: string, expected: string, value: unknown): Problem {
  const [one, none, hint] = TYPES[expected] ?? [expected, `is no ${expected}`, "see baton.schema.json"];
  if (value === undefined) return {where, what: `is required: ${one}`};
  if (value === null) return {where, what: `is empty: give ${one}, or leave the line out`};
  return {
    where,
    what: `${describeValue(value)} ${none}`,
    hint: isGroup(value) && expected === "string" ? "give a single text" : hint,
  };
}

function describeBound(issue: Extract<Issue, {code: "too_small" | "too_big"}>): string {
  const isLeast = issue.code === "too_small";
  const bound = Number(isLeast ? issue.minimum : issue.maximum);
  if (issue.origin === "string")
    return isLeast ? "is empty; write something, or leave the line out" : `is longer than ${bound} signs`;
  if (issue.origin === "array")
    return isLeast ? "is an empty list; name at least one, or leave the line out" : `has more than ${bound} entries`;
  if (isLeast) return issue.inclusive ? `is too small: at least ${bound}` : `is too small: more than ${bound}`;
  return issue.inclusive ? `is too great: at most ${bound}` : `is too great: less than ${bound}`;
}

function describeUnion(issue: Extract<Issue, {code: "invalid_union"}>, given: unknown, schema: JsonSchema): Problem[] {
  const where = formatPath(issue.path);
  const value = valueAt(given, issue.path);
  const choices = unionChoices(issue.errors);
  if (value === undefined) return [{where, what: `is required: ${choices}`}];
  if (isOwn(issue.message) && !isGroup(value)) return [{where, what: `${describeValue(value)} ${issue.message}`}];
  if (isGroup(value) && !Array.isArray(value)) {
    const known = keysAt(schema, issue.path);
    const unknown = Object.keys(value).filter((key) => !known.includes(key));
    if (known.length > 0 && unknown.length > 0)
      return unknown.map((key) => ({where: formatPath([...issue.path, key]), what: "is no setting", hint: near(key, known) ?? `one of: ${known.join(", ")}`})); // prettier-ignore
    if (known.length > 0 && Object.keys(value).length === 0)
      return [{where, what: `says nothing: name one of ${known.join(", ")}`}];
  }
  // The branch that got furthest knows best what was meant; of several, the one that lacks least.
  const lacks = (branch: readonly Issue[]) =>
    branch.reduce((sum, each) => sum + (each.code === "unrecognized_keys" ? each.keys.length : 1), 0);
  const deepest = [...issue.errors].sort((a, b) => maximumDepth(b) - maximumDepth(a) || lacks(a) - lacks(b))[0];
  const isGroupAmiss = isGroup(value) && deepest?.every(({code}) => code === "unrecognized_keys" || code === "invalid_type");
  if (!deepest || (maximumDepth(deepest) === 0 && !isGroupAmiss))
    return [{where, what: `${describeValue(value)} does not fit: ${choices}`}];
  const keys = deepest.flatMap((each) => (each.code === "unrecognized_keys" ? each.keys : []));
  if (keys.length > 0 && isGroup(value))
    return [
      {
        where,
        what: `${Object.keys(value).join(" and ")} do not go together`,
        hint: `leave one of them: ${keys.join(", ")} or the others`,
      },
    ];
  return deepest.flatMap((inner) => describeIssue({...inner, path: [...issue.path, ...inner.path]} as Issue, given, schema));
}

/** `sources[1].columns` */
export function formatPath(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return text.replace(/^\./, "") || "the file";
}

const maximumDepth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length));

const unionChoices = (branches: readonly (readonly Issue[])[]): string =>
  [...new Set(branches.flat().flatMap(describeBranch))].join(" or ");

function describeBranch(issue: Issue): string[] {
  if (issue.code === "invalid_type") return [TYPES[issue.expected]?.[0] ?? issue.expected];
  if (issue.code === "invalid_value") return issue.values.map(String);
  if (issue.code === "too_small" || issue.code === "too_big") return [describeBound(issue).replace(/^is /, "")];
  return isOwn(issue.message) ? [issue.message] : [];
}

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

/** The settings that the schema knows at `path`, from its JSON form; of a setting that may be of several kinds, those of each. */
function keysAt(schema: JsonSchema, path: readonly PropertyKey[]): string[] {
  const open = (here: JsonSchema): JsonSchema[] => [here, ...(here.anyOf ?? []).flatMap(open)];
  let at = open(schema);
  for (const part of path)
    at = at
      .flatMap(
        (here) =>
          (typeof part === "number" ? here.items : (here.properties?.[String(part)] ?? objectOf(here.additionalProperties))) ??
          [],
      )
      .flatMap(open);
  return [...new Set(at.flatMap((here) => [...Object.keys(here.properties ?? {}), ...(here.propertyNames?.enum ?? [])]))];
}

const objectOf = (value: JsonSchema | boolean | undefined) => (typeof value === "object" ? value : undefined);

const isGroup = (value: unknown): value is object => value !== null && typeof value === "object";

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
