/** Which record a rejected row would have been, as far as its key tells. */
import type {Config} from "../config.js";

/**
 * SQL of the record of each rejected row that has one: `file_id`, `entity`, `line`, `record`. Whatever key a rejected row may have names nobody (what
 * names people in a key is required of a row, too). Pseudonymised none is told: nothing stands for the id of a row that never arrived.
 */
export const writeRejected = ({pseudonymise}: Pick<Config, "pseudonymise">): string => `
  select file_id, entity, line, min(coalesce(replace(substr(record_key, 3), chr(31), ' ') || coalesce(' (' || target || ')', ''), target)) as record
  from raw.marks where kind in ('rejected', 'unkeyed') and ${!pseudonymise} group by file_id, entity, line`;
