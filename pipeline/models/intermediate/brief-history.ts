import {quoteName, quoteText, type Database} from "../../db.js";

/** Those of the columns that have a history at all. */
export async function readHistoryColumns(db: Database, entity: string, columns: readonly string[]): Promise<string[]> {
  const rows = await db.rows<{column_name: string}>(
    `select distinct column_name from intermediate.int_field_history where entity = ${quoteText(entity)}`,
  );
  const told = new Set(rows.map((row) => row.column_name));
  return columns.filter((column) => told.has(column));
}

/**
 * Query of what the history of each row says of the columns at its moment: the last new value by then, else the old value of
 * the first later change; '' for blank, null where the record's field has no history.
 */
export function writeHistory(entity: string, columns: readonly string[]): string {
  const outputs = columns.map((column) => `max(value) filter (where column_name = ${quoteText(column)}) as ${quoteName(column)}`);
  return `select handoff_id, row_key, ${outputs.join(", ")}
  from (
    select rows.handoff_id, rows.row_key, changes.column_name, coalesce(
      arg_max(coalesce(changes.new_value, ''), changes.changed_at) filter (where changes.changed_at <= rows.moment),
      arg_min(coalesce(changes.old_value, ''), changes.changed_at) filter (where changes.changed_at > rows.moment)) as value
    from ${entity}_rows as rows
    inner join intermediate.int_field_history as changes on changes.row_key = rows.row_key
    where changes.entity = ${quoteText(entity)}
    group by rows.handoff_id, rows.row_key, changes.column_name
  )
  group by handoff_id, row_key`;
}
