import {basename} from "node:path";
import type {Config} from "../config.js";
import {quoteText, type Database} from "../db.js";
import type {Problem} from "../errors.js";

/** What is told of an export as a whole, or of a setting, and not of a cell or a row; as the ledger's effects. */
export const TOLD = ["column", "setting", "told"] as const;

/**
 * Writes into the ledger what is said of exports as a whole and of the configuration, so that data health has it beside what is wrong with rows and
 * cells. What has an entry already is left out.
 */
export async function writeTold(
  db: Database,
  config: Pick<Config, "path">,
  effect: (typeof TOLD)[number],
  problems: readonly Problem[],
): Promise<void> {
  const files = await db.rows<{path: string; file_id: number}>("select distinct path, file_id from raw.files");
  const ids = new Map(files.map(({path, file_id}) => [path, file_id]));
  const rows = problems.map(({where, what, hint}) => {
    const [, path = where, line = null] = /^(.*?)(?::(\d+))?$/s.exec(where) ?? [];
    const id = ids.get(path);
    const place =
      effect === "setting"
        ? ["null", quoteText(basename(config.path)), "null", quoteText(where)]
        : [id ?? "null", quoteText(path), line ?? "null", "null"];
    const [file, name, at, column] = place;
    return `(${file}, ${name}, null, ${at}, ${column}, null, ${quoteText(what)}, ${hint === undefined ? "null" : quoteText(hint)}, ${quoteText(effect)})`;
  });
  if (rows.length === 0) return;
  await db.run(`insert into raw.rejects
    select told.* from (values ${rows.join(", ")}) as told(file_id, path, entity, line, column_name, value, reason, hint, effect)
    anti join (select path, hint from raw.rejects where effect = 'note') as known on known.path = told.path and known.hint = told.hint`);
}
