import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {parseHeader, type Model} from "./order.js";

/** The folder the models live in. */
export const MODELS = fileURLToPath(new URL("../models", import.meta.url));

/** What a TypeScript model exports: the query that makes it. */
type Code = Pick<Model, "write" | "isTable">;

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
      else {
        const {write, isTable} = (await import(pathToFileURL(path).href)) as Code;
        models.push({...model, write, isTable});
      }
    }
  }
  return models;
}
