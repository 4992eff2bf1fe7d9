/** How tables stand on the server: on one host, or on all of a cluster. Statements alone; nothing is asked here. */
import {clickhouseType, type Column} from "./types.js";
import {quoteIdentifier, quoteLiteral} from "./value.js";

export interface Layout {
  /** ClickHouse's database in which the tables stand. */
  database: string;
  /** Name of the cluster, as `system.clusters` has it; one host where it is left out. */
  cluster?: string;
}

/** A table to be made. */
export interface Definition {
  /** As ClickHouse knows it. */
  table: string;
  columns: readonly Column[];
  /** What it says of itself. */
  comment: string;
  /** Its rows are sent from here in batches, any of which may arrive twice. */
  isLoaded?: boolean;
}

/** So many batches a table remembers having taken, those of the largest company by far. */
const WINDOW = 100_000;
/** Of which activity a row is says that there are very many of them. */
const GROWING = "activity_id";

/** What each of our tables says of itself first. */
export const sayMadeBy = ({cluster}: Layout): string => `made by Baton${cluster === undefined ? "" : ` on cluster ${cluster}`}`;

/**
 * On a cluster the activities, which are most of all rows, are spread over the shards by account, and every other table stands on each of
 * them: so whatever is joined to activities is where they are.
 */
export const isSpread = ({cluster}: Layout, columns: readonly Column[]): boolean =>
  cluster !== undefined && columns.some(({name}) => name === GROWING);

export const placeOf = ({database}: Layout, table: string): string => `${quoteIdentifier(database)}.${quoteIdentifier(table)}`;
export const onCluster = ({cluster}: Layout): string => (cluster === undefined ? "" : ` ON CLUSTER ${quoteIdentifier(cluster)}`);

/** What the parts of a spread table are called that stand on the shards. */
export const shardsOf = (table: string): string => `${table}__shard_`;

/**
 * Makes an empty table where none of its name is.
 * @param stamp tells its parts on the shards from those of one before
 * @param at the name under which it is made, where it is to take the other's place later
 */
export function writeTable(layout: Layout, definition: Definition, stamp: string, at = definition.table): string[] {
  const {table, columns, comment, isLoaded} = definition;
  const list = columns.map(({name, type}) => `${quoteIdentifier(name)} ${clickhouseType(type)}`).join(",\n  ");
  const make = (name: string, engine: string) =>
    `CREATE TABLE ${placeOf(layout, name)}${onCluster(layout)} (\n  ${list}\n) ENGINE = ${engine} COMMENT ${quoteLiteral(comment)}`;
  // Two equal blocks of what the server makes itself are two: only of what is sent may one be the other come again.
  const window = isLoaded ? WINDOW : 0;
  if (layout.cluster === undefined)
    return [make(at, `MergeTree ORDER BY tuple() SETTINGS non_replicated_deduplication_window = ${window}`)];
  const rest = `ORDER BY tuple() SETTINGS replicated_deduplication_window = ${window}`;
  if (!isSpread(layout, columns))
    return [make(at, `ReplicatedMergeTree('/clickhouse/tables/{uuid}', '{shard}-{replica}') ${rest}`)];
  const shard = shardsOf(table) + stamp;
  const parts = [layout.cluster, layout.database, shard].map(quoteLiteral).join(", ");
  return [
    make(shard, `ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}') ${rest}`),
    make(at, `Distributed(${parts}, cityHash64(coalesce(\`account_id\`, \`activity_id\`)))`),
  ];
}

export const writeDrop = (layout: Layout, table: string): string =>
  `DROP TABLE IF EXISTS ${placeOf(layout, table)}${onCluster(layout)} SYNC`;

/** Waits until every host has the rows that one has taken: the next statement may be answered by another. */
export function writeSync(layout: Layout, {table, columns}: Definition, stamp: string, at: string): string[] {
  if (layout.cluster === undefined) return [];
  return [`SYSTEM SYNC REPLICA${onCluster(layout)} ${placeOf(layout, isSpread(layout, columns) ? shardsOf(table) + stamp : at)}`];
}

/** Puts the table aside in the place of the other, in one step for whoever reads. */
export const writeSwap = (layout: Layout, aside: string, table: string, isThere: boolean): string[] => {
  if (!isThere) return [writeRename(layout, aside, table)];
  return [
    `EXCHANGE TABLES ${placeOf(layout, aside)} AND ${placeOf(layout, table)}${onCluster(layout)}`,
    writeDrop(layout, aside),
  ];
};

/** Makes a table that holds nothing and is there or not; the second to make it is refused. */
export const writeMark = (layout: Layout, table: string, comment: string): string =>
  `CREATE TABLE ${placeOf(layout, table)}${onCluster(layout)} (x UInt8) ENGINE = Null COMMENT ${quoteLiteral(comment)}`;

export const writeRename = (layout: Layout, from: string, to: string): string =>
  `RENAME TABLE ${placeOf(layout, from)} TO ${placeOf(layout, to)}${onCluster(layout)}`;

export const writeComment = (layout: Layout, table: string, comment: string): string =>
  `ALTER TABLE ${placeOf(layout, table)}${onCluster(layout)} MODIFY COMMENT ${quoteLiteral(comment)}`;
