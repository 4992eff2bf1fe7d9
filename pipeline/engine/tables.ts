import type {Database} from "../db.js";
import type {Source} from "./from.js";
import {readType, type Column} from "./types.js";
import {quoteLiteral} from "./value.js";

/** A column of nothing but nulls is one of whole numbers, as in DuckDB. */
export const stored = ({name, type}: Column): Column => ({
  name,
  type: type.kind === "null" ? {kind: "int", name: "INTEGER"} : type,
});

/** Columns as `name type, …`, read by DuckDB. */
export async function readDefinition(parser: Database, columns: string): Promise<Column[]> {
  const side = await parser.fork();
  try {
    await side.run(`create or replace temp table definition (${columns})`);
    const rows = await side.rows<{name: string; type: string}>(
      "select column_name as name, data_type as type from duckdb_columns() where table_name = 'definition' order by column_index",
    );
    return rows.map(({name, type}) => ({name, type: readType(type)}));
  } finally {
    side.close();
  }
}

/** The tables that are known, as DuckDB lists its own. */
export function listTables(tables: ReadonlyMap<string, unknown>): Source {
  const columns: Column[] = ["schema_name", "table_schema", "table_name", "view_name"].map((name) => ({
    name,
    type: {kind: "text"},
  }));
  const selects = [...tables.keys()].map((key) => {
    const [schema, name] = key.split(".") as [string, string];
    return `SELECT ${quoteLiteral(schema)} AS schema_name, schema_name AS table_schema, ${quoteLiteral(name)} AS table_name, ${quoteLiteral(name)} AS view_name, false AS internal`;
  });
  const none = "SELECT '' AS schema_name, '' AS table_schema, '' AS table_name, '' AS view_name, false AS internal WHERE false";
  return {
    sql: `(${(selects.length > 0 ? selects : [none]).join(" UNION ALL ")})`,
    columns: [...columns, {name: "internal", type: {kind: "bool"}}],
  };
}
