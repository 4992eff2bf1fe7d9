import {ENTITIES, type Column, type EntityName} from "../contract/entities.js";
import {quoteName, quoteText} from "../db.js";
import {convertCell, type Conversion, type Style} from "./convert.js";
import type {Landing, MappedColumn, Mapping} from "./types.js";

/** One mapped column with the SQL that converts it. */
export interface PlannedColumn extends MappedColumn {
  definition: Column;
  conversion: Conversion;
  /** SQL condition over `converted` for a filled cell that is not what the column wants; undefined when every cell will do. */
  bad?: string;
}

/** Everything that the statements over one landed file and entity share. */
export interface Plan {
  entity: EntityName;
  columns: PlannedColumn[];
  /** Common table expression `cells`: `_line`, `_aside` (why a row is none of the entity) and each cell, trimmed, as `r_<column>`. */
  cells: string;
  /** The same and `converted`: the canonical text as `v_<column>`, `_key`, and `_is_ok` for rows that can be loaded. */
  converted: string;
  /** The same of the rows alone whose lines stand in `temp.odd_lines`; of `picked` where these rows have been picked out. */
  writeOdd(picked?: string): string;
  /** A row of the file may be several of the entity. */
  isUnpivoted: boolean;
  /** Both without `_line`, which counting lines would leave to a single thread; and the line of the first row, the others following one by one; how many must come, where nobody has counted them. */
  unnumbered?: {cells: string; converted: string; first: number; expected?: number};
  /** SQL of a loaded row's key, over raw.<entity>. */
  key: string;
  /** SQL of a hash of it, for which a key of one column need not be put together. */
  keyHash: string;
  /** A column of texts that is in no key: where a row that belongs elsewhere goes in, its reason stands there. */
  spare?: string;
}

const BLANKS = "' \t\r\n\u00a0\u3000\ufeff'";

/** Plans the conversion of a landed file, each column in its own style. */
export function planEntity(landing: Landing, mapping: Mapping, styleOf: (column: Column) => Style): Plan {
  const entity = ENTITIES[mapping.entity];
  const columns = mapping.columns.map((mapped): PlannedColumn => {
    const definition = entity.columns.find(({name}) => name === mapped.column)!;
    const [cell, value] = [`"r_${mapped.column}"`, `"v_${mapped.column}"`];
    const conversion = convertCell(definition, cell, styleOf(definition));
    return {
      ...mapped,
      definition,
      conversion,
      bad: conversion.bad ?? (conversion.reason ? `${cell} is not null and ${value} is null` : undefined),
    };
  });
  const trim = landing.hasOddBlanks ? (sql: string) => `nullif(trim(${sql}, ${BLANKS}), '')` : trimSpaces;
  const writeCells = (line: string, rows: string, aside = mapping.aside) =>
    `with cells as (select ${line} as _line, ${aside} as _aside, ${columns
      .map(({column, sql}) => `${trim(sql)} as "r_${column}"`)
      .join(", ")} from ${rows})`;
  const required = entity.columns.filter((column) => column.required).map(({name}) => ` and "v_${name}" is not null`);
  const prefixed = keyOf(mapping.entity, columns, (name) => `"v_${name}"`);
  const convert = (cells: string) => ({
    cells,
    converted: `${cells},
      typed as (select *, ${columns.map(({column, conversion}) => `${conversion.sql} as "v_${column}"`).join(", ")} from cells),
      keyed as (select *, ${prefixed} as _key from typed),
      converted as (select *, _aside is null and _key is not null${required.join("")} as _is_ok from keyed)`,
  });
  const {inOrder} = landing;
  const rows = fromLanding(landing.table, mapping);
  // The row of an odd line is one of the entity; so what only tells that need not be taken out of the file again.
  const asideOfOdd = mapping.unpivot ? mapping.aside : "null::varchar";
  const key = keyOf(mapping.entity, columns, quoteName);
  return {
    entity: mapping.entity,
    columns,
    ...convert(writeCells(landing.line, rows)),
    writeOdd: (picked) =>
      convert(
        picked === undefined
          ? writeCells(landing.line, `${rows} where ${landing.line} in (select line from temp.main.odd_lines)`, asideOfOdd)
          : writeCells(landing.line, fromLanding(picked, mapping), asideOfOdd),
      ).converted,
    isUnpivoted: mapping.unpivot !== undefined,
    unnumbered:
      inOrder && !mapping.unpivot
        ? {...convert(writeCells("null::bigint", inOrder.rows)), first: inOrder.first, expected: inOrder.expected}
        : undefined,
    key,
    keyHash: `hash(${entity.keys.length === 1 && entity.keys[0]!.length === 1 ? quoteName(entity.keys[0]![0]!) : key})`,
    spare: columns.find(({column}) => !entity.keys.some((key) => key.includes(column)))?.column,
  };
}

/** Cells hold null, never '', and few have a space at an end: a look at both ends costs a fifth of trimming. */
function trimSpaces(sql: string): string {
  const trimmed = `nullif(trim(${sql}), '')`;
  return /^"(?:[^"]|"")*"$/.test(sql)
    ? `case when prefix(${sql}, ' ') or suffix(${sql}, ' ') then ${trimmed} else ${sql} end`
    : trimmed;
}

function fromLanding(table: string, mapping: Mapping): string {
  if (!mapping.unpivot) return table;
  const {pairs, header, cell} = mapping.unpivot;
  return `(select * exclude (_pair), _pair.h as ${quoteName(header)}, _pair.c as ${quoteName(cell)}
    from (select *, unnest([${pairs}]) as _pair from ${table}) where _pair.c is not null)`;
}

/** SQL of a row's key: the first of the entity's keys that is wholly filled, with the number of that key before it. */
function keyOf(entity: EntityName, columns: readonly PlannedColumn[], quote: (name: string) => string): string {
  const has = (name: string) => columns.some(({column}) => column === name);
  const usable = ENTITIES[entity].keys.flatMap((key, index) => (key.every(has) ? [{key, index}] : []));
  if (usable.length === 0) return "null::varchar";
  const cases = usable.map(({key, index}) => {
    const parts = key.map(quote);
    return `when ${parts.map((part) => `${part} is not null`).join(" and ")} then ${[quoteText(`${index}`), ...parts].join(" || chr(31) || ")}`;
  });
  return `case ${cases.join(" ")} end`;
}

/** Names of the columns of the shortest keys, for messages: "meeting_id, or handoff_id and meeting_at". */
export function describeKeys(entity: EntityName): string {
  const {keys} = ENTITIES[entity];
  const isShortest = (key: readonly string[]) =>
    !keys.some((other) => other !== key && other.every((name) => key.includes(name)));
  return keys.filter(isShortest).map((key) => key.join(" and ")).join(", or "); // prettier-ignore
}
