import {quoteName, quoteText, type Database} from "../db.js";
import type {Plan, PlannedColumn} from "./plan.js";
import type {FoundFile} from "./types.js";

/** What the loaded rows, held against the landed ones, say. */
export interface Outcome {
  /** Rows of the file, and of these: not of this entity, loaded (before repeated keys are merged), distinct keys. */
  rows: number;
  aside: number;
  loaded: number;
  keys: number;
  /** Newest past event, UTC; null without one. */
  newest: string | null;
  /** Columns with filled cells that did not arrive, and the required ones when rows did not. */
  suspects: PlannedColumn[];
}

/** Puts every row that can be loaded into raw.<entity>: one pass over the landed file. */
export async function loadRows(
  db: Database,
  file: FoundFile,
  fileId: number,
  plan: Plan,
  exportedAt: string | null,
): Promise<void> {
  await db.run(
    `insert into raw.${plan.entity} (${plan.columns.map(({column}) => quoteName(column)).join(", ")}, _file_id, _source, _line, _exported_at)
     ${plan.converted} select ${plan.columns.map(({column}) => `"v_${column}"`).join(", ")}, ${fileId}, ${file.sourceIndex}, _line,
     ${exportedAt ? `timestamp ${quoteText(exportedAt)}` : "null"} from converted where _is_ok`,
  );
}

/** Takes a file's rows out of raw.<entity> again. */
export async function unloadRows(db: Database, fileId: number, plan: Plan): Promise<void> {
  await db.run(`delete from raw.${plan.entity} where _file_id = ${fileId}`);
}

/** Compares what was loaded with what was landed by counts alone, so that clean files cost no second conversion. */
export async function checkRows(db: Database, fileId: number, plan: Plan): Promise<Outcome> {
  const typed = plan.columns.filter(({bad}) => bad !== undefined);
  const past = plan.columns
    .filter(({definition}) => definition.past)
    .map(({column, definition}) => {
      const condition = typeof definition.past === "string" ? ` filter (where ${definition.past})` : "";
      return `max(${quoteName(column)})${condition}`;
    });
  const [row] = await db.rows<Record<string, number>>(
    `${plan.cells}, landed as (
      select count(*) as rows, count(_aside) as aside ${typed.map(({column}) => `, count("r_${column}") filter (_aside is null) as "r_${column}"`).join("")} from cells
    ), loaded as (
      select count(*) as loaded, count(distinct ${plan.key}) as keys, ${past.length > 0 ? `greatest(${past.join(", ")})` : "null"} as newest
        ${typed.map(({column}) => `, count(${quoteName(column)}) as "v_${column}"`).join("")}
      from raw.${plan.entity} where _file_id = ${fileId}
    ) select * from landed, loaded`,
  );
  const {rows, aside, loaded, keys, newest} = row as unknown as Omit<Outcome, "suspects">;
  const isShort = rows - aside > loaded;
  const suspects = plan.columns.filter(
    ({column, definition, conversion, bad}) =>
      (bad !== undefined && row![`r_${column}`] !== row![`v_${column}`]) ||
      (conversion.bad !== undefined && row![`r_${column}`] !== 0) ||
      (isShort && definition.required),
  );
  return {rows, aside, loaded, keys, newest, suspects};
}
