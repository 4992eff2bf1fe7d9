/** What staging makes of the columns of raw, by the contract. */
import type {Column, Entity} from "../../contract/entities.js";
import {quoteName, quoteText} from "../../db.js";

/** A staging model written from the contract. */
export interface StagingModel {
  /** `stg_<entity>`, or `stg_<entity>_versions`. */
  name: string;
  grain: string;
  key: readonly string[];
  why: string;
  /** Names of the tables of schema staging that it reads. */
  reads: readonly string[];
  sql: string;
  /** A view where the rows stand in another table already. */
  isView?: boolean;
}

/** SQL of the contract's types. */
export const SQL_TYPES = {
  id: "text",
  text: "text",
  integer: "bigint",
  number: "double",
  boolean: "boolean",
  time: "timestamp",
  date: "date",
  choice: "text",
} as const;
export const META = ["_file_id", "_source", "_line", "_exported_at"] as const;

/** Key, typed columns and provenance of one raw row. */
export function writeColumns(entity: Entity): string {
  return [`${writeKey(entity)} as row_key`, ...entity.columns.map(writeCast), ...META].join(", ");
}

function writeCast(column: Column): string {
  const name = quoteName(column.name);
  if (column.type === "choices") return `list_transform(string_split(${name}, ';'), lambda word: trim(word)) as ${name}`;
  const type = SQL_TYPES[column.type];
  return type === "text" ? name : `cast(${name} as ${type}) as ${name}`;
}

/** The first wholly filled key of a row as one text; where none is, since what it held is withheld, what there is of them and its line. */
export function writeKey({keys}: Entity): string {
  const join = (key: readonly string[]) =>
    key.length === 1
      ? quoteName(key[0]!)
      : key.map((name) => `coalesce(${quoteName(name)}, '')`).join(` || ${quoteText("|")} || `);
  if (keys.length === 1) return join(keys[0]!);
  const whens = keys.map((key) => `when ${key.map((name) => `${quoteName(name)} is not null`).join(" and ")} then ${join(key)}`);
  return `case ${whens.join(" ")} else ${join([...new Set(keys.flat())])} || '|' || _line end`;
}
