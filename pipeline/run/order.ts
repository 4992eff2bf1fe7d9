import {UserError, findNearMiss} from "../errors.js";
import type {Database} from "../db.js";

/** One table of the warehouse and how it is made. */
export interface Model {
  /** `schema.table`. */
  name: string;
  /** File it is written in, or where it is generated. */
  path: string;
  /** What one row is. */
  grain: string;
  /** Columns that identify a row. */
  key: readonly string[];
  why: string;
  /** Models it reads, as `schema.table`. */
  reads: readonly string[];
  /** The query that makes it; may prepare temporary tables on the way. */
  write(db: Database): Promise<string>;
  /** Tables of raw and config that it reads, as `schema.table`. */
  ground: readonly string[];
  /** The query itself, where it is the same whatever the tables hold. */
  text?: string;
  /** Made as a view instead of a table. */
  isView?: boolean;
  /** Of a view: whether these exports make it too dear, so that a table is made after all. */
  isTable?(db: Database): Promise<boolean>;
}

export interface Header {
  grain: string;
  key: string[];
  why: string;
  reads: string[];
  isView: boolean;
  ground: string[];
}

/** Schemas whose tables are models. */
const REFERENCE = /\b(staging|intermediate|marts)\.([a-z_][a-z0-9_]*)/g;
/** Schemas that are there before any model runs. */
const GROUND = /\b(raw|config)\.([a-z_][a-z0-9_]*)/g;

/**
 * The header of a model file: three comment lines grain, key, why. A SQL file's references stand in its text; a TypeScript
 * file, whose SQL is put together, lists them in a fourth line `reads`. A line `made: as a view …` spares a table.
 * @throws Error when a line of the header is missing.
 */
export function parseHeader(path: string, text: string): Header {
  const line = (word: string): string | undefined => new RegExp(`^(?:--|//) ${word}: (.+)$`, "m").exec(text)?.[1]?.trim();
  const missing = ["grain", "key", "why"].filter((word) => line(word) === undefined);
  if (missing.length > 0) throw new Error(`${path}: header lacks ${missing.join(", ")}`);
  const body = path.endsWith(".sql") ? text.replace(/--.*$/gm, "") : (line("reads") ?? "");
  return {
    grain: line("grain")!,
    key: line("key")!.split(",").map((name) => name.trim()),
    why: line("why")!,
    reads: findReferences(body),
    isView: line("made")?.startsWith("as a view") ?? false,
    ground: findGround(body),
  }; // prettier-ignore
}

/** The models that a text names, each once. */
export const findReferences = (text: string): string[] => listNames(text, REFERENCE);

/** The tables of raw and config that a text names, each once. */
export const findGround = (text: string): string[] => listNames(text, GROUND);

const listNames = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([name]) => name))];

/**
 * Models in an order in which each comes after what it reads; otherwise as given.
 * @throws UserError naming the model with an unknown reference, or the models of a circle.
 */
export function orderModels(models: readonly Model[]): Model[] {
  const byName = new Map(models.map((model) => [model.name, model]));
  const ordered: Model[] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (model: Model, trail: readonly string[]): void => {
    if (state.get(model.name) === "done") return;
    if (state.get(model.name) === "open") {
      const circle = [...trail.slice(trail.indexOf(model.name)), model.name];
      throw new UserError(`${model.name}: models read each other in a circle: ${circle.join(" → ")}`);
    }
    state.set(model.name, "open");
    for (const name of model.reads) {
      if (name === model.name) continue;
      const read = byName.get(name);
      if (!read) {
        const near = findNearMiss(name, byName.keys());
        throw new UserError(
          `${model.name} (${model.path}): reads ${name}, which no model makes${near ? `; closest: ${near}` : ""}`,
        );
      }
      visit(read, [...trail, model.name]);
    }
    state.set(model.name, "done");
    ordered.push(model);
  };
  for (const model of models) visit(model, []);
  return ordered;
}
