import {ENTITIES, ENTITY_NAMES} from "../contract/entities.js";
import {quoteName, type Database} from "../db.js";

/** Makes the schema raw anew and empty: a table per entity, the ledger and the rejects. */
export async function createTables(db: Database): Promise<void> {
  const entities = ENTITY_NAMES.map((entity) => {
    const columns = ENTITIES[entity].columns.map(({name}) => `${quoteName(name)} varchar`);
    return `create table raw.${entity} (${columns.join(", ")}, _file_id integer, _source integer, _line bigint, _exported_at timestamp)`;
  });
  await db.run(`
    drop schema if exists raw cascade;
    create schema raw;
    create table raw.files (
      file_id integer, source_index integer, source_name varchar, path varchar, entity varchar, profile varchar, exported_at timestamp,
      exported_at_from varchar, bytes bigint, encoding varchar, delimiter varchar, quote varchar, header_line integer,
      rows_read bigint, loaded bigint, merged bigint, rejected bigint, set_aside bigint);
    create table raw.file_columns (file_id integer, entity varchar, column_name varchar);
    create table raw.rejects (
      file_id integer, path varchar, entity varchar, line bigint, column_name varchar, value varchar, reason varchar, hint varchar, effect varchar);
    create table raw.marks (file_id integer, entity varchar, line bigint, record_key varchar, kind varchar, target varchar);
    ${entities.join(";\n")};`);
}
