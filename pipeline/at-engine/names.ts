/** Whom and what the rows name that the engine reads: each value once comes here, and is followed as those of exports are. */
import {ENTITIES} from "../contract/entities.js";
import {quoteName, quoteText, type Database} from "../db.js";
import {call, quoteLiteral} from "../engine/value.js";
import {eraseForgotten} from "../privacy/erase.js";
import type {ForgottenList} from "../privacy/forgotten.js";
import {bring, cellsOf, type ReadOptions, type SourceRead} from "./read.js";

/** What is put in the place of values, by column: of some null, since nobody may be named. */
export type Renames = Map<string, Map<string, string | null>>;

/** Columns that name a record; where somebody is to be forgotten, also what may mention them. */
const listColumns = ({plan}: SourceRead, forgotten: ForgottenList | undefined): string[] =>
  plan!.columns.filter(({definition}) => definition.references !== undefined || (forgotten && definition.name === "outcome")).map(({column}) => column); // prettier-ignore

/**
 * Puts a row per value into raw.<entity>, until it is known what each stands for: references are looked up there, and merged records
 * followed. Whoever is to be forgotten is taken out at once.
 */
export async function gatherNames(options: ReadOptions, read: SourceRead, forgotten: ForgottenList | undefined): Promise<void> {
  const {db, index, number} = options;
  const {entity} = read.plan!;
  const columns = listColumns(read, forgotten);
  const selects = columns.map(
    (column) =>
      `select ${quoteText(column)} as column_name, "v_${column}" as value, min(_line) as line from source.${cellsOf(index).name} where _is_ok and "v_${column}" is not null group by value`,
  );
  if (selects.length === 0) return;
  await bring(options, `named_${index}`, selects.join(" union all "));
  const [key] = ENTITIES[entity].keys[0]!;
  for (const column of columns)
    await db.run(`insert into raw.${entity} (${quoteName(key!)}, ${quoteName(column)}, _file_id, _source, _line)
      select column_name || chr(31) || value, value, ${number}, ${index}, line from source.named_${index} where column_name = ${quoteText(column)}`);
  await db.run(`drop table source.named_${index}`);
  if (forgotten) await eraseForgotten(db, {number, path: read.file.name}, [entity], forgotten);
}

/** What each value stands for now, where it is another; its row goes. */
export async function settleNames(db: Database, {plan}: SourceRead, number: number): Promise<Renames> {
  const {entity, columns} = plan!;
  const [key] = ENTITIES[entity].keys[0]!;
  const renames: Renames = new Map();
  for (const {column} of columns.filter(({column}) => column !== key)) {
    const rows = await db.rows<{before: string; now: string | null}>(
      `select split_part(${quoteName(key!)}, chr(31), 2) as before, ${quoteName(column)} as now from raw.${entity}
      where _file_id = ${number} and split_part(${quoteName(key!)}, chr(31), 1) = ${quoteText(column)} and ${quoteName(column)} is distinct from before`,
    );
    if (rows.length > 0) renames.set(column, new Map(rows.map(({before, now}) => [before, now])));
  }
  await db.run(`delete from raw.${entity} where _file_id = ${number}`);
  return renames;
}

/** ClickHouse's SQL of a converted cell with what it stands for in its place. */
export function writeRenamed(column: string, renames: Renames): string {
  const cell = `\`v_${column}\``;
  const own = [...(renames.get(column) ?? [])];
  if (own.length === 0) return cell;
  const list = (texts: readonly string[]) => `[${texts.map(quoteLiteral).join(", ")}]`;
  // No cell is an empty text: it can say null.
  return call("nullIf", call("transform", cell, list(own.map(([before]) => before)), list(own.map(([, now]) => now ?? "")), cell), "''"); // prettier-ignore
}
