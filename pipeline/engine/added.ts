/** Rows that the server has read itself, to be put beside those that are sent. */
import type {Engine} from "./database.js";
import type {Name} from "./statement.js";
import type {Column} from "./types.js";
import {quoteIdentifier} from "./value.js";

export interface Added {
  /** Name of the table in schema raw. */
  entity: string;
  /** The table that holds them on the server; it goes once they are put in their place. */
  held: {name: Name; columns: readonly Column[]};
  /** How many they are. */
  rows: number;
  /** ClickHouse's SQL of each of the entity's columns that they have, over the table that holds them. */
  values: Readonly<Record<string, string>>;
  /** ClickHouse's condition for those that count. */
  where: (place: string) => string;
}

/** Puts them into the table at `aside`, which has `columns`. */
export async function putAdded(engine: Engine, {held, values, where}: Added, aside: string, columns: readonly Column[]) {
  engine.know(held.name, held.columns);
  const place = engine.place(held.name);
  const names = columns.map(({name}) => name);
  await engine.client.command(
    `INSERT INTO ${aside} (${names.map(quoteIdentifier).join(", ")}) SELECT ${names.map((name) => values[name] ?? "NULL").join(", ")} FROM ${place} WHERE ${where(place)}`,
  );
}
