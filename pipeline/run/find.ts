import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import type {Database} from "../db.js";
import {parseHeader, type Model} from "./order.js";

/** The folder the models live in. */
export const MODELS = fileURLToPath(new URL("../models", import.meta.url));

/** What a TypeScript model exports: the query that makes its table. */
type Write = (db: Database) => Promise<string>;

/** All models that are files under `folder`: `intermediate/*.sql` makes intermediate.*, and so on. */
export async function findModels(folder = MODELS): Promise<Model[]> {
  const models: Model[] = [];
  for (const schema of ["intermediate", "marts"]) {
    for (const file of readdirSync(join(folder, schema)).sort()) {
      const path = join(folder, schema, file);
      const table = file.replace(/\.(sql|ts)$/, "");
      // A name with a hyphen is a helper of a model.
      if (table === file || !/^[a-z0-9_]+$/.test(table)) continue;
      const text = readFileSync(path, "utf8");
      const header = parseHeader(`models/${schema}/${file}`, text);
      const model = {name: `${schema}.${table}`, path: `models/${schema}/${file}`, ...header};
      if (file.endsWith(".sql")) models.push({...model, text, write: async () => text});
      else models.push({...model, write: ((await import(pathToFileURL(path).href)) as {write: Write}).write});
    }
  }
  return models;
}
