/** Which record a rejected row would have been, as far as its key tells. */
import type {Config} from "../../config.js";
import type {EntityName} from "../../contract/entities.js";
import {quoteText} from "../../db.js";

/**
 * SQL of the record of each rejected row that has one: `file_id`, `entity`, `line`, `record`. Whatever key a rejected row may have names nobody (what
 * names people in a key is required of a row, too). Pseudonymised none is told: nothing stands for the id of a row that never arrived.
 */
export const writeRejected = ({pseudonymise}: Pick<Config, "pseudonymise">): string => `
  select file_id, entity, line, min(coalesce(replace(substr(record_key, 3), chr(31), ' ') || coalesce(' (' || target || ')', ''), target)) as record
  from raw.marks where kind in ('rejected', 'unkeyed') and ${!pseudonymise} group by file_id, entity, line`;

/** SQL of the ids that others name rejected records of a kind by: a meeting's longer keys begin with its SDR, and its handoff need not be in them. */
export function writeNamed(entity: EntityName): string {
  const own =
    entity === "handoffs"
      ? "case when starts_with(record_key, '0') then substr(record_key, 3) end"
      : "split_part(record_key, chr(31), 2)";
  const marks = `from raw.marks where entity = ${quoteText(entity)} and kind in ('rejected', 'unkeyed')`;
  return `select id from (select target as id ${marks} union all select ${own} ${marks}) where id is not null`;
}
