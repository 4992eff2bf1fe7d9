import {ENTITIES, ENTITY_NAMES, type EntityName} from "../contract/entities.js";
import {quoteName, type Database} from "../db.js";

/** Makes the tables of schema raw anew and empty: the ledger, the rejects, and one per entity but for those that stay as they are. */
export async function createTables(db: Database, staying: ReadonlySet<EntityName> = new Set()): Promise<void> {
  const entities = ENTITY_NAMES.filter((entity) => !staying.has(entity)).map((entity) => {
    const columns = ENTITIES[entity].columns.map(({name}) => `${quoteName(name)} varchar`);
    return `create or replace table raw.${entity} (${columns.join(", ")}, _file_id integer, _source integer, _line bigint, _exported_at timestamp)`;
  });
  await db.run(`
    create schema if not exists raw;
    create or replace table raw.files (
      file_id integer, source_index integer, source_name varchar, path varchar, entity varchar, profile varchar, kind varchar, exported_at timestamp,
      exported_at_from varchar, bytes bigint, encoding varchar, delimiter varchar, quote varchar, header_line integer,
      rows_read bigint, loaded bigint, merged bigint, rejected bigint, set_aside bigint);
    create or replace table raw.file_columns (file_id integer, entity varchar, column_name varchar);
    create or replace table raw.unread_headers (file_id integer, header varchar);
    create or replace table raw.rejects (
      file_id integer, path varchar, entity varchar, line bigint, column_name varchar, value varchar, reason varchar, hint varchar, effect varchar);
    create or replace table raw.marks (file_id integer, entity varchar, line bigint, record_key varchar, kind varchar, target varchar);
    ${entities.join(";\n")};`);
}
