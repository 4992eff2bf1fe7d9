import {quoteLiteral} from "./value.js";

/** A ClickHouse to talk to: a server over HTTP, or the engine as a library where tests compare the two. */
export interface Client {
  /** Runs a statement for its effect. */
  command(sql: string): Promise<void>;
  /** Runs a query; its answer in JSONCompact. */
  query(sql: string): Promise<Answer>;
  /** Puts the rows of a Parquet file into a table of the same columns; those of one `batch` once, however often they are put. */
  load(path: string, into: string, batch: string): Promise<void>;
  /** Writes the rows of a query to a Parquet file. */
  save(sql: string, path: string): Promise<void>;
  close(): Promise<void>;
}

export interface Answer {
  data: readonly (readonly unknown[])[];
}

/** The head of the statement that `load` is. */
export const writeLoad = (into: string, batch: string): string =>
  `INSERT INTO ${into} SETTINGS insert_deduplication_token = ${quoteLiteral(batch)}`;

/**
 * What every query is asked with, so that it answers as DuckDB does: nulls where a join finds nothing and of an empty group, no type
 * that is several at once, a column's own name before another's alias.
 */
export const SETTINGS: Readonly<Record<string, string | number>> = {
  join_use_nulls: 1,
  group_by_use_nulls: 1,
  aggregate_functions_null_for_empty: 1,
  use_variant_as_common_type: 0,
  prefer_column_name_to_alias: 1,
  transform_null_in: 0,
  force_grouping_standard_compatibility: 1,
  least_greatest_legacy_null_behavior: 0,
  enable_nullable_tuple_type: 1,
  allow_experimental_correlated_subqueries: 1,
  enable_materialized_cte: 1,
  session_timezone: "UTC",
  // Counting over a window by the subcolumn of nulls fails there.
  optimize_functions_to_subcolumns: 0,
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_denormals: 1,
  output_format_parquet_string_as_string: 1,
  max_ast_elements: 1_000_000,
  max_expanded_ast_elements: 5_000_000,
  max_query_size: 50_000_000,
  max_parser_depth: 10_000,
  max_parser_backtracks: 50_000_000,
};

/** Beside these, where tables are spread over a cluster: what is joined is the same on every host, and what was put in is there. */
export const CLUSTER_SETTINGS: typeof SETTINGS = {distributed_product_mode: "global", distributed_foreground_insert: 1};
