import {ENTITIES, type Column, type EntityName} from "../contract/entities.js";
import {quoteName, quoteText} from "../db.js";
import {convertCell, type Conversion, type Style} from "./convert.js";
import type {Landing, Mapping, MappedColumn} from "./types.js";

/** One mapped column with the SQL that converts it. */
export interface PlannedColumn extends MappedColumn {
  definition: Column;
  conversion: Conversion;
}

/** Everything that the statements over one landed file and entity share. */
export interface Plan {
  entity: EntityName;
  columns: PlannedColumn[];
  /** SQL of the common table expressions `cells` (trimmed, as `r_<column>`) and `converted` (`v_<column>`, `_key`, `_aside`, `_is_ok`). */
  with: string;
}

const BLANKS = "' \t\r\n\u00a0\u3000\ufeff'";

/** Plans the conversion of a landed file, each column in its own style. */
export function planEntity(landing: Landing, mapping: Mapping, styleOf: (column: Column) => Style): Plan {
  const entity = ENTITIES[mapping.entity];
  const columns = mapping.columns.map((mapped) => {
    const definition = entity.columns.find(({name}) => name === mapped.column)!;
    return {...mapped, definition, conversion: convertCell(definition, `"r_${mapped.column}"`, styleOf(definition))};
  });
  const cells = columns.map(({column, sql}) => `nullif(trim(${sql}, ${BLANKS}), '') as "r_${column}"`);
  const converted = columns.map(({column, conversion}) => `${conversion.sql} as "v_${column}"`);
  const required = entity.columns.filter((column) => column.required).map(({name}) => (columns.some(({column}) => column === name) ? `"v_${name}" is not null` : "false"));
  const table = mapping.unpivot ? `(${mapping.unpivot.replace("%table", landing.table)})` : landing.table;
  return {
    entity: mapping.entity,
    columns,
    with: `with cells as (select ${landing.line} as _line, ${mapping.aside ?? "null::varchar"} as _aside, ${cells.join(", ")} from ${mapping.unpivot ? table.replace("select *, unnest", `select *${landing.path === "fast" ? ", rowid" : ""}, unnest`) : table}),
      typed as (select *, ${converted.join(", ")} from cells),
      keyed as (select *, ${keyOf(mapping.entity, columns)} as _key from typed),
      converted as (select *, _aside is null and _key is not null${required.map((condition) => ` and ${condition}`).join("")} as _is_ok from keyed)`,
  };
}

/** SQL of a row's key: the first of the entity's keys that is wholly filled, with the number of that key before it. */
function keyOf(entity: EntityName, columns: readonly PlannedColumn[]): string {
  const has = (name: string) => columns.some(({column}) => column === name);
  const usable = ENTITIES[entity].keys.flatMap((key, index) => (key.every(has) ? [{key, index}] : []));
  if (usable.length === 0) return "null::varchar";
  const cases = usable.map(({key, index}) => {
    const parts = key.map((name) => `"v_${name}"`);
    const text = [quoteText(`${index}`), ...parts].join(" || chr(31) || ");
    return `when ${parts.map((part) => `${part} is not null`).join(" and ")} then ${text}`;
  });
  return `case ${cases.join(" ")} end`;
}

/** Names of the columns of the keys, for messages: "meeting_id, or handoff_id and meeting_at". */
export function describeKeys(entity: EntityName): string {
  return ENTITIES[entity].keys.map((key) => key.join(" and ")).join(", or ");
}

/** The column list and values that put converted rows into raw.<entity>. */
export function listTargets(columns: readonly PlannedColumn[]): {names: string; values: string} {
  return {names: columns.map(({column}) => quoteName(column)).join(", "), values: columns.map(({column}) => `"v_${column}"`).join(", ")};
}
