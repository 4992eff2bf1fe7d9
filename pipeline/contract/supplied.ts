/** What exports supply, and when, as the ledger has it. */
import {BRIEF_FIELDS} from "./brief.js";
import {findColumn, type EntityName} from "./entities.js";

/** Ways in which somebody said when a file was exported (`raw.files.exported_at_from`): which of two is later is then certain. */
export const DATED_BY = ["configuration", "name"] as const;

const NOTED: ReadonlySet<string> = new Set(BRIEF_FIELDS.filter(({entity}) => entity === "handoffs").map(({column}) => column));

/**
 * Whether an export supplies a column by what stands in its cells and not by a header: parts of the brief's note, of which one export may name more
 * than another, and a currency that is read from the amounts.
 * @param supplied all columns of the entity that the export supplies
 */
export const isToldByCells = (entity: EntityName, column: string, supplied: ReadonlySet<string>): boolean =>
  column === "currency" ||
  findColumn(entity, column)?.derived === true ||
  (entity === "handoffs" && NOTED.has(column) && supplied.has("brief_text"));
