/** Every mistake of the configuration's shape at once: what is wrong is taken out, and the rest looked through again, since one mistake keeps others from being seen. */
import {describeConfigIssues, formatPath, type JsonSchema} from "./config-problems.js";
import {configSchema, describeSchema, type ConfigValues} from "./config-schema.js";
import type {Problem} from "./errors.js";

export interface LookedThrough {
  problems: Problem[];
  /** What is left without the mistakes; undefined when nothing is. */
  values: ConfigValues | undefined;
  /** Sections of which something was taken out. */
  touched: ReadonlySet<string>;
  /** Entries of `sources`, as `values` counts them, of which something was taken out. */
  touchedSources: ReadonlySet<number>;
  /** The place as the file counts it, of one as `values` counts it: `teams[1].manager`. */
  placeOf(where: string): string;
}

type Issue = Parameters<typeof describeConfigIssues>[0][number];
type Path = PropertyKey[];

/** So often the rest is looked through again. */
const MOST_ROUNDS = 30;
const GONE = Symbol("taken out");

/** Looks the settings through. Mistakes come in the order in which the schema has its sections. */
export function lookThrough(given: unknown): LookedThrough {
  const first = configSchema.safeParse(given);
  const nothing = {touched: new Set<string>(), touchedSources: new Set<number>(), placeOf: (where: string) => where};
  if (first.success) return {...nothing, problems: [], values: first.data};
  const schema = describeSchema() as JsonSchema;
  const rest: unknown = structuredClone(given);
  const numbers = numberEntries(rest);
  const found: {issue: Issue; order: number}[] = [];
  const [removed, touched] = [new Set<string>(), new Set<string>()];
  const order = Object.keys(configSchema.shape);
  let result: ReturnType<typeof configSchema.safeParse> = first;
  for (let round = 0; !result.success && round < MOST_ROUNDS; round++) {
    const before = new Set(removed);
    for (const issue of result.error.issues) {
      const path = originalPath(rest, issue.path, numbers);
      // A setting that is gone because it was wrong need not be told as missing.
      if (!before.has(formatPath(path))) found.push({issue: {...issue, path} as Issue, order: order.indexOf(String(path[0]))});
      for (const each of listPlaces(issue, rest, before.has(formatPath(path)))) {
        removed.add(formatPath(originalPath(rest, each, numbers)));
        touched.add(String(each[0] ?? ""));
        if (each.length === 0) return {...nothing, problems: tell(), values: undefined};
        takeOut(rest, each);
      }
    }
    dropGone(rest, numbers);
    result = configSchema.safeParse(rest);
  }
  const sources = (rest as {sources?: unknown[]}).sources ?? [];
  const isTouched = (index: number) => [...removed].some((path) => path.startsWith(`sources[${index}]`));
  const placed = sources.map((_, index) => numbers.get(sources)?.[index] ?? index);
  return {
    problems: tell(),
    values: result.success ? result.data : undefined,
    touched,
    touchedSources: new Set(placed.flatMap((original, index) => (isTouched(original) ? [index] : []))),
    placeOf: (where) =>
      where.replace(/^(\w+)\[(\d+)\]/, (all, section: string, index: string) => {
        const list = (rest as Record<string, unknown>)[section];
        return Array.isArray(list) ? `${section}[${numbers.get(list)?.[Number(index)] ?? index}]` : all;
      }),
  };

  function tell(): Problem[] {
    const sorted = [...found].sort((a, b) => a.order - b.order).map(({issue}) => issue);
    const seen = new Set<string>();
    return describeConfigIssues(sorted, given, schema).filter(({where, what}) => {
      const key = `${where}\0${what}`;
      return !seen.has(key) && seen.add(key);
    });
  }
}

/** Where something has to go for an issue to be gone. */
function listPlaces(issue: Issue, rest: unknown, wasRemoved: boolean): Path[] {
  const path = [...issue.path];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...path, key]);
  // What is missing cannot be taken out, so what it is missing from is.
  return [wasRemoved || valueAt(rest, path) === undefined ? path.slice(0, -1) : path];
}

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (isGroup(value) ? value[key] : undefined), root);

const isGroup = (value: unknown): value is Record<PropertyKey, unknown> => value !== null && typeof value === "object";

function takeOut(root: unknown, path: Path): void {
  const parent = valueAt(root, path.slice(0, -1));
  if (Array.isArray(parent)) parent[Number(path.at(-1))] = GONE;
  else if (isGroup(parent)) delete parent[path.at(-1)!];
}

/** The number that each entry of each list has in the file. */
type Numbers = Map<unknown, number[]>;

function numberEntries(root: unknown, numbers: Numbers = new Map()): Numbers {
  if (Array.isArray(root)) numbers.set(root, [...root.keys()]);
  if (isGroup(root)) for (const value of Object.values(root)) numberEntries(value, numbers);
  return numbers;
}

function dropGone(root: unknown, numbers: Numbers): void {
  if (Array.isArray(root)) {
    const kept = [...root.keys()].filter((index) => root[index] !== GONE);
    const own = numbers.get(root)!;
    numbers.set(root, kept.map((index) => own[index]!)); // prettier-ignore
    root.splice(0, root.length, ...kept.map((index) => root[index] as unknown));
  }
  if (isGroup(root)) for (const value of Object.values(root)) dropGone(value, numbers);
}

function originalPath(root: unknown, path: readonly PropertyKey[], numbers: Numbers): Path {
  let here = root;
  return path.map((part) => {
    const own = Array.isArray(here) ? (numbers.get(here)?.[Number(part)] ?? part) : part;
    here = isGroup(here) ? here[part] : undefined;
    return own;
  });
}
